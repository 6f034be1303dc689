import { GAMES, gameAbout } from '../../shared/games/index.ts';
import type { MyTable } from '../net/types.ts';

/** What a list says of a table: its game, where there are several, and how far it is. */
export const aboutTable = (table: MyTable): string => titleOf(table) + stateOf(table);

/** The game of a table before whatever else is said, where there are several. */
export const titleOf = ({ game }: MyTable): string =>
  GAMES.length > 1 ? `${gameAbout(game)?.title ?? 'A new game'} · ` : '';

export function stateOf({ phase, line }: MyTable): string {
  if (phase === 'playing') return line;
  return phase === 'waiting' ? 'waiting to start' : 'between games';
}
