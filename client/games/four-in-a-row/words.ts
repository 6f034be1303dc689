import { type Cells, COLUMNS, ROWS, winningCells } from '../../../shared/games/four-in-a-row/board.ts';
import type { FourView } from '../../../shared/games/four-in-a-row/rules.ts';
import { faceOf, type MySeat, subject } from '../../store/faces.ts';
import type { Played, PlayerLine, Result, ResultRow, Sentence } from '../game.ts';

type Four = Played<FourView>;

/** Whose each disc is, by who moves first and second: `yours`, `Ben's`. */
export const ownersOf = (view: Four, me: MySeat): readonly string[] =>
  view.game.order.map((seat) => (seat === me ? 'yours' : `${faceOf(view, seat, me).name}’s`));

/** The discs of a column (0–6), from below. */
const stackOf = (cells: Cells, column: number): string[] =>
  Array.from({ length: ROWS }, (_, row) => cells[(ROWS - 1 - row) * COLUMNS + column]!).filter(
    (disc) => disc !== '.',
  );

/** `Column 3, 2 discs, yours on top`. */
export function columnLabel(cells: Cells, column: number, owners: readonly string[]): string {
  const stack = stackOf(cells, column);
  const count = stack.length === ROWS ? 'full' : `${stack.length} disc${stack.length === 1 ? '' : 's'}`;
  const top = owners[Number(stack.at(-1))];
  return `Column ${column + 1}, ${top === undefined ? 'empty' : `${count}, ${top} on top`}`;
}

/** `From below: yours, Ben's`; undefined where that says no more than the label. */
export function columnDetail(cells: Cells, column: number, owners: readonly string[]): string | undefined {
  const stack = stackOf(cells, column);
  return stack.length < 2 ? undefined : `From below: ${stack.map((disc) => owners[Number(disc)]).join(', ')}`;
}

/** What stands above the board. */
export function sentence(view: Four, me: MySeat): Sentence {
  const { turn, position } = view.game;
  if (turn === null) return { now: '', about: '', large: 'The game is over' };
  const { isMine, name, awaySince } = faceOf(view, turn, me);
  if (isMine) return { now: '', about: 'Drop a disc into a column.', large: 'Your turn' };
  const about = position.last === null ? 'The first disc.' : `Last: column ${(position.last % COLUMNS) + 1}.`;
  return { now: '', about, large: `${name} is ${awaySince === null ? 'thinking' : 'away'}` };
}

/** What a screen reader is told of every move. */
export function announcement(before: Four | null, after: Four, me: MySeat): string | null {
  const { position, turn } = after.game;
  const isSame = before?.gameNumber === after.gameNumber && before.game?.position.cells === position.cells;
  if (isSame) return null;
  const next = turn === null ? '' : turn === me ? 'Your turn.' : `${faceOf(after, turn, me).name} is next.`;
  if (position.last === null) return `A new game. ${next}`;
  const mover = faceOf(after, position.players[Number(position.cells[position.last])]!, me);
  const end = winningCells(position.cells).length > 0 ? ' Four in a row!' : next && ` ${next}`;
  return `${subject(mover)}: column ${(position.last % COLUMNS) + 1}.${end}`;
}

/** Who won and how; a full board has no winner. */
export function result(view: Four): Result {
  const { ranking, position } = view.game;
  const won = winningCells(position.cells);
  const discs = [...position.cells].filter((disc) => disc !== '.').length;
  const note = won.length > 0 ? `Four in a row after ${discs} discs` : 'The other one left';
  const rows = (ranking ?? []).map(
    ({ seat, place }): ResultRow => ({ seat, place, score: null, note: place === 1 ? note : '' }),
  );
  const isDraw = rows.every(({ place }) => place === 1);
  const lines = Array.from({ length: ROWS }, (_, row) =>
    position.cells
      .slice(row * COLUMNS, (row + 1) * COLUMNS)
      .replaceAll('.', '·')
      .replaceAll('0', '●')
      .replaceAll('1', '○'),
  );
  return {
    rows: isDraw ? rows.map((row) => ({ ...row, note: '' })) : rows.toSorted((a, b) => a.place - b.place),
    headline: isDraw ? 'A draw: the board is full' : null,
    summary: lines,
  };
}

/** Both players, in the order in which they move. */
export const players = (view: Four): readonly PlayerLine[] =>
  view.game.order.map((seat) => ({
    seat,
    status: view.game.turn === seat ? 'to move' : 'waiting',
    score: null,
  }));
