import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { FILE } from '../../server/storage/sqlite/file.ts';
import { sqliteStorage } from '../../server/storage/sqlite/storage.ts';
import { checkAgainst, type Witness } from '../harness/chaos-check.ts';
import type { PageLog } from '../harness/chaos-pages.ts';
import { fakeLog } from '../harness/fakes.ts';
import { findViolations } from '../harness/history.ts';
import { LOBBY, MATCH, recordRun } from '../harness/history-recording.ts';

const CHAT = `chat:${LOBBY}`;
const TABLE = `match:${MATCH}`;

let directory: string;
let witnesses: Witness[];

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'history-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const storage = await sqliteStorage({ directory, log: fakeLog() });
  witnesses = await recordRun(storage);
  await storage.close();
});

/** What the checker says of the store as it is now. */
async function findings(): Promise<string> {
  const storage = await sqliteStorage({ directory, log: fakeLog() });
  const found = await checkAgainst(storage, witnesses);
  await storage.close();
  return found.join('\n');
}

/** Changes the store behind everybody's back; `$entries` are those of a stream. */
function plant(stream: string, ...statements: readonly string[]): void {
  const db = new DatabaseSync(join(directory, FILE));
  const row = db.prepare('SELECT id FROM streams WHERE name = ?').get(stream);
  for (const statement of statements) db.exec(statement.replaceAll('$of', `stream = ${row?.id}`));
  db.close();
}

const swap = (column: string, a: number, b: number) => [
  `CREATE TEMP TABLE held AS SELECT ${column} AS value FROM entries WHERE $of AND seq = ${a}`,
  `CREATE TEMP TABLE other AS SELECT ${column} AS value FROM entries WHERE $of AND seq = ${b}`,
  `UPDATE entries SET ${column} = 'nothing' WHERE $of AND seq = ${a}`,
  `UPDATE entries SET ${column} = (SELECT value FROM held) WHERE $of AND seq = ${b}`,
  `UPDATE entries SET ${column} = (SELECT value FROM other) WHERE $of AND seq = ${a}`,
];
const copyOf = (seq: number, commandId: string) =>
  `INSERT INTO entries (stream, seq, commandId, at, kind, target, text, body)
   SELECT stream, (SELECT max(seq) + 1 FROM entries WHERE $of), ${commandId}, at, kind, target, text, body
   FROM entries WHERE $of AND seq = ${seq}`;
const LAST = '(SELECT max(seq) FROM entries WHERE $of)';

describe('the checker of histories', () => {
  it('has nothing to say about a run that went well', async () => {
    expect(
      witnesses.flatMap(({ log }) => log.steps).filter(({ type }) => type === 'info').length,
    ).toBeGreaterThan(2);
    expect(await findings()).toBe('');
  });

  it.each([
    [
      'the last message is lost',
      CHAT,
      [`DELETE FROM entries WHERE $of AND seq = ${LAST}`],
      /lost: .*post-11/,
    ],
    [
      'a message is lost',
      CHAT,
      ['DELETE FROM entries WHERE $of AND seq = 5'],
      /entry 6 in place 5[\s\S]*lost: /,
    ],
    [
      'a message is lost and the hole is closed',
      CHAT,
      ['DELETE FROM entries WHERE $of AND seq = 5', 'UPDATE entries SET seq = seq - 1 WHERE $of AND seq > 5'],
      /is entry 5, but was acknowledged as 6/,
    ],
    [
      'a message is there twice',
      CHAT,
      [copyOf(3, "'ben-00:again'")],
      /never asked for[\s\S]*wrote 3 texts, 4 are stored/,
    ],
    [
      'two commands have changed places',
      CHAT,
      swap('commandId', 3, 4),
      /is entry 4, but was acknowledged as 3/,
    ],
    ['two messages have changed places', CHAT, swap('body', 3, 6), /shows .*words 1.* in place of/],
    [
      'a refused message is stored',
      CHAT,
      [copyOf(3, "'ben-00:post-4'")],
      /refused as empty_text, but is entry/,
    ],
    [
      'the last move is lost',
      TABLE,
      [`DELETE FROM entries WHERE $of AND seq = ${LAST}`],
      /lost: .*move-29[\s\S]*view \d+ of/,
    ],
    ['a move is there twice', TABLE, [copyOf(8, "'ana-00:again'")], /never asked for/],
    ['two moves have changed places', TABLE, swap('body', 8, 9), /view \d+ of \d+ is the view of no entry/],
  ])('sees in the store that %s', async (_what, stream, statements, expected) => {
    plant(stream, ...statements);
    expect(await findings()).toMatch(expected);
  });

  it.each<[string, (log: PageLog) => PageLog, RegExp]>([
    ['misses a message', withChat((messages) => messages.toSpliced(4, 1)), /shows 10 messages of 11/],
    [
      'shows a message twice',
      withChat((messages) => messages.toSpliced(4, 0, messages[4]!)),
      /shows 12 messages/,
    ],
    [
      'shows two messages in the wrong order',
      withChat((messages) => messages.toSpliced(4, 2, messages[5]!, messages[4]!)),
      /in place of/,
    ],
    ['shows an old table', withViews((views) => views.slice(0, -1)), /the last view is of entry/],
    [
      'goes back to an older table',
      withViews((views) => views.toSpliced(-1, 0, views.at(-3)!)),
      /is that of entry \d+, after/,
    ],
    [
      'shows what is not stored',
      withViews((views) => views.toSpliced(-1, 0, 'nothing')),
      /is the view of no entry/,
    ],
  ])('sees that a page %s', async (_what, change, expected) => {
    const [first, ...others] = witnesses as [Witness, ...Witness[]];
    witnesses = [{ ...first, log: change(first.log) }, ...others];
    expect(await findings()).toMatch(expected);
  });

  it('sees that a command was given up, though an earlier sending of it was stored', async () => {
    const [first] = witnesses as [Witness];
    const { room, id } = first.log.steps[0]!;
    const steps = first.log.steps.flatMap((step) =>
      step.id === id && step.type === 'ok'
        ? [{ room, id, type: 'refused' as const, code: 'rate_limited' }]
        : [step],
    );
    witnesses = [{ ...first, log: { ...first.log, steps } }];
    expect(await findings()).toMatch(/given up as rate_limited, but is entry/);
  });

  it('sees that one command has two entries, and that a later command came before an earlier one', () => {
    const stored = (seq: number, commandId: string) => ({
      ...{ stream: CHAT, at: 0, kind: 'message', target: null, author: null, text: null, body: '{}' },
      ...{ seq, commandId },
    });
    const steps = ['b', 'a'].flatMap((id, index) => [
      { stream: CHAT, id, type: 'invoke' as const },
      { stream: CHAT, id, type: 'ok' as const, seq: 2 - index },
    ]);
    const history = { client: 'ana', idPrefix: 'none:', steps };
    const wrong = (...ids: string[]) =>
      findViolations(new Map([[CHAT, ids.map((id, index) => stored(index + 1, id))]]), [history]).join('\n');
    expect(wrong('a', 'b')).toMatch(/reordered: a is entry 1/);
    expect(wrong('a', 'b', 'b')).toMatch(/doubled: b is entry 2 and 3/);
  });
});

type Messages = Extract<PageLog['logs'][number], { kind: 'chat' }>['messages'];

function withChat(change: (messages: Messages) => Messages) {
  return (log: PageLog): PageLog => ({
    ...log,
    logs: log.logs.map((each) =>
      each.kind === 'chat' ? { ...each, messages: change(each.messages) } : each,
    ),
  });
}

function withViews(change: (views: readonly string[]) => readonly string[]) {
  return (log: PageLog): PageLog => ({
    ...log,
    logs: log.logs.map((each) => (each.kind === 'table' ? { ...each, views: change(each.views) } : each)),
  });
}
