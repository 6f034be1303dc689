import { englishDataset, englishRecommendedTransformers } from 'obscenity';
import { withNeededJoiners } from '../../shared/core/joiners.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { Rejection } from '../../shared/core/rules.ts';
import type { NameFault } from '../../shared/table/persons.ts';
import { isMixed, looksOf } from './looks.ts';
import { QuickMatcher } from './quick-matcher.ts';

/** Characters of a name, as people count them. */
export const MAX_NAME = 20;

/** Controls, invisible and direction characters, and letters that show nothing. */
const INVISIBLE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\u115F\u1160\u2800\u3164\uFFA0]/gu;
/** More accents on one letter than any language uses. */
const TOWER = /(\p{M}{3})\p{M}+/gu;
// biome-ignore format: words read best in rows
const RESERVED = [
  'admin', 'administrator', 'bot', 'color clues', 'everyone', 'game master', 'gm', 'host', 'mod', 'moderator',
  'nobody', 'null', 'official', 'owner', 'root', 'server', 'spectator', 'staff', 'support', 'system', 'undefined',
] as const;

/** Names of people and places, and German words, in which the list of English words sees a rude one. */
// biome-ignore format: words read best in rows
const ORDINARY = [
  'analia', 'analiese', 'cumming', 'dickerson', 'dickinson', 'dickson', 'fagan', 'fukada', 'fukuda', 'fukui', 'fukumoto',
  'fukunaga', 'fukuoka', 'fukushima', 'fukuyama', 'hooker', 'peniston', 'pissarro', 'semenov', 'shitara', 'slutsky',
  'vandyke', 'wanke',
  'analphabet', 'annalen', 'assel', 'assoziation', 'dickhäuter', 'dickicht', 'fackel', 'fünfeck', 'kanal',
  'kanäle', 'rappe', 'schäufelchen', 'schinken', 'sporn', 'zwölfeck',
];
const dataset = englishDataset.build();
const matcher = new QuickMatcher({
  ...dataset,
  ...englishRecommendedTransformers,
  whitelistedTerms: [...(dataset.whitelistedTerms ?? []), ...ORDINARY],
});
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What is left of a text when nothing can hide in it: one line, no control characters, no towers of accents. */
export const cleanText = (text: string): string =>
  withNeededJoiners(
    text
      .normalize('NFC')
      .replace(/[\s\u2028\u2029]+/gu, ' ')
      .replace(INVISIBLE, ''),
  )
    .replace(TOWER, '$1')
    .replace(/ +/g, ' ')
    .trim()
    .normalize('NFC');

/** Whether a text contains a rude word, as far as a list can know. */
export const isRude = (text: string): boolean => {
  const spaced = text.split(/[\s._-]+/u);
  const isSpelled = spaced.length > 2 && spaced.every((part) => part.length <= 1);
  return matcher.hasMatch(text) || (isSpelled && matcher.hasMatch(spaced.join('')));
};

const reservedLooks = new Set(RESERVED.flatMap(looksOf));

/** Whether a name pretends to speak for the game: a reserved word, alone or among others, with or without digits. */
const isReserved = (name: string): boolean =>
  [name, ...name.split(/[^\p{L}\p{M}\p{N}]+/u)]
    .flatMap((part) => [part, part.replace(/\d+$/u, '')])
    .some((part) => part !== '' && looksOf(part).some((look) => reservedLooks.has(look)));

const unfit = (detail: NameFault) => err({ code: 'bad_name', detail });

/** A name as it may be shown; refused with `bad_name` and a `NameFault`. */
export function checkName(raw: string): Result<string, Rejection> {
  const name = cleanText(raw);
  if (!/[^\s\p{M}]/u.test(name)) return unfit('empty');
  if ([...graphemes.segment(name)].length > MAX_NAME) return unfit('long');
  if (isReserved(name)) return unfit('reserved');
  if (isMixed(name)) return unfit('mixed');
  if (isRude(name)) return unfit('rude');
  return ok(name);
}
