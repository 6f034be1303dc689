import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { durableJournal } from '../../server/storage/journal.ts';
import { FILE } from '../../server/storage/sqlite/file.ts';
import { sqliteStorage } from '../../server/storage/sqlite/storage.ts';
import type { Storage } from '../../server/storage/types.ts';
import { commandId, playerId } from '../../shared/core/ids.ts';
import { openMatch } from '../../shared/engine/open-match.ts';
import { replay } from '../../shared/engine/replay.ts';
import { FakeClock, fakeLog, seededEntropy } from '../harness/fakes.ts';
import { allRows, entriesOf } from '../harness/history-entries.ts';
import { MATCH, recordRun } from '../harness/history-recording.ts';
import { Product } from '../harness/product.ts';
import { colorTable } from '../harness/scripted-table.ts';
import { TableClient, tableOf } from '../harness/table-client.ts';
import { until } from '../harness/until.ts';
import { Visitor } from '../harness/visitor.ts';

const STREAM = `match:${MATCH}`;
/** Records at the end of the journal that are damaged, one after the other. */
const DAMAGED = 3;
const SET_ASIDE = 'entries were set aside';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'damage-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
});

/** The file itself, beside whoever else has it open. */
function openFile(): DatabaseSync {
  const db = new DatabaseSync(join(directory, FILE));
  db.exec('PRAGMA synchronous = OFF');
  return db;
}

/** Cuts an entry of a stream off after so many bytes. */
function truncate(db: DatabaseSync, stream: string, seq: number, bytes: Uint8Array): void {
  db.prepare(
    `UPDATE entries SET body = CAST(? AS TEXT)
     WHERE stream = (SELECT id FROM streams WHERE name = ?) AND seq = ?`,
  ).run(bytes, stream, seq);
}

const asideOf = (db: DatabaseSync) => db.prepare('SELECT seq, commandId FROM setAside ORDER BY seq').all();

async function open(storage: Storage, log = fakeLog()) {
  const journal = durableJournal(colorTable, storage.entries, log, { prefix: 'match' });
  const ports = { journal, clock: new FakeClock(), entropy: seededEntropy(1), log };
  const opened = await openMatch(colorTable, MATCH, ports, { onCommit: () => {}, onStop: () => {} });
  if (!opened.ok) throw new Error(opened.error.code);
  const rename = (name: string) => {
    const person = { id: playerId('ana-00'), name, marker: 0 };
    const id = commandId(`rename-${name}`);
    return opened.value.dispatch({
      commandId: id,
      by: { kind: 'system' },
      command: { type: 'rename', person },
    });
  };
  return { match: opened.value, rename };
}

describe('a journal whose end is damaged', () => {
  it('is read up to its last whole entry, whatever byte it ends at, and goes on', async () => {
    const storage = await sqliteStorage({ directory, log: fakeLog() });
    onTestFinished(() => storage.close());
    await recordRun(storage);
    const written = await open(storage);
    // Letters of several bytes: an entry may end in the middle of one.
    for (const name of ['Zoë', 'Ana 🎨', 'Ян']) await written.rename(name);
    written.match.close();

    const db = openFile();
    onTestFinished(() => db.close());
    const rows = await allRows(storage.entries, STREAM);
    const entries = entriesOf(colorTable, MATCH, rows);
    let cuts = 0;
    for (const [index, { seq, body }] of [...rows.entries()].slice(-DAMAGED)) {
      const bytes = Buffer.from(body);
      const lost = rows.slice(index).map(({ commandId }, n) => ({ seq: seq + n, commandId }));
      const before = replay(colorTable, entries, seq - 1);
      for (let length = 0; length < bytes.length; length++) {
        truncate(db, STREAM, seq, bytes.subarray(0, length));
        const log = fakeLog();
        const { match, rename } = await open(storage, log);
        const what = `entry ${seq} cut off after ${length} bytes`;
        expect(match.state, what).toEqual(before);
        expect(asideOf(db), what).toEqual(lost);
        expect(log.lines, what).toEqual([SET_ASIDE]);
        expect(await rename('Anew'), what).toEqual({ ok: true, value: { seq } });
        match.close();
        db.exec(`DELETE FROM setAside; DELETE FROM entries WHERE commandId = 'rename-Anew'`);
        for (const row of rows.slice(index)) await storage.entries.append(row);
        cuts++;
      }
    }
    expect(cuts).toBeGreaterThan(300);
    expect((await open(storage)).match.state).toEqual(replay(colorTable, entries));
  });

  it('does not keep a server from starting, and its people go on', async () => {
    let product = await Product.start({ DATA_DIR: directory });
    onTestFinished(async () => void (await product.stop('SIGKILL')));
    const { code, clients } = await tableOf(product, 3);
    const [host] = clients as [TableClient];
    expect(await host.say({ type: 'addBot' })).toBeNull();
    expect(
      await host.say({ type: 'setOptions', options: { timers: 'slow', turns: 1, clueCheck: 'off' } }),
    ).toBeNull();
    await product.stop('SIGKILL');

    const db = openFile();
    onTestFinished(() => db.close());
    const [last] = db
      .prepare(
        `SELECT name, seq, body FROM entries JOIN streams ON streams.id = entries.stream
         WHERE name LIKE 'match:%' ORDER BY seq DESC LIMIT 1`,
      )
      .all();
    const bytes = Buffer.from(String(last!.body));
    expect(String(bytes)).toContain('"timers":"slow"');
    truncate(db, String(last!.name), Number(last!.seq), bytes.subarray(0, bytes.length / 2));

    product = await Product.start({ DATA_DIR: directory });
    const { visitor } = host;
    await until(() => product.output.includes(SET_ASIDE), 'the report');
    expect(asideOf(db)).toHaveLength(1);
    const again = await Visitor.arrive(product);
    [again.cookie, again.id] = [visitor.cookie, visitor.id];
    const back = await TableClient.join(again, code);
    expect(back.table.seats.map(({ kind }) => kind)).toEqual(['human', 'human', 'human', 'bot']);
    expect(back.table.options).toMatchObject({ timers: 'normal' });
    expect(await back.say({ type: 'start' })).toBeNull();
  });
});
