import type { TurnMessages } from './en.ts';

export const messages: TurnMessages = {
  toMove: 'é a vez',
  waiting: 'espera',
  leaving: 'O jogo acaba e você perde.',
  chanceMovesIn: (seconds) => `A sorte joga em ${seconds}\u00a0s.`,
  awayChanceMovesIn: (seconds) => `ausente · a sorte joga em ${seconds}\u00a0s`,

  over: 'Fim de jogo',
  yourTurn: 'Sua vez',
  isThinking: (name) => `${name} está pensando`,
  isAway: (name) => `${name} saiu`,

  gameIsOver: 'O jogo acabou.',
  waitingFor: (name) => `É a vez de ${name}.`,
  thenYourTurn: 'Depois é a sua vez.',
  takeYourTime: 'Sem pressa.',
  chanceMovesForYou: 'Se o tempo acabar, a sorte joga por você.',

  timers: 'Relógio',
  normal: 'Normal',
  secondsEach: (seconds) => `${seconds} s por vez`,
  slow: 'Lento',
  twiceAsLong: 'o dobro do tempo',
  off: 'Sem',
  noClock: 'sem relógio; o anfitrião pode pular uma vez',
};
