/**
 * A server for the tests of the guard, run in a process of its own. `--plain` runs the same room on Colyseus as it
 * comes, so that a test can show that the attack is real. Tells its parent the address, and its numbers when asked.
 */
import type { Server as HttpServer } from 'node:http';
import type { Socket } from 'node:net';
import { LobbyRoom, LocalPresence, matchMaker, Server } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import express from 'express';
import { nanoid } from 'nanoid';
import { readConfig } from '../../server/config.ts';
import { createEntry } from '../../server/http/entry.ts';
import { clientPages } from '../../server/http/pages.ts';
import type { TablesPort } from '../../server/http/tables-port.ts';
import { Accounts } from '../../server/identity/accounts.ts';
import { Identities } from '../../server/identity/identities.ts';
import { Passwords } from '../../server/identity/passwords.ts';
import { systemClock } from '../../server/infra/clock.ts';
import { installGuard } from '../../server/infra/colyseus/guard.ts';
import { frameworkLogger } from '../../server/infra/colyseus/logger.ts';
import { systemEntropy } from '../../server/infra/entropy.ts';
import { createLog } from '../../server/infra/log.ts';
import { type Faults, installProcessGuards } from '../../server/infra/process-guards.ts';
import { Topics } from '../../server/infra/topics.ts';
import { Metrics } from '../../server/metrics/metrics.ts';
import { RoomGuard } from '../../server/rooms/guard/room-guard.ts';
import { err, ok } from '../../shared/core/result.ts';
import { MemoryDocuments } from './memory-documents.ts';
import { counts, guardedRoom, HOLDING, HoldingRoom, INSIDE, PlainRoom, ROOM } from './naive-room.ts';
import { roomsHere } from './rooms-here.ts';

/** Rooms that exist from the start, with how many may come in; codes like those of real tables. */
const TABLES = { BABA: 100, BABE: 100, BABI: 100, BABO: 12 };
let faults: Faults | null = null;
const sockets = new Set<Socket>();

async function openTables(httpServer: HttpServer): Promise<void> {
  httpServer.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  for (const [code, max] of Object.entries(TABLES))
    await matchMaker.handleCreateRoom(ROOM, { max }, undefined, code);
}

async function startPlain(): Promise<string> {
  // As without the package `colyseus`, whose monitoring agent changes what a rejection does.
  Object.assign(globalThis, { [Symbol.for('@pm2/io')]: { metric: () => {} } });
  const transport = new WebSocketTransport();
  const server = new Server({
    transport,
    greet: false,
    express: (app) => {
      app.use(express.json());
      app.get('/me', (_request, response) => void response.json({ secret: 'mine' }));
    },
  });
  server.define(ROOM, PlainRoom);
  server.define('lobby', LobbyRoom);
  server.define(HOLDING, HoldingRoom);
  await server.listen(0, '127.0.0.1');
  await openTables(transport.server as HttpServer);
  const address = transport.server?.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
}

async function startGuarded(): Promise<string> {
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'error', ...process.env });
  const log = createLog(config);
  faults = installProcessGuards(log);
  installGuard({ log, limits: config.limits });
  const presence = new LocalPresence();
  const topics = new Topics(log, () => presence);
  const clock = systemClock();
  const entropy = systemEntropy();
  const documents = new MemoryDocuments();
  const identities = new Identities({ documents, clock, entropy, log, tell: () => {} });
  const metrics = new Metrics();
  const entry = createEntry({
    config,
    log,
    metrics,
    trace: null,
    topics,
    clock,
    identities,
    processName: 'fixture',
    processAddress: async () => null,
    isNeighbor: async () => false,
    accounts: new Accounts({ documents, identities, passwords: new Passwords(''), clock }),
    personalData: {
      exporters: [],
      erasures: { begin: async () => '', progress: async () => ({ emptied: 0, isOver: true }) },
    },
    tables,
    record: async (match) => {
      if (match.startsWith('broken')) throw new Error(INSIDE);
      return null;
    },
    past: {
      page: async () => ({ games: [], next: null }),
      statistics: async () => ({ games: [], isRanked: null }),
      rank: async () => {},
      week: async () => ({ since: 0, lines: [] }),
    },
    replays: { page: async () => null },
    pages: clientPages('/nonexistent'),
    chat: null,
    operate: null,
    daily: null,
    met: null,
    redis: null,
    readiness: () => ({ isReady: true }),
  });
  const server = new Server({
    transport: entry.transport,
    greet: false,
    gracefullyShutdown: false,
    logger: frameworkLogger(log),
  });
  const { directory } = roomsHere(topics, log);
  server.define(
    ROOM,
    guardedRoom({ clock, log, guard: new RoomGuard(config.limits, log, metrics), topics, directory }),
  );
  const { url } = await entry.start(server);
  await openTables(entry.httpServer);
  return url;
}

const tables: TablesPort = {
  create: async () => {
    const room = await matchMaker.createRoom(ROOM, {});
    return ok({ code: room.roomId });
  },
  quickPlay: async () => ok({ code: 'BABA' }),
  seat: async ({ person }, code, { wantsSeat }) => {
    const room = await matchMaker.driver.findOne({ roomId: code });
    if (!room) return err({ code: 'no_table' });
    const auth = { sessionId: nanoid(22), person, wantsSeat };
    const { name, sessionId, roomId } = await matchMaker.reserveSeatFor(room, {}, auth);
    const reservation = { name, sessionId, roomId, processId: 'fixture' };
    return ok({ talk: '', game: 'color-clues', reservation });
  },
  mine: async () => [],
  hasSatAt: async () => false,
  list: async () => ({ tables: [], people: 0 }),
  onChange: () => () => {},
  rename: () => {},
};

/** What the framework keeps to itself. */
interface Insides {
  readonly _reservedSeats: Record<string, unknown>;
  readonly clients: readonly { readonly _enqueuedMessages?: readonly unknown[] }[];
}

const insides = (): Insides[] =>
  Object.keys(TABLES).map((code) => matchMaker.getLocalRoomById(code) as unknown as Insides);

const sum = <T>(items: Iterable<T>, value: (item: T) => number): number =>
  [...items].reduce((total, item) => total + value(item), 0);

process.on('message', (question) => {
  if (question !== 'stats') return;
  const stats = {
    rssMb: process.memoryUsage.rss() / 2 ** 20,
    waiting: sum(sockets, (socket) => socket.writableLength),
    enqueued: sum(insides(), ({ clients }) =>
      sum(clients, (client) => client._enqueuedMessages?.length ?? 0),
    ),
    reserved: sum(insides(), (room) => Object.keys(room._reservedSeats).length),
    rooms: matchMaker.stats.local.roomCount,
    handled: counts.handled,
    unhandled: (faults?.rejections ?? 0) + (faults?.exceptions ?? 0),
  };
  process.send?.({ stats });
});
process.on('disconnect', () => process.exit());

process.send?.({ url: await (process.argv.includes('--plain') ? startPlain() : startGuarded()) });
