import { account } from '../../i18n/account/index.ts';
import { pageLanguage } from '../../i18n/language.ts';

const HOUR_MS = 60 * 60 * 1_000;
const DAY_MS = 24 * HOUR_MS;

/** When a browser was last seen; the server notes it once an hour. Times are epoch ms. */
export function seenWords(seenAt: number, now: number): string {
  const ago = Math.max(0, now - seenAt);
  if (ago < 2 * HOUR_MS) return account.usedJustNow;
  if (ago < DAY_MS) return account.usedHoursAgo(Math.floor(ago / HOUR_MS));
  return account.usedDaysAgo(Math.floor(ago / DAY_MS));
}

/** How much of a file has come: `12 kB`, `1.4 MB`. */
export const bytesWords = (bytes: number): string =>
  bytes < 1_000_000
    ? amount(Math.ceil(bytes / 1_000), 'kilobyte', 0)
    : amount(bytes / 1_000_000, 'megabyte', 1);

const amount = (count: number, unit: string, digits: number): string =>
  new Intl.NumberFormat(pageLanguage, {
    ...{ style: 'unit', unit, unitDisplay: 'short' },
    ...{ minimumFractionDigits: digits, maximumFractionDigits: digits },
  } as const).format(count);
