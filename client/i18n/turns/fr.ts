import type { TurnMessages } from './en.ts';

export const messages: TurnMessages = {
  toMove: 'doit jouer',
  waiting: 'attend',
  leaving: 'La partie s’arrête et tu la perds.',
  chanceMovesIn: (seconds) => `Le hasard joue dans ${seconds}\u00a0s.`,
  awayChanceMovesIn: (seconds) => `absent · le hasard joue dans ${seconds}\u00a0s`,

  over: 'La partie est finie',
  yourTurn: 'À toi',
  isThinking: (name) => `${name} réfléchit`,
  isAway: (name) => `${name} n’est pas là`,

  gameIsOver: 'La partie est finie.',
  waitingFor: (name) => `C’est à ${name}.`,
  thenYourTurn: 'Ensuite, c’est à toi.',
  takeYourTime: 'Prends ton temps.',
  chanceMovesForYou: 'À la fin du temps, le hasard joue pour toi.',

  timers: 'Chrono',
  normal: 'Normal',
  secondsEach: (seconds) => `${seconds} s par tour`,
  slow: 'Lent',
  twiceAsLong: 'deux fois plus long',
  off: 'Sans',
  noClock: 'pas de chrono ; l’hôte peut passer un tour',
};
