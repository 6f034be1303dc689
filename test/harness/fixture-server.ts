/**
 * A server for the tests of the guard, run in a process of its own. `--plain` runs the same room on Colyseus as it
 * comes, so that a test can show that the attack is real. Prints one line of JSON when it listens.
 */
import { matchMaker, Server } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import express from 'express';
import { nanoid } from 'nanoid';
import { readConfig } from '../../server/config.ts';
import { createEntry } from '../../server/http/entry.ts';
import { memoryIdentities } from '../../server/http/identity.ts';
import { clientPages } from '../../server/http/pages.ts';
import type { Tables } from '../../server/http/tables-port.ts';
import { systemClock } from '../../server/infra/clock.ts';
import { systemEntropy } from '../../server/infra/entropy.ts';
import { installGuard } from '../../server/infra/guard.ts';
import { createLog, frameworkLogger } from '../../server/infra/log.ts';
import { installProcessGuards } from '../../server/infra/process-guards.ts';
import { RoomGuard } from '../../server/rooms/SafeRoom.ts';
import { err, ok } from '../../shared/core/result.ts';
import { guardedRoom, PlainRoom, ROOM } from './naive-room.ts';

/** Rooms that exist from the start; codes like those of real tables. */
const CODES = ['BABA', 'BABE', 'BABI', 'BABO'];

async function startPlain(): Promise<string> {
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
  await server.listen(0, '127.0.0.1');
  for (const code of CODES) await matchMaker.handleCreateRoom(ROOM, {}, undefined, code);
  const address = transport.server?.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
}

async function startGuarded(): Promise<string> {
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'error', ...process.env });
  const log = createLog(config);
  installProcessGuards(log);
  installGuard({ log, limits: config.limits });
  const clock = systemClock();
  const entropy = systemEntropy();
  const entry = createEntry({
    config,
    log,
    clock,
    identities: memoryIdentities({ clock, entropy, limits: config.limits }),
    tables,
    pages: clientPages('/nonexistent'),
    readiness: () => ({ isReady: true }),
  });
  const server = new Server({
    transport: entry.transport,
    greet: false,
    gracefullyShutdown: false,
    logger: frameworkLogger(log),
  });
  server.define(ROOM, guardedRoom({ clock, log, guard: new RoomGuard(config.limits, log) }));
  const { url } = await entry.start(server);
  for (const code of CODES) await matchMaker.handleCreateRoom(ROOM, {}, undefined, code);
  return url;
}

const tables: Tables = {
  create: async () => {
    const room = await matchMaker.createRoom(ROOM, {});
    return ok({ code: room.roomId });
  },
  quickPlay: async () => ok({ code: CODES[0]! }),
  seat: async (person, code, wantsSeat) => {
    const room = await matchMaker.driver.findOne({ roomId: code });
    if (!room) return err({ code: 'no_table' });
    const auth = { sessionId: nanoid(22), person, wantsSeat };
    const { name, sessionId, roomId, processId } = await matchMaker.reserveSeatFor(room, {}, auth);
    return ok({ name, sessionId, roomId, processId });
  },
  list: async () => [],
  onChange: () => () => {},
  rename: () => {},
};

const url = await (process.argv.includes('--plain') ? startPlain() : startGuarded());
process.stdout.write(`${JSON.stringify({ url, pid: process.pid })}\n`);
