import type { TurnMessages } from './en.ts';

export const messages: TurnMessages = {
  toMove: 'am Zug',
  waiting: 'wartet',
  leaving: 'Das Spiel endet, und du hast verloren.',
  chanceMovesIn: (seconds) => `In ${seconds}\u00a0s zieht der Zufall.`,
  awayChanceMovesIn: (seconds) => `weg · Zufall zieht in ${seconds}\u00a0s`,

  over: 'Das Spiel ist aus',
  yourTurn: 'Du bist dran',
  isThinking: (name) => `${name} überlegt`,
  isAway: (name) => `${name} ist weg`,

  gameIsOver: 'Das Spiel ist aus.',
  waitingFor: (name) => `${name} ist dran.`,
  thenYourTurn: 'Dann bist du an der Reihe.',
  takeYourTime: 'Lass dir Zeit.',
  chanceMovesForYou: 'Ist die Zeit um, zieht der Zufall für dich.',

  timers: 'Uhren',
  normal: 'Normal',
  secondsEach: (seconds) => `${seconds} s für jeden Zug`,
  slow: 'Langsam',
  twiceAsLong: 'doppelt so lang',
  off: 'Aus',
  noClock: 'keine Uhr; der Host darf Züge überspringen',
};
