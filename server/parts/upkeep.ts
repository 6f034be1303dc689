import { playerId } from '../../shared/core/ids.ts';
import type { Daily } from '../daily/daily.ts';
import { Erasures } from '../identity/erasures.ts';
import { GUEST_IDLE_MS } from '../identity/identities.ts';
import { topic } from '../infra/topics.ts';
import { leftTalks } from '../rooms/chat/forgetting/left-talks.ts';
import { oldReadings } from '../rooms/chat/forgetting/old-readings.ts';
import { oldTables } from '../rooms/chat/forgetting/old-tables.ts';
import { OPERATED } from '../rooms/operate/operator-log.ts';
import { talkOf } from '../rooms/table-talk.ts';
import { FORGOTTEN } from '../rooms/tables/matches-of.ts';
import { expiredWeeks } from '../rooms/tables/past/ranked.ts';
import { whatGuestsLeave } from '../storage/gone-guests.ts';
import type { RunningTime } from '../storage/running-time.ts';
import { expiring, Sweeper } from '../storage/sweep.ts';
import type { Base } from './base.ts';
import type { ChatParts } from './chat.ts';
import { oldDays } from './daily.ts';
import type { PastParts } from './past.ts';
import type { PeopleParts } from './people.ts';
import type { TableParts } from './tables.ts';

/** What a person wrote reads as empty on every process from now on. */
const FORGOTTEN_PERSON = topic<{ person: string }>('forgotten-person');
const DAY_MS = 24 * 60 * 60 * 1_000;
/** How often what has expired is looked for, ms. */
const SWEEP_MS = 10 * 60 * 1_000;

/** All that holds something of a person. */
interface Holders {
  readonly people: PeopleParts;
  readonly tables: TableParts;
  readonly chat: ChatParts;
  readonly past: PastParts;
  readonly daily: Daily;
}

/** Days of a limit as a moment before which something is old, epoch ms; only days on which the server ran count. */
export const daysAgo = (running: RunningTime, days: number) => (): number => running.before(days * DAY_MS);

/** Forgets people who want it, everywhere. */
export function erasuresFrom(
  { storage, clock, log, topics }: Base,
  { people, tables, chat, past, daily }: Holders,
) {
  return new Erasures({
    documents: storage.documents,
    clock,
    log,
    async shutOut(person) {
      await people.operators.dismiss(person);
      await people.accounts.remove(person);
      await people.identities.remove(person);
      topics.publish(FORGOTTEN_PERSON, { person });
      tables.tables.rename({ id: playerId(person), name: FORGOTTEN, marker: 0, isNamed: false });
    },
    erasers: [
      (person) => chat.personalData.erase(person),
      async function* (person) {
        for await (const _ of past.past.forget(person)) yield 0;
        for await (const _ of tables.matches.forget(person)) yield 0;
      },
      async function* (person) {
        for await (const _ of daily.forget(person)) yield 0;
      },
    ],
  });
}

/** Goes on with what earlier servers left undone, and takes away what has expired, now and then. */
export async function startUpkeep(
  base: Base,
  holders: Holders,
  running: RunningTime,
  erasures: Erasures,
): Promise<void> {
  const { log, topics } = base;
  await topics.subscribe(FORGOTTEN_PERSON, ({ person }) => holders.chat.history.forget(person)).ready;
  const sweeper = new Sweeper(running, sweepRules(base, holders, running), log);
  const resume = () => {
    erasures.resume().catch((error: unknown) => {
      log.warn({ err: error }, 'people who want to be forgotten have to wait');
    });
  };
  setInterval(() => void sweeper.run(), SWEEP_MS).unref();
  setInterval(resume, SWEEP_MS).unref();
  resume();
  // Whoever was forgotten elsewhere, should nobody have heard of it.
  const forget = async () => {
    for (const person of await erasures.unfinished()) holders.chat.history.forget(person);
  };
  setInterval(() => {
    forget().catch((error: unknown) => log.warn({ err: error }, 'who is forgotten could not be read'));
  }, base.config.limits.sessionCheckSeconds * 1_000).unref();
}

/** What expires, and when. */
function sweepRules(
  base: Base,
  { people: { identities }, tables: { directory }, chat, past: { past, finished }, daily }: Holders,
  running: RunningTime,
) {
  const { config, storage, clock } = base;
  const { keepTablesDays, keepMentionsDays, keepReportsDays, keepAuditsDays, keepMembersDays } =
    config.limits;
  const before = (days: number) => daysAgo(running, days);
  const now = () => clock.now();
  const { documents } = storage;
  const { records, conversations } = chat;
  return [
    { name: 'guests', step: () => identities.sweep(running.before(GUEST_IDLE_MS)) },
    oldTables({
      storage,
      records,
      before: before(keepTablesDays),
      now,
      isInUse: async (match, code) =>
        (await directory.find(code))?.matchId === match || conversations.isLive(talkOf(match)),
      dropGames: (match) => finished.drop(match),
    }),
    leftTalks({
      storage,
      records,
      before: before(keepTablesDays),
      now,
      isInUse: (id) => conversations.isLive(id),
    }),
    oldReadings(records, { before: before(keepMembersDays), now }),
    whatGuestsLeave(identities.gone, async function* (person) {
      yield* chat.personalData.leave(person);
      yield* past.forget(person);
    }),
    expiring(documents, 'week', () => expiredWeeks(now())),
    ...oldDays(daily, base, running),
    expiring(documents, 'played', before(keepTablesDays)),
    expiring(documents, 'mention', before(keepMentionsDays)),
    expiring(documents, 'ask', before(keepMentionsDays)),
    expiring(documents, 'report', before(keepReportsDays)),
    expiring(documents, 'audit', before(keepAuditsDays)),
    expiring(documents, OPERATED, before(keepAuditsDays)),
  ];
}
