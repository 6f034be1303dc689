import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WireConversation, WireInbox } from '../../shared/protocol/chat-wire.ts';
import { CLOSE } from '../../shared/protocol/codes.ts';
import { RoomClient } from '../harness/matrix-client.ts';
import { askOperatorSeat, OperatorClient, operatorCommand, withAccount } from '../harness/operators.ts';
import { Processes } from '../harness/processes.ts';
import { TableClient } from '../harness/table-client.ts';
import { until } from '../harness/until.ts';
import { type Answer, patientlyAsked, type Seat, Visitor } from '../harness/visitor.ts';

// What docs/operations.md says of several processes, row by row. The rest of it: `several.test.ts`, `sessions.test.ts`,
// `late-or-lost.test.ts`.

const MAX_TABLES = 12;
const PASSWORD = 'moss brick lagoon ember';
/** As many as an address may try for one name, or one table, unless it is set. */
const WRONG_PASSWORDS = 5;

let pair: Processes;
beforeAll(async () => {
  pair = await Processes.start({
    LIMIT_MAX_ROOMS: String(MAX_TABLES),
    LIMIT_CREATES_PER_ADDRESS: '4',
    LIMIT_WRONG_CODES_PER_ADDRESS: '3',
    LIMIT_SLOW_CODE_SECONDS: '60',
    LIMIT_LIVE_STREAMS_PER_ADDRESS: '1',
    // Long enough for a busy machine: what is promised is over only when it was used.
    LIMIT_SEAT_SECONDS: '60',
  });
});
afterAll(() => pair.stop());

let addresses = 0;
/** Somebody from an address of their own, at each of the two. */
async function somebody(): Promise<readonly [Visitor, Visitor]> {
  const here = await Visitor.arrive(pair.one, `10.1.1.${++addresses}`);
  return [here, await here.at(pair.two)];
}

const codeOf = ({ text }: Answer): string => JSON.parse(text).code;
const make = (visitor: Visitor, visibility = 'private') =>
  visitor.call('/api/tables', { method: 'POST', body: { visibility } });
const claim = (visitor: Visitor, name: string) =>
  patientlyAsked(() =>
    visitor.call('/api/account/claim', { method: 'POST', body: { name, password: PASSWORD } }),
  );
const rename = (visitor: Visitor, name: string) =>
  visitor.call('/api/me', { method: 'PATCH', body: { name } });

it('Play now at either process leads to the same table', async () => {
  const [first, second] = [await somebody(), await somebody()];
  const play = (visitor: Visitor) => visitor.call('/api/play', { method: 'POST', body: {} });
  const code = codeOf(await play(first[0]));
  const socket = await first[0].join(code);
  await until(
    async () => codeOf(await play(second[1])) === code,
    'the table to be known at the other process',
  );
  expect(codeOf(await play(first[1]))).toBe(code);
  expect(socket.isClosed).toBe(false);
});

it('a person has one socket at a table, whichever process gave them the seat', async () => {
  const [here, there] = await somebody();
  const code = codeOf(await make(here));
  const first = await here.join(code);
  // The seat is asked for at the other process; its socket belongs to the one that has the table.
  const second = await here.take(await there.seat(code));
  expect(await first.closed()).toBe(CLOSE.takenOver);
  const third = await here.join(code);
  expect(await second.closed()).toBe(CLOSE.takenOver);
  expect(third.isClosed).toBe(false);
});

it('promised seats are counted where somebody asked, until they are used, wherever that is', async () => {
  const [here, there] = await somebody();
  const code = codeOf(await make(here));
  const seats = [await there.seat(code), await there.seat(code)];
  const third = await there.askSeat(code);
  expect([third.status, codeOf(third)]).toEqual([429, 'rate_limited']);
  // Counted per process: the other one has promised nothing.
  expect((await here.askSeat(code)).status).toBe(200);
  await here.take(seats[0]!);
  await until(async () => (await there.askSeat(code)).status === 200, 'the seat to be known as taken');
  // A ticket opens one socket.
  expect((await here.open(seats[0]!)).status).not.toBe(101);
});

it('budgets of an address are spent at both together', async () => {
  const [here, there] = await somebody();
  const statuses: number[] = [];
  for (const visitor of [here, there, here, there, here, there]) statuses.push((await make(visitor)).status);
  // Three are made, the fourth is one too many for this person; then the budget is used up.
  expect(statuses).toEqual([201, 201, 201, 409, 429, 429]);
});

it('who guesses codes is slow at both, except for tables where they have sat', async () => {
  const [here, there] = await somebody();
  const other = (await here.at(pair.one)) as Visitor;
  const code = codeOf(await make(here));
  await here.join(code);
  for (const [index, visitor] of [here, there, here].entries())
    expect(codeOf(await visitor.askSeat(`ZU${'ABC'[index]}A`))).toBe('no_table');
  const stranger = await Visitor.arrive(pair.two, here.from);
  expect((await stranger.askSeat('ZUDA')).status).toBe(404);
  expect((await stranger.askSeat('ZUFA')).status).toBe(429);
  expect((await there.askSeat(code)).status).toBe(200);
  expect((await other.askSeat(code)).status).toBe(200);
  expect((await stranger.askSeat(code)).status).toBe(429);
});

it('the password of a table is asked for at both; wrong ones are counted at both together, right ones nowhere', async () => {
  const [host] = await somebody();
  const code = codeOf(await make(host));
  const hers = await TableClient.join(host, code);
  expect(await hers.say({ type: 'setPassword', password: 'moss and brick' })).toBe(null);
  const knock = async (visitor: Visitor, password?: string) => {
    const body = { wantsSeat: true, protocol: [1, 1], password };
    const answer = await visitor.call(`/api/tables/${code}/seat`, { method: 'POST', body });
    return { code: codeOf(answer), seat: JSON.parse(answer.text).reservation as Seat };
  };
  const [here, there] = await somebody();
  expect((await knock(there)).code).toBe('password_wanted');
  const tries = async (visitors: readonly Visitor[]) => {
    const said: string[] = [];
    for (const visitor of visitors) said.push((await knock(visitor, 'moss and brook')).code);
    return said;
  };
  expect(await tries([there, here, there, here])).toEqual(Array(4).fill('wrong_table_password'));
  const { seat } = await knock(there, 'moss and brick');
  expect(seat.processId).toBe((await host.seat(code)).processId);
  await here.take(seat);
  await hers.until(({ seats }) => seats.some(({ person }) => person.id === here.id), 'them to sit there');

  const [stranger, beside] = await somebody();
  expect(await tries([stranger, beside, stranger, beside, stranger])).toEqual(
    Array(WRONG_PASSWORDS).fill('wrong_table_password'),
  );
  for (const visitor of [stranger, beside])
    expect((await knock(visitor, 'moss and brick')).code).toBe('rate_limited');
});

it('a name that both processes are asked for at once becomes the account of one, and is nobody else’s', async () => {
  const people = await Promise.all(Array.from({ length: 6 }, somebody));
  const answers = await Promise.all(people.map((visitors, index) => claim(visitors[index % 2]!, 'Robin')));
  expect(answers.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status !== 201).map(codeOf)).toEqual(Array(5).fill('name_taken'));
  const outsiders = await somebody();
  for (const visitor of outsiders) expect(codeOf(await rename(visitor, 'Robin'))).toBe('name_taken');
});

it('who is here is seen in the lists of others, at whichever process their list is', async () => {
  const [ann, ben] = [await somebody(), await somebody()];
  expect((await rename(ann[0], 'Ann')).status).toBe(200);
  expect((await rename(ben[0], 'Ben')).status).toBe(200);
  const direct = { method: 'POST', body: { person: ben[0].id } };
  const { conversation } = JSON.parse((await ann[0].call('/api/chat/direct', direct)).text);
  await ben[1].call(`/api/chat/${conversation}/answer`, { method: 'POST', body: { answer: 'accept' } });
  const hers = await pair.enter<WireInbox>(ann[0], 'inbox');
  const isOnline = () => {
    let isThere = false;
    hers.state.online.forEach((_, person) => {
      if (person === ben[0].id) isThere = true;
    });
    return isThere;
  };
  expect(isOnline()).toBe(false);
  const his = await pair.enter<WireInbox>(ben[1], 'inbox');
  await until(isOnline, 'him to be here');
  his.close();
  await until(() => !isOnline(), 'him to be gone', 30_000);
  hers.close();
});

it('people who come into a lobby at either process are together, and counted at both', async () => {
  const [ann, ben] = [await somebody(), await somebody()];
  const rooms = [
    await pair.enter<WireConversation>(ann[0], 'lobby-lobby'),
    await pair.enter<WireConversation>(ben[1], 'lobby-lobby'),
  ];
  for (const room of rooms) await until(() => room.state.online === 2, 'both');
  for (const visitor of [ann[0], ben[1]]) {
    const count = async () => {
      const { lobbies } = JSON.parse((await visitor.call('/api/chat/lobbies')).text);
      return lobbies.find((each: { conversation: string }) => each.conversation === 'lobby-lobby').online;
    };
    await until(async () => (await count()) === 2, 'both to be counted');
  }
  for (const room of rooms) room.close();
});

it('streams are counted by each process for itself', async () => {
  const [here, there] = await somebody();
  const aborted = new AbortController();
  const open = async ({ server, from }: Visitor) => {
    const headers = { 'X-Forwarded-For': from };
    return (await fetch(`${server.url}/api/tables/live`, { signal: aborted.signal, headers })).status;
  };
  expect([await open(here), await open(there), await open(here), await open(there)]).toEqual([
    200, 200, 429, 429,
  ]);
  aborted.abort();
});

/** An operator at the first process, and the name of the other one. */
async function operator(name: string): Promise<OperatorClient> {
  const boss = await withAccount(await Visitor.arrive(pair.one, `10.1.1.${++addresses}`), name);
  await operatorCommand(pair.directory, 'add', name);
  await until(async () => (await askOperatorSeat(boss)).status === 200, 'the right to be known');
  return OperatorClient.open(boss);
}

it('an operator at one process acts on what another one has, and is heard there', async () => {
  const client = await operator('Operetta');
  const [, there] = await somebody();
  const code = codeOf(await make(there));
  const seat = await there.seat(code);
  const atTable = await there.take(seat);
  const inbox = await RoomClient.enter(there, 'inbox');
  await until(() => client.hasHeard(seat.processId), 'the numbers of the other process');
  const action = { type: 'announce', text: 'Back in ten minutes', minutes: 5 } as const;
  expect((await client.act(action)).code).toBe('ok');
  await until(() => inbox.hasHeard(action.text), 'the announcement to be heard there');
  expect((await client.act({ type: 'closeTable', table: code })).code).toBe('ok');
  expect(await atTable.closed()).toBe(CLOSE.gone);
  expect((await client.act({ type: 'endSessions', person: there.id })).code).toBe('ok');
  await until(() => inbox.socket.isClosed, 'their sockets to be closed');
  expect(inbox.socket.closeCode).toBe(CLOSE.signedOut);
  expect((await client.act({ type: 'endAnnouncement' })).code).toBe('ok');
  client.socket.cut();
});

// Nearly last: there is no room for a table afterwards.
it('the limit of all tables holds when both are asked at once', async () => {
  const people = await Promise.all(Array.from({ length: MAX_TABLES }, somebody));
  const asked = people.flatMap(([here, there]) => [make(here), make(there)]);
  const answers = await Promise.all(asked);
  expect(new Set(answers.filter(({ status }) => status !== 201).map(codeOf))).toEqual(
    new Set(['server_full']),
  );
  const made = answers.filter(({ status }) => status === 201).length;
  expect(made).toBeGreaterThan(0);
  // Nothing is left over for anybody, at either process.
  const [late] = [await somebody()];
  expect([codeOf(await make(late[0])), codeOf(await make(late[1]))]).toEqual(['server_full', 'server_full']);
});

// The very last: one of the two is on its way out afterwards.
it('an operator ends another process', async () => {
  const client = await operator('Operand');
  const [, there] = await somebody();
  const inbox = await RoomClient.enter(there, 'inbox');
  const { reservation } = JSON.parse(
    (await there.call('/api/chat/inbox/seat', { method: 'POST', body: { protocol: [1, 1] } })).text,
  );
  await until(() => client.hasHeard(reservation.processId), 'the numbers of the other process');
  expect((await client.act({ type: 'drain', process: reservation.processId })).code).toBe('ok');
  await until(() => inbox.socket.isClosed, 'its rooms to be handed over');
  expect(inbox.socket.closeCode).toBe(CLOSE.moved);
  expect(pair.one.hasEnded).toBe(false);
});
