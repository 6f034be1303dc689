import { pluralIn } from '../plural.ts';
import type { messages as english } from './en.ts';

const plural = pluralIn('de');

export const messages: typeof english = {
  yours: 'Deine Tische',
  youAreAt: (code) => `Du sitzt an Tisch ${code}`,
  returnTo: (code) => `Zurück zu Tisch ${code}`,
  return: 'Zurück',

  open: 'Offene Tische',
  peoplePlaying: (people) => plural(people, { one: `${people} spielt`, other: `${people} spielen` }),
  looking: 'Suche Tische…',
  noneMatches: 'So ein Tisch ist gerade nicht offen.',
  none: 'Gerade ist kein Tisch offen. „Jetzt spielen“ macht einen auf, mit Bots, bis andere kommen.',
  noOther:
    'Gerade ist kein anderer Tisch offen. „Jetzt spielen“ macht einen auf, mit Bots, bis andere kommen.',
  join: 'Mitspielen',
  watch: 'Zusehen',
  joinTable: (name) => `Mitspielen: ${name}`,
  watchTable: (name) => `Zusehen: ${name}`,
  bots: (count) => plural(count, { one: `${count} Bot`, other: `${count} Bots` }),
  watching: (count) => plural(count, { one: `${count} sieht zu`, other: `${count} sehen zu` }),
  newGame: 'Ein neues Spiel',
  waitingToStart: 'wartet auf den Start',
  betweenGames: 'zwischen zwei Spielen',
  progress: ({ unit, now, of }) => {
    const name = unit === 'round' ? 'Runde' : 'Zug';
    return of === undefined ? `${name} ${now}` : `${name} ${now} von ${of}`;
  },
  seats: (taken, all) => `${taken} von ${all}`,

  game: 'Spiel',
  anyGame: 'Jedes Spiel',
  language: 'Sprache',
  anyLanguage: 'Jede Sprache',
  withFreeSeat: 'Mit freiem Platz',

  lobbies: 'Chat-Lobbys',
  allLobbies: 'Alle Lobbys',
  online: 'online',
};
