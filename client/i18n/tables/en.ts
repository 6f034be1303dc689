import type { TableProgress } from '../../../shared/core/about.ts';
import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

/** Lists of tables: one's own, and those that are open to everybody. */
export const messages = {
  yours: 'Your tables',
  /** The code stands out. */
  youAreAt: (code: string) => `You are at table ${code}`,
  returnTo: (code: string) => `Return to table ${code}`,
  return: 'Return',

  open: 'Open tables',
  peoplePlaying: (people: number) =>
    plural(people, { one: `${people} person playing`, other: `${people} people playing` }),
  looking: 'Looking for tables…',
  noneMatches: 'No such table is open right now.',
  none: 'No table is open right now. Play now starts one for you, with bots until others come.',
  noOther: 'No other table is open right now. Play now starts one for you, with bots until others come.',
  join: 'Join',
  watch: 'Watch',
  joinTable: (name: string) => `Join ${name}`,
  watchTable: (name: string) => `Watch ${name}`,
  bots: (count: number) => plural(count, { one: `${count} bot`, other: `${count} bots` }),
  watching: (count: number) => `${count} watching`,
  newGame: 'A new game',
  waitingToStart: 'waiting to start',
  betweenGames: 'between games',
  /** How far a game is: rounds or moves, of so many where that is known. */
  progress: ({ unit, now, of }: TableProgress) => {
    const name = unit === 'round' ? 'Round' : 'Move';
    return of === undefined ? `${name} ${now}` : `${name} ${now} of ${of}`;
  },
  seats: (taken: number, all: number) => `${taken} of ${all}`,

  game: 'Game',
  anyGame: 'Any game',
  language: 'Language',
  anyLanguage: 'Any language',
  withFreeSeat: 'With a free seat',

  lobbies: 'Chat lobbies',
  allLobbies: 'All lobbies',
  /** After a number, read aloud only. */
  online: 'online',
};
