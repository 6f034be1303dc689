import type { TurnMessages } from './en.ts';

export const messages: TurnMessages = {
  toMove: 'le toca',
  waiting: 'espera',
  leaving: 'La partida termina y la pierdes.',
  chanceMovesIn: (seconds) => `El azar juega en ${seconds}\u00a0s.`,
  awayChanceMovesIn: (seconds) => `ausente · juega el azar en ${seconds}\u00a0s`,

  over: 'Fin de la partida',
  yourTurn: 'Te toca',
  isThinking: (name) => `${name} piensa`,
  isAway: (name) => `${name} no está`,

  gameIsOver: 'La partida ha terminado.',
  waitingFor: (name) => `Le toca a ${name}.`,
  thenYourTurn: 'Después te toca a ti.',
  takeYourTime: 'Sin prisa.',
  chanceMovesForYou: 'Si se acaba el tiempo, el azar juega por ti.',

  timers: 'Reloj',
  normal: 'Normal',
  secondsEach: (seconds) => `${seconds} s por turno`,
  slow: 'Lento',
  twiceAsLong: 'el doble de tiempo',
  off: 'Sin reloj',
  noClock: 'sin reloj; el anfitrión puede saltar un turno',
};
