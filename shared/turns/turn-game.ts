import type { SeatId } from '../core/ids.ts';
import { assertNever, err, ok, type Result } from '../core/result.ts';
import type { Rng } from '../core/rng.ts';
import {
  type Actor,
  type Ctx,
  type Outcome,
  type Rejection,
  type Rules,
  readEvents,
  type SystemCommand,
} from '../core/rules.ts';
import { skipFrom } from '../core/skip.ts';

/** Somebody who is away is moved for so long after both the turn and the absence began, ms. */
export const AWAY_TURN_MS = 15_000;

/**
 * A game in which one after the other moves and everything is visible. It knows nothing of clocks, absence, or seats
 * that come and go: `turnGame` adds all that. P is a position, M a move, O the options, D what chance adds to a move;
 * all are plain JSON.
 */
export interface TurnGame<P, M extends { readonly type: string }, O, D = null> {
  readonly name: string;
  readonly version: number;
  readonly minSeats: number;
  readonly maxSeats: number;
  /** Reads options: null stands for the defaults; null as the answer for anything malformed. */
  options(raw: unknown): O | null;
  /** How long a turn lasts, ms; null without a clock. */
  turnMs(options: O): number | null;
  /** The position before the first move; the first of `order` begins. */
  start(order: readonly SeatId[], options: O): P;
  /** Whose turn it is. Asked only while there is no result. */
  turn(position: P): SeatId;
  /** Every move that is allowed now: at least one while there is no result. */
  moves(position: P): readonly M[];
  /** Why a move cannot be made by whoever's turn it is, or null. */
  refuse(position: P, move: M): Rejection | null;
  /** What chance adds to an allowed move, such as a die: stored with it. Null in a game without chance. */
  draw(position: P, move: M, rng: Rng): D;
  /** The position after an allowed move. For ever the same: a restart plays the stored moves again. */
  play(position: P, move: M, drawn: D): P;
  /** The ranking when the game is over, else null. */
  result(position: P): Outcome | null;
}

/** What happens in a game of turns, as facts. `at` is epoch ms. */
export type TurnEvent<M, O, D = null> =
  | {
      readonly type: 'turnsStarted';
      readonly order: readonly SeatId[];
      readonly options: O;
      readonly at: number;
    }
  | {
      readonly type: 'moved';
      readonly seat: SeatId;
      readonly move: M;
      /** What chance added. */
      readonly drawn: D;
      /** Nobody moved in time, so chance did. */
      readonly isForced: boolean;
      readonly at: number;
    }
  | { readonly type: 'seatWentAway'; readonly seat: SeatId; readonly at: number }
  | { readonly type: 'seatCameBack'; readonly seat: SeatId }
  /** Somebody gave up the seat for good, which ends the game. */
  | { readonly type: 'seatGone'; readonly seat: SeatId };

export interface TurnState<P, O> {
  /** Null before the first start. */
  readonly running: {
    readonly order: readonly SeatId[];
    readonly options: O;
    readonly position: P;
    /** When the current turn began, epoch ms. */
    readonly turnSince: number;
    readonly gone: readonly SeatId[];
  } | null;
  readonly away: readonly { readonly seat: SeatId; readonly since: number }[];
}

/** A game of turns as everybody sees it. */
export interface TurnView<P, O> {
  readonly options: O;
  /** Who began, then the others as they move. */
  readonly order: readonly SeatId[];
  readonly position: P;
  /** Whose turn it is; null when the game is over. */
  readonly turn: SeatId | null;
  /** When the turn began, epoch ms, where no clock says it; null with a clock, and when the game is over. */
  readonly since: number | null;
  /** When the turn ends, epoch ms, and how long it is in all; null without a clock. */
  readonly until: number | null;
  readonly spanMs: number | null;
  /** Null while the game runs. */
  readonly ranking: Outcome['ranking'] | null;
}

/** A game of turns as rules that a table can host. */
export function turnGame<P, M extends { readonly type: string }, O, D = null>(
  game: TurnGame<P, M, O, D>,
): Rules<TurnState<P, O>, M, TurnEvent<M, O, D>, TurnView<P, O>> {
  type State = TurnState<P, O>;
  type Event = TurnEvent<M, O, D>;

  const outcome = ({ running }: State): Outcome | null => {
    if (running === null) return null;
    const { order, gone, position } = running;
    if (gone.length === 0) return game.result(position);
    const place = (seat: SeatId) => (gone.includes(seat) ? order.length - gone.length + 1 : 1);
    return { ranking: order.map((seat) => ({ seat, place: place(seat), points: 0 })) };
  };
  const turnOf = (state: State): SeatId | null =>
    state.running === null || outcome(state) !== null ? null : game.turn(state.running.position);

  /** When the current turn ends, epoch ms, and its length. */
  const wait = (state: State): { until: number | null; spanMs: number | null } => {
    const seat = turnOf(state);
    if (seat === null || state.running === null) return { until: null, spanMs: null };
    const { turnSince, options } = state.running;
    const spanMs = game.turnMs(options);
    const since = state.away.find((each) => each.seat === seat)?.since;
    const ends = [
      ...(spanMs === null ? [] : [turnSince + spanMs]),
      ...(since === undefined ? [] : [Math.max(turnSince, since) + AWAY_TURN_MS]),
    ];
    return { until: ends.length === 0 ? null : Math.min(...ends), spanMs };
  };

  /** Chance moves for whoever is waited for, as the rules of the game allow. */
  const force = (state: State, { now, rng }: Ctx): Result<Event[], Rejection> => {
    const seat = turnOf(state);
    if (seat === null || state.running === null) return err({ code: 'no_game' });
    const { position } = state.running;
    const move = rng.pick(game.moves(position));
    const drawn = game.draw(position, move, rng);
    return ok([{ type: 'moved', seat, move, drawn, isForced: true, at: now }]);
  };

  /** The host, who sits at `by`, waits no longer, as soon as that is fair. */
  const skip = (state: State, by: SeatId, ctx: Ctx): Result<Event[], Rejection> => {
    const seat = turnOf(state);
    if (seat === null || state.running === null) return err({ code: 'no_game' });
    if (seat === by) return err({ code: 'skip_self' });
    const { turnSince, options } = state.running;
    const turnMs = game.turnMs(options);
    const awaySince = state.away.find((each) => each.seat === seat)?.since ?? null;
    const until = turnMs === null ? null : turnSince + turnMs;
    const fairAt = skipFrom({ since: turnSince, until, awaySince: [awaySince] });
    return ctx.now < fairAt ? err({ code: 'skip_later' }) : force(state, ctx);
  };

  const move = (state: State, by: Actor, wish: M, { now, rng }: Ctx): Result<Event[], Rejection> => {
    const seat = turnOf(state);
    if (seat === null || state.running === null) return err({ code: 'no_game' });
    if (by.kind !== 'seat' || by.seat !== seat) return err({ code: 'not_your_turn' });
    const { position } = state.running;
    const refusal = game.refuse(position, wish);
    if (refusal) return err(refusal);
    const drawn = game.draw(position, wish, rng);
    return ok([{ type: 'moved', seat, move: wish, drawn, isForced: false, at: now }]);
  };

  const hear = (state: State, news: SystemCommand, ctx: Ctx): Result<Event[], Rejection> => {
    switch (news.type) {
      case 'timeUp': {
        const { until } = wait(state);
        return until === null || ctx.now < until ? err({ code: 'too_early' }) : force(state, ctx);
      }
      case 'skip':
        return skip(state, news.by, ctx);
      // The order of moves is part of the position.
      case 'reorder':
        return err({ code: 'game_running' });
      case 'seatJoined':
        return err({ code: 'no_change' });
      case 'seatLeft':
      case 'seatAway':
      case 'seatBack': {
        const { seat } = news;
        const isPlaying = turnOf(state) !== null && state.running?.order.includes(seat);
        const isAway = state.away.some((each) => each.seat === seat);
        if (!isPlaying || (news.type === 'seatBack' && !isAway) || (news.type === 'seatAway' && isAway))
          return err({ code: 'no_change' });
        if (news.type === 'seatLeft') return ok([{ type: 'seatGone', seat }]);
        if (news.type === 'seatAway') return ok([{ type: 'seatWentAway', seat, at: ctx.now }]);
        return ok([{ type: 'seatCameBack', seat }]);
      }
      default:
        return assertNever(news);
    }
  };

  return {
    name: game.name,
    version: game.version,
    minSeats: game.minSeats,
    maxSeats: game.maxSeats,
    initial: { running: null, away: [] },
    setup(seats, raw, { now, rng }, previous) {
      if (seats.length < game.minSeats)
        return err({ code: 'too_few_players', detail: String(game.minSeats) });
      if (seats.length > game.maxSeats)
        return err({ code: 'too_many_players', detail: String(game.maxSeats) });
      const options = game.options(raw);
      if (options === null) return err({ code: 'bad_options' });
      const before = previous?.running?.order[0];
      const first = before === undefined ? rng.int(seats.length) : seats.indexOf(before) + 1;
      const order = seats.map((_, i) => seats[(first + i) % seats.length]!);
      return ok([{ type: 'turnsStarted', order, options, at: now }]);
    },
    decide: (state, by, command, ctx) =>
      isNews(command)
        ? by.kind === 'system'
          ? hear(state, command, ctx)
          : err({ code: 'unknown_command' })
        : move(state, by, command, ctx),
    evolve(state, event) {
      const { running } = state;
      switch (event.type) {
        case 'turnsStarted': {
          const { order, options, at } = event;
          return {
            running: { order, options, position: game.start(order, options), turnSince: at, gone: [] },
            away: [],
          };
        }
        case 'moved':
          if (running === null) return state;
          return {
            ...state,
            running: {
              ...running,
              position: game.play(running.position, event.move, event.drawn),
              turnSince: event.at,
            },
          };
        case 'seatWentAway':
          return { ...state, away: [...state.away, { seat: event.seat, since: event.at }] };
        case 'seatCameBack':
          return { ...state, away: state.away.filter(({ seat }) => seat !== event.seat) };
        case 'seatGone':
          if (running === null) return state;
          return { ...state, running: { ...running, gone: [...running.gone, event.seat] } };
        default:
          return assertNever(event);
      }
    },
    upcast: readEvents<Event>({
      turnsStarted: true,
      moved: true,
      seatWentAway: true,
      seatCameBack: true,
      seatGone: true,
    }),
    view(state) {
      if (state.running === null) throw new Error('a game is viewed after its start');
      const { options, order, position } = state.running;
      const turn = turnOf(state);
      const clock = wait(state);
      return {
        options,
        order,
        position,
        turn,
        since: turn === null || clock.until !== null ? null : state.running.turnSince,
        ...clock,
        ranking: outcome(state)?.ranking ?? null,
      };
    },
    redact: (event) => event,
    legalCommands: (state, seat) =>
      state.running !== null && turnOf(state) === seat ? [...game.moves(state.running.position)] : [],
    deadline: (state) => wait(state).until,
    outcome,
    // The seat of a bot can be taken over at any moment: nothing in the position belongs to a person.
    seatsOpen: () => true,
  };
}

const NEWS: ReadonlySet<string> = new Set<SystemCommand['type']>([
  'timeUp',
  'skip',
  'reorder',
  'seatJoined',
  'seatLeft',
  'seatAway',
  'seatBack',
]);
const isNews = (command: { readonly type: string }): command is SystemCommand => NEWS.has(command.type);
