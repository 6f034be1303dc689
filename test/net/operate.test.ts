import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLOSE } from '../../shared/protocol/codes.ts';
import type {
  LobbyDetails,
  LogPage,
  LogRow,
  PersonDetails,
  ReportDetails,
  ReportPage,
  TableDetails,
  TablePage,
} from '../../shared/protocol/operate-wire.ts';
import { PROTOCOL, RoomClient, verdictOf } from '../harness/matrix-client.ts';
import { must, newcomer, post, writing } from '../harness/matrix-worlds.ts';
import { askOperatorSeat, OperatorClient, operatorCommand, withAccount } from '../harness/operators.ts';
import { Product } from '../harness/product.ts';
import { until } from '../harness/until.ts';
import { type Answer, type Seat, Visitor } from '../harness/visitor.ts';

/** How soon a right that was taken away counts, at the latest, ms. */
const OUT_MS = 10_000;

const directory = mkdtempSync(join(tmpdir(), 'color-clues-operate-'));
const OPEN = Object.fromEntries(
  ['CREATES_PER_ADDRESS', 'PLAYS_PER_ADDRESS', 'UPGRADES_PER_ADDRESS'].map((name) => [
    `LIMIT_${name}`,
    '1000',
  ]),
);
const start = (env = {}) => Product.start({ DATA_DIR: directory, BOT_PACE: '0', ...OPEN, ...env });
let server: Product;
let boss: Visitor;
/** Somebody whom the configuration names, and who never kept their name. */
let named: Visitor;

const person = async (name: string) => withAccount(await newcomer({ server, operator: named }, null), name);

beforeAll(async () => {
  server = await start();
  named = await Visitor.arrive(server);
  boss = await person('Operetta');
  expect(await operatorCommand(directory, 'add', 'operetta')).toMatch(/^operetta is an operator/);
  await until(async () => (await askOperatorSeat(boss)).status === 200, 'the right to be known');
});
afterAll(async () => {
  await server?.stop();
  rmSync(directory, { recursive: true, force: true });
});

/** Everything of an answer that goes by neither the clock nor chance. */
const shown = ({ status, headers, text }: Answer): string => {
  const { date: _date, 'x-request-id': _id, ...others } = headers;
  return JSON.stringify([status, others, text]);
};

const SEAT = { method: 'POST', body: { protocol: PROTOCOL } };
const WRONG = { method: 'POST', body: { x: 1 } };
/** Every way to ask, and the same for a path that does not exist. */
const WAYS: readonly (readonly [path: string, nowhere: string, options?: object])[] = [
  ['/operate', '/operete'],
  ['/operate/', '/operete/'],
  ['/operate', '/operete', { method: 'HEAD' }],
  ['/operate', '/operete', { method: 'POST', body: {} }],
  ['/OPERATE', '/OPERETE'],
  ['/operate.html', '/operete.html'],
  ['/operate/operate.html', '/operete/operate.html'],
  ['/operate/assets/operate.js', '/operete/assets/operate.js'],
  ['/api/operate', '/api/operete'],
  ['/api/operate/seat', '/api/operete/seat', SEAT],
  ['/api/operate/seat', '/api/operete/seat', WRONG],
  ['/api/operate/seat/', '/api/operete/seat/', SEAT],
  ['/api/operate/seat', '/api/operete/seat'],
  ['/api/operate/seat', '/api/operete/seat', { method: 'DELETE', body: {} }],
  ['/api/operate/act', '/api/operete/act', SEAT],
];

describe('to everybody but operators there is no dashboard', () => {
  const ROLES: Readonly<Record<string, () => Promise<Visitor>>> = {
    nobody: async () => Object.assign(await Visitor.arrive(server), { cookie: '' }),
    guest: () => newcomer({ server, operator: named }, null),
    account: () => person('Plain'),
    'host of a table': async () => {
      const host = await person('Hostess');
      const { code } = await post(host, '/api/tables', { visibility: 'private' });
      await RoomClient.enter(host, String(code));
      return host;
    },
    'owner of a lobby': async () => {
      const owner = await person('Warden');
      await post(owner, '/api/chat/lobbies', { name: 'wardens', title: 'W', topic: '', language: '' });
      return owner;
    },
    'one whose right was taken away': async () => {
      const former = await person('Formerly');
      await operatorCommand(directory, 'add', 'Formerly');
      await until(async () => (await askOperatorSeat(former)).status === 200, 'the right to be known');
      const client = await OperatorClient.open(former);
      await until(() => client.hasHeard('storeWaiting'), 'the numbers of the process');
      await operatorCommand(directory, 'remove', 'Formerly');
      await until(() => client.socket.isClosed, 'the page to be closed', OUT_MS);
      expect(client.socket.closeCode).toBe(CLOSE.gone);
      return former;
    },
  };

  it.each(Object.keys(ROLES))('%s', async (role) => {
    const visitor = await ROLES[role]!();
    const told: string[] = [];
    for (const [path, nowhere, options] of WAYS) {
      const [here, there] = [await visitor.call(path, options), await visitor.call(nowhere, options)];
      if (shown(here) !== shown(there)) told.push(`${path}: ${shown(here)} instead of ${shown(there)}`);
    }
    expect(told).toEqual([]);
    expect(verdictOf(await askOperatorSeat(visitor))).toBe('404 not_found');
    // The room is open meanwhile, and its name is no secret.
    const open = await OperatorClient.open(boss);
    const seat = { roomId: 'operate', processId: await processName(), sessionId: 'A'.repeat(22) };
    const statuses = [seat, { ...seat, roomId: 'operete' }].map(async (each) => {
      const socket = await visitor.open(each as never);
      return socket.status;
    });
    const [real, none] = await Promise.all(statuses);
    expect([role, real]).toEqual([role, none]);
    open.socket.cut();
  });
});

/** What the path of a socket to this process begins with. */
async function processName(): Promise<string> {
  const answer = await askOperatorSeat(boss);
  return (JSON.parse(answer.text) as { reservation: { processId: string } }).reservation.processId;
}

describe('an operator', () => {
  it('finds a table that is for friends, looks in without a seat, sends somebody away and closes it', async () => {
    const client = await OperatorClient.open(boss);
    const [host, guest] = [await person('Heidi'), await person('Gustav')];
    const { code } = await post(host, '/api/tables', { visibility: 'private' });
    const table = String(code);
    const [atTable, beside] = [await RoomClient.enter(host, table), await RoomClient.enter(guest, table)];
    const page = await client.look<TablePage>('tables', { search: table.toLowerCase(), skip: 0 });
    expect(page.tables).toMatchObject([{ code: table, visibility: 'private', phase: 'waiting' }]);
    const seat = { wantsSeat: false, protocol: PROTOCOL };
    const { reservation } = await post(boss, `/api/tables/${table}/seat`, seat);
    const watching = new RoomClient(boss, await boss.take(reservation as Seat));
    const details = () => client.look<TableDetails>('table', { table });
    await until(async () => (await details()).watching.length === 1, 'the operator to watch');
    expect((await details()).seated.map(({ name }) => name)).toEqual(['Heidi', 'Gustav']);
    expect(JSON.stringify(await details())).not.toMatch(/deck|seed|hand/);
    expect((await client.act({ type: 'banFromTable', table, person: host.id })).code).toBe('ok');
    await until(() => atTable.socket.isClosed, 'the host to be sent away');
    expect(atTable.socket.closeCode).toBe(CLOSE.kicked);
    expect((await client.act({ type: 'closeTable', table })).code).toBe('ok');
    await until(() => beside.socket.isClosed && watching.socket.isClosed, 'the table to be closed');
    expect(beside.socket.closeCode).toBe(CLOSE.gone);
    expect((await client.act({ type: 'closeTable', table })).code).not.toBe('ok');
    client.socket.cut();
  });

  it('mutes, sends away and shuts out of a lobby, and lets in again', async () => {
    const client = await OperatorClient.open(boss);
    const loud = await person('Loud');
    const conversation = 'lobby-lobby';
    const inLobby = await RoomClient.enter(loud, conversation);
    await must(inLobby, { type: 'join' });
    const mute = { type: 'mute', conversation, person: loud.id, minutes: 5 } as const;
    expect((await client.act(mute)).code).toBe('ok');
    expect((await inLobby.say(writing('hello'))).code).toBe('muted');
    expect((await client.act({ ...mute, minutes: 0 })).code).toBe('ok');
    await must(inLobby, writing('hello'));
    expect((await client.act({ type: 'kick', conversation, person: loud.id })).code).toBe('ok');
    const deeds = async () => (await boss.call('/api/chat/lobby-lobby/audit')).text;
    await until(async () => (await deeds()).includes(`"kicked","target":"${loud.id}"`), 'them to be out');
    expect((await client.act({ type: 'ban', conversation, person: loud.id })).code).toBe('ok');
    await until(() => inLobby.socket.isClosed, 'them to be shut out');
    expect(inLobby.socket.closeCode).toBe(CLOSE.banned);
    const { banned } = await client.look<LobbyDetails>('lobby', { conversation });
    expect(banned).toMatchObject([{ id: loud.id, name: 'Loud' }]);
    expect((await client.act({ type: 'unban', conversation, person: loud.id })).code).toBe('ok');
    await RoomClient.enter(loud, conversation);
    client.socket.cut();
  });

  it('finds somebody by the name of their account and ends their sessions', async () => {
    const client = await OperatorClient.open(boss);
    const gone = await person('Gone Girl');
    const inLobby = await RoomClient.enter(gone, 'lobby-lobby');
    const found = await client.look<PersonDetails>('person', { person: 'gone girl' });
    expect(found).toMatchObject({ person: { id: gone.id }, hasAccount: true, sessions: 1 });
    expect((await client.act({ type: 'endSessions', person: gone.id })).code).toBe('ok');
    await until(() => inLobby.socket.isClosed, 'their sockets to be closed');
    expect(inLobby.socket.closeCode).toBe(CLOSE.signedOut);
    expect(verdictOf(await gone.call('/api/tables/mine'))).toBe('401 no_session');
    await expect(client.look('person', { person: 'nobody there' })).rejects.toThrow('not_found');
    client.socket.cut();
  });

  it('works through reports, with what was said before', async () => {
    const client = await OperatorClient.open(boss);
    const [rude, reporter] = [await person('Rude Rolf'), await person('Ruth')];
    const [a, b] = [
      await RoomClient.enter(rude, 'lobby-lobby'),
      await RoomClient.enter(reporter, 'lobby-lobby'),
    ];
    for (const each of [a, b]) await must(each, { type: 'join' });
    await must(a, writing('before it'));
    const seq = await must(a, writing('the thing itself'));
    await post(reporter, '/api/chat/lobby-lobby/report', { seq, reason: 'not nice' });
    const list = async (standing: string) =>
      (await client.look<ReportPage>('reports', { standing, after: null })).reports;
    const [report] = await list('open');
    expect(report).toMatchObject({
      text: 'the thing itself',
      author: { name: 'Rude Rolf' },
      by: { name: 'Ruth' },
    });
    const { context } = await client.look<ReportDetails>('report', { report: report!.id });
    expect(context.map(({ text }) => text).slice(-2)).toEqual(['before it', 'the thing itself']);
    const sort = (standing: 'open' | 'taken' | 'done') =>
      client.act({ type: 'sortReport', report: report!.id, standing });
    expect((await sort('taken')).code).toBe('ok');
    expect([await list('open'), await list('taken')]).toMatchObject([
      [],
      [{ sortedBy: { name: 'Operetta' } }],
    ]);
    expect((await sort('done')).code).toBe('ok');
    expect(await list('taken')).toEqual([]);
    expect(await list('done')).toMatchObject([{ id: report!.id, standing: 'done' }]);
    client.socket.cut();
  });

  it('does each thing once, says why, and refuses what is no action', async () => {
    const client = await OperatorClient.open(boss);
    const action = { type: 'announce', text: 'New clues at nine', minutes: 5 } as const;
    const twice = [
      await client.act(action, 'an update', 'same-id-0'),
      await client.act(action, 'x', 'same-id-0'),
    ];
    expect(twice.map(({ code }) => code)).toEqual(['ok', 'ok']);
    const { rows } = await client.look<LogPage>('log', { after: null });
    expect(rows.filter(({ action: { type } }) => type === 'announce')).toMatchObject([
      { by: { name: 'Operetta' }, why: 'an update', outcome: 'done' },
    ]);
    await until(() => client.hasHeard('New clues at nine'), 'the announcement');
    expect((await client.act(action, ' ')).code).toBe('bad_message');
    expect((await client.act({ type: 'explode' } as never)).code).toBe('bad_message');
    expect((await client.act({ type: 'endAnnouncement' })).code).toBe('ok');
    client.socket.cut();
  });
});

describe('what operators did', () => {
  it('is kept over a restart, with what was done on the machine, and why something was refused', async () => {
    const before = await OperatorClient.open(boss);
    expect((await before.act({ type: 'closeTable', table: 'ZUZU' }, 'not there')).code).toBe('no_table');
    const { rows } = await before.look<LogPage>('log', { after: null });
    await server.stop();
    server = await start({ OPERATORS: named.id });
    boss = Object.assign(await Visitor.arrive(server), { id: boss.id, cookie: boss.cookie });
    const after = await OperatorClient.open(boss);
    const kept = await after.look<LogPage>('log', { after: null });
    expect(kept.rows).toEqual(rows);
    expect(kept.rows[0]).toMatchObject({ why: 'not there', outcome: 'no_table' });
    const [{ id, at: rank }] = kept.rows as [LogRow];
    const older = await after.look<LogPage>('log', { after: { rank, id } });
    expect(older.rows.slice(0, 3)).toEqual(kept.rows.slice(1, 4));
    expect(older.rows.at(-1)).toMatchObject({ by: null, action: { type: 'appoint' } });
    after.socket.cut();
  });
});

it('whom the configuration names has to keep their name before the page is there, and before they are one anywhere', async () => {
  named = Object.assign(await Visitor.arrive(server), { id: named.id, cookie: named.cookie });
  const asked = async () => [
    verdictOf(await askOperatorSeat(named)),
    verdictOf(await named.call('/api/chat/reports')),
  ];
  expect(await asked()).toEqual(['404 not_found', '404 not_found']);
  await withAccount(named, 'By Name');
  expect(await asked()).toEqual(['200', '200']);
});
