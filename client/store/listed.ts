import { GAMES, gameAbout } from '../../shared/games/index.ts';
import type { MyTable, PublicTable } from '../net/types.ts';
import { count } from './faces.ts';

/** What a list says of a table: its game, where there are several, and how far it is. */
export const aboutTable = (table: MyTable): string => words([titleOf(table), stateOf(table)]);

/** The same of a public table, and how it is played, what is spoken there, and who is there besides those with a seat. */
export function aboutPublicTable(table: PublicTable, language: string): string {
  const { game, mode, bots, watchers } = table;
  const played = gameAbout(game)?.modes?.find(({ name }) => name === mode)?.title ?? '';
  return words([
    titleOf(table),
    played,
    stateOf(table),
    language,
    bots > 0 ? count(bots, 'bot') : '',
    watchers > 0 ? `${watchers} watching` : '',
  ]);
}

const titleOf = ({ game }: MyTable): string =>
  GAMES.length > 1 ? (gameAbout(game)?.title ?? 'A new game') : '';

function stateOf({ phase, line }: MyTable): string {
  if (phase === 'playing') return line;
  return phase === 'waiting' ? 'waiting to start' : 'between games';
}

const words = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');
