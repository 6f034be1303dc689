import { tables } from '../i18n/tables/index.ts';
import type { PublicTable } from '../net/types.ts';
import { gameAbout } from './games.ts';
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
    bots > 0 ? tables.bots(bots) : '',
    watchers > 0 ? tables.watching(watchers) : '',
  ];
  return titleOf(table) + parts.filter((part) => part !== '').join(' · ');
}
