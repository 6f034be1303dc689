import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkDeck, type DecksAnswer } from '../../../shared/games/color-clues/deck-record.ts';
import { fromLines } from '../../../test/harness/golden.ts';
import { hostedColorClues } from '../../games/color-clues/hosted.ts';
import { MAX_ROWS, type StoredEntry } from '../../storage/types.ts';
import { tableGames } from './hosted-game.ts';
import { recordOf } from './match-records.ts';

const journal = (name: string): readonly StoredEntry[] =>
  fromLines(readFileSync(new URL(`../../../test/fixtures/journals/${name}.jsonl`, import.meta.url), 'utf8'))
    .rows;

const game = tableGames([hostedColorClues]).get('color-clues')!;

/** A store of these rows that can only be read, and how many of their facts were. */
function reading(rows: readonly StoredEntry[]) {
  let pages = 0;
  let parsed = 0;
  const upcast: typeof game.table.upcast = (event, version) => {
    parsed++;
    return game.table.upcast(event, version);
  };
  const ports = {
    entries: {
      async after(_stream: string, after: number, limit: number) {
        pages++;
        return rows.filter(({ seq }) => seq > after).slice(0, limit);
      },
    },
    games: new Map([['color-clues', { ...game, table: { ...game.table, upcast } }]]),
  };
  const record = (name: string, isWanted: () => boolean = () => true) =>
    recordOf(ports, 'golden', name, isWanted);
  const decks = async (isWanted?: () => boolean) =>
    ((await record('deck', isWanted)) as DecksAnswer | null)?.decks ?? null;
  return { record, decks, pages: () => pages, parsed: () => parsed };
}

const rows = journal('table-v2');
const last = rows.at(-1)!;
const closing = (seq: number): StoredEntry => ({
  ...last,
  seq,
  commandId: `closing-${seq}`,
  body: JSON.stringify({ by: { kind: 'system' }, version: 2, events: [{ type: 'tableClosed' }] }),
});

describe('the decks of a stored match', () => {
  it('keep their seed while the table is open, and can be checked when it is closed', async () => {
    const open = await reading(rows).decks();
    expect(open).toEqual([{ promise: expect.stringMatching(/^[0-9a-f]{64}$/), seed: null, rounds: [] }]);
    const closed = await reading([...rows, closing(last.seq + 1)]).decks();
    expect(closed?.[0]?.promise).toBe(open?.[0]?.promise);
    expect(checkDeck(closed![0]!)).toMatchObject({ result: 'kept' });
    expect(closed![0]!.rounds.length).toBeGreaterThan(5);
  });

  it('of a match that nobody knows are none, of one of an older program without promises too', async () => {
    expect(await reading([]).decks()).toBeNull();
    expect(await reading(journal('table-v1')).decks()).toEqual([]);
  });

  it('are read page by page, only where something is said about them, to a true end', async () => {
    const many = Array.from({ length: 2 * MAX_ROWS }, (_, i) => ({
      ...last,
      seq: last.seq + 1 + i,
      body: JSON.stringify({
        by: { kind: 'system' },
        version: 2,
        events: [{ type: 'wentAway', seat: 1, at: i }],
      }),
    }));
    const long = reading([...rows, ...many, closing(last.seq + 1 + many.length)]);
    expect(checkDeck((await long.decks())![0]!)).toMatchObject({ result: 'kept' });
    expect(long.pages()).toBeGreaterThan(2);
    expect(long.parsed()).toBeLessThan(many.length);
  });

  it('are all that is told of it', async () => {
    expect(await reading(rows).record('cards')).toBeNull();
    expect(await reading(rows).record('toString')).toBeNull();
  });

  it('are not read any further when nobody waits for them', async () => {
    const left = reading(rows);
    expect(await left.decks(() => false)).toBeNull();
    expect(left.pages()).toBe(0);
  });

  it.each([
    ['damaged', (row: StoredEntry) => ({ ...row, body: row.body.slice(0, -9) })],
    [
      'of a newer program',
      (row: StoredEntry) => ({ ...row, body: row.body.replace('"version":2', '"version":99') }),
    ],
  ])('are known up to an entry that is %s; no seed is shown then', async (_how, change) => {
    const at = rows.findLastIndex(({ body }) => body.includes('roundRevealed'));
    const broken = rows.map((row, i) => (i === at ? change(row) : row));
    const [deck] = (await reading([...broken, closing(last.seq + 1)]).decks())!;
    expect(deck).toMatchObject({ seed: null, rounds: [] });
  });
});
