import { itemsOf, type ReadGame, type WireList } from '../../protocol/wire.ts';
import { readTurns, type WireTurns } from '../../turns/wire.ts';
import type { FourView } from './rules.ts';

export interface WireFour extends WireTurns {
  /** For each cell 0 for empty, 1 or 2 for the disc of who moves first or second. */
  readonly cells: WireList<number>;
  /** The cell of the last disc; -1 for none. */
  readonly last: number;
}

/** Reads what a table of Four in a Row adds to the state back into its view. */
export const readFour: ReadGame<WireFour, FourView> = (wire, _me, time) =>
  readTurns(wire, time, (players) => ({
    cells: itemsOf(wire.cells)
      .map((disc) => '.01'[disc])
      .join(''),
    players,
    last: wire.last < 0 ? null : wire.last,
  }));
