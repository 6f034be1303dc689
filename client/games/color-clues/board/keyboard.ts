/** What a key does on the board, as a pure function: no DOM, no clock of its own. */

import { parseCell } from '../../../../shared/games/color-clues/board.ts';
import { CELLS, cellAt, HUES, SHADES, spotOf } from './geometry.ts';

/** How long a half-typed coordinate waits for its next character. */
export const TYPING_MS = 1500;

/** Rows that PageUp and PageDown jump. */
const PAGE = 4;

export interface KeyState {
  readonly cell: number;
  /** What has been typed of a coordinate so far, e.g. `H1`. */
  readonly typed: string;
  /** When the last character was typed, in the clock of the events. */
  readonly typedAt: number;
}

export interface KeyInput {
  readonly key: string;
  readonly at: number;
  readonly isUpright: boolean;
  readonly ctrl: boolean;
}

/** `none`: not ours, let the browser have it. */
export type KeyAction = 'none' | 'aim' | 'typing' | 'place' | 'cancel' | 'zoomIn' | 'zoomOut';

export interface KeyResult {
  readonly state: KeyState;
  readonly action: KeyAction;
}

/** The cell a typed coordinate means, `H14` or `14H`; null while it is incomplete or impossible. */
export function cellTyped(text: string): number | null {
  return parseCell(text) ?? parseCell(text.replace(/^(\d+)(\D)$/, '$2$1'));
}

/** Where an arrow, Home, End or Page key leads from a cell; null for other keys. */
export function cellMoved(cell: number, key: string, ctrl: boolean, isUpright: boolean): number | null {
  const cols = isUpright ? SHADES : HUES;
  const rows = isUpright ? HUES : SHADES;
  const { col, row } = spotOf(cell, isUpright);
  const to = (nextCol: number, nextRow: number) =>
    cellAt(
      { col: Math.min(Math.max(nextCol, 0), cols - 1), row: Math.min(Math.max(nextRow, 0), rows - 1) },
      isUpright,
    );
  switch (key) {
    case 'ArrowLeft':
      return to(col - 1, row);
    case 'ArrowRight':
      return to(col + 1, row);
    case 'ArrowUp':
      return to(col, row - 1);
    case 'ArrowDown':
      return to(col, row + 1);
    case 'PageUp':
      return to(col, row - PAGE);
    case 'PageDown':
      return to(col, row + PAGE);
    case 'Home':
      return ctrl ? 0 : to(0, row);
    case 'End':
      return ctrl ? CELLS - 1 : to(cols - 1, row);
    default:
      return null;
  }
}

/** Whether a text is a coordinate or can still become one. */
function canBecomeCell(text: string): boolean {
  return cellTyped(text) !== null || /^([A-P]0?|[0-2]?\d|30)$/.test(text);
}

/** Adds a character to what was typed; starts anew where it cannot continue. */
function typedNext(typed: string, character: string): string {
  const joined = typed + character;
  return canBecomeCell(joined) ? joined : character;
}

/** One key press. Only `ctrl`+Home/End are taken of the combinations; the caller passes no others with `ctrl`. */
export function pressKey(state: KeyState, input: KeyInput): KeyResult {
  const { key, at, isUpright, ctrl } = input;
  const settled = { ...state, typed: '', typedAt: at };
  const moved = cellMoved(state.cell, key, ctrl, isUpright);
  if (moved !== null) return { state: { ...settled, cell: moved }, action: 'aim' };
  if (ctrl) return { state, action: 'none' };
  const earlier = at - state.typedAt <= TYPING_MS ? state.typed : '';
  // Half a coordinate is no place: "H", Enter forgets the H instead of placing where the aim happened to be.
  const isHalf = earlier !== '' && cellTyped(earlier) === null;
  if (key === 'Enter' || key === ' ') return { state: settled, action: isHalf ? 'typing' : 'place' };
  if (key === 'Escape') return { state: settled, action: isHalf ? 'typing' : 'cancel' };
  if (key === '+' || key === '=') return { state: settled, action: 'zoomIn' };
  if (key === '-') return { state: settled, action: 'zoomOut' };

  const character = key.toUpperCase();
  if (!/^[A-P0-9]$/.test(character)) return { state, action: 'none' };
  const typed = typedNext(earlier, character);
  const cell = cellTyped(typed);
  const isDone = cell !== null && (typed.length === 3 || /^\d{1,2}[A-P]$/.test(typed));
  const next = { cell: cell ?? state.cell, typed: isDone ? '' : typed, typedAt: at };
  return { state: next, action: cell === null ? 'typing' : 'aim' };
}
