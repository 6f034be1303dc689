import type { Rejection } from './rules.ts';

/**
 * Where a person reads why something was refused.
 * - `beside`: beside the control that asked
 * - `page`: in place of the page, when they cannot come in; beside what was asked otherwise
 * - `name`, `password`, `old`, `code`: beside that field of a form (`old`: the present password)
 * - `nowhere`: the page deals with it by itself, or nothing had to change
 */
export type Shown = 'beside' | 'page' | 'name' | 'password' | 'old' | 'code' | 'nowhere';

/** What a person reads; a function makes it of the `detail` of a rejection. */
export type Sentence = string | ((detail?: string) => string);

/**
 * The reasons of one module to refuse: by where they are shown, each code with its sentence. No code is in two catalogues:
 * whoever needs one of another module uses that.
 */
export type Catalogue = Readonly<Partial<Record<Shown, Readonly<Record<string, Sentence>>>>>;

/** The sentences for all codes of a catalogue, in any words: in another language none may be missing. */
export type Worded<T extends Catalogue> = {
  readonly [P in keyof T]: { readonly [C in keyof T[P]]: Sentence };
};

/** The codes of a catalogue. */
export type CodeIn<T extends Catalogue> = { [P in keyof T]: keyof T[P] }[keyof T] & string;

/** A sentence for each `detail` that a code comes with; `other` for any other, and without one. */
export const byDetail =
  <D extends string>(other: string, sentences: Readonly<Record<D, string>>): Sentence =>
  (detail = '') =>
    Object.hasOwn(sentences, detail) ? sentences[detail as D] : other;

/** The sentence for a rejection, from the first catalogue that knows its code; one for any other code, too. */
export function sentenceFor({ code, detail }: Rejection, ...catalogues: readonly Catalogue[]): string {
  const part = catalogues.flatMap((each) => Object.values(each)).find((each) => Object.hasOwn(each, code));
  const sentence = part?.[code] ?? 'That did not work.';
  return typeof sentence === 'string' ? sentence : sentence(detail);
}

/** Where the sentence for a code is shown; null for a code of another catalogue. */
export function shownAt(code: string, catalogue: Catalogue): Shown | null {
  const found = Object.entries(catalogue).find(([, part]) => Object.hasOwn(part, code));
  return (found?.[0] as Shown | undefined) ?? null;
}

/** “20 seconds”, “5 minutes”, “2 hours” from a detail in seconds, never too short; “a moment” without one. */
export function durationOf(detail: string | undefined): string {
  const seconds = Number(detail);
  if (!(seconds > 0)) return 'a moment';
  if (seconds < 90) return amount(seconds, 'second');
  return seconds < 90 * 60 ? amount(seconds / 60, 'minute') : amount(seconds / 3_600, 'hour');
}

const amount = (count: number, unit: string): string =>
  `${Math.ceil(count)} ${unit}${Math.ceil(count) === 1 ? '' : 's'}`;
