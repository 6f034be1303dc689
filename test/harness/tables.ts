import { matchMaker, SchemaSerializer, Server } from '@colyseus/core';
import type { Schema } from '@colyseus/schema';
import { Room as ClientRoom } from '@colyseus/sdk';
import { ColyseusTestServer } from '@colyseus/testing';
import { readConfig } from '../../server/config.ts';
import { HOSTED_GAMES } from '../../server/games/index.ts';
import { installGuard } from '../../server/infra/colyseus/guard.ts';
import { Topics } from '../../server/infra/topics.ts';
import { Metrics } from '../../server/metrics/metrics.ts';
import type { Visitor } from '../../server/rooms/guard/member.ts';
import { RoomGuard } from '../../server/rooms/guard/room-guard.ts';
import { withPorts } from '../../server/rooms/guard/with-ports.ts';
import { TABLE_ROOM } from '../../server/rooms/table-talk.ts';
import { GameRoom } from '../../server/rooms/tables/GameRoom.ts';
import { type HostedGame, hasOptions, tableGames } from '../../server/rooms/tables/hosted-game.ts';
import { NewPasswords } from '../../server/rooms/tables/new-passwords.ts';
import { openTables } from '../../server/rooms/tables/open-tables.ts';
import type { PlayedGame } from '../../server/rooms/tables/past/played-game.ts';
import { Tables } from '../../server/rooms/tables/tables.ts';
import type { GameAbout } from '../../shared/core/about.ts';
import { matchId, playerId } from '../../shared/core/ids.ts';
import type { Journal } from '../../shared/engine/ports.ts';
import { readGame, type WireGame } from '../../shared/games/color-clues/wire.ts';
import { GAMES } from '../../shared/games/index.ts';
import type { TableSeat } from '../../shared/protocol/http.ts';
import { readTable, type WireTable } from '../../shared/protocol/wire.ts';
import type { TableEvent, TableSetup } from '../../shared/table/types.ts';
import { ANSWER_MS } from './chat-reading.ts';
import { FakeClock, fakeLog, plainPasswords, seededEntropy } from './fakes.ts';
import { freePort } from './free-port.ts';
import { MemoryDocuments } from './memory-documents.ts';
import { memoryJournal } from './memory-journal.ts';
import { quietTransport } from './quiet-transport.ts';
import { roomsHere } from './rooms-here.ts';

type TableJournal = Journal<TableEvent<unknown>>;

/**
 * Tables of this process on a store in memory whose every call can be replaced, and a clock that stands still. Without
 * games of a test, those of the product are played.
 */
export async function tablesHere({
  hosted = HOSTED_GAMES,
  games = GAMES,
}: {
  hosted?: readonly HostedGame[];
  games?: readonly [GameAbout, ...GameAbout[]];
} = {}) {
  const clock = new FakeClock(1_700_000_000_000);
  const log = fakeLog();
  const topics = new Topics(log);
  const { limits } = readConfig({});
  installGuard({ log, limits });
  ClientRoom.defaultRequestTimeout = ANSWER_MS;
  const inner = memoryJournal<TableEvent<unknown>>();
  const journal: TableJournal = { ...inner };
  const directory = openTables(new MemoryDocuments(), games[0].name);
  const talks = new Set<string>();
  const finished: (PlayedGame | null)[] = [];
  const entropy = seededEntropy(11);
  const open = roomsHere(topics, log);
  const server = new Server({ transport: quietTransport(), greet: false, gracefullyShutdown: false });
  server.define(
    TABLE_ROOM,
    withPorts(GameRoom, {
      games: tableGames(hosted),
      botPace: 1,
      passwords: plainPasswords,
      newPasswords: new NewPasswords(clock, plainPasswords.hash),
      manners: { isRude: () => false },
      clock,
      log,
      entropy,
      journalOf: () => ({
        append: (entry) => journal.append(entry),
        read: (id, after) => journal.read(id, after),
        find: (id, command) => journal.find(id, command),
      }),
      guard: new RoomGuard(limits, log, new Metrics()),
      topics,
      directory: open.directory,
      seated: () => {},
      finished: (_setup, seen) => void finished.push(seen),
      close: (setup) => directory.remove(setup),
    }),
  );
  const port = await freePort();
  await server.listen(port, '127.0.0.1');
  const colyseus = new ColyseusTestServer(server);
  const tables = new Tables({
    rooms: open.rooms,
    games,
    hasOptions: (game, options) => hasOptions(tableGames(hosted), game, options),
    maxTables: 1_000,
    directory,
    entropy,
    log,
    topics,
    addTalk: async (setup) => void talks.add(setup.matchId),
    dropTalk: async (setup) => void talks.delete(setup.matchId),
    lastCodes: async () => [],
    isRude: () => false,
  });

  const visitor = (name: string): Visitor => ({
    person: { id: playerId(`p-${name}`), name, marker: 1 },
    session: `s-${name}`,
    isNamed: true,
    isOperator: false,
  });
  const setupOf = (code: string, id = `match-${code}`): TableSetup => ({
    code,
    matchId: matchId(id),
    game: games[0].name,
    name: 'Test',
    visibility: 'private',
    bots: 0,
    owner: 'p-owner',
  });

  return {
    url: `http://127.0.0.1:${port}`,
    clock,
    log,
    topics,
    /** How the journal is without faults. */
    inner,
    /** From now on these calls of the journal do something else. */
    spoil: (faults: Partial<TableJournal>) => Object.assign(journal, faults),
    heal: () => Object.assign(journal, inner),
    directory,
    /** Which rooms are open. */
    open: open.directory,
    talks,
    /** Games that may be over, as their tables saw them. */
    finished,
    tables,
    visitor,
    setupOf,
    rooms: () => matchMaker.query({ name: TABLE_ROOM }),
    roomOf: (code: string) => matchMaker.getLocalRoomById(code),
    /** What describes the state of a table to whoever comes, as text. */
    handshakeOf: (code: string): string => {
      const serializer = new SchemaSerializer();
      serializer.reset(matchMaker.getLocalRoomById(code).state as Schema);
      return Buffer.from(serializer.handshake()).toString('latin1');
    },
    /** Comes in with a seat; throws the code when that is refused. */
    async enter(name: string, code: string) {
      const seat = await tables.seat(visitor(name), code, { wantsSeat: true });
      if (!seat.ok) throw new Error(seat.error.code);
      return this.join(seat.value);
    },
    /** Uses a seat that was promised. Rejects when the room does not let its holder in. */
    async join({ reservation }: TableSeat) {
      const room = await colyseus.sdk.consumeSeatReservation(reservation);
      room.reconnection.enabled = false;
      await room.waitForInitialState();
      return { room, view: () => readTable(room.state as WireTable<WireGame>, null, readGame) };
    },
    /** As when the process ended: nothing is told to anybody, and the directory stays. */
    async forget(code: string): Promise<void> {
      await matchMaker.getLocalRoomById(code)?.disconnect();
    },
    stop: () => colyseus.shutdown(),
  };
}
