import { type SeatId, seatId } from '../core/ids.ts';
import { itemsOf, type ReadTime, type WireList } from '../protocol/wire.ts';
import type { TurnView } from './turn-game.ts';

/** What every game of turns sends, beside its position: seats are 0 for nobody, times as the table has them. */
export interface WireTurns {
  /** As JSON. */
  readonly options: string;
  readonly order: WireList<number>;
  readonly turn: number;
  readonly until: number;
  /** When the turn began. */
  readonly since: number;
  /** 0 without a clock. */
  readonly spanMs: number;
  /** As JSON; empty while the game runs. */
  readonly ranking: string;
}

/** Reads a game of turns back into its view; `position` reads what the game itself sends. */
export function readTurns<P, O>(
  wire: WireTurns,
  time: ReadTime,
  position: (order: readonly SeatId[]) => P,
): TurnView<P, O> {
  const order = itemsOf(wire.order).map(seatId);
  return {
    options: JSON.parse(wire.options),
    order,
    position: position(order),
    turn: wire.turn === 0 ? null : seatId(wire.turn),
    since: time(wire.since),
    until: time(wire.until),
    spanMs: wire.spanMs === 0 ? null : wire.spanMs,
    ranking: wire.ranking === '' ? null : JSON.parse(wire.ranking),
  };
}
