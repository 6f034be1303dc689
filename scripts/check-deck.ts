/** `npm run check:deck -- <address or file> [promise]`: holds the decks of a table against their promises. */
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { CELLS, cellName } from '../shared/games/color-clues/board.ts';
import { checkDeck, type DeckRecord } from '../shared/games/color-clues/deck-record.ts';

const USAGE = 'Usage: npm run check:deck -- <address or file> [promise]';
/** How long an address may take to answer, ms. */
const PATIENCE_MS = 10_000;

const answerSchema = z.object({
  decks: z.array(
    z.object({
      promise: z.string().regex(/^[0-9a-f]{64}$/),
      seed: z.string().nullable(),
      rounds: z.array(
        z.object({
          game: z.int(),
          round: z.int(),
          target: z
            .int()
            .min(0)
            .max(CELLS - 1)
            .nullable(),
        }),
      ),
    }),
  ),
});

/** What is said, and how the command ends: 0 kept, 1 broken, 2 nothing can be checked. */
export interface Verdict {
  readonly lines: readonly string[];
  readonly exitCode: 0 | 1 | 2;
}

/** Checks an answer of the server; `noted` is a promise as people write it down, whole or `66a3…7c8c`. */
export function verdictOn(answer: unknown, noted: string | null = null): Verdict {
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) return { lines: ['That is not the answer about a deck.'], exitCode: 2 };
  const decks = parsed.data.decks.filter(({ promise }) => noted === null || isShortFor(noted, promise));
  if (decks.length === 0) {
    return noted === null
      ? { lines: ['No deck was promised at this table.'], exitCode: 2 }
      : { lines: [`BROKEN: no deck of this table has the promise ${noted}.`], exitCode: 1 };
  }
  const results = new Set(decks.map((deck) => checkDeck(deck).result));
  const isBroken = results.has('otherSeed') || results.has('otherCards');
  return { lines: decks.map(sentenceOn), exitCode: isBroken ? 1 : results.has('kept') ? 0 : 2 };
}

function isShortFor(noted: string, promise: string): boolean {
  const [start = '', end = ''] = noted
    .trim()
    .toLowerCase()
    .split(/…|\.\.\./);
  return start.length >= 4 && promise.startsWith(start) && promise.endsWith(end);
}

function sentenceOn(deck: DeckRecord): string {
  const name = `Deck ${deck.promise.slice(0, 4)}…${deck.promise.slice(-4)}`;
  const finding = checkDeck(deck);
  switch (finding.result) {
    case 'kept':
      return `${name}: kept. Its seed fits the promise, and all ${finding.colors} colors that were shown lie where the seed put them.`;
    case 'sealed':
      return `${name}: still in use. Its seed is shown when it is used up or the table is closed.`;
    case 'otherSeed':
      return `${name}: BROKEN. The seed does not fit the promise.`;
    case 'otherCards': {
      const { game, round, target } = deck.rounds[finding.at]!;
      const shown = target === null ? 'dealt a card' : `showed ${cellName(target)}`;
      return `${name}: BROKEN. Round ${round} of game ${game} ${shown} that was not next in the deck.`;
    }
  }
}

async function load(source: string): Promise<unknown> {
  if (!/^https?:\/\//.test(source)) return JSON.parse(await readFile(source, 'utf8'));
  const response = await fetch(source, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (response.status === 404) throw new Error('there is no such table');
  if (!response.ok) throw new Error(`the server answers ${response.status}`);
  return response.json();
}

/** The whole command: its arguments, its verdict. */
export async function verdictFor([source, noted]: readonly string[]): Promise<Verdict> {
  if (source === undefined) return { lines: [USAGE], exitCode: 2 };
  try {
    return verdictOn(await load(source), noted);
  } catch (error) {
    return { lines: [`${source} cannot be read: ${(error as Error).message}.`], exitCode: 2 };
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { lines, exitCode } = await verdictFor(process.argv.slice(2));
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = exitCode;
}
