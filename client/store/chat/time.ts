const CLOCK = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'long' });
const DAY_AND_YEAR = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', year: 'numeric' });
const SHORT_DAY = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short' });

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

/** `Today`, `Yesterday`, `Monday, June 1`, or with its year when it is another one. */
export function dayWords(at: number, now: number): string {
  const days = daysBetween(at, now);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return (isThisYear ? DAY : DAY_AND_YEAR).format(at);
}

/** The time of a row in a list: the clock today, the day before that; `''` for never. */
export function shortTime(at: number, now: number): string {
  if (at === 0) return '';
  const days = daysBetween(at, now);
  if (days === 0) return clockOf(at);
  return days === 1 ? 'Yesterday' : SHORT_DAY.format(at);
}

/** `45 s`, `3 min`, `2 h`, rounded up. */
export function spanWords(seconds: number): string {
  if (seconds < 60) return `${Math.max(0, Math.ceil(seconds))} s`;
  if (seconds < 3_600) return `${Math.ceil(seconds / 60)} min`;
  return `${Math.ceil(seconds / 3_600)} h`;
}
