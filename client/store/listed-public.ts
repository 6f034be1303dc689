import { gameAbout } from '../../shared/games/index.ts';
import type { PublicTable } from '../net/types.ts';
import { count } from './faces.ts';
import { stateOf, titleOf } from './listed.ts';

/**
 * What a list says of a public table: as of any, and how it is played, what is spoken there, and who is there besides
 * those with a seat.
 */
export function aboutPublicTable(table: PublicTable, language: string): string {
  const { game, mode, bots, watchers } = table;
  const parts = [
    gameAbout(game)?.modes?.find(({ name }) => name === mode)?.title ?? '',
    stateOf(table),
    language,
    bots > 0 ? count(bots, 'bot') : '',
    watchers > 0 ? `${watchers} watching` : '',
  ];
  return titleOf(table) + parts.filter((part) => part !== '').join(' · ');
}
