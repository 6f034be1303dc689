import type { PageLanguage } from './language.ts';

/** “20 seconds”, “5 minutes”, “2 hours” from a detail in seconds, never too short, as `Intl` has it; `moment` without one. */
export function durationIn(language: PageLanguage, moment: string): (detail?: string) => string {
  const amount = (count: number, unit: string): string =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.ceil(count));
  return (detail) => {
    const seconds = Number(detail);
    if (!(seconds > 0)) return moment;
    if (seconds < 90) return amount(seconds, 'second');
    return seconds < 90 * 60 ? amount(seconds / 60, 'minute') : amount(seconds / 3_600, 'hour');
  };
}
