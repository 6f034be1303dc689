import type { PastGame, PastPlayer } from '../../shared/protocol/games.ts';
import { past } from '../i18n/past/index.ts';
import { people } from '../i18n/people/index.ts';

/** How a game ended for whoever looks at their list. */
export function outcomeWords({ place, players }: Pick<PastGame, 'place' | 'players'>): string {
  if (place === null) return past.youLeft;
  const isShared = players.filter((player) => player.place === place).length > 1;
  if (place === 1) return isShared ? past.youSharedWin : past.youWon;
  return past.place(place, players.length);
}

/** `with Ana, Someone and 2 bots`; empty for nobody. */
export function companyWords(players: readonly PastPlayer[]): string {
  const names = players
    .filter(({ isMe, isBot }) => !isMe && !isBot)
    .map(({ name }) => name || people.someone);
  const bots = players.filter(({ isBot }) => isBot).length;
  return names.length + bots === 0 ? '' : past.company(names, bots);
}

/** `1512 ± 180`: the true strength lies in there, 19 times in 20. */
export const ratingWords = ({
  rating,
  deviation,
}: {
  readonly rating: number;
  readonly deviation: number;
}): string => `${Math.round(rating)} ± ${Math.round(2 * deviation)}`;

/** `2 points`, `1½ points`. */
export const pointsWords = (points: number): string => {
  const whole = Math.floor(points);
  return past.points(points, points === whole ? String(whole) : `${whole === 0 ? '' : whole}½`);
};
