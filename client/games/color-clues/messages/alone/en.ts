import { pluralIn } from '../../../../i18n/plural.ts';

const plural = pluralIn('en');
const people = (many: number): string => plural(many, { one: '1 person', other: `${many} people` });

/** What one plays alone: the daily, practice. */
export const messages = {
  /** How days are written. */
  locale: 'en-GB',
  /** How long until then, roughly. */
  wait: (hours: number, minutes: number) => (hours === 0 ? `${minutes} min` : `${hours} h ${minutes} min`),

  daily: 'Daily',
  practice: 'Practice',
  today: 'Today',
  pastDays: 'Past days',
  cluesOfDay: 'Clues of the day',
  clueOf: (clue: number, clues: number) => `Clue ${clue} of ${clues}`,
  colorOf: (color: number, colors: number) => `Color ${color} of ${colors}`,
  pastDay: 'A past day: it counts for itself',
  yourMarker: 'Your marker',
  /** Read aloud: where a marker lies, and what comes then. */
  laidThen: (cell: string, then: string) => `Your marker is on ${cell}. ${then}`,
  allPlaced: 'All three are placed. You can still move them.',
  seeWhenSent: 'You see where others placed when all three are sent.',
  send: 'Send',
  sending: 'Sending…',

  pointsOf: (points: number, most: number) => `${points} of ${most} points`,
  /** After a number of points, read aloud only. */
  ofPoints: (most: number) => ` of ${most} points`,
  points: (points: number) => plural(points, { one: ' point', other: ' points' }),
  pointsSoFar: ' points so far',
  /** Beside a clue. */
  share: (points: number, most: number) => `${points} of ${most}`,
  /** How a day went. @param people who placed, with the reader @param streak days in a row */
  standing: (day: string, all: number, isCounted: boolean, streak: number) => {
    const others = all === 1 ? 'You are the first.' : `${all} people placed.`;
    if (!isCounted) return `${day}. ${others} It was over, so it counts for itself.`;
    return streak > 1 ? `${day}. ${others} ${streak} days in a row.` : `${day}. ${others}`;
  },
  newCluesIn: (time: string) => `New clues in ${time}.`,
  placedHere: (name: string, many: number) => `${name}, ${people(many)} placed here`,
  theColor: 'The color',
  you: 'You',
  most: (many: number, all: number) => `Most: ${many} of ${all}`,
  tableOfDay: 'Table of the day',
  nobodyYet: 'Nobody with a name of their own yet. With an account you stand here the next time.',
  /** What is shared of a day. */
  shared: (title: string, day: string, points: number, most: number) =>
    `${title}, ${day}: ${points} of ${most}`,
  shareResult: 'Share result',
  resultCopied: 'Result copied',
  result: 'The result',
  resultAsText: 'The result as text',

  tenColors: 'Ten colors',
  tenColorsHelp: 'A color is shown. Find its cell.',
  tenClues: 'Ten clues',
  tenCluesHelp: 'A bot says a word. Find what it means.',
  best: (points: number) => `Best: ${points}`,
  bestSoFar: 'Your best so far in this browser.',
  tenInARow: 'Ten in a row, three points at most for each. Works without a connection.',
  wordsFailed: 'The words of the bots could not be loaded. Try again with a connection.',
  squareAndRound: 'Square: the color. Round: where you placed.',
  /** A sentence with a link in it: before, in, after. */
  needConnection: ['Tables, chat and ', 'the daily', ' need a connection.'] as readonly [
    string,
    string,
    string,
  ],
  whatYouPlaced: 'What you placed',
  /** After a cell, read aloud only. */
  youPlaced: (cell: string) => `; you: ${cell}`,
  whereIsIt: 'Where is it?',
  whichCell: 'Which cell has this color?',
  whatDidBotMean: 'What did the bot mean?',
  /** Before a cell. */
  itIs: 'It is ',
  told: (cell: string, points: number) =>
    `It is ${cell}. ${plural(points, { one: `${points} point`, other: `${points} points` })}.`,
  next: 'Next',
  resultButton: 'Result',
};

export type AloneMessages = typeof messages;
