import type { OwnWords } from '../games/game.ts';
import type { View } from './faces.ts';

/** A piece of a sentence; `isOwn`: a name or a word of the game, which must stay as it is. */
export interface Part {
  readonly part: string;
  readonly isOwn: boolean;
}

/** What people at a table are called. */
export const namesAt = ({ seats, queue }: View): readonly string[] => [
  ...seats.map(({ person }) => person.name),
  ...queue.map(({ name }) => name),
];

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Parts a sentence at names and at the game's own words; whole words only, the longest first. */
export function partsOf(
  text: string,
  view: View,
  own: OwnWords<unknown> = { at: () => [], always: [], pattern: '' },
): readonly Part[] {
  const words = [...namesAt(view), ...own.at(view), ...own.always]
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)
    .map(escaped);
  const each = [...words, ...(own.pattern === '' ? [] : [own.pattern])];
  if (each.length === 0) return [{ part: text, isOwn: false }];
  const whole = new RegExp(`(?<![\\p{L}\\d])(${each.join('|')})(?![\\p{L}\\d])`, 'u');
  return text.split(whole).flatMap((part, index) => (part === '' ? [] : [{ part, isOwn: index % 2 === 1 }]));
}
