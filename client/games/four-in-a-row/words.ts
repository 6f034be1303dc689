import { type Cells, COLUMNS, ROWS, winningCells } from '../../../shared/games/four-in-a-row/board.ts';
import type { FourView } from '../../../shared/games/four-in-a-row/rules.ts';
import { faceOf, type MySeat, subject } from '../../store/faces.ts';
import type { Played, Result, Sentence } from '../game.ts';
import { turnSentence } from '../turns.tsx';

type Four = Played<FourView>;

/** Whose each disc is, by who moves first and second: `yours`, `Ben's`. */
export const ownersOf = (view: Four, me: MySeat): readonly string[] =>
  view.game.order.map((seat) => (seat === me ? 'yours' : `${faceOf(view, seat, me).name}’s`));

/** The discs of a column (0–6), from below. */
const stackOf = (cells: Cells, column: number): string[] =>
  [...cells].filter((disc, cell) => disc !== '.' && cell % COLUMNS === column).reverse();

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
  const last = position.last === null ? 'The first disc.' : `Last: column ${(position.last % COLUMNS) + 1}.`;
  return turnSentence(view, me, turn === me ? 'Drop a disc into a column.' : last);
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
  const places = ranking ?? [];
  const isDraw = places.every(({ place }) => place === 1);
  const discs = position.cells.replaceAll('.', '').length;
  const won =
    winningCells(position.cells).length > 0 ? `Four in a row after ${discs} discs` : 'The other left';
  const noteOf = (place: number) => (isDraw || place > 1 ? '' : won);
  const rows = places.map(({ seat, place }) => ({ seat, place, score: null, note: noteOf(place) }));
  const signs = position.cells.replaceAll('.', '·').replaceAll('0', '●').replaceAll('1', '○');
  return {
    rows: rows.sort((a, b) => a.place - b.place),
    headline: isDraw ? 'A draw: the board is full' : null,
    summary: signs.match(/.{7}/g) ?? [],
  };
}
