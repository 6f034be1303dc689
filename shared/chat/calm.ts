/** Where so many messages came since the last time, many people write: there what only counts them can wait longer. */
const MANY = 5;
const QUIET_MS = 1_000;
const BUSY_MS = 5_000;

/**
 * How long until something that follows messages (how far somebody read, a line in a list) is told again, ms.
 * @param messages how many it followed the last time
 */
export const calmMs = (messages: number): number => (messages > MANY ? BUSY_MS : QUIET_MS);
