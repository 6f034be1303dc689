import { z } from 'zod';
import { Shelf } from '../storage/shelf.ts';
import type { DocumentStore } from '../storage/types.ts';

const loginSchema = z.object({
  /** PHC string. */
  password: z.string(),
  /** Another one with each password: sessions of an earlier one are void from the moment this is written. */
  generation: z.string().default(''),
  changedAt: z.int(),
});

/** How somebody proves who they are. Whoever has one has an account. */
export type Login = z.output<typeof loginSchema>;

/** Logins by person. */
export const loginsIn = (documents: DocumentStore): Shelf<Login> =>
  new Shelf(documents, 'login', loginSchema);
