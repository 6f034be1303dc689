import { listIn } from '../list.ts';
import { pluralIn } from '../plural.ts';
import type { messages as english } from './en.ts';

const plural = pluralIn('es');
const list = listIn('es');

export const messages: typeof english = {
  show: 'Mostrar',
  all: 'Todo',
  played: 'Jugadas',
  showOlder: 'Partidas anteriores',
  watchAgain: 'Ver otra vez',
  none: 'Aún no hay partidas acabadas.',
  noneHelp: 'Cada una que juegues hasta el final queda aquí para verla otra vez.',

  youLeft: 'Te fuiste antes del final',
  youWon: 'Ganaste',
  youSharedWin: 'Compartiste la victoria',
  place: (place, players) => `Puesto ${place} de ${players}`,
  company: (names, bots) =>
    `con ${list(bots === 0 ? names : [...names, plural(bots, { one: `${bots} bot`, other: `${bots} bots` })])}`,
  games: (count) => plural(count, { one: `${count} partida`, other: `${count} partidas` }),
  playedAndWon: (played, won) =>
    `${plural(played, { one: `${played} partida`, other: `${played} partidas` })}, ${plural(won, { one: `${won} ganada`, other: `${won} ganadas` })}`,
  points: (count, written) => `${written} ${count === 1 ? 'punto' : 'puntos'}`,

  statisticsOf: (game) => `Estadísticas de ${game}`,
  rating: 'Puntuación',
  week: 'Tabla de la semana',
  weekEmpty: 'Nadie todavía. Cada persona a la que ganas en una mesa pública sin bots es un punto.',
  ratings: 'Puntuaciones',
  ratingsNeedName: 'Las puntuaciones y la tabla de la semana son para quien tiene nombre propio.',
  takePart: 'Participar en las puntuaciones y la tabla de la semana',
  takePartHelp: 'Cuentan las partidas en mesas públicas, sin bots. Tu nombre sale en la tabla.',

  opening: 'Abriendo la partida…',
  noGame: 'No hay tal partida que ver',
  noGameText:
    'Puede que siga en juego o sea demasiado antigua. Las partidas de mesas privadas solo las ve quien las jugó.',
  notLoaded: 'No se pudo cargar la partida',
  backToGames: 'Volver a tus partidas',

  steps: 'Los pasos de la partida',
  step: 'Paso',
  stepOf: (step, steps) => `Paso ${step} de ${steps}`,
  shortStepOf: (step, steps) => `${step} de ${steps}`,
  stepBack: 'Un paso atrás',
  stepForward: 'Un paso adelante',
  play: 'Reproducir',
  pause: 'Pausa',
  jumpTo: 'Ir a',
};
