import { listIn } from '../../../../i18n/list.ts';
import { numberIn } from '../../../../i18n/number.ts';
import { pluralIn } from '../../../../i18n/plural.ts';
import type { Who } from '../../../../i18n/who.ts';

const plural = pluralIn('en');
const number = numberIn('en');
const list = listIn('en-GB');

const steps = (many: number): string => `${number(many)} ${number(many) === '1' ? 'step' : 'steps'}`;

/** A game that is over. */
export const messages = {
  nobodyScored: 'Nobody scored: the colors win',
  /** Two who played co-op. */
  againstPar: (points: number, par: number) => {
    const how = points > par ? 'above par' : points === par ? 'exactly par' : 'below par';
    return `${plural(points, { one: `${points} point`, other: `${points} points` })} together: ${how} (${par})`;
  },
  /** @param teams those with the most points, `▲ Team A` */
  teamsWin: (teams: readonly string[], points: number) =>
    teams.length === 1 ? `${teams[0]} wins with ${points}` : `${list(teams)} share the win with ${points}`,
  /** A round in the text that is shared. */
  roundWas: (clue: string, cell: string) => `“${clue}” → ${cell}`,

  // Beside a name in the ranking: what is worth remembering.
  gainedWithClue: (points: number, clue: string, round: number) =>
    `+${points} for the clue “${clue}”, round ${round}`,
  gainedOn: (points: number, clue: string, round: number) => `+${points} on “${clue}”, round ${round}`,
  cameNear: (away: number, clue: string, round: number) =>
    `No points, but ${steps(away)} from “${clue}”, round ${round}.`,
  remembered: (clue: string) => `No points, but “${clue}” will be remembered.`,
  goodCompany: 'No points, but good company.',

  whatCameOut: 'What came out',
  /** @param apart steps, with decimals */
  thinkAlike: (people: readonly Who[], apart: number) =>
    `${list(people.map(({ name, isMine }) => (isMine ? 'You' : name)))} think alike: ${steps(apart)} apart on average.`,
  bestClue: (clue: string, { name, isMine }: Who, points: number) =>
    `Best clue: “${clue}” by ${isMine ? 'you' : name}, ${number(points)} points a marker.`,
  mostDisputed: (cell: string, apart: number) => `Most disputed: ${cell}, ${steps(apart)} apart.`,

  rounds: 'The rounds',
  /** Before a link, and its words. */
  everyDay: 'Every day, for everybody:',
  threeClues: 'three clues',
  picture: 'Picture of the game',
  pictureFailed: 'The picture could not be drawn.',
  copySquares: 'Copy as squares',
  squaresCopied: 'Squares copied',
  mayNotCopy: 'This page may not copy.',
  /** On the picture. */
  soManyRounds: (rounds: number) => plural(rounds, { one: `${rounds} round`, other: `${rounds} rounds` }),

  markersPlaced: 'Markers placed',
  onTheColor: 'On the color',
  atMostOneStep: 'At most one step away',
  averageDistance: 'Average distance',
  cluesGiven: 'Clues given',
  yourColorsHit: 'Your colors hit',
  othersAtMostOneStep: 'Others at most one step away',
  theirAverageDistance: 'Their average distance',
  /** @param percent 0 to 100, whole */
  share: (part: number, percent: number) => `${part} (${percent}\u00a0%)`,
  /** With one decimal. */
  steps: (many: number) =>
    plural(Number(many.toFixed(1)), { one: `${many.toFixed(1)} step`, other: `${many.toFixed(1)} steps` }),
};

export type EndMessages = typeof messages;
