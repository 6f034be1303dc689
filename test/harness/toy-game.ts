import type { SeatId } from '../../shared/core/ids.ts';
import { assertNever, err, ok } from '../../shared/core/result.ts';
import { type Rules, readEvents, SILENT } from '../../shared/core/rules.ts';

/** A game that has nothing to do with colors: take one to three coins; who takes the last one wins. */
export interface ToyState {
  readonly order: readonly SeatId[];
  readonly coins: number;
  readonly turn: number;
  readonly until: number | null;
  readonly lucky: number;
  readonly winner: SeatId | null;
}
export type ToyCommand = { readonly type: 'take'; readonly coins: number };
export type ToyEvent =
  | {
      readonly type: 'dealt';
      readonly order: readonly SeatId[];
      readonly coins: number;
      readonly lucky: number;
      readonly until: number;
    }
  | { readonly type: 'took'; readonly seat: SeatId; readonly coins: number; readonly until: number }
  | { readonly type: 'joined'; readonly seat: SeatId };
/** `lucky` is known to the seat whose turn it is, and to nobody else. */
export interface ToyView {
  readonly coins: number;
  readonly turn: SeatId | null;
  readonly lucky: number | null;
}

export const TOY_TURN_MS = 10_000;

const turnOf = (state: ToyState): SeatId | null =>
  state.winner === null ? (state.order[state.turn % state.order.length] ?? null) : null;

export const toyGame: Rules<ToyState, ToyCommand, ToyEvent, ToyView> = {
  name: 'toy',
  version: 1,
  upcast: readEvents<ToyEvent>({ dealt: true, took: true, joined: true }),
  minSeats: 2,
  maxSeats: 4,
  initial: { order: [], coins: 0, turn: 0, until: null, lucky: 0, winner: null },
  setup: (seats, _options, { now, rng }) =>
    ok([{ type: 'dealt', order: seats, coins: 10, lucky: rng.int(100), until: now + TOY_TURN_MS }]),
  decide(state, by, command, { now }) {
    switch (command.type) {
      case 'take':
        if (by.kind !== 'seat' || by.seat !== turnOf(state)) return err({ code: 'not_your_turn' });
        if (command.coins < 1 || command.coins > 3 || command.coins > state.coins)
          return err({ code: 'bad_take' });
        return ok([{ type: 'took', seat: by.seat, coins: command.coins, until: now + TOY_TURN_MS }]);
      case 'timeUp':
      case 'skip': {
        const seat = turnOf(state);
        if (seat === null) return err({ code: 'no_game' });
        return ok([{ type: 'took', seat, coins: 1, until: now + TOY_TURN_MS }]);
      }
      case 'reorder':
        return err({ code: 'game_running' });
      case 'seatJoined':
        return ok([{ type: 'joined', seat: command.seat }]);
      case 'seatLeft':
      case 'seatAway':
      case 'seatBack':
        return err({ code: 'no_change' });
      default:
        return assertNever(command);
    }
  },
  evolve(state, event) {
    switch (event.type) {
      case 'dealt':
        return {
          order: event.order,
          coins: event.coins,
          turn: 0,
          until: event.until,
          lucky: event.lucky,
          winner: null,
        };
      case 'joined':
        return { ...state, order: [...state.order, event.seat] };
      case 'took': {
        const coins = state.coins - event.coins;
        const isOver = coins === 0;
        return {
          ...state,
          coins,
          turn: state.turn + 1,
          until: isOver ? null : event.until,
          winner: isOver ? event.seat : null,
        };
      }
      default:
        return assertNever(event);
    }
  },
  view: (state, viewer) => ({
    coins: state.coins,
    turn: turnOf(state),
    lucky: viewer.kind === 'seat' && viewer.seat === turnOf(state) ? state.lucky : null,
  }),
  redact: (event) => event,
  legalCommands: (state, seat) =>
    turnOf(state) === seat
      ? [1, 2, 3].filter((coins) => coins <= state.coins).map((coins) => ({ type: 'take', coins }))
      : [],
  deadline: (state) => state.until,
  outcome: (state) =>
    state.winner === null
      ? null
      : { ranking: state.order.map((seat) => ({ seat, place: seat === state.winner ? 1 : 2, points: 0 })) },
  seatsOpen: (state) => state.coins === 5,
  apart(state) {
    const seat = turnOf(state);
    return seat === null ? null : { id: String(state.turn), sides: new Map([[seat, SILENT]]) };
  },
};
