/** Games in which one after the other moves. */
export const messages = {
  toMove: 'to move',
  waiting: 'waiting',
  leaving: 'The game ends, and you lose it.',
  chanceMovesIn: (seconds: number) => `Chance moves in ${seconds}\u00a0s.`,
  awayChanceMovesIn: (seconds: number) => `away · chance moves in ${seconds}\u00a0s`,

  over: 'The game is over',
  yourTurn: 'Your turn',
  isThinking: (name: string) => `${name} is thinking`,
  isAway: (name: string) => `${name} is away`,

  gameIsOver: 'The game is over.',
  waitingFor: (name: string) => `Waiting for ${name}.`,
  thenYourTurn: 'Then it is your turn.',
  takeYourTime: 'Take your time.',
  chanceMovesForYou: 'When the time is up, chance moves for you.',

  timers: 'Timers',
  normal: 'Normal',
  secondsEach: (seconds: number) => `${seconds} s for each turn`,
  slow: 'Slow',
  twiceAsLong: 'twice as long',
  off: 'Off',
  noClock: 'no clock; the host may skip a turn',
};

export type TurnMessages = typeof messages;
