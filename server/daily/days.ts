const DAY_MS = 24 * 60 * 60 * 1_000;
/** What comes so long after the end of a day still counts for it, ms: whoever saw its hints may finish. */
const GRACE_MS = 30 * 60 * 1_000;
/** Clocks of several processes may differ by this much, ms: none refuses the day that another one shows. */
const SKEW_MS = 60 * 1_000;
/** Past days that can be played. */
export const PAST_DAYS = 30;
/** Days after which nothing of a day is kept: more than can be played, because only days on which a server ran count. */
export const KEPT_DAYS = 40;

/** The number of a day: days since the beginning of 1970, by UTC. */
export const dayAt = (ms: number): number => Math.floor(ms / DAY_MS);
/** When it begins, epoch ms. */
export const beginOf = (day: number): number => day * DAY_MS;
/** `2026-11-29` */
export const nameOf = (day: number): string => new Date(beginOf(day)).toISOString().slice(0, 10);
/** The number of a day by its name, which must be one. */
export const dayOf = (name: string): number => dayAt(Date.parse(name));

/** Whether a day can be played at this moment. */
export const isPlayable = (day: number, now: number): boolean =>
  day >= dayAt(now) - PAST_DAYS && beginOf(day) - SKEW_MS <= now;

/** Whether what is placed at this moment counts for the day. */
export const isOpen = (day: number, now: number): boolean =>
  isPlayable(day, now) && now < beginOf(day + 1) + GRACE_MS;
