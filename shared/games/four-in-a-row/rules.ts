import type { SeatId } from '../../core/ids.ts';
import { type TurnGame, type TurnView, turnGame } from '../../turns/turn-game.ts';
import { ABOUT } from './about.ts';
import { type Cells, COLUMNS, EMPTY, landing, openColumns, winningCells } from './board.ts';

export interface FourPosition {
  readonly cells: Cells;
  /** Who plays disc `0` and who disc `1`. */
  readonly players: readonly SeatId[];
  /** The cell of the last disc, or null. */
  readonly last: number | null;
}
/** Drops a disc into a column, 0–6 from the left. */
export interface FourMove {
  readonly type: 'drop';
  readonly column: number;
}
export interface FourOptions {
  readonly timers: 'off' | 'normal' | 'slow';
  /** How well bots play. */
  readonly bots: 'gentle' | 'fair' | 'strong';
}
export type FourView = TurnView<FourPosition, FourOptions>;

const TURN_MS = { off: null, normal: 30_000, slow: 60_000 } as const;
const BOTS: readonly unknown[] = ['gentle', 'fair', 'strong'];
export const FOUR_DEFAULTS: FourOptions = { timers: 'normal', bots: 'fair' };

/** Whose disc comes next: 0 for who began, 1 for the other. */
export const nextDisc = (cells: Cells): 0 | 1 =>
  ([...cells].filter((disc) => disc !== '.').length % 2) as 0 | 1;

const game: TurnGame<FourPosition, FourMove, FourOptions> = {
  name: ABOUT.name,
  version: 3,
  minSeats: ABOUT.minSeats,
  maxSeats: ABOUT.maxSeats,
  options(raw) {
    const all: FourOptions = { ...FOUR_DEFAULTS, ...(raw as Partial<FourOptions> | null) };
    return Object.hasOwn(TURN_MS, all.timers) && BOTS.includes(all.bots) ? all : null;
  },
  turnMs: ({ timers }) => TURN_MS[timers],
  start: (players) => ({ cells: EMPTY, players, last: null }),
  turn: ({ cells, players }) => players[nextDisc(cells)]!,
  moves: ({ cells }) => openColumns(cells).map((column) => ({ type: 'drop', column })),
  refuse: ({ cells }, { column }) =>
    column < 0 || column >= COLUMNS || landing(cells, column) === null
      ? { code: 'column_full', detail: String(column + 1) }
      : null,
  draw: () => null,
  play(position, { column }) {
    const { cells } = position;
    const last = landing(cells, column)!;
    return { ...position, cells: cells.slice(0, last) + nextDisc(cells) + cells.slice(last + 1), last };
  },
  result({ cells, players, last }) {
    const isWon = last !== null && winningCells(cells).length > 0;
    if (!isWon && openColumns(cells).length > 0) return null;
    const winner = isWon ? players[Number(cells[last])] : null;
    const place = (seat: SeatId) => (winner === null || seat === winner ? 1 : 2);
    return {
      ranking: players.map((seat) => ({ seat, place: place(seat), points: seat === winner ? 1 : 0 })),
    };
  },
};

/** Four in a Row: 7 × 6, two players, everything visible. */
export const fourInARow = turnGame(game);
