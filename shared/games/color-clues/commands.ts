import { z } from 'zod';
import { CELLS } from './board.ts';
import type { GameCommand, GameOptions } from './types.ts';

const cell = z
  .int()
  .min(0)
  .max(CELLS - 1);
/** Longer than any clue may be: the rules say why it is refused. */
const text = z.string().max(100);

/** What a player may ask for, as it comes from outside. */
export const gameCommandSchema: z.ZodType<GameCommand> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('giveClue'), cell, text }),
  z.strictObject({ type: z.literal('giveSecondClue'), text }),
  z.strictObject({ type: z.literal('skipSecondClue') }),
  z.strictObject({ type: z.literal('placeMarker'), cell }),
  z.strictObject({ type: z.literal('challengeClue') }),
  z.strictObject({ type: z.literal('volunteer'), wants: z.boolean() }),
  z.strictObject({ type: z.literal('ready') }),
]);

/** What a host may change. Pages of older programs do not know of what has a default here. */
export const gameOptionsSchema: z.ZodType<GameOptions> = z.strictObject({
  preset: z.enum(['classic', 'party']).default('classic'),
  timers: z.enum(['off', 'normal', 'relaxed', 'slow']),
  turns: z.union([z.literal('auto'), z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
  clues: z.union([z.literal('auto'), z.literal(1), z.literal(2)]).default('auto'),
  words: z
    .union([z.literal('auto'), z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
    .default('auto'),
  scoring: z.enum(['normal', 'wide']).default('normal'),
  together: z.enum(['off', 'coop', 'teams']).default('off'),
  teams: z.union([z.literal(2), z.literal(3), z.literal(4)]).default(2),
  giver: z.enum(['round', 'volunteers']).default('round'),
  clueCheck: z.enum(['strict', 'honor', 'off']),
  standIn: z.enum(['off', 'on']).default('off'),
});
