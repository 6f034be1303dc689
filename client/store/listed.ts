import { GAMES, gameAbout } from '../../shared/games/index.ts';
import type { MyTable } from '../net/types.ts';

/** What a list says of a table: its game, where there are several, and how far it is. */
export function aboutTable({ game, phase, line }: MyTable): string {
  const title = GAMES.length > 1 ? `${gameAbout(game)?.title ?? 'A new game'} · ` : '';
  if (phase === 'playing') return title + line;
  return title + (phase === 'waiting' ? 'waiting to start' : 'between games');
}
