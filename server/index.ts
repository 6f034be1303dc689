import { fileURLToPath } from 'node:url';
import { matchMaker, Server } from '@colyseus/core';
import { playerId } from '../shared/core/ids.ts';
import { GAMES } from '../shared/games/index.ts';
import type { Person } from '../shared/table/types.ts';
import { chatParts } from './chat-parts.ts';
import { readConfig } from './config.ts';
import { HOSTED_GAMES } from './games/index.ts';
import { announce } from './http/announce.ts';
import { Budget } from './http/budgets.ts';
import { createEntry } from './http/entry.ts';
import { clientPages, devPages } from './http/pages.ts';
import { Accounts } from './identity/accounts.ts';
import { type EndedSessions, endedSessionsCheck, hasEnded } from './identity/ended-sessions.ts';
import { Erasures } from './identity/erasures.ts';
import { GUEST_IDLE_MS, Identities } from './identity/identities.ts';
import { isLookAlike, looksOf } from './identity/looks.ts';
import { isRude } from './identity/names.ts';
import { Passwords } from './identity/passwords.ts';
import { systemClock } from './infra/clock.ts';
import { installGuard } from './infra/colyseus/guard.ts';
import { frameworkLogger } from './infra/colyseus/logger.ts';
import { systemEntropy } from './infra/entropy.ts';
import { createLog } from './infra/log.ts';
import { installProcessGuards } from './infra/process-guards.ts';
import { redisParts } from './infra/redis.ts';
import { Topics, topic } from './infra/topics.ts';
import { leftTalks } from './rooms/chat/forgetting/left-talks.ts';
import { oldReadings } from './rooms/chat/forgetting/old-readings.ts';
import { oldTables } from './rooms/chat/forgetting/old-tables.ts';
import { PERSON_CHANGED } from './rooms/guard/member.ts';
import { RoomGuard } from './rooms/guard/room-guard.ts';
import { SafeRoom } from './rooms/guard/SafeRoom.ts';
import { withPorts } from './rooms/guard/with-ports.ts';
import { talkOf } from './rooms/table-talk.ts';
import { GameRoom } from './rooms/tables/GameRoom.ts';
import { tableGames } from './rooms/tables/hosted-game.ts';
import { recordOf } from './rooms/tables/match-records.ts';
import { FORGOTTEN, MatchesOf } from './rooms/tables/matches-of.ts';
import { openTables } from './rooms/tables/open-tables.ts';
import { TABLE_ROOM, Tables } from './rooms/tables/tables.ts';
import { storeError } from './start/errors.ts';
import { guardStart } from './start/guard.ts';
import { onStop } from './start/stop.ts';
import { whatGuestsLeave } from './storage/gone-guests.ts';
import { durableJournal } from './storage/journal.ts';
import { RunningTime } from './storage/running-time.ts';
import { sqliteStorage } from './storage/sqlite/storage.ts';
import { expiring, Sweeper } from './storage/sweep.ts';
import { TooNew, Unavailable } from './storage/types.ts';

/** Vite's own server inside ours; a development dependency, so it is loaded only then. */
async function viteMiddleware() {
  const { createServer } = await import('vite');
  return (await createServer({ server: { middlewareMode: true, ws: { port: 24_678 } }, appType: 'spa' }))
    .middlewares;
}

/** The database that is configured; its driver is loaded only then. */
async function openStorage() {
  try {
    if (config.mongodbUrl === null) return await sqliteStorage({ directory: config.dataDirectory, log });
    const { mongooseStorage } = await import('./storage/mongoose/storage.ts');
    return await mongooseStorage({ url: config.mongodbUrl, log });
  } catch (error) {
    if (error instanceof TooNew || error instanceof Unavailable) throw storeError(error, config);
    throw error;
  }
}

/** What a person wrote reads as empty on every process from now on. */
const FORGOTTEN_PERSON = topic<{ person: string }>('forgotten-person');
const DAY_MS = 24 * 60 * 60 * 1_000;
/** How often what has expired is looked for, ms. */
const SWEEP_MS = 10 * 60 * 1_000;
/** Sessions are over. */
const SESSIONS_ENDED = topic<EndedSessions>('sessions-ended');
/** How long open connections may take to close when the server is told to stop, ms. */
const STOP_MS = 8_000;

const isReady = guardStart();
const config = readConfig(process.env);
const log = createLog(config);
installProcessGuards(log);
installGuard({ log, limits: config.limits });

const clock = systemClock();
const entropy = systemEntropy();
const topics = new Topics(log);
const storage = await openStorage();
const redis = config.redisUrl === null ? null : await redisParts(config.redisUrl, log);
const games = tableGames(HOSTED_GAMES, isLookAlike);
const directory = openTables(storage.documents, GAMES[0].name);
const matches = new MatchesOf(storage);
const tables = new Tables({
  games: GAMES,
  maxTables: config.limits.maxRooms,
  directory,
  entropy,
  log,
  topics,
  isRude,
  lastCodes: (person) => matches.lastCodes(person),
  addTalk: (setup) => chat.conversations.addTalk(setup),
  dropTalk: (setup) => chat.conversations.dropTalk(setup),
});
/** The built client lies beside the built server; in development Vite makes it on the fly. */
const isBuilt = import.meta.url.endsWith('.js');
const pages = config.isDevelopment
  ? devPages(await viteMiddleware())
  : clientPages(fileURLToPath(new URL(isBuilt ? '../../client' : '../dist/client', import.meta.url)));
const identities = new Identities({
  documents: storage.documents,
  clock,
  entropy,
  log,
  tell: (ended) => topics.publish(SESSIONS_ENDED, ended),
});
const accounts = new Accounts({
  documents: storage.documents,
  identities,
  passwords: new Passwords(config.passwordPepper),
  clock,
});
const asks = new Budget(
  config.limits.asksOfPerson,
  config.limits.asksSeconds,
  redis && { redis: redis.client, name: 'asksOfPerson' },
);
const guard = new RoomGuard(config.limits, log);
const running = new RunningTime(storage.documents, clock);
const chat = chatParts({
  storage,
  clock,
  entropy,
  log,
  guard,
  topics,
  isRude,
  people: {
    async byIds(ids) {
      const known = new Map<string, Person>(
        (await identities.byIds(ids)).map((person) => [person.id, person]),
      );
      return ids.map((id) => {
        const person = known.get(id);
        return { id, name: person?.name ?? '', marker: person?.marker ?? 0, isGone: !person };
      });
    },
  },
  names: { looksOf, holderOf: (name) => accounts.holderOf(name) },
  mayBeAsked: (person) => asks.allows(person),
  tableCard: (code) => tables.card(code),
  talkInfo: (code, talk) => tables.talkInfo(code, talk),
  membersBefore: () => running.before(config.limits.keepMembersDays * DAY_MS),
});
const erasures = new Erasures({
  documents: storage.documents,
  clock,
  log,
  async shutOut(person) {
    await accounts.remove(person);
    await identities.remove(person);
    topics.publish(FORGOTTEN_PERSON, { person });
    tables.rename({ id: playerId(person), name: FORGOTTEN, marker: 0, isNamed: false });
  },
  erasers: [
    (person) => chat.personalData.erase(person),
    async function* (person) {
      for await (const _ of matches.forget(person)) yield 0;
    },
  ],
});
const entry = createEntry({
  config,
  log,
  clock,
  identities,
  accounts,
  personalData: {
    exporters: [
      async function* (person) {
        yield ['matches', await matches.of(person)];
      },
      (person) => chat.personalData.collect(person),
    ],
    erasures,
  },
  tables,
  redis: redis?.client ?? null,
  chat,
  record: (match, name, isWanted) => recordOf({ entries: storage.entries, games }, match, name, isWanted),
  pages,
  readiness: () => ({
    isReady: matchMaker.state === matchMaker.MatchMakerState.READY && storage.health().isUp,
  }),
});
const server = new Server({
  transport: entry.transport,
  ...(redis && { presence: redis.presence, driver: redis.driver }),
  // A room lives where it was asked for: whoever asked is about to connect there.
  selectProcessIdToCreateRoom: async () => matchMaker.processId,
  greet: false,
  gracefullyShutdown: false,
  logger: frameworkLogger(log),
});
server.define(
  TABLE_ROOM,
  withPorts(GameRoom, {
    games,
    journalOf: ({ table }) => durableJournal(table, storage.entries, log, { prefix: 'match' }),
    botPace: config.botPace,
    manners: { isRude },
    clock,
    entropy,
    log,
    guard,
    topics,
    seated: (table, person) => {
      matches.note(person, table.matchId, clock.now(), table.code).catch((error: unknown) => {
        log.warn({ err: error, matchId: table.matchId }, 'a match is not in the list of a person');
      });
    },
    close: (table) =>
      directory.remove(table).catch((error: unknown) => {
        log.warn(
          { err: error, code: table.code },
          'a closed table stays in the directory until the next start',
        );
      }),
  }),
);

for (const [name, room] of chat.rooms) server.define(name, room);

onStop((why) => {
  log.info({ why }, 'stopping');
  entry.stop();
  erasures.close();
  setTimeout(() => process.exit(0), STOP_MS).unref();
  server
    .gracefullyShutdown(false)
    .then(() => storage.close())
    .then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
});

// Before anybody can ask: nobody reads what was taken back and is not yet out of the store.
for (const person of await erasures.unfinished()) chat.history.forget(person);
const { url, port } = await entry.start(server);
isReady();
announce(config, url, port);
await topics.subscribe(SESSIONS_ENDED, (ended) => {
  identities.onEnded(ended);
  SafeRoom.signOut((member) => hasEnded(ended, member));
}).ready;
const closeEnded = endedSessionsCheck(identities, SafeRoom);
setInterval(() => {
  closeEnded().catch((error: unknown) =>
    log.warn({ err: error }, 'the sessions of open sockets could not be looked up'),
  );
}, config.limits.sessionCheckSeconds * 1_000).unref();
await topics.subscribe(FORGOTTEN_PERSON, ({ person }) => chat.history.forget(person)).ready;
await topics.subscribe(PERSON_CHANGED, ({ id }) => identities.onChanged(id)).ready;
await chat.conversations.ensureLobby('lobby', 'Lobby', 'Say hello, find a table');
const daysAgo = (days: number) => () => running.before(days * DAY_MS);
const { keepTablesDays, keepMentionsDays, keepReportsDays, keepAuditsDays, keepMembersDays } = config.limits;
const sweeper = new Sweeper(
  running,
  [
    { name: 'guests', step: () => identities.sweep(running.before(GUEST_IDLE_MS)) },
    oldTables({
      storage,
      records: chat.records,
      before: daysAgo(keepTablesDays),
      now: () => clock.now(),
      isInUse: async (match, code) =>
        (await directory.find(code))?.matchId === match || chat.conversations.isLive(talkOf(match)),
    }),
    leftTalks({
      storage,
      records: chat.records,
      before: daysAgo(keepTablesDays),
      now: () => clock.now(),
      isInUse: (id) => chat.conversations.isLive(id),
    }),
    oldReadings(chat.records, { before: daysAgo(keepMembersDays), now: () => clock.now() }),
    whatGuestsLeave(identities.gone, (person) => chat.personalData.leave(person)),
    expiring(storage.documents, 'played', daysAgo(keepTablesDays)),
    expiring(storage.documents, 'mention', daysAgo(keepMentionsDays)),
    expiring(storage.documents, 'ask', daysAgo(keepMentionsDays)),
    expiring(storage.documents, 'report', daysAgo(keepReportsDays)),
    expiring(storage.documents, 'audit', daysAgo(keepAuditsDays)),
  ],
  log,
);
setInterval(() => void sweeper.run(), SWEEP_MS).unref();
setInterval(resumeErasures, SWEEP_MS).unref();
resumeErasures();
tables.resumeAll().catch((error: unknown) => log.error({ err: error }, 'open tables could not be read'));

function resumeErasures(): void {
  erasures.resume().catch((error: unknown) => {
    log.warn({ err: error }, 'people who want to be forgotten have to wait');
  });
}
