import { GAMES } from '../../shared/games/index.ts';
import { tables } from '../i18n/tables/index.ts';
import type { MyTable } from '../net/types.ts';
import { gameAbout } from './games.ts';

/** What a list says of a table: its game, where there are several, and how far it is. */
export const aboutTable = (table: MyTable): string => titleOf(table) + stateOf(table);

/** The game of a table before whatever else is said, where there are several. */
export const titleOf = ({ game }: MyTable): string =>
  GAMES.length > 1 ? `${gameAbout(game)?.title ?? tables.newGame} · ` : '';

export function stateOf({ phase, progress }: MyTable): string {
  if (phase === 'playing') return progress ? tables.progress(progress) : '';
  return phase === 'waiting' ? tables.waitingToStart : tables.betweenGames;
}
