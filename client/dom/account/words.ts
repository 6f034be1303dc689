const HOUR_MS = 60 * 60 * 1_000;
const DAY_MS = 24 * HOUR_MS;

const some = (count: number, unit: string): string =>
  count === 1 ? `1 ${unit}` : `${count.toLocaleString('en')} ${unit}s`;

/** When a browser was last seen; the server notes it once an hour. Times are epoch ms. */
export function seenWords(seenAt: number, now: number): string {
  const ago = Math.max(0, now - seenAt);
  if (ago < 2 * HOUR_MS) return 'used just now';
  if (ago < DAY_MS) return `used ${some(Math.floor(ago / HOUR_MS), 'hour')} ago`;
  return `used ${some(Math.floor(ago / DAY_MS), 'day')} ago`;
}

/** What happens while everything of somebody is taken out. */
export const erasingWords = (emptied: number): string =>
  emptied === 0
    ? 'Now your messages are taken out of the store. You need not wait for it.'
    : `${some(emptied, 'message')} of yours ${emptied === 1 ? 'is' : 'are'} out of the store. You need not wait for the rest.`;

/** How much of a file has come. */
export const bytesWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** How many recovery codes are left, and what to do about it. */
export function codesWords(left: number): string {
  if (left === 0) return 'No recovery code is left. Make new ones, in case you forget the password.';
  return `${some(left, 'recovery code')} left.`;
}
