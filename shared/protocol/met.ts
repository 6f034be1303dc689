import { z } from 'zod';
import { type MyTable, personIdSchema } from './http.ts';

/** Whether people whom one plays with are remembered, for both. */
export const metBody = z.strictObject({ isOn: z.boolean() });
export const forgetMetBody = z.strictObject({ person: personIdSchema });

/** Somebody with whom one has finished a game. */
export interface MetPerson {
  readonly id: string;
  readonly name: string;
  readonly marker: number;
  /** When the last game with them ended, epoch ms. */
  readonly at: number;
  /** The public table with a free seat at which they sit now; null for none, and for whoever lets nobody write to them. */
  readonly table: Pick<MyTable, 'code' | 'game' | 'name'> | null;
  /** Whether they can be asked for a talk: not those who let nobody write to them. */
  readonly mayBeAsked: boolean;
}

export interface MetAnswer {
  readonly isOn: boolean;
  /** Who was met last is first. */
  readonly people: readonly MetPerson[];
}
