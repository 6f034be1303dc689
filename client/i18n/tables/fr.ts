import { pluralIn } from '../plural.ts';
import type { messages as english } from './en.ts';

const plural = pluralIn('fr');

export const messages: typeof english = {
  yours: 'Tes tables',
  youAreAt: (code) => `Tu es à la table ${code}`,
  returnTo: (code) => `Revenir à la table ${code}`,
  return: 'Revenir',

  open: 'Tables ouvertes',
  peoplePlaying: (people) => plural(people, { one: `${people} joueur`, other: `${people} joueurs` }),
  looking: 'On cherche des tables…',
  noneMatches: 'Aucune table de ce genre n’est ouverte.',
  none: 'Aucune table n’est ouverte. « Jouer » en ouvre une, avec des bots en attendant du monde.',
  noOther: 'Aucune autre table n’est ouverte. « Jouer » en ouvre une, avec des bots en attendant du monde.',
  join: 'Jouer',
  watch: 'Regarder',
  joinTable: (name) => `Jouer à ${name}`,
  watchTable: (name) => `Regarder ${name}`,
  bots: (count) => plural(count, { one: `${count} bot`, other: `${count} bots` }),
  watching: (count) => plural(count, { one: `${count} regarde`, other: `${count} regardent` }),
  newGame: 'Un nouveau jeu',
  waitingToStart: 'va commencer',
  betweenGames: 'entre deux parties',
  progress: ({ unit, now, of }) => {
    const name = unit === 'round' ? 'Manche' : 'Coup';
    return of === undefined ? `${name} ${now}` : `${name} ${now} sur ${of}`;
  },
  seats: (taken, all) => `${taken} sur ${all}`,

  game: 'Jeu',
  anyGame: 'Tous les jeux',
  language: 'Langue',
  anyLanguage: 'Toutes les langues',
  withFreeSeat: 'Avec une place libre',

  lobbies: 'Salons de discussion',
  allLobbies: 'Tous les salons',
  online: 'en ligne',
};
