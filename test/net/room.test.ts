import { type LocalPresence, matchMaker, Server } from '@colyseus/core';
import { ColyseusTestServer } from '@colyseus/testing';
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { HOSTED_GAMES } from '../../server/games/index.ts';
import { installGuard } from '../../server/infra/colyseus/guard.ts';
import { Topics } from '../../server/infra/topics.ts';
import { Metrics } from '../../server/metrics/metrics.ts';
import { PERSON_CHANGED } from '../../server/rooms/guard/member.ts';
import { RoomGuard } from '../../server/rooms/guard/room-guard.ts';
import { withPorts } from '../../server/rooms/guard/with-ports.ts';
import { TABLE_ROOM, type TalkInfo, talkOf } from '../../server/rooms/table-talk.ts';
import { GameRoom } from '../../server/rooms/tables/GameRoom.ts';
import { tableGames } from '../../server/rooms/tables/hosted-game.ts';
import { NewPasswords } from '../../server/rooms/tables/new-passwords.ts';
import { matchId, playerId } from '../../shared/core/ids.ts';
import { SILENT } from '../../shared/core/rules.ts';
import { readGame, type WireGame } from '../../shared/games/color-clues/wire.ts';
import { CLOSE } from '../../shared/protocol/codes.ts';
import { readTable, type WireTable } from '../../shared/protocol/wire.ts';
import type { TableEvent, TableSetup } from '../../shared/table/types.ts';
import { EMPTY_TABLE_MS } from '../../shared/table/wake-up.ts';
import { FakeClock, fakeLog, plainPasswords, seededEntropy } from '../harness/fakes.ts';
import { freePort } from '../harness/free-port.ts';
import { memoryJournal } from '../harness/memory-journal.ts';
import { quietTransport } from '../harness/quiet-transport.ts';
import { roomsHere } from '../harness/rooms-here.ts';
import { until } from '../harness/until.ts';

/** Rooms in this process, on a clock that only moves when told to: what happens by itself, without waiting for it. */
const clock = new FakeClock(1_700_000_000_000);
const log = fakeLog();
const forgotten: string[] = [];
const topics = new Topics(log);
let colyseus: ColyseusTestServer;

beforeAll(async () => {
  const { limits } = readConfig({});
  installGuard({ log, limits });
  const journal = memoryJournal<TableEvent<unknown>>();
  const server = new Server({ transport: quietTransport(), greet: false, gracefullyShutdown: false });
  server.define(
    TABLE_ROOM,
    withPorts(GameRoom, {
      games: tableGames(HOSTED_GAMES),
      botPace: 1,
      passwords: plainPasswords,
      newPasswords: new NewPasswords(clock, plainPasswords.hash),
      manners: { isRude: () => false },
      clock,
      log,
      entropy: seededEntropy(11),
      journalOf: () => journal,
      guard: new RoomGuard(limits, log, new Metrics()),
      topics,
      directory: roomsHere(topics, log).directory,
      seated: () => {},
      finished: () => {},
      close: async ({ code }) => void forgotten.push(code),
    }),
  );
  await server.listen(await freePort(), '127.0.0.1');
  colyseus = new ColyseusTestServer(server);
});
afterAll(() => colyseus.shutdown());

async function tableWith(code: string, people: number) {
  const setup: TableSetup = {
    code,
    matchId: matchId(code),
    name: 'Test',
    visibility: 'private',
    bots: 0,
    game: 'color-clues',
    owner: 'p1',
  };
  const listing = await matchMaker.createRoom(TABLE_ROOM, setup);
  const clients: Awaited<ReturnType<ColyseusTestServer['sdk']['consumeSeatReservation']>>[] = [];
  for (let i = 1; i <= people; i++) {
    const person = { id: `${code}-p${i}`, name: `Player ${i}`, marker: i };
    const auth = { sessionId: nanoid(22), person, wantsSeat: true };
    const client = await colyseus.sdk.consumeSeatReservation(
      await matchMaker.reserveSeatFor(listing, {}, auth),
    );
    await client.waitForInitialState();
    client.reconnection.enabled = false;
    clients.push(client);
  }
  const view = () => readTable(clients[0]!.state as WireTable<WireGame>, null, readGame);
  await until(() => view().seats.length >= people, 'everybody to be seated');
  const say = (command: unknown) => clients[0]!.request('command', { id: nanoid(), command });
  return { clients, view, say, code };
}

it('goes on without a giver who says nothing: the clock of the rules ends the turn', async () => {
  const { view, say } = await tableWith('BABA', 3);
  await say({ type: 'start' });
  expect([view().game?.stage, view().game?.round]).toEqual(['clue', 1]);
  await clock.advance(74_999);
  expect(view().game?.round).toBe(1);
  await clock.advance(1);
  await until(() => view().game?.round === 2, 'the next round');
});

it('tells its own talk who knows something at this moment, and that nobody does when it is over', async () => {
  const { view, say, code } = await tableWith('BALO', 3);
  const told = async (): Promise<TalkInfo> =>
    matchMaker.remoteRoomCall(code, 'talkInfo', [talkOf(matchId(code))]);
  expect(await matchMaker.remoteRoomCall(code, 'talkInfo', ['talk-of-another'])).toBeNull();
  const before = await told();
  expect(before).toMatchObject({ hasSecrets: true, wall: null, banned: [] });
  expect(before.members).toEqual([1, 2, 3].map((i) => `${code}-p${i}`));
  await say({ type: 'start' });
  const giver = () => view().seats.find(({ id }) => id === view().game?.giver)?.person.id ?? '';
  const first = await told();
  expect(first.wall).toEqual({ id: expect.any(String), sides: { [giver()]: SILENT } });
  expect(first.seq).toBeGreaterThan(before.seq);
  await clock.advance(75_000);
  await until(() => view().game?.round === 2, 'the next round');
  const second = await told();
  expect(second.wall?.sides).toEqual({ [giver()]: SILENT });
  expect(second.wall?.id).not.toBe(first.wall?.id);
});

it('lets bots move after a human pause, and not before', async () => {
  const { view, say, clients } = await tableWith('BABE', 1);
  for (let i = 0; i < 2; i++) await say({ type: 'addBot' });
  await say({ type: 'setOptions', options: { timers: 'off', turns: 5, clueCheck: 'strict' } });
  await say({ type: 'start' });
  const isBotWaitedFor = () => {
    const { game, seats } = view();
    const seat = game?.stage === 'place' ? game.queue[0] : game?.giver;
    return seats.find(({ id }) => id === seat)?.kind === 'bot';
  };
  if (!isBotWaitedFor()) {
    const seen = readTable(clients[0]!.state as WireTable<WireGame>, view().host, readGame);
    const cell = seen.game!.secret!.card[0];
    await say({ type: 'play', move: { type: 'giveClue', cell, text: 'lagoon' } });
  }
  const before = JSON.stringify(view().game);
  await clock.advance(500);
  expect(JSON.stringify(view().game)).toBe(before);
  await clock.advance(10_000);
  await until(() => JSON.stringify(view().game) !== before, 'a bot to move');
});

it('closes, and is forgotten, two minutes after everybody left', async () => {
  const { clients, view, code } = await tableWith('BABI', 2);
  clients[1]!.connection.close();
  await until(() => view().seats[1]?.awaySince !== null, 'the absence to be seen');
  const closed = new Promise<number>((resolve) => clients[0]!.onLeave(resolve));
  await clients[0]!.leave(false);
  await closed;
  const room = colyseus.getRoomById(code);
  await until(() => room.clients.length === 0, 'the room to be empty');
  await clock.advance(0);
  await clock.advance(EMPTY_TABLE_MS);
  await until(() => !matchMaker.getLocalRoomById(code), 'the room to be gone');
  expect(forgotten).toContain(code);
});

it('shows after it was opened again since when somebody is away, as it did before', async () => {
  const { clients, view, code } = await tableWith('BILA', 2);
  await clock.advance(1_000);
  clients[1]!.connection.close();
  await until(() => view().seats[1]?.awaySince !== null, 'the absence to be seen');
  const [, before] = view().seats;
  await colyseus.getRoomById(code).disconnect();
  await until(() => !matchMaker.getLocalRoomById(code), 'the room to be gone');
  const again = await tableWith(code, 1);
  await until(() => again.view().seats[0]?.awaySince === null, 'somebody to be back');
  expect(again.view().seats[1]).toEqual(before);
});

it('tells who watches that the table is closed', async () => {
  const { clients } = await tableWith('BABO', 1);
  const code = new Promise<number>((resolve) => clients[0]!.onLeave(resolve));
  await clients[0]!.request('command', { id: nanoid(), command: { type: 'leave' } });
  await clock.advance(EMPTY_TABLE_MS);
  expect(await code).toBe(CLOSE.gone);
});

it('hears of new names when another table is closed', async () => {
  const first = await tableWith('BUBA', 1);
  const { view, code } = await tableWith('BUBE', 1);
  await colyseus.getRoomById(first.code).disconnect();
  topics.publish(PERSON_CHANGED, { id: playerId(`${code}-p1`), name: 'Quentin', marker: 1, isNamed: true });
  await until(() => view().seats[0]?.person.name === 'Quentin', 'the new name');
});

it('listens to nothing any more when the last table is closed', async () => {
  const heard = () => (matchMaker.presence as LocalPresence).subscriptions.listenerCount(PERSON_CHANGED);
  for (const { roomId } of await matchMaker.query({ name: TABLE_ROOM })) {
    await colyseus.getRoomById(roomId).disconnect();
  }
  expect(heard()).toBe(0);
});
