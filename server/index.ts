import './infra/colyseus/native-strings.ts';
import { uptime } from 'node:os';
import { LocalDriver, LocalPresence, matchMaker, Server } from '@colyseus/core';
import { readConfig } from './config.ts';
import { nameOf } from './directory/directory.ts';
import { announce } from './http/announce.ts';
import { Budget } from './http/budgets.ts';
import { createEntry } from './http/entry.ts';
import { looksOf } from './identity/looks.ts';
import { isRude } from './identity/names.ts';
import { systemClock } from './infra/clock.ts';
import { installGuard } from './infra/colyseus/guard.ts';
import { frameworkLogger } from './infra/colyseus/logger.ts';
import { countedLog } from './infra/counted-log.ts';
import { systemEntropy } from './infra/entropy.ts';
import { createLog } from './infra/log.ts';
import { installProcessGuards } from './infra/process-guards.ts';
import { Topics } from './infra/topics.ts';
import { Metrics } from './metrics/metrics.ts';
import type { Base } from './parts/base.ts';
import { chatParts } from './parts/chat.ts';
import { dailyParts } from './parts/daily.ts';
import { endWhenTold } from './parts/end.ts';
import { metParts } from './parts/met.ts';
import { lookAtCounts, tellMetrics } from './parts/metrics.ts';
import { operateParts } from './parts/operate.ts';
import { openPages } from './parts/pages.ts';
import { pastParts } from './parts/past.ts';
import { peopleParts } from './parts/people.ts';
import { openRedis } from './parts/redis.ts';
import { roomParts } from './parts/rooms.ts';
import { openStorage } from './parts/storage.ts';
import { tableParts } from './parts/tables.ts';
import { openTrace } from './parts/traces.ts';
import { daysAgo, erasuresFrom, startUpkeep } from './parts/upkeep.ts';
import { RoomGuard } from './rooms/guard/room-guard.ts';
import { OPERATE } from './rooms/operate/OperatorRoom.ts';
import { TABLE_ROOM } from './rooms/table-talk.ts';
import { recordOf } from './rooms/tables/match-records.ts';
import { guardStart } from './start/guard.ts';
import { giveMemoryBack } from './start/memory.ts';
import { RunningTime } from './storage/running-time.ts';

// What everything stands on.
const isReady = guardStart();
const config = readConfig(process.env);
const metrics = new Metrics();
const log = countedLog(createLog(config), metrics);
const faults = installProcessGuards(log);
const frames = installGuard({ log, limits: config.limits });
const entropy = systemEntropy();
const storage = await openStorage(config, { log, entropy, metrics });
const redis = await openRedis(config, log);
const clock = systemClock(uptime);
const presence = new LocalPresence();
const topics = new Topics(log, () => redis?.presence ?? presence);
const { processName, processUrl } = config;
const open = await roomParts({ clock, entropy, log, metrics, topics, redis, processName, processUrl });
const { directory, rooms } = open;
const trace = await openTrace(config, log, metrics);
const guard = new RoomGuard(config.limits, log, metrics, trace);
lookAtCounts(metrics, { faults, frames, guard, rooms, redis });
const base: Base = { config, log, clock, entropy, topics, guard, storage, redis, directory, rooms };
const running = new RunningTime(storage.documents, base.clock);

// People, tables, chat, the games that are over.
const people = peopleParts(base);
const tables = tableParts(base, {
  passwords: people.passwords,
  talks: () => chat.conversations,
  finished: (match, seen) => past.recorder.tell(match, seen),
});
const past = pastParts(base, people.identities, tables);
const { asksOfPerson, asksSeconds, keepMembersDays } = config.limits;
const sharedAsks = redis && { redis: redis.client, name: 'asksOfPerson' };
const asks = new Budget(asksOfPerson, asksSeconds, sharedAsks, () =>
  metrics.budgets.of('asksOfPerson').add(),
);
const chat = chatParts({
  ...base,
  isRude,
  isOperator: (person) => people.operators.includes(person),
  people: people.faces,
  names: { looksOf, holderOf: (name) => people.accounts.holderOf(name) },
  mayBeAsked: (person) => asks.allows(person),
  tableCard: (code) => tables.tables.card(code),
  talkInfo: (...question) => tables.tables.talkInfo(...question),
  membersBefore: daysAgo(running, keepMembersDays),
});
const operate = operateParts(
  base,
  { people, tables, chat },
  { metrics, isLeaving: () => rooms.isLeaving, drain: () => process.kill(process.pid, 'SIGTERM') },
);
const daily = dailyParts(base, people.faces);
const erasures = erasuresFrom(base, { people, tables, chat, past, daily });

const met = metParts(base, { ...past, relations: chat.relations, tables: tables.tables });

// The way in, and the rooms behind it.
const entry = createEntry({
  ...base,
  ...people,
  metrics,
  trace,
  processName: nameOf(directory.process),
  processAddress: (name) => directory.addressOf(name),
  isNeighbor: async (name) => (await directory.takers()).some(({ process }) => nameOf(process) === name),
  redis: redis?.client ?? null,
  tables: tables.tables,
  chat,
  operate: operate.port,
  daily,
  personalData: {
    exporters: [
      async function* (person) {
        yield ['matches', await tables.matches.of(person)];
        yield ['daily', daily.of(person)];
      },
      (person) => past.past.collect(person),
      (person) => met.collect(person),
      (person) => chat.personalData.collect(person),
    ],
    erasures,
  },
  record: (match, name, isWanted) =>
    recordOf({ entries: storage.entries, games: tables.games }, match, name, isWanted),
  past: past.past,
  replays: past.replays,
  met,
  pages: await openPages(config),
  readiness: () => ({
    isReady: open.isTaking() && storage.health().isUp,
    degraded: redis?.isUp() === false ? ['redis'] : [],
  }),
});
const server = new Server({
  transport: entry.transport,
  // What the framework reads is of this process; others are found in the directory.
  presence,
  driver: redis?.driver ?? new LocalDriver(),
  selectProcessIdToCreateRoom: async () => matchMaker.processId,
  greet: false,
  gracefullyShutdown: false,
  logger: frameworkLogger(log),
});
server.define(TABLE_ROOM, tables.room);
for (const [name, room] of chat.rooms) server.define(name, room);
server.define(OPERATE, operate.room);

endWhenTold({ log, open, entry, server, erasures, storage });

// The beginning. Before anybody can ask: nobody reads what was taken back and is not yet out of the store.
for (const person of await erasures.unfinished()) chat.history.forget(person);
giveMemoryBack();
await open.settled;
await tellMetrics(config, metrics, log);
const { url, port } = await entry.start(server);
isReady();
announce(config, url, port);
await people.listen();
await operate.listen();
open.adoptWith(tables.tables);
await chat.conversations.ensureLobby('lobby', 'Lobby', 'Say hello, find a table');
await open.take();
await startUpkeep(base, { people, tables, chat, past, daily }, running, erasures);
tables.tables
  .resumeAll()
  .catch((error: unknown) => log.error({ err: error }, 'open tables could not be read'));
