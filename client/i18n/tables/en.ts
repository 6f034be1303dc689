import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

/** Lists of tables: one's own, and those that are open to everybody. */
export const messages = {
  yours: 'Your tables',
  /** Around the code of the table. */
  youAreAt: 'You are at table',
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
