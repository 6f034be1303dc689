import type { Oklab } from 'culori';
import { cellName } from '../../shared/games/color-clues/board.ts';
import { COLOR_NAMES } from '../../shared/games/color-clues/clue-words.ts';
import { nearestCell, oklabDistance, toOklab } from './board-match.ts';
import { MODIFIERS } from './modifiers.ts';
import { type NamedColor, SPELLING } from './names.ts';
import { type Kind, THINGS } from './things.ts';

/** A thing of our own list. */
export interface Thing {
  /** As it is looked up. */
  readonly phrase: string;
  /** As it is said. */
  readonly text: string;
  /** What else names it on the board: its English word. */
  readonly english: string | null;
  readonly kind: Kind;
  readonly colors: readonly Oklab[];
  /** Nearly everybody knows it, fewer people do, or bots only understand it. */
  readonly use: 'common' | 'rare' | 'never';
}

/** One color that a phrase stands for, and its share of all that people think of (0–1). */
export interface Sense {
  readonly color: Oklab;
  readonly share: number;
}

/** How much we trust our own list, and what each further color of a thing counts for. */
export const OWN_TRUST = 2;
export const RANKS = [1, 0.6, 0.4];
/** The trust of a word taken out of a longer name: "hunter" of "hunter green". */
const PART_TRUST = 0.3;
/** Colors nearer than this (OKLab) are one color seen twice. */
const SAME_COLOR = 0.1;
/** Senses with a smaller share are dropped. */
const LEAST_SHARE = 0.2;

/** Reads the lists in `things.ts`. */
export function parseThings(): Thing[] {
  return Object.entries(THINGS).flatMap(([kind, list]) =>
    list.split(',').map((entry) => {
      const [, mark, phrase, colors] = /^([~?]?)([a-z ]+?) ((?:#[0-9a-f]{6} ?)+)$/.exec(entry.trim()) ?? [];
      if (!phrase || !colors) throw new Error(`things: cannot read "${entry.trim()}"`);
      return {
        phrase,
        text: phrase,
        english: null,
        kind: kind as Kind,
        colors: colors.split(' ').map((hex) => toOklab(hex)),
        use: useOf(mark),
      };
    }),
  );
}

/** What a mark before a thing says. */
export const useOf = (mark: string | undefined): Thing['use'] =>
  !mark ? 'common' : mark === '~' ? 'rare' : 'never';

/** What every phrase stands for. A thing of ours with several colors is not blended with the lists. */
export function buildSenses(things: readonly Thing[], names: readonly NamedColor[]): Map<string, Sense[]> {
  const samples = new Map<string, { color: Oklab; weight: number }[]>();
  const add = (phrase: string, color: Oklab, weight: number) =>
    samples.set(phrase, [...(samples.get(phrase) ?? []), { color, weight }]);
  const divided = new Set(things.filter(({ colors }) => colors.length > 1).map(({ phrase }) => phrase));
  for (const { phrase, colors } of things) {
    colors.forEach((color, i) => {
      add(phrase, color, OWN_TRUST * RANKS[i]!);
    });
  }
  for (const { name, color, trust } of names) {
    if (!divided.has(name) && isPhrase(name)) add(name, color, trust);
  }
  for (const { name, color } of names) {
    const part = /^([a-z]+) (?:[a-z]+)$/.exec(name)?.[1];
    const isOfColor = part && isBasic(name.split(' ')[1]!) && !isBasic(part) && !MODIFIERS.has(part);
    if (isOfColor && !/(ish|y)$/.test(part) && !samples.has(part)) add(part, color, PART_TRUST);
  }
  for (const [spelling, word] of SPELLING) {
    const known = samples.get(word);
    if (known) samples.set(spelling, known);
  }
  return new Map([...samples].map(([phrase, all]) => [phrase, merge(all)]));
}

/** `apple=H7*10,F18*6 fruit`; without a kind: something that fewer people know. */
export function encodeEntry([phrase, senses]: [string, Sense[]], kind: Kind | undefined): string {
  const weight = (share: number) => (senses.length === 1 ? '' : `*${Math.round(share * 10)}`);
  const cells = senses.map(({ color, share }) => cellName(nearestCell(color)) + weight(share)).join(',');
  return `${phrase}=${cells}${kind ? ` ${kind}` : ''}`;
}

/** The kinds of all things that nearly everybody knows. */
export const kindsOf = (things: readonly Thing[]): ReadonlyMap<string, Kind> =>
  new Map(things.filter(({ use }) => use !== 'rare').map(({ phrase, kind }) => [phrase, kind]));

const isBasic = (word: string): boolean => COLOR_NAMES.some((name) => name === word);

/** Things and plain color names. "Light green" is not kept: bots build it from its words. */
function isPhrase(name: string): boolean {
  const words = name.split(' ');
  if (words.length === 1) return !MODIFIERS.has(name) && !/(ish|purpley|purply|pinky)$/.test(name);
  return (
    words.length <= 3 &&
    !words.some((word) => word === 'and' || isBasic(word) || MODIFIERS.has(word) || /ish$/.test(word))
  );
}

/** Joins samples of the same color into their weighted mean; keeps up to three different colors. */
export function merge(samples: readonly { color: Oklab; weight: number }[]): Sense[] {
  const groups: { color: Oklab; weight: number }[] = [];
  for (const { color, weight } of [...samples].sort((a, b) => b.weight - a.weight)) {
    const at = groups.findIndex((group) => oklabDistance(group.color, color) < SAME_COLOR);
    const group = groups[at];
    if (group) groups[at] = { color: mean(group, { color, weight }), weight: group.weight + weight };
    else groups.push({ color, weight });
  }
  const total = groups.reduce((sum, { weight }) => sum + weight, 0);
  const kept = groups
    .map(({ color, weight }) => ({ color, share: weight / total }))
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((a, b) => b.share - a.share)
    .slice(0, RANKS.length);
  const sum = kept.reduce((all, { share }) => all + share, 0);
  return kept.map(({ color, share }) => ({ color, share: share / sum }));
}

function mean(a: { color: Oklab; weight: number }, b: { color: Oklab; weight: number }): Oklab {
  const mix = (x: number, y: number) => (x * a.weight + y * b.weight) / (a.weight + b.weight);
  return {
    mode: 'oklab',
    l: mix(a.color.l, b.color.l),
    a: mix(a.color.a, b.color.a),
    b: mix(a.color.b, b.color.b),
  };
}
