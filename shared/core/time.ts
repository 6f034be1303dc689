/**
 * Whether a stored moment lies less than `lengthMs` back (all epoch ms). One that has not come yet does not: the clock
 * was set back since, and nobody shall wait longer than the rule's own length for that.
 */
export const isWithin = (since: number, lengthMs: number, now: number): boolean =>
  since <= now && now - since < lengthMs;
