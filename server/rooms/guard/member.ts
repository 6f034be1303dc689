import { z } from 'zod';
import type { Person } from '../../../shared/table/types.ts';
import { topic } from '../../infra/topics.ts';

/** Reads who a connection belongs to, as the seat route wrote it down. */
export const memberSchema = z.object({
  person: z.object({ id: z.string().min(1), name: z.string(), marker: z.number() }),
  wantsSeat: z.boolean(),
  /** The public id of the session that asked for the connection. */
  session: z.string().default(''),
  /** Chose a name; others may only read in public. */
  isNamed: z.boolean().default(false),
  isOperator: z.boolean().default(false),
  /** A screen that only shows: it is nobody there, beside whatever else its person has open. */
  isScreen: z.boolean().default(false),
});

/** Who holds a connection. Made by the seat route, never sent by a client. */
export type Member = Readonly<z.output<typeof memberSchema>>;
/** Whoever holds a session, as rooms know them. */
export type Visitor = Omit<Member, 'wantsSeat' | 'isScreen' | 'person'> & { readonly person: Person };

/** Somebody with a new name or marker, as every process is told. */
export type ChangedPerson = Person & { readonly isNamed: boolean };
/** Somebody changed name or marker. */
export const PERSON_CHANGED = topic<ChangedPerson>('person-changed');
