import { fileURLToPath } from 'node:url';
import { matchMaker, Server } from '@colyseus/core';
import { memoryJournal } from '../shared/engine/memory-journal.ts';
import { colorClues } from '../shared/games/color-clues/rules.ts';
import type { GameEvent } from '../shared/games/color-clues/types.ts';
import type { TableEvent } from '../shared/table/types.ts';
import { readConfig } from './config.ts';
import { announce } from './http/announce.ts';
import { createEntry } from './http/entry.ts';
import { memoryIdentities } from './http/identity.ts';
import { isRude } from './http/names.ts';
import { clientPages, devPages } from './http/pages.ts';
import { systemClock } from './infra/clock.ts';
import { systemEntropy } from './infra/entropy.ts';
import { installGuard } from './infra/guard.ts';
import { createLog, frameworkLogger } from './infra/log.ts';
import { installProcessGuards } from './infra/process-guards.ts';
import { colorCluesBot } from './rooms/color-clues-bot.ts';
import { gameRoom } from './rooms/GameRoom.ts';
import { hostedColorClues } from './rooms/hosted-color-clues.ts';
import { RoomGuard } from './rooms/SafeRoom.ts';
import { Tables } from './rooms/tables.ts';

/** Vite's own server inside ours; a development dependency, so it is loaded only then. */
async function viteMiddleware() {
  const { createServer } = await import('vite');
  return (await createServer({ server: { middlewareMode: true, ws: { port: 24_678 } }, appType: 'spa' }))
    .middlewares;
}

/** How long open connections may take to close when the server is told to stop, ms. */
const STOP_MS = 3_000;

const config = readConfig(process.env);
const log = createLog(config);
installProcessGuards(log);
installGuard({ log, limits: config.limits });

const clock = systemClock();
const entropy = systemEntropy();
const journal = memoryJournal<TableEvent<GameEvent>>();
const roomName = colorClues.name;
const tables = new Tables({ roomName, maxTables: config.limits.maxRooms, entropy, log, isRude });
/** The built client lies beside the built server; in development Vite makes it on the fly. */
const isBuilt = import.meta.url.endsWith('.js');
const pages = config.isDevelopment
  ? devPages(await viteMiddleware())
  : clientPages(fileURLToPath(new URL(isBuilt ? '../../client' : '../dist/client', import.meta.url)));
const entry = createEntry({
  config,
  log,
  clock,
  identities: memoryIdentities({ clock, entropy, limits: config.limits }),
  tables,
  pages,
  readiness: () => ({ isReady: matchMaker.state === matchMaker.MatchMakerState.READY }),
});
const server = new Server({
  transport: entry.transport,
  greet: false,
  gracefullyShutdown: false,
  logger: frameworkLogger(log),
});
server.define(
  roomName,
  gameRoom(hostedColorClues({ bot: colorCluesBot(config.botPace), isRude }), {
    clock,
    entropy,
    log,
    journal,
    guard: new RoomGuard(config.limits, log),
    forget: journal.drop,
  }),
);

const { url, port } = await entry.start(server);
announce(config, url, port);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    log.info({ signal }, 'stopping');
    entry.stop();
    setTimeout(() => process.exit(0), STOP_MS).unref();
    server.gracefullyShutdown(true).catch((error: unknown) => {
      log.error({ err: error }, 'stopping failed');
      process.exit(1);
    });
  });
}
