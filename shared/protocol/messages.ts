import { z } from 'zod';

import { BOT_LEVELS } from '../core/bot-level.ts';
import { playerId, seatId } from '../core/ids.ts';
import { REACTIONS } from '../core/reactions.ts';
import { MARKER_COUNT } from '../table/persons.ts';
import { languageSchema, personIdSchema, tablePasswordSchema } from './http.ts';

/** Ids that clients make: 8–64 letters, digits, `_` or `-`. */
export const COMMAND_ID = /^[\w-]{8,64}$/;
export const commandIdSchema = z.string().regex(COMMAND_ID);

const player = personIdSchema.transform(playerId);
const seat = z.int().min(1).max(65_535).transform(seatId);

/** How well a bot shall play. */
const botLevel = z.literal(BOT_LEVELS);
/** The same when it sits down; pages of older programs do not say. */
const wantedLevel = z.union([z.literal('mixed'), botLevel]);

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
      z.strictObject({ type: z.literal('addBot'), level: wantedLevel.optional() }),
      z.strictObject({ type: z.literal('setBotLevel'), seat, level: botLevel }),
      z.strictObject({ type: z.literal('kick'), seat }),
      z.strictObject({ type: z.literal('makeHost'), seat }),
      z.strictObject({ type: z.literal('skipTurn') }),
      z.strictObject({ type: z.literal('moveSeat'), seat, place: z.int().min(0).max(MARKER_COUNT) }),
      z.strictObject({ type: z.literal('pause') }),
      z.strictObject({ type: z.literal('goOn') }),
      z.strictObject({ type: z.literal('setLock'), isLocked: z.boolean() }),
      z.strictObject({ type: z.literal('letBackIn'), player }),
      z.strictObject({ type: z.literal('setLanguage'), language: languageSchema }),
      z.strictObject({ type: z.literal('setPassword'), password: tablePasswordSchema.nullable() }),
      z.strictObject({ type: z.literal('leave') }),
      z.strictObject({ type: z.literal('play'), move }),
    ]),
  });

/** Asks for the server's time; answered with `{ now }`, epoch ms. */
export const clockMessage = z.strictObject({});

/** Shows everybody at a table what one feels about it, for a moment; answered with `{}` or refused. Kept nowhere. */
export const reactMessage = z.strictObject({ emoji: z.enum(REACTIONS) });
