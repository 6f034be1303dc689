import { err, ok, type Result } from '../../core/result.ts';
import type { Rejection } from '../../core/rules.ts';
import {
  COLOR_ENDINGS,
  COLOR_MODIFIERS,
  COLOR_NAMES,
  COMPARISONS,
  NUMBERS,
  POSITIONS,
} from './clue-words.ts';
import type { GameOptions } from './types.ts';

/** A word may have this many letters. */
const MAX_LETTERS = 20;
/** Endings that do not make a new clue of an old one. */
const REPEAT_ENDINGS = ['s', 'es', 'ed', 'ing', 'd'];

/** A clue that passed. `warning` is the code that strict checking would have refused it with (honor mode). */
export interface CheckedClue {
  /** As shown: spaces tidied, case and accents kept. */
  readonly text: string;
  readonly words: readonly string[];
  readonly warning: string | null;
}

/** The words of a clue for comparing: NFKC, lower case, no diacritics, no invisible characters. SPEC: clue check. */
export const normalizeClue = (text: string): string[] =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .replace(/[’ʼ]/g, "'")
    .split(/[\s\p{Pd}]+/u)
    .filter((word) => word !== '');

const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * Checks a clue: its form always, its words as strictly as the host wants. Codes: `clue_empty`,
 * `clue_too_many_words`, `clue_word_too_long`, `clue_not_letters`, `clue_color_name`, `clue_position`,
 * `clue_comparison`, `clue_number`, `clue_repeated`; the detail is the word.
 */
export function checkClue(
  text: string,
  context: {
    readonly pass: 1 | 2;
    readonly usedClues: readonly string[];
    readonly strictness: GameOptions['clueCheck'];
  },
): Result<CheckedClue, Rejection> {
  const words = normalizeClue(text);
  const malformed = checkForm(words, context.pass);
  if (malformed) return err(malformed);
  const forbidden = context.strictness === 'off' ? null : findForbidden(words, context.usedClues);
  if (forbidden && context.strictness === 'strict') return err(forbidden);
  return ok({ text: tidy(text), words, warning: forbidden?.code ?? null });
}

function checkForm(words: readonly string[], pass: 1 | 2): Rejection | null {
  if (words.length === 0) return { code: 'clue_empty' };
  if (words.length > pass) return { code: 'clue_too_many_words', detail: String(pass) };
  for (const word of words) {
    if (!/^[\p{L}\p{M}'\d]+$/u.test(word) || !/\p{L}/u.test(word)) {
      return /^\d+$/.test(word)
        ? { code: 'clue_number', detail: word }
        : { code: 'clue_not_letters', detail: word };
    }
    if (/^[a-p]\d{1,2}$/.test(word)) return { code: 'clue_position', detail: word };
    if (/\d/.test(word)) return { code: 'clue_not_letters', detail: word };
    if ([...word].length > MAX_LETTERS) return { code: 'clue_word_too_long', detail: word };
  }
  return null;
}

function findForbidden(words: readonly string[], usedClues: readonly string[]): Rejection | null {
  for (const word of words) {
    const plain = word.replaceAll("'", '');
    if (isColorName(plain)) return { code: 'clue_color_name', detail: word };
    if (includes(COMPARISONS, plain)) return { code: 'clue_comparison', detail: word };
    if (includes(POSITIONS, plain) || [...plain].length === 1) return { code: 'clue_position', detail: word };
    if (includes(NUMBERS, plain)) return { code: 'clue_number', detail: word };
    if (usedClues.some((used) => isSameWord(used, word))) return { code: 'clue_repeated', detail: word };
  }
  const joined = words.join('');
  return words.length > 1 && isColorName(joined)
    ? { code: 'clue_color_name', detail: words.join(' ') }
    : null;
}

const includes = (list: readonly string[], word: string): boolean => list.includes(word);

/** A color name as it is, with a listed ending, or after a listed modifier. Not every word that contains one. */
function isColorName(word: string): boolean {
  return COLOR_NAMES.some((name) => {
    if (isWithEnding(word, name)) return true;
    return COLOR_MODIFIERS.some(
      (modifier) => word.startsWith(modifier) && isWithEnding(word.slice(modifier.length), name),
    );
  });
}

function isWithEnding(word: string, name: string): boolean {
  if (word === name) return true;
  const stems = [name, name.replace(/e$/, ''), name + name.at(-1)];
  return stems.some((stem) => COLOR_ENDINGS.some((ending) => word === stem + ending));
}

const isSameWord = (a: string, b: string): boolean => a === b || isInflected(a, b) || isInflected(b, a);
const isInflected = (longer: string, shorter: string): boolean =>
  REPEAT_ENDINGS.some((ending) => longer === shorter + ending);

/** Refuses a clue that names somebody at the table; it would stand in for an object in the room. */
export function checkClueAgainstNames(text: string, names: readonly string[]): Rejection | null {
  const taken = new Set(names.flatMap(normalizeClue).filter((word) => word.length > 2));
  const word = normalizeClue(text).find((candidate) => taken.has(candidate));
  return word === undefined ? null : { code: 'clue_player_name', detail: word };
}
