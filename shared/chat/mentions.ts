import type { PlayerId } from '../core/ids.ts';
import { type Inline, parseMarkup } from './markup.ts';

/** Somebody who can be mentioned. */
export interface Mentionable {
  readonly id: PlayerId;
  readonly name: string;
}

/** Who is mentioned in a text as it is shown: not in code. People of the same name are all meant. */
export function mentionsIn(text: string, people: readonly Mentionable[]): readonly PlayerId[] {
  if (!text.includes('@')) return [];
  const found = new Set<string>();
  for (const block of parseMarkup(
    text,
    people.map(({ name }) => name),
  )) {
    if (block.type !== 'code') collect(block.children, found);
  }
  return people.filter(({ name }) => found.has(name.toLowerCase())).map(({ id }) => id);
}

function collect(pieces: readonly Inline[], found: Set<string>): void {
  for (const piece of pieces) {
    if (piece.type === 'mention') found.add(piece.name.toLowerCase());
    else if ('children' in piece) collect(piece.children, found);
  }
}

/** Who may be meant by the beginning of a name: names that begin so first, then those with a word that does. */
export function completionsFor<T extends Mentionable>(
  prefix: string,
  people: readonly T[],
  limit = 8,
): readonly T[] {
  const typed = prefix.toLowerCase();
  const begins = people.filter(({ name }) => name.toLowerCase().startsWith(typed));
  const contains = people.filter(
    (person) => !begins.includes(person) && person.name.toLowerCase().includes(` ${typed}`),
  );
  return [...begins, ...contains].slice(0, limit);
}
