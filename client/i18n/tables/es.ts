import { pluralIn } from '../plural.ts';
import type { messages as english } from './en.ts';

const plural = pluralIn('es');

export const messages: typeof english = {
  yours: 'Tus mesas',
  youAreAt: (code) => `Estás en la mesa ${code}`,
  returnTo: (code) => `Volver a la mesa ${code}`,
  return: 'Volver',

  open: 'Mesas abiertas',
  peoplePlaying: (people) =>
    plural(people, { one: `${people} persona jugando`, other: `${people} personas jugando` }),
  looking: 'Buscando mesas…',
  noneMatches: 'Ahora no hay ninguna mesa así.',
  none: 'Ahora no hay mesas abiertas. «Jugar ya» abre una, con bots hasta que llegue gente.',
  noOther: 'Ahora no hay otras mesas abiertas. «Jugar ya» abre una, con bots hasta que llegue gente.',
  join: 'Jugar',
  watch: 'Mirar',
  joinTable: (name) => `Jugar en ${name}`,
  watchTable: (name) => `Mirar ${name}`,
  bots: (count) => plural(count, { one: `${count} bot`, other: `${count} bots` }),
  watching: (count) => plural(count, { one: `${count} mira`, other: `${count} miran` }),
  newGame: 'Un juego nuevo',
  waitingToStart: 'por empezar',
  betweenGames: 'entre partidas',
  progress: ({ unit, now, of }) => {
    const name = unit === 'round' ? 'Ronda' : 'Jugada';
    return of === undefined ? `${name} ${now}` : `${name} ${now} de ${of}`;
  },
  seats: (taken, all) => `${taken} de ${all}`,

  game: 'Juego',
  anyGame: 'Cualquier juego',
  language: 'Idioma',
  anyLanguage: 'Cualquier idioma',
  withFreeSeat: 'Con sitio libre',

  lobbies: 'Salas de chat',
  allLobbies: 'Todas las salas',
  online: 'en línea',
};
