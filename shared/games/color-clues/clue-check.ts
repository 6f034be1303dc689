import { FIRST_LANGUAGE, type Language } from '../../core/languages.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Rejection } from '../../core/rules.ts';
import {
  COLOR_ENDINGS,
  COLOR_MODIFIERS,
  COLOR_NAMES,
  COMPARISONS,
  NO_COLOR_NAMES,
  NUMBERS,
  POSITIONS,
  SMALL_WORDS,
} from './clue-words.ts';
import { FORBIDDEN_ABROAD } from './clue-words-abroad.ts';
import type { GameOptions } from './types.ts';

/** A word may have this many letters, and a clue this many characters. */
const MAX_LETTERS = 20;
export const MAX_CHARACTERS = 50;
/** With so many words clues are phrases, and the small words between the others mean nothing by themselves. */
const PHRASE_FROM = 3;
/** Endings that do not make a new clue of an old one; a final e is dropped before some. */
const REPEAT_ENDINGS = ['s', 'es', 'ed', 'ing'];
const AFTER_DROPPED_E: ReadonlySet<string> = new Set(['ed', 'ing']);
/** Scripts in which one letter is a whole word. */
const WORD_LETTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** A clue that passed. `warning` is the code that strict checking would have refused it with (honor mode). */
export interface CheckedClue {
  /** As shown: spaces tidied, case and accents kept. */
  readonly text: string;
  readonly words: readonly string[];
  readonly warning: string | null;
}

/** What a clue is checked against. */
export interface ClueContext {
  /** How many words it may have, 1–5. */
  readonly words: number;
  /** Words of all clues of this game, normalized. */
  readonly usedClues: readonly string[];
  readonly strictness: GameOptions['clueCheck'];
  /** What is spoken at the table; its words are refused, too, as far as they are known. */
  readonly language?: Language | undefined;
  /** The clue that this one replaces after a challenge: no mode lets it pass again. */
  readonly voided?: string | null;
}

/**
 * The words of a clue for comparing: NFKC, lower case, no diacritics, no invisible characters, split on spaces and
 * hyphens. SPEC: clue check, 1.
 */
export const normalizeClue = (text: string): string[] =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[‘’ʼ`´]/g, "'")
    .split(/[\s\p{Pd}]+/u)
    .filter((word) => word !== '');

/** For showing. More than three marks on one letter are ornament that spills over the line. */
const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * Checks a clue: its form always, its words as strictly as the host wants. Codes: `clue_empty`,
 * `clue_too_many_words` (detail: how many are allowed), `clue_too_long` (detail: characters), `clue_word_too_long`, `clue_not_letters`, `clue_color_name`,
 * `clue_position`, `clue_comparison`, `clue_number`, `clue_repeated` (detail: the word). SPEC: clue check, 1 and 2.
 */
export function checkClue(
  text: string,
  { words: most, usedClues, strictness, language = FIRST_LANGUAGE, voided = null }: ClueContext,
): Result<CheckedClue, Rejection> {
  const words = normalizeClue(text);
  const shown = tidy(text);
  const telling = most < PHRASE_FROM ? words : withoutSmall(words);
  const isVoided = saidBefore(voided === null ? [] : normalizeClue(voided), language);
  const refusal = checkForm(words, shown, most) ?? findRepeated(telling, isVoided);
  if (refusal) return err(refusal);
  const forbidden =
    strictness === 'off'
      ? null
      : (findForbidden(telling) ??
        findTorn(words, language) ??
        findAbroad(telling, language) ??
        findRepeated(telling, saidBefore(usedClues, language)));
  if (forbidden && strictness === 'strict') return err(forbidden);
  return ok({ text: shown, words, warning: forbidden?.code ?? null });
}

/** Tells words that name somebody, for `checkClueAgainstNames`: a part of one of these names, or all of it. */
export function namedBy(names: readonly string[]): (word: string) => boolean {
  const words = names.flatMap((name) => {
    const parts = normalizeClue(name);
    return [...parts, parts.join('')];
  });
  return saidBefore(words.filter((word) => word.length > 1));
}

/**
 * Refuses a clue that names somebody at the table; it would stand in for an object in the room. The rules do not know
 * names: whoever does asks before the clue reaches them. Code: `clue_player_name`.
 */
export function checkClueAgainstNames(text: string, isNamed: (word: string) => boolean): Rejection | null {
  const found = repeatedIn(normalizeClue(text), isNamed);
  return found === null ? null : { code: 'clue_player_name', detail: found };
}

/** The words of a phrase that say something; all, when none does. */
function withoutSmall(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !SMALL_WORDS.has(plain(word)));
  return telling.length === 0 ? words : telling;
}

function checkForm(words: readonly string[], shown: string, most: number): Rejection | null {
  if (words.length === 0) return { code: 'clue_empty' };
  if (words.length > most) return { code: 'clue_too_many_words', detail: String(most) };
  for (const word of words) {
    if (/^[a-p]\d{1,2}$/.test(word)) return { code: 'clue_position', detail: word };
    if (/^\d+$/.test(word)) return { code: 'clue_number', detail: word };
    if (!/^[\p{L}\p{M}']+$/u.test(word) || !/\p{L}/u.test(word))
      return { code: 'clue_not_letters', detail: word };
    if (lettersIn(word) > MAX_LETTERS) return { code: 'clue_word_too_long', detail: word };
  }
  if ([...shown].length > MAX_CHARACTERS) return { code: 'clue_too_long', detail: String(MAX_CHARACTERS) };
  return null;
}

const lettersIn = (word: string): number => word.match(/\p{L}/gu)?.length ?? 0;

function findForbidden(words: readonly string[]): Rejection | null {
  for (const word of words) {
    const code = forbiddenBecause(plain(word));
    if (code) return { code, detail: word };
  }
  return null;
}

/** A color name in parts: "gre en", alone or in a phrase; "gr ün" where German is spoken. */
function findTorn(words: readonly string[], language: Language): Rejection | null {
  const abroad = FORBIDDEN_ABROAD[language];
  const isName = (word: string) => isColorName(word) || (abroad?.isColorName(abroad.fold(word)) ?? false);
  const torn = [words, ...words.slice(1).map((word, before) => [words[before] ?? '', word])];
  const found = torn.find((parts) => parts.length > 1 && isName(plain(parts.join(''))));
  return found === undefined ? null : { code: 'clue_color_name', detail: found.join(' ') };
}

function findAbroad(words: readonly string[], language: Language): Rejection | null {
  const abroad = FORBIDDEN_ABROAD[language];
  if (!abroad) return null;
  const { fold, isColorName, isPosition, isNumber, isComparison } = abroad;
  const folded = words.map((word) => fold(plain(word)));
  for (const [i, word] of folded.entries()) {
    const detail = words[i]!;
    if (isComparison(word, { isFirst: i === 0, isLast: i === folded.length - 1 }))
      return { code: 'clue_comparison', detail };
    if (isColorName(word)) return { code: 'clue_color_name', detail };
    if (isPosition(word)) return { code: 'clue_position', detail };
    if (isNumber(word)) return { code: 'clue_number', detail };
  }
  return null;
}

function forbiddenBecause(word: string): string | null {
  if (COMPARISONS.has(word)) return 'clue_comparison';
  if (isColorName(word)) return 'clue_color_name';
  if (POSITIONS.has(word)) return 'clue_position';
  if (lettersIn(word) === 1 && !WORD_LETTER.test(word)) return 'clue_position';
  return NUMBERS.has(word) ? 'clue_number' : null;
}

/** A color name as it is, with a listed ending, or after listed modifiers. Not every word that contains one. */
function isColorName(word: string): boolean {
  if (NO_COLOR_NAMES.has(word)) return false;
  if (COLOR_NAMES.some((name) => word.startsWith(stemOf(name)) && isWithEnding(word, name))) return true;
  return COLOR_MODIFIERS.some(
    (modifier) =>
      word.length > modifier.length && word.startsWith(modifier) && isColorName(word.slice(modifier.length)),
  );
}

/** `orange`, `orangy`: a final e may be dropped before an ending. */
const stemOf = (name: string): string => name.replace(/e$/, '');

function isWithEnding(word: string, name: string): boolean {
  if (word === name) return true;
  const stems = [name, stemOf(name), name + name.at(-1)];
  return stems.some((stem) => COLOR_ENDINGS.some((ending) => word === stem + ending));
}

/** Finds a word, or all words read as one, that was said before, perhaps with another ending. */
function findRepeated(words: readonly string[], isSaid: (word: string) => boolean): Rejection | null {
  const found = repeatedIn(words, isSaid);
  return found === null ? null : { code: 'clue_repeated', detail: found };
}

/** The word, or all words read as one, that was said before; null for none. */
export function repeatedIn(words: readonly string[], isSaid: (word: string) => boolean): string | null {
  return words.find(isSaid) ?? (words.length > 1 && isSaid(words.join('')) ? words.join(' ') : null);
}

/** Tells words that were said before, also with another ending of the language: "waves", "waving" and "waved" for "wave". */
export function saidBefore(
  before: readonly string[],
  language: Language = FIRST_LANGUAGE,
): (word: string) => boolean {
  const abroad = FORBIDDEN_ABROAD[language];
  const bare = (text: string) => (abroad ? abroad.fold(plain(text)) : plain(text));
  const endings = [...REPEAT_ENDINGS, ...(abroad?.endings ?? [])];
  const said = new Set(before.map(bare));
  const isSame = abroad?.isSame ?? (() => true);
  return (text) => {
    const word = bare(text);
    return said.has(word) || endings.some((ending) => isSaidWith(ending, word, { said, isSame }));
  };
}

interface Said {
  readonly said: ReadonlySet<string>;
  readonly isSame: (shorter: string, longer: string) => boolean;
}

/** Whether a word is one that was said, with this ending more or less. A final e may be dropped before it. */
function isSaidWith(ending: string, word: string, { said, isSame }: Said): boolean {
  const longer = [word + ending];
  const shorter = word.endsWith(ending) ? [word.slice(0, -ending.length)] : [];
  if (AFTER_DROPPED_E.has(ending)) {
    if (word.endsWith('e')) longer.push(stemOf(word) + ending);
    for (const stem of [...shorter]) shorter.push(`${stem}e`);
  }
  return (
    longer.some((form) => said.has(form) && isSame(word, form)) ||
    shorter.some((form) => said.has(form) && isSame(form, word))
  );
}

const plain = (word: string): string => word.replaceAll("'", '');
