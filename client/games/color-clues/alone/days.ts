import { ABOUT } from '../../../../shared/games/color-clues/about.ts';
import type { Nearness } from '../../../../shared/games/color-clues/after-game.ts';
import { text } from '../messages/alone/index.ts';
import { SQUARES } from '../store/after-game.ts';

/** `29 November`, by UTC, as the days of the game are reckoned. */
export const dayWords = (day: string): string =>
  new Intl.DateTimeFormat(text.locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(day),
  );

/** How long until then, roughly: `5 h 12 min`, `3 min`. */
export function waitWords(ms: number): string {
  const minutes = Math.max(1, Math.ceil(ms / 60_000));
  const hours = Math.floor(minutes / 60);
  return text.wait(hours, minutes % 60);
}

/** Points of a day at the most, with three clues. */
export const MOST_OF_DAY = 9;

/** What can be told of a day without giving anything away. SPEC: rule 12.8 */
export function dailyText(day: string, points: readonly number[], link: string): string {
  const sum = points.reduce((all, each) => all + each, 0);
  const squares = points.map((each) => SQUARES[each === 0 ? 'far' : ((3 - each) as Nearness)]).join('');
  return [text.shared(ABOUT.title, dayWords(day), sum, MOST_OF_DAY), squares, link].join('\n');
}
