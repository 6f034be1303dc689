import { z } from 'zod';
import { seatId } from '../core/ids.ts';

/** Ids that clients make: 8–64 letters, digits, `_` or `-`. */
export const commandIdSchema = z.string().regex(/^[\w-]{8,64}$/);

const seat = z.int().min(1).max(65_535).transform(seatId);

/**
 * The one message a person's wish travels in. `move` and `options` are the game's own schemas. Answered with
 * `{ seq, now }` or refused with `{ code, detail }`.
 */
export const commandMessage = <M extends z.ZodType, O extends z.ZodType>(move: M, options: O) =>
  z.strictObject({
    id: commandIdSchema,
    command: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('sit') }),
      z.strictObject({ type: z.literal('start') }),
      z.strictObject({ type: z.literal('setOptions'), options }),
      z.strictObject({ type: z.literal('addBot') }),
      z.strictObject({ type: z.literal('kick'), seat }),
      z.strictObject({ type: z.literal('makeHost'), seat }),
      z.strictObject({ type: z.literal('skipTurn') }),
      z.strictObject({ type: z.literal('leave') }),
      z.strictObject({ type: z.literal('play'), move }),
    ]),
  });

/** Asks for the server's time; answered with `{ now }`, epoch ms. */
export const clockMessage = z.strictObject({});
