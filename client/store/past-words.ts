import type { PastGame, PastPlayer } from '../../shared/protocol/games.ts';
import { count, listOf } from './faces.ts';

/** Somebody who is not known any more. */
export const SOMEONE = 'Someone';

/** How a game ended for whoever looks at their list. */
export function outcomeWords({ place, players }: Pick<PastGame, 'place' | 'players'>): string {
  if (place === null) return 'You left before the end';
  const isShared = players.filter((player) => player.place === place).length > 1;
  if (place === 1) return isShared ? 'You shared the win' : 'You won';
  return `Place ${place} of ${players.length}`;
}

/** `with Ana, Someone and 2 bots`; empty for nobody. */
export function companyWords(players: readonly PastPlayer[]): string {
  const people = players.filter(({ isMe, isBot }) => !isMe && !isBot).map(({ name }) => name || SOMEONE);
  const bots = players.filter(({ isBot }) => isBot).length;
  const all = [...people, ...(bots > 0 ? [count(bots, 'bot')] : [])];
  return all.length === 0 ? '' : `with ${listOf(all)}`;
}

/** `12 games, 5 won`. */
export const playedWords = (played: number, won: number): string => `${count(played, 'game')}, ${won} won`;

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
  const text = points === whole ? String(whole) : `${whole === 0 ? '' : whole}½`;
  return `${text} ${points === 1 ? 'point' : 'points'}`;
};
