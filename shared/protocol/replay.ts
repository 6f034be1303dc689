import { z } from 'zod';
import { playerId, seatId } from '../core/ids.ts';
import { MARKER_COUNT } from '../table/persons.ts';

/** Raised when an old page could no longer read what a replay is made of. */
export const REPLAY_VERSION = 1;
/** Steps of one page. */
export const MAX_PAGE_STEPS = 400;

/** Which game at a table, 1 for the first. */
export const gameNumberSchema = z.int().min(1).max(100_000);

const seat = z.int().min(1).max(65_535).transform(seatId);
/** Who it is, nobody is told: there is a name, and no id. */
const person = z.strictObject({
  id: z
    .literal('')
    .default('')
    .transform(() => playerId('')),
  name: z.string().max(80),
  marker: z
    .int()
    .min(0)
    .max(MARKER_COUNT - 1),
});
const at = z.literal(0).default(0);

/** What happened at the table, as everybody may know it: a `TableEvent` with blanks. A game reads its own facts. */
const toldTableEvent = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('tableOpened'),
    game: z.string().max(40),
    name: z.string().max(80),
    visibility: z.enum(['public', 'private']),
    options: z.null().default(null),
    isQuick: z.literal(false).default(false),
    language: z.literal('en').default('en'),
    at,
  }),
  z.strictObject({
    type: z.literal('seatTaken'),
    seat,
    kind: z.enum(['human', 'bot']),
    person,
    level: z.null().default(null),
    at,
  }),
  z.strictObject({ type: z.literal('seatFreed'), seat, reason: z.literal('left').default('left'), at }),
  z.strictObject({ type: z.literal('gameOpened'), number: gameNumberSchema }),
  z.strictObject({ type: z.literal('gameEvent'), event: z.looseObject({ type: z.string().max(40) }) }),
  z.strictObject({ type: z.literal('gameClosed') }),
]);
export type ToldTableEvent = z.input<typeof toldTableEvent>;

/** What one entry of the journal told, in its order. The first of a replay seats everybody and opens the game. */
const replayStep = z.strictObject({
  /** Since the game began, ms. */
  at: z.int().min(0),
  events: z.array(toldTableEvent).min(1),
});
export type ReplayStep = z.input<typeof replayStep>;

/** A page of a finished game. */
export const replayPageSchema = z.strictObject({
  version: z.literal(REPLAY_VERSION),
  game: z.string().max(40),
  /** Which game at its table. */
  number: gameNumberSchema,
  /** When it began, epoch ms. */
  startedAt: z.int(),
  steps: z.array(replayStep).max(MAX_PAGE_STEPS + 1),
  /** Names the next page; null at the end. */
  next: z.int().min(1).nullable(),
});
export type ReplayPage = z.input<typeof replayPageSchema>;
/** A page with the blanks in the place of what is not told. */
export type ReadReplayPage = z.output<typeof replayPageSchema>;
