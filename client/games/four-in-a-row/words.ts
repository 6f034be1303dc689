import { type Cells, COLUMNS, ROWS, winningCells } from '../../../shared/games/four-in-a-row/board.ts';
import type { FourView } from '../../../shared/games/four-in-a-row/rules.ts';
import { faceOf, type MySeat } from '../../store/faces.ts';
import type { Played, Result, Sentence } from '../game.ts';
import { turnSentence } from '../turns.tsx';
import { text } from './messages/index.ts';

type Four = Played<FourView>;

/** Whose each disc is, by who moves first and second: `yours`, `Ben's`. */
export const ownersOf = (view: Four, me: MySeat): readonly string[] =>
  view.game.order.map((seat) => text.owner(faceOf(view, seat, me)));

/** The discs of a column (0–6), from below. */
const stackOf = (cells: Cells, column: number): string[] =>
  [...cells].filter((disc, cell) => disc !== '.' && cell % COLUMNS === column).reverse();

/** `Column 3, 2 discs, yours on top`. */
export function columnLabel(cells: Cells, column: number, owners: readonly string[]): string {
  const stack = stackOf(cells, column);
  const top = owners[Number(stack.at(-1))];
  if (top === undefined) return text.emptyColumn(column + 1);
  return text.column(column + 1, stack.length, stack.length === ROWS, top);
}

/** `From below: yours, Ben's`; undefined where that says no more than the label. */
export function columnDetail(cells: Cells, column: number, owners: readonly string[]): string | undefined {
  const stack = stackOf(cells, column);
  return stack.length < 2 ? undefined : text.fromBelow(stack.map((disc) => owners[Number(disc)]!));
}

/** What stands above the board. */
export function sentence(view: Four, me: MySeat): Sentence {
  const { turn, position } = view.game;
  const last = position.last === null ? text.firstDisc : text.lastColumn((position.last % COLUMNS) + 1);
  return turnSentence(view, me, turn === me ? text.dropDisc : last);
}

/** What a screen reader is told of every move. */
export function announcement(before: Four | null, after: Four, me: MySeat): string | null {
  const { position, turn } = after.game;
  const isSame = before?.gameNumber === after.gameNumber && before.game?.position.cells === position.cells;
  if (isSame) return null;
  const next = turn === null ? null : faceOf(after, turn, me);
  if (position.last === null) return next && text.newGame(next);
  const mover = faceOf(after, position.players[Number(position.cells[position.last])]!, me);
  const column = (position.last % COLUMNS) + 1;
  return winningCells(position.cells).length > 0
    ? text.droppedFour(mover, column)
    : text.dropped(mover, column, next);
}

/** Who won and how; a full board has no winner. */
export function result(view: Four): Result {
  const { ranking, position } = view.game;
  const places = ranking ?? [];
  const isDraw = places.every(({ place }) => place === 1);
  const discs = position.cells.replaceAll('.', '').length;
  const won = winningCells(position.cells).length > 0 ? text.wonAfter(discs) : text.otherLeft;
  const noteOf = (place: number) => (isDraw || place > 1 ? '' : won);
  const rows = places.map(({ seat, place }) => ({ seat, place, score: null, note: noteOf(place) }));
  const signs = position.cells.replaceAll('.', '·').replaceAll('0', '●').replaceAll('1', '○');
  return {
    rows: rows.sort((a, b) => a.place - b.place),
    headline: isDraw ? text.draw : null,
    summary: signs.match(/.{7}/g) ?? [],
  };
}
