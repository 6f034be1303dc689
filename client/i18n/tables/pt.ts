import { pluralIn } from '../plural.ts';
import type { messages as english } from './en.ts';

const plural = pluralIn('pt');

export const messages: typeof english = {
  yours: 'Suas mesas',
  youAreAt: (code) => `Você está na mesa ${code}`,
  returnTo: (code) => `Voltar à mesa ${code}`,
  return: 'Voltar',

  open: 'Mesas abertas',
  peoplePlaying: (people) =>
    plural(people, { one: `${people} pessoa jogando`, other: `${people} pessoas jogando` }),
  looking: 'Procurando mesas…',
  noneMatches: 'Não há mesa assim aberta agora.',
  none: 'Não há mesas abertas agora. “Jogar já” abre uma, com bots até chegar gente.',
  noOther: 'Não há outras mesas abertas agora. “Jogar já” abre uma, com bots até chegar gente.',
  join: 'Jogar',
  watch: 'Assistir',
  joinTable: (name) => `Jogar em ${name}`,
  watchTable: (name) => `Assistir ${name}`,
  bots: (count) => plural(count, { one: `${count} bot`, other: `${count} bots` }),
  watching: (count) => `${count} assistindo`,
  newGame: 'Um jogo novo',
  waitingToStart: 'vai começar',
  betweenGames: 'entre partidas',
  progress: ({ unit, now, of }) => {
    const name = unit === 'round' ? 'Rodada' : 'Lance';
    return of === undefined ? `${name} ${now}` : `${name} ${now} de ${of}`;
  },
  seats: (taken, all) => `${taken} de ${all}`,

  game: 'Jogo',
  anyGame: 'Qualquer jogo',
  language: 'Idioma',
  anyLanguage: 'Qualquer idioma',
  withFreeSeat: 'Com lugar livre',

  lobbies: 'Salas de chat',
  allLobbies: 'Todas as salas',
  online: 'on-line',
};
