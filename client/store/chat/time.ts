import { chatMessages as t } from '../../i18n/chat/index.ts';
import { pageLanguage } from '../../i18n/language.ts';

const CLOCK = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat(pageLanguage, { weekday: 'long', day: 'numeric', month: 'long' });
const DAY_AND_YEAR = new Intl.DateTimeFormat(pageLanguage, {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const SHORT_DAY = new Intl.DateTimeFormat(pageLanguage, { day: 'numeric', month: 'short' });

/** `21:03`, as this device writes it. */
export const clockOf = (at: number): string => CLOCK.format(at);

/** `9:03` without `PM`, where there is little room. */
export const tightClockOf = (at: number): string =>
  CLOCK.formatToParts(at)
    .map(({ type, value }) => (type === 'dayPeriod' ? '' : value))
    .join('')
    .trim();

/** Days between the calendar days of two moments, on this device. */
function daysBetween(at: number, now: number): number {
  const midnight = (moment: number) => new Date(moment).setHours(0, 0, 0, 0);
  return Math.round((midnight(now) - midnight(at)) / 86_400_000);
}

/** Whether a moment was on the day before. */
export const isYesterday = (at: number, now: number): boolean => daysBetween(at, now) === 1;

/** `Today`, `Yesterday`, `Monday, June 1`, or with its year when it is another one. */
export function dayWords(at: number, now: number): string {
  const days = daysBetween(at, now);
  if (days === 0) return t.today;
  if (days === 1) return t.yesterday;
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return (isThisYear ? DAY : DAY_AND_YEAR).format(at);
}

/** The time of a row in a list: the clock today, the day before that; `''` for never. */
export function shortTime(at: number, now: number): string {
  if (at === 0) return '';
  const days = daysBetween(at, now);
  if (days === 0) return clockOf(at);
  return days === 1 ? t.yesterday : SHORT_DAY.format(at);
}

/** `45 s`, `3 min`, `2 h`, rounded up. */
export function spanWords(seconds: number): string {
  if (seconds < 60) return t.seconds(Math.max(0, Math.ceil(seconds)));
  if (seconds < 3_600) return t.minutesShort(Math.ceil(seconds / 60));
  return t.hours(Math.ceil(seconds / 3_600));
}
