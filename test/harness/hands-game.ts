import type { SeatId } from '../../shared/core/ids.ts';
import { assertNever, err, ok } from '../../shared/core/result.ts';
import { type Rules, readEvents, SILENT } from '../../shared/core/rules.ts';

/**
 * A game in which every seat keeps a secret of its own, all at the same time: a hand, dealt anew each round, that can be
 * drawn again and is never shown.
 */
export interface HandsState {
  readonly round: number;
  readonly order: readonly SeatId[];
  /** What each seat holds, in order. */
  readonly hands: readonly (readonly number[])[];
  readonly ready: readonly SeatId[];
}
export type HandsCommand = { readonly type: 'draw' } | { readonly type: 'ready' };
export type HandsEvent =
  | { readonly type: 'dealt'; readonly order: readonly SeatId[]; readonly hands: HandsState['hands'] }
  | { readonly type: 'drawn'; readonly seat: SeatId; readonly hand: readonly number[] }
  | { readonly type: 'readied'; readonly seat: SeatId };
export interface HandsView {
  readonly round: number;
  readonly order: readonly SeatId[];
  readonly ready: readonly SeatId[];
  /** One's own; null for whoever only watches. */
  readonly hand: readonly number[] | null;
}

/** What a seat gets when it is dealt a hand, or draws another. */
export type Deal = (seat: SeatId) => readonly number[];

export const HANDS_ROUNDS = 3;

/** The rules; what is dealt comes from outside, so that two worlds can differ in one secret only. */
export function handsGame(deal: Deal): Rules<HandsState, HandsCommand, HandsEvent, HandsView> {
  const isOver = ({ round }: HandsState) => round > HANDS_ROUNDS;
  return {
    name: 'hands',
    version: 1,
    minSeats: 2,
    maxSeats: 6,
    upcast: readEvents<HandsEvent>({ dealt: true, drawn: true, readied: true }),
    initial: { round: 0, order: [], hands: [], ready: [] },
    setup: (order) => ok([{ type: 'dealt', order, hands: order.map(deal) }]),
    decide(state, by, command) {
      switch (command.type) {
        case 'draw':
          if (by.kind !== 'seat' || isOver(state)) return err({ code: 'no_game' });
          return ok([{ type: 'drawn', seat: by.seat, hand: deal(by.seat) }]);
        case 'ready': {
          if (by.kind !== 'seat' || isOver(state)) return err({ code: 'no_game' });
          const isLast = state.order.every((seat) => seat === by.seat || state.ready.includes(seat));
          const readied = { type: 'readied', seat: by.seat } as const;
          return ok(
            isLast
              ? [readied, { type: 'dealt', order: state.order, hands: state.order.map(deal) }]
              : [readied],
          );
        }
        case 'timeUp':
        case 'skip':
        case 'reorder':
        case 'seatJoined':
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
            round: state.round + 1,
            order: event.order,
            hands: event.hands,
            ready: [],
          };
        case 'drawn':
          return {
            ...state,
            hands: state.hands.map((hand, i) => (state.order[i] === event.seat ? event.hand : hand)),
          };
        case 'readied':
          return { ...state, ready: [...state.ready, event.seat] };
        default:
          return assertNever(event);
      }
    },
    view: (state, viewer) => ({
      round: state.round,
      order: state.order,
      ready: state.ready,
      hand:
        viewer.kind === 'seat' && !isOver(state)
          ? (state.hands[state.order.indexOf(viewer.seat)] ?? null)
          : null,
    }),
    redact: (event) => (event.type === 'readied' ? event : null),
    legalCommands: () => [{ type: 'draw' }, { type: 'ready' }],
    deadline: () => null,
    outcome: (state) =>
      isOver(state) ? { ranking: state.order.map((seat) => ({ seat, place: 1, points: 0 })) } : null,
    seatsOpen: () => false,
    apart: (state) =>
      isOver(state)
        ? null
        : { id: String(state.round), sides: new Map(state.order.map((seat) => [seat, SILENT])) },
  };
}
