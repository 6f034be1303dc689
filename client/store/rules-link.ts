import type { Options, OptionsForm } from '../games/game.ts';
import { offered, readOptions } from './options.ts';

/** Letters of a name of rules, at the most. */
export const MAX_NAME = 30;
const NAME = 'name';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A name of rules as it may be shown: one line of 30 letters, nothing in it that hides or turns what stands around it. */
export function rulesName(raw: string): string {
  const line = raw.replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return [...graphemes.segment(line.slice(0, 1_000))]
    .slice(0, MAX_NAME)
    .map(({ segment }) => segment.slice(0, 12))
    .join('')
    .trim();
}

/** The address of a page that offers a table with these rules. Only what differs from the standard is in it. */
export function rulesPath(game: string, form: OptionsForm, options: Options, name = ''): string {
  const query = new URLSearchParams();
  for (const { key, standard } of offered(form, options)) {
    const value = options[key] ?? standard;
    if (value !== standard) query.set(key, String(value));
  }
  const shown = rulesName(name);
  if (shown) query.set(NAME, shown);
  return `/new/${game}${query.size > 0 ? `?${query}` : ''}`;
}

/** Rules as somebody has sent them. */
export interface SentRules {
  /** All that the game has; the standard where nothing readable was sent. */
  readonly options: Options;
  /** What they called it; empty for nothing. */
  readonly name: string;
  /** Whether all that was sent could be read and means something. */
  readonly isWhole: boolean;
}

/** Reads the query of such an address: anything may stand in it. Of what is said twice, the first counts. */
export function readRules(form: OptionsForm, search: string): SentRules {
  const query = new URLSearchParams(search.slice(0, 2_000));
  const sent: Record<string, string | number> = {};
  let isWhole = search.length <= 2_000;
  for (const [key, text] of query) {
    if (key === NAME) continue;
    const choice = form
      .find((field) => field.key === key)
      ?.choices.find(({ value }) => String(value) === text);
    if (!choice || Object.hasOwn(sent, key)) isWhole = false;
    else sent[key] = choice.value;
  }
  const given = readOptions(form, sent);
  const meant = new Set(offered(form, given).map(({ key }) => key));
  for (const { key, standard } of form) if (!meant.has(key) && given[key] !== standard) isWhole = false;
  const options = Object.fromEntries(
    form.map(({ key, standard }) => [key, meant.has(key) ? (given[key] ?? standard) : standard]),
  );
  return { options, name: rulesName(query.get(NAME) ?? ''), isWhole };
}
