import type { BotLevel } from '../../../../../shared/core/bot-level.ts';
import { LEVEL_NAMES } from '../../../../../shared/games/color-clues/bot-skill.ts';
import { pluralIn } from '../../../../i18n/plural.ts';

const plural = pluralIn('en');

const WHO: Readonly<Record<BotLevel, string>> = {
  1: 'a first-timer',
  2: 'a beginner',
  3: 'a regular',
  4: 'an expert',
  5: 'a sage',
};
const NEAR: Readonly<Record<BotLevel, string>> = {
  1: 'one marker in six within a step',
  2: 'one marker in four within a step',
  3: 'three markers in ten within a step',
  4: 'one marker in three within a step',
  5: 'nearly every second marker within a step',
};
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Options, bots and settings. */
export const messages = {
  rules: 'Rules',
  classic: 'Classic',
  classicHelp: '3 to 10 players, markers one after the other',
  party: 'Party',
  partyHelp: '2 to 16 players, all at once, hidden until all have placed',

  timers: 'Timers',
  normal: 'Normal',
  normalHelp: 'Classic: 75 s for a clue, 25 s for a marker. Party: 40 s and 20 s.',
  relaxed: 'Relaxed',
  relaxedHelp: 'half as long again',
  slow: 'Slow',
  slowHelp: 'twice as long',
  off: 'Off',
  noClock: 'no clock; the host may skip a turn',

  turnsEach: 'Turns each',
  auto: 'Auto',
  autoTurns:
    'Classic: 2 each with up to six players. Party: 2 with up to four; from nine on 8 rounds in all.',
  roundsInAll: (rounds: number) => `${rounds} rounds in all`,
  /** About how long a game takes. */
  takes: (minutes: number, people: number, bots: number) =>
    `About ${plural(minutes, { one: '1 minute', other: `${minutes} minutes` })} with ${plural(people, { one: '1 person', other: `${people} people` })}${bots === 0 ? '' : ` and ${plural(bots, { one: '1 bot', other: `${bots} bots` })}`}.`,

  clues: 'Clues',
  autoClues: 'Classic: two. Party: one.',
  oneClue: 'One',
  oneClueHelp: 'one clue, one marker each',
  twoClues: 'Two',
  twoCluesHelp: 'the giver may add a second clue',
  /** As the choice is read in a row of options. */
  one: 'one',
  twoIfWanted: 'two, the second if wanted',

  together: 'Who plays with whom',
  alone: 'Alone',
  aloneHelp: 'each for themselves',
  coop: 'Co-op',
  coopHelp: 'two together against a par, six rounds; one may be a bot',
  inTeams: 'Teams',
  inTeamsHelp: 'dealt in turn by the order of the seats; a clue counts for the giver’s own team',
  teams: 'Teams',
  /** @param least how many must sit there */
  teamsHelp: (least: number) => `from ${least} players on`,

  words: 'Words in a clue',
  autoWords: 'one, then up to two',
  wordsHelp: (most: number) => (most === 1 ? 'one in every clue' : `up to ${most} in every clue`),
  scoring: 'Points',
  normalScoring: 'up to two steps from the color',
  wideScoring: 'up to three steps from the color',

  clueCheck: 'Clue check',
  strict: 'Strict',
  strictHelp: 'color names and positions are refused',
  honor: 'Honor',
  honorHelp: 'the giver is only warned',
  uncheckedHelp: 'anything goes',

  giver: 'Who gives',
  inTurn: 'In turn',
  inTurnHelp: 'the role goes round',
  volunteers: 'Volunteers',
  volunteersHelp: 'whoever raises a hand; in turn where nobody does',

  absent: 'Absent players',
  arePassed: 'Are passed',
  arePassedHelp: 'their turns are skipped after 5 s',
  botPlays: 'A bot plays',
  botPlaysHelp: 'after 60 s away, or two turns passed; who comes back plays on at once, with all points',

  /** What bots are called by how well they play, and what they manage (measured in `docs/bots.md`). */
  levels: LEVEL_NAMES,
  near: NEAR,
  /** What a bot is like. @param taste what it likes to think of; null for nothing in particular */
  bot: (taste: string | null, level: BotLevel) =>
    `${capital(`${taste === null ? '' : `${taste}, and `}as a bot ${WHO[level]}`)}: ${NEAR[level]}.`,
  /** What bots like, by the kind of it, where it is not called as in English. */
  tastes: {} as Readonly<Record<string, string>>,

  /** Where another language than English is spoken, and bots do not know it. */
  botsSpeakEnglish: 'Bots speak English here.',

  tellingApart: 'Telling colors apart',
  names: 'Color names',
  namesHelp: 'Under the loupe, wherever you point',
  families: 'Family names',
  familiesHelp: 'Purple, pink, red… along the edge',
  textures: 'Family textures',
  texturesHelp: 'A pattern for each family on the cells',
};

export type SetupMessages = typeof messages;
