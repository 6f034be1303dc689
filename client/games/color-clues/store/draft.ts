import { type Signal, signal } from '@preact/signals';
import type { Cell } from '../../../../shared/games/color-clues/types.ts';
import type { View } from './view.ts';

/** What one person at one table is about to do. */
export interface Draft {
  /** The cell under consideration; for the giver the color of the card. */
  readonly aim: Signal<Cell | null>;
  /** The clue being typed; kept while the sheet is closed and when it is refused. */
  readonly clue: Signal<string>;
  /** The last view that showed a reveal. */
  readonly lastReveal: Signal<View | null>;
}

const drafts = new WeakMap<object, Draft>();

/** The draft that belongs to a sitting, for as long as it lasts. */
export function draftOf(sitting: object): Draft {
  const found = drafts.get(sitting) ?? { aim: signal(null), clue: signal(''), lastReveal: signal(null) };
  drafts.set(sitting, found);
  return found;
}
