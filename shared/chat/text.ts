import { withNeededJoiners } from '../core/joiners.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { Rejection } from '../core/rules.ts';
import { refuse } from './codes.ts';
import { MAX_TEXT } from './types.ts';

/** UTF-16 units of one message: a single grapheme cluster can be arbitrarily long. */
const MAX_UNITS = 5 * MAX_TEXT;
/** Marks on one letter: more of those that fit on any letter is ornament that spills over the line. */
const MAX_MARKS = 3;
/** Marks of a script of its own: Burmese and Khmer syllables have so many. */
const MAX_SCRIPT_MARKS = 6;
const MAX_EMPTY_LINES = 2;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Lone surrogates, controls, and whatever is drawn as nothing. The first group is what of it has a meaning and stays:
 * joiners that are needed, the tags of a flag, variation selectors, line breaks.
 */
const JUNK =
  /([\u200c\u200d]|(?<=\u{1f3f4})[\u{e0020}-\u{e007e}]{1,7}\u{e007f}|\p{Variation_Selector}|\n)|[\p{Surrogate}\p{Cc}\ufff9-\ufffb\p{Default_Ignorable_Code_Point}]/gu;
const MARKS = /\p{M}+/gu;
const BLANK = /^[\s\p{M}\u2800]*$/u;

/**
 * A message as it is stored: composed (NFC), without what cannot be seen or what spills over its line, trimmed, with at
 * most two empty lines in a row. Refused as `empty_text` or `text_too_long`.
 */
export function cleanText(raw: string): Result<string, Rejection> {
  const seen = raw
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(/\t/g, '  ')
    .replace(JUNK, '$1');
  const visible = withNeededJoiners(seen).normalize('NFC').replace(MARKS, fewMarks);
  const text = tidyLines(visible);
  if (BLANK.test(text)) return err(refuse('empty_text'));
  return isTooLong(text) ? err(refuse('text_too_long')) : ok(text);
}

/** A title or a topic as it is stored: one line, cleaned like a message; `''` when nothing is left to see. */
export function cleanLine(raw: string): string {
  const text = cleanText(raw.replace(/\s+/gu, ' '));
  return text.ok ? text.value : '';
}

function fewMarks(marks: string): string {
  const most = /^\p{Script=Inherited}/u.test(marks) ? MAX_MARKS : MAX_SCRIPT_MARKS;
  return [...marks].slice(0, most).join('');
}

function tidyLines(text: string): string {
  const lines: string[] = [];
  let empty = 0;
  for (const line of text.split('\n')) {
    const tidy = line.trimEnd();
    empty = tidy === '' ? empty + 1 : 0;
    if (empty <= MAX_EMPTY_LINES) lines.push(tidy);
  }
  return lines.join('\n').trim();
}

/** Whether a text has more than `MAX_TEXT` grapheme clusters, or is absurdly long for so many. */
export function isTooLong(text: string): boolean {
  if (text.length <= MAX_TEXT) return false;
  return text.length > MAX_UNITS || takeGraphemes(text, MAX_TEXT).length < text.length;
}

function takeGraphemes(text: string, most: number): string {
  if (text.length <= most) return text;
  let left = most;
  for (const { index } of graphemes.segment(text)) if (left-- === 0) return text.slice(0, index);
  return text;
}

/** Endings that people type for addresses without `https://`. */
const ENDINGS =
  'com|net|org|info|biz|edu|gov|io|gg|me|tv|co|app|dev|xyz|site|online|shop|store|link|click|club|top|live|fun|' +
  'icu|vip|win|bet|ly|to|cc|ru|su|cn|de|fr|es|it|nl|pl|uk|eu|us|ca|br|in|jp|ch|at|se|no|dk|fi';
const LINK = new RegExp(
  `[a-z][a-z0-9+.-]{0,20}://[^\\s/]|(?<![\\p{L}\\p{N}])www\\.[\\p{L}\\p{N}]|(?<=[\\p{L}\\p{N}])\\.(?:(?:${ENDINGS})(?![\\p{L}\\p{N}-])|[\\p{L}]{2,20}/\\S)`,
  'iu',
);

/** Whether a text has something that people could follow: an address, also without its scheme. */
export const hasLink = (text: string): boolean => LINK.test(text.normalize('NFKC'));

/** Whether a text is exactly one emoji, in the one spelling that is recommended. */
export const isEmoji = (text: string): boolean => /^\p{RGI_Emoji}$/v.test(text);

/** The beginning of a text in one line, at most `max` grapheme clusters with the ellipsis, cut between words if it can. */
export function firstWords(text: string, max: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (takeGraphemes(line, max) === line) return line;
  const cut = takeGraphemes(line, max - 1);
  const lastSpace = cut.lastIndexOf(' ');
  const words = line[cut.length] !== ' ' && lastSpace > cut.length / 2 ? cut.slice(0, lastSpace) : cut;
  return `${words.trimEnd()}…`;
}
