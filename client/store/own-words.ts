import { CELL_NAMES } from '../../shared/games/color-clues/cell-names.ts';
import type { View } from './faces.ts';

/** A piece of a sentence; `isOwn`: a name, a clue, a cell or a color, which must stay as it is. */
export interface Part {
  readonly part: string;
  readonly isOwn: boolean;
}

const COLORS: readonly string[] = [...new Set(CELL_NAMES)];
const CELL = '[A-P](?:[12]\\d|30|[1-9])';

/** What people at a table are called and have said. */
export function wordsAt({ seats, queue, game }: View): readonly string[] {
  const clues = [...(game?.clues ?? []), ...(game?.history ?? []).flatMap((record) => record.clues)];
  return [...seats.map(({ person }) => person.name), ...queue.map(({ name }) => name), ...clues];
}

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** Parts a sentence at these words, at colors and at cells; whole words only, the longest first. */
export function partsOf(text: string, words: readonly string[]): readonly Part[] {
  const all = [...words, ...COLORS].filter(Boolean).sort((a, b) => b.length - a.length);
  const own = new RegExp(`(?<![\\p{L}\\d])(${[...all.map(escaped), CELL].join('|')})(?![\\p{L}\\d])`, 'u');
  return text.split(own).flatMap((part, index) => (part === '' ? [] : [{ part, isOwn: index % 2 === 1 }]));
}
