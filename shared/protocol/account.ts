import { z } from 'zod';

/** Checked by the server, which says in words what is wrong with it. */
const name = z.string().max(200);
const password = z.string().max(1_000);
const code = z.string().max(100);

export const claimBody = z.strictObject({ name, password });
export const loginBody = z.strictObject({ name, password });
export const passwordBody = z.strictObject({ old: password, password });
export const recoverBody = z.strictObject({ name, code, password });
export const confirmBody = z.strictObject({ password });
/** One session by its id, or all but this one. */
export const endSessionBody = z.strictObject({ session: z.union([z.string().max(40), z.literal('others')]) });
/** The password of an account; a guest has none, and types the name they have here instead. */
export const deleteBody = z.strictObject({ password: password.nullable(), name: name.optional() });
export const ticketSchema = z.string().regex(/^[\w-]{22}$/);

/** `POST /api/account/delete`: nobody gets in as this person any more; the ticket tells how far the rest is. */
export interface Erasing {
  readonly ticket: string;
}

/** `GET /api/account/delete/:ticket` */
export interface ErasingProgress {
  /** Messages that were emptied so far. */
  readonly emptied: number;
  readonly isOver: boolean;
}

/** A browser that is signed in. */
export interface SessionRow {
  readonly id: string;
  /** `Firefox on Windows` */
  readonly browser: string;
  /** Epoch ms. */
  readonly madeAt: number;
  readonly seenAt: number;
  /** The one that asks. */
  readonly isThis: boolean;
}

/** `GET /api/account` */
export interface AccountView {
  readonly hasAccount: boolean;
  readonly recoveryCodesLeft: number;
  readonly sessions: readonly SessionRow[];
}
