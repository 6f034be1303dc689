import { Daily, ENTRIES } from '../daily/daily.ts';
import { KEPT_DAYS } from '../daily/days.ts';
import { DAILY_GAME } from '../games/index.ts';
import type { People } from '../rooms/chat/people.ts';
import type { RunningTime } from '../storage/running-time.ts';
import { expiring, STEP, type SweepRule } from '../storage/sweep.ts';
import type { Base } from './base.ts';

/** The game of the day. */
export const dailyParts = ({ storage, clock, entropy }: Base, people: People): Daily =>
  new Daily({ game: DAILY_GAME, storage, clock, entropy, people });

/** What is kept of days that nobody can play any more. */
export const oldDays = (daily: Daily, { storage }: Base, running: RunningTime): readonly SweepRule[] => {
  const before = () => running.before(KEPT_DAYS * 24 * 60 * 60 * 1_000);
  return [
    expiring(storage.documents, ENTRIES, before),
    { name: 'days', step: () => daily.dropBefore(before(), STEP) },
  ];
};
