import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verdictFor, verdictOn } from '../../scripts/check-deck.ts';
import { openTables } from '../../server/rooms/tables/open-tables.ts';
import { durableJournal } from '../../server/storage/journal.ts';
import { sqliteStorage } from '../../server/storage/sqlite/storage.ts';
import type { Storage } from '../../server/storage/types.ts';
import { commandId, type MatchId, matchId, playerId } from '../../shared/core/ids.ts';
import { openMatch } from '../../shared/engine/open-match.ts';
import type { DecksAnswer } from '../../shared/games/color-clues/deck-record.ts';
import { playColorClues } from '../harness/color-clues-game.ts';
import { FakeClock, fakeLog, seededEntropy } from '../harness/fakes.ts';
import { Product } from '../harness/product.ts';
import { colorTable } from '../harness/scripted-table.ts';
import { tableOf } from '../harness/table-client.ts';
import { until } from '../harness/until.ts';
import { call, Visitor } from '../harness/visitor.ts';

const MINUTE = 60_000;

const directory = mkdtempSync(join(tmpdir(), 'color-clues-deck-'));
let product: Product;

/** What happens two minutes after the last one left, without the two minutes. */
async function closeTable({ entries }: Storage, id: MatchId, people: readonly string[]): Promise<void> {
  const clock = new FakeClock(Date.now() + MINUTE);
  const log = fakeLog();
  const journal = durableJournal(colorTable, entries, log, { prefix: 'match' });
  const ports = { journal, clock, entropy: seededEntropy(1), log };
  const opened = await openMatch(colorTable, id, ports, { onCommit: () => {}, onStop: () => {} });
  if (!opened.ok) throw new Error(opened.error.code);
  for (const person of people) {
    await opened.value.dispatch({
      commandId: commandId(`test-away-${person}`),
      by: { kind: 'system' },
      command: { type: 'goAway', player: playerId(person) },
    });
  }
  await until(async () => {
    await clock.advance(MINUTE);
    return opened.value.state.phase === 'closed';
  }, 'the closed table');
  opened.value.close();
}

const check = (...args: readonly string[]): Promise<{ code: number; said: string }> =>
  new Promise((resolve) => {
    const script = fileURLToPath(new URL('../../scripts/check-deck.ts', import.meta.url));
    execFile(process.execPath, [script, ...args], (error, stdout) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: stdout.trim() }),
    );
  });

const start = () =>
  Product.start({ DATA_DIR: directory, LIMIT_MESSAGE_RATE: '1000', LIMIT_MESSAGE_BURST: '1000' });
const answer = async (address: string) => JSON.parse((await call(product.url, address)).text) as DecksAnswer;

beforeAll(async () => {
  product = await start();
});
afterAll(async () => {
  await product.stop();
  rmSync(directory, { recursive: true, force: true });
});

describe('A promised deck (rule 1.4)', () => {
  let address = '';
  let promise = '';

  it('is shown with its promise to everybody, its seed to nobody, while it is in use', async () => {
    const { code, clients } = await tableOf(product, 3);
    await playColorClues(clients);
    const stranger = await Visitor.arrive(product);
    const seat = await stranger.call(`/api/tables/${code}/seat`, {
      method: 'POST',
      body: { wantsSeat: false, protocol: [1, 10_000] },
    });
    const { talk } = JSON.parse(seat.text) as { talk: string };
    const id = matchId(talk.replace('talk-', ''));
    address = `/api/matches/${id}/deck`;
    promise = clients[0]!.game.promise!;
    expect(promise).toMatch(/^[0-9a-f]{64}$/);
    expect(await answer(address)).toEqual({ decks: [{ promise, seed: null, rounds: [] }] });
    expect(await check(product.url + address)).toMatchObject({
      code: 2,
      said: expect.stringContaining('still in use'),
    });
    const before = (await call(product.url, address)).text;
    const people = clients.map(({ visitor }) => visitor.id);
    const received = clients.flatMap(({ socket }) => socket.frames.map((frame) => frame.toString('latin1')));
    for (const { socket } of clients) socket.cut();
    await product.stop();

    const storage = await sqliteStorage({ directory, log: fakeLog() });
    const rows = await storage.entries.after(`match:${id}`, 0, 500);
    const seed = /"seed":"([0-9a-f]{64})"/.exec(rows.map(({ body }) => body).join(''))![1]!;
    await closeTable(storage, id, people);
    await openTables(storage.documents, 'color-clues').remove({ code, matchId: id });
    await storage.close();
    product = await start();
    for (const text of [...received, before]) expect(text.includes(seed)).toBe(false);
    expect((await answer(address)).decks[0]?.seed).toBe(seed);
  });

  it('can be checked by everybody when the table is closed (promise 9)', async () => {
    const { decks } = await answer(address);
    const cards = decks[0]!.rounds;
    expect(cards.map(({ game, round }) => [game, round])).toEqual([1, 2, 3].map((round) => [1, round]));
    const short = `${promise.slice(0, 4)}…${promise.slice(-4)}`;
    const kept = { code: 0, said: expect.stringMatching(/^Deck .* kept\. .* all 3 colors/) };
    expect(await check(product.url + address, short)).toMatchObject(kept);
    const file = join(directory, 'deck.json');
    writeFileSync(file, JSON.stringify({ decks }));
    for (const args of [[product.url + address], [file], [file, promise]]) {
      const { lines, exitCode } = await verdictFor(args);
      expect({ code: exitCode, said: lines.join() }).toMatchObject(kept);
    }
  });

  it('is found out when anything about it was changed', async () => {
    const { decks } = await answer(address);
    const [deck] = decks as [DecksAnswer['decks'][number]];
    const [first, second, ...rest] = deck.rounds;
    const tampered = {
      'another seed': { ...deck, seed: '0'.repeat(64) },
      'another promise': { ...deck, promise: '0'.repeat(64) },
      'another order': { ...deck, rounds: [second!, first!, ...rest] },
      'another color': {
        ...deck,
        rounds: [{ ...first!, target: (first!.target! + 1) % 480 }, second!, ...rest],
      },
    };
    for (const [what, changed] of Object.entries(tampered)) {
      const { lines, exitCode } = verdictOn({ decks: [changed] });
      expect([what, exitCode, lines.join()]).toEqual([what, 1, expect.stringContaining('BROKEN')]);
    }
    expect(verdictOn({ decks }, '0000…0000').exitCode).toBe(1);
    const file = join(directory, 'tampered.json');
    writeFileSync(file, JSON.stringify({ decks: [tampered['another order']] }));
    expect(await check(file)).toMatchObject({
      code: 1,
      said: expect.stringContaining('of game 1 showed'),
    });
  });

  it('says when there is nothing to check', async () => {
    expect((await verdictFor([])).lines).toEqual([expect.stringContaining('Usage')]);
    const nobody = `${product.url}/api/matches/nobody/deck`;
    expect(await check(nobody)).toEqual({
      code: 2,
      said: `${nobody} cannot be read: there is no such table.`,
    });
    expect((await verdictFor(['/no/such/file.json'])).exitCode).toBe(2);
    expect(verdictOn({ decks: [] }).exitCode).toBe(2);
    expect(verdictOn({ tables: [] }).exitCode).toBe(2);
    for (const bad of ['/api/matches/a.b/deck', `/api/matches/${'x'.repeat(61)}/deck`])
      expect((await call(product.url, bad)).status).toBe(404);
  });

  it('is read no more often than its budget allows', async () => {
    const statuses = [];
    for (let i = 0; i < 31; i++) statuses.push((await call(product.url, address)).status);
    expect(statuses).toContain(429);
    expect(statuses[0]).toBe(200);
  });
});
