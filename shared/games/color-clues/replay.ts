import { z } from 'zod';
import { type SeatId, seatId } from '../../core/ids.ts';
import type { Replay, Teller } from '../../core/replay.ts';
import { assertNever } from '../../core/result.ts';
import { CELLS } from './board.ts';
import { gameOptionsSchema } from './commands.ts';
import { evolve } from './evolve.ts';
import { type GameState, initialState } from './state.ts';
import type { GameEvent, GameView } from './types.ts';
import { view } from './view.ts';

const seat = z.int().min(1).max(65_535).transform(seatId);
const cell = z
  .int()
  .min(0)
  .max(CELLS - 1);
const round = z.int().min(1).max(1_000);
const pass = z.union([z.literal(1), z.literal(2)]);
const gains = z
  .array(z.strictObject({ seat, points: z.int().min(0).max(100) }).readonly())
  .max(64)
  .readonly();
const seats = z.array(seat).max(64).readonly();
const team = z.int().min(0).max(3);
const teams = z.array(team).max(64).readonly().optional();
const teamGains = z.array(z.int().min(0).max(100)).max(4).readonly().optional();

/** What is never told: nothing has a clock, cards and warnings stay hidden. */
const NO_CLOCK = { at: z.literal(0).default(0), until: z.null().default(null) };
const reason = z.enum(['timeout', 'away', 'skipped']);

const told = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('gameStarted'),
    options: gameOptionsSchema,
    order: seats,
    rounds: round,
    teams,
  }),
  z.strictObject({
    type: z.literal('roundStarted'),
    round,
    giver: seat,
    giverFactor: pass,
    card: z.literal(-1).default(-1),
    ...NO_CLOCK,
  }),
  z.strictObject({
    type: z.literal('clueGiven'),
    pass,
    text: z.string().max(200),
    queue: seats,
    target: z.null().default(null),
    warning: z.null().default(null),
    ...NO_CLOCK,
  }),
  z.strictObject({ type: z.literal('markerPlaced'), seat, cell, ...NO_CLOCK }),
  z.strictObject({ type: z.literal('placingPassed'), seat, reason, ...NO_CLOCK }),
  z.strictObject({ type: z.literal('markerLaid'), seat, cell, at: NO_CLOCK.at }),
  z.strictObject({ type: z.literal('placingClosed'), ...NO_CLOCK }),
  z.strictObject({ type: z.literal('clueChallenged'), seat }),
  z.strictObject({ type: z.literal('clueVoided'), pass, ...NO_CLOCK }),
  z.strictObject({ type: z.literal('clueCondemned'), pass }),
  z.strictObject({ type: z.literal('roundRevealed'), target: cell, gains, teamGains, ...NO_CLOCK }),
  z.strictObject({
    type: z.literal('roundVoided'),
    reason: z.enum([...reason.options, 'giverLeft']),
    at: NO_CLOCK.at,
  }),
  z.strictObject({ type: z.literal('turnSkipped'), seat, at: NO_CLOCK.at }),
  z.strictObject({ type: z.literal('teamSkipped'), team, at: NO_CLOCK.at }),
  z.strictObject({ type: z.literal('seatAdded'), seat, team: team.optional() }),
  z.strictObject({ type: z.literal('orderChanged'), order: seats }),
  z.strictObject({ type: z.literal('seatRemoved'), seat, ...NO_CLOCK }),
  z.strictObject({ type: z.literal('gameEnded'), reason: z.enum(['allRounds', 'tooFew']) }),
]);
type Told = z.input<typeof told>;

/**
 * Tells no card and no order of cards: those that are left are still a secret, and so is the color of a void round. In
 * Party each marker is told where it lay in the end, when all were shown; where it lay before, and the marker of who left
 * meanwhile, are nobody's business.
 */
class ColorCluesTeller implements Teller<GameEvent> {
  /** Party: where the markers lie that are not shown yet, in seat order. */
  readonly #laid = new Map<SeatId, number>();

  get isHolding(): boolean {
    return this.#laid.size > 0;
  }

  tell(event: GameEvent): readonly Told[] {
    switch (event.type) {
      case 'gameStarted':
      case 'clueCondemned':
      case 'clueChallenged':
      case 'seatAdded':
      case 'orderChanged':
        return [event];
      case 'gameEnded':
        this.#laid.clear();
        return [event];
      case 'roundStarted':
        this.#laid.clear();
        return [pick(event, 'type', 'round', 'giver', 'giverFactor')];
      case 'clueGiven':
        return [pick(event, 'type', 'pass', 'text', 'queue')];
      case 'markerPlaced':
        return [pick(event, 'type', 'seat', 'cell')];
      case 'markerLaid':
        this.#laid.set(event.seat, event.cell);
        return [];
      case 'placingClosed':
        return [...this.#shown(), pick(event, 'type')];
      case 'roundRevealed':
        return [...this.#shown(), pick(event, 'type', 'target', 'gains', 'teamGains')];
      case 'placingPassed':
        return [pick(event, 'type', 'seat', 'reason')];
      case 'clueVoided':
        return [pick(event, 'type', 'pass')];
      case 'roundVoided':
        this.#laid.clear();
        return [pick(event, 'type', 'reason')];
      case 'turnSkipped':
        return [pick(event, 'type', 'seat')];
      case 'teamSkipped':
        return [pick(event, 'type', 'team')];
      case 'seatRemoved':
        this.#laid.delete(event.seat);
        return [pick(event, 'type', 'seat')];
      case 'placingEnds':
      case 'volunteered':
      case 'deckShuffled':
      case 'playerReady':
      case 'seatWentAway':
      case 'seatCameBack':
      case 'gamePaused':
      case 'gameResumed':
        return [];
      default:
        return assertNever(event);
    }
  }

  #shown(): Told[] {
    const laid = [...this.#laid].sort(([a], [b]) => a - b);
    this.#laid.clear();
    return laid.map(([by, at]) => ({ type: 'markerLaid', seat: by, cell: at }));
  }
}

function pick<T extends object, K extends keyof T>(event: T, ...fields: readonly K[]): Pick<T, K> {
  return Object.fromEntries(fields.map((field) => [field, event[field]])) as Pick<T, K>;
}

/** How a finished game of Color Clues is shown again. */
export const replay: Replay<GameState, GameEvent, GameView> = {
  initial: initialState,
  evolve,
  view,
  isQuiet: ({ stage }) => stage === 'clue',
  begin: () => new ColorCluesTeller(),
  read: (raw) => told.safeParse(raw).data ?? null,
};
