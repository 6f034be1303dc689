import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');
const list = new Intl.ListFormat('en-GB');

/** Games that were played: the list, and watching them again. */
export const messages = {
  show: 'Show',
  all: 'All',
  played: 'Played',
  showOlder: 'Show older games',
  watchAgain: 'Watch again',
  none: 'No finished game yet.',
  noneHelp: 'Each one that you play to its end is kept here to be watched again.',

  youLeft: 'You left before the end',
  youWon: 'You won',
  youSharedWin: 'You shared the win',
  place: (place: number, players: number) => `Place ${place} of ${players}`,
  /** With whom one played: names, and how many bots; not nobody at all. */
  company: (names: readonly string[], bots: number) =>
    `with ${list.format(bots === 0 ? names : [...names, plural(bots, { one: `${bots} bot`, other: `${bots} bots` })])}`,
  games: (count: number) => plural(count, { one: `${count} game`, other: `${count} games` }),
  playedAndWon: (played: number, won: number) =>
    plural(played, { one: `${played} game, ${won} won`, other: `${played} games, ${won} won` }),
  /** Halves are written as `½`. */
  points: (count: number, written: string) => `${written} ${count === 1 ? 'point' : 'points'}`,

  statisticsOf: (game: string) => `Statistics of ${game}`,
  rating: 'Rating',
  week: 'Table of the week',
  weekEmpty: 'Nobody yet. Each person you beat at a public table without bots is a point.',
  ratings: 'Ratings',
  ratingsNeedName: 'Ratings and the table of the week are for people with a name of their own.',
  takePart: 'Take part in ratings and the table of the week',
  takePartHelp: 'Games at public tables count, when no bot plays. Your name is shown in the table.',

  opening: 'Opening the game…',
  noGame: 'There is no such game to watch',
  noGameText:
    'It may be going on, or was played too long ago. Games at private tables can be watched by those alone who played them.',
  notLoaded: 'The game could not be loaded',
  backToGames: 'Back to your games',

  steps: 'The steps of the game',
  step: 'Step',
  stepOf: (step: number, steps: number) => `Step ${step} of ${steps}`,
  /** The same where there is little room. */
  shortStepOf: (step: number, steps: number) => `${step} of ${steps}`,
  stepBack: 'One step back',
  stepForward: 'One step forward',
  play: 'Play',
  pause: 'Pause',
  jumpTo: 'Jump to',
};
