import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { messages as germanColors } from '../client/games/color-clues/messages/colors/de.ts';
import { COLUMNS } from '../shared/games/color-clues/board.ts';
import type { ClueListsJson, LexiconJson } from '../shared/games/color-clues/lexicon.ts';
import { BOARD } from './colors/board-match.ts';
import { cellNames } from './colors/cell-names.ts';
import { buildPairs, buildWords, type Tongue } from './colors/clues.ts';
import { GERMAN_MODIFIERS, german } from './colors/german/german.ts';
import { GERMAN_STOP_WORDS } from './colors/german/modifiers.ts';
import { MODIFIERS, STOP_WORDS } from './colors/modifiers.ts';
import { loadNames } from './colors/names.ts';
import { english } from './colors/tongues.ts';
import { encodeEntry, kindsOf } from './colors/vocabulary.ts';

/**
 * Makes the frozen tables of the game from public lists of color names and our own lists of things:
 * - `cell-names.json`, the name of each cell (the client shows them); `cell-names-de.json` in German
 * - `lexicon.json`, what bots understand; `lexicon-de.json` in German
 * - `clues.json`, what bots say (server, and practice); `clues-de.json` in German
 * Deterministic: a test compares its output with the committed files.
 */
export function buildColors(): Readonly<Record<string, string>> {
  const names = loadNames();
  const shown = cellNames(names);
  const shownInGerman = shown.map((name) => germanColors.names[name] ?? name);
  const [en, de] = [english(names), german(shownInGerman)];
  return {
    'cell-names.json': `${linesOf(shown, COLUMNS)}\n`,
    'cell-names-de.json': `${linesOf(shownInGerman, COLUMNS)}\n`,
    'lexicon.json': encode(lexiconOf(en, MODIFIERS, STOP_WORDS)),
    'clues.json': encode(cluesOf(en, shown)),
    'lexicon-de.json': encode(lexiconOf(de, GERMAN_MODIFIERS, de.phraseOf(GERMAN_STOP_WORDS))),
    'clues-de.json': encode(cluesOf(de, shown)),
  };
}

function lexiconOf({ things, senses }: Tongue, modifiers: typeof MODIFIERS, stopWords: string): LexiconJson {
  const kinds = kindsOf(things);
  return {
    oklab: BOARD.flatMap(({ l, a, b }) => [l, a, b].map((value) => Math.round(value * 1000))),
    vocabulary: [...senses]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map((entry) => encodeEntry(entry, kinds.get(entry[0]))),
    modifiers: [...modifiers].map(([word, [lightness, chroma]]) => `${word}=${lightness},${chroma}`),
    stopWords,
  };
}

const cluesOf = (tongue: Tongue, shown: readonly string[]): ClueListsJson => ({
  clues: buildWords(tongue, shown).map((words) => words.join(',')),
  pairs: buildPairs(tongue, shown).map((pairs) => pairs.join(',')),
});

const encode = (json: object): string => `{\n${Object.entries(json).map(encodeField).join(',\n')}\n}\n`;

const encodeField = ([key, value]: [string, string | readonly (string | number)[]]): string =>
  `${JSON.stringify(key)}: ${typeof value === 'string' ? JSON.stringify(value) : linesOf(value, key === 'oklab' ? COLUMNS * 3 : 1)}`;

/** A JSON list with a few items per line: small, and a diff of it can be read. */
function linesOf(items: readonly (string | number)[], perLine: number): string {
  const lines = Array.from({ length: Math.ceil(items.length / perLine) }, (_, line) =>
    JSON.stringify(items.slice(line * perLine, (line + 1) * perLine)).slice(1, -1),
  );
  return `[\n${lines.join(',\n')}\n]`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const data = new URL('../shared/games/color-clues/data/', import.meta.url);
  for (const [file, text] of Object.entries(buildColors())) writeFileSync(new URL(file, data), text);
}
