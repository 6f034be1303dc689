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
/** The password of an account; a guest has none. */
export const deleteBody = z.strictObject({ password: password.nullable() });

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
