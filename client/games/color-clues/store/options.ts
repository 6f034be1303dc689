import { gameMinutes, roundMinutes } from '../../../../shared/games/color-clues/length.ts';
import { parseOptions } from '../../../../shared/games/color-clues/options.ts';
import { cluesIn, roundsFor } from '../../../../shared/games/color-clues/presets.ts';
import { DEFAULT_OPTIONS, type GameOptions } from '../../../../shared/games/color-clues/types.ts';
import { table } from '../../../i18n/table/index.ts';
import { readOptions } from '../../../store/options.ts';
import type { Choice, Options, OptionsForm } from '../../game.ts';
import { text } from '../messages/setup/index.ts';

const presets = (): readonly Choice<GameOptions['preset']>[] => [
  { value: 'classic', label: text.classic, help: text.classicHelp },
  { value: 'party', label: text.party, help: text.partyHelp },
];

const timers = (): readonly Choice<GameOptions['timers']>[] => [
  { value: 'normal', label: text.normal, help: text.normalHelp },
  { value: 'relaxed', label: text.relaxed, help: text.relaxedHelp },
  { value: 'slow', label: text.slow, help: text.slowHelp },
  { value: 'off', label: text.off, help: text.noClock },
];

const turns = (): readonly Choice<GameOptions['turns']>[] => [
  { value: 'auto', label: text.auto, help: text.autoTurns },
  ...([1, 2, 3, 4, 5] as const).map((value) => ({ value, label: String(value), help: '' })),
];

const clues = (): readonly Choice<GameOptions['clues']>[] => [
  { value: 'auto', label: text.auto, help: text.autoClues },
  { value: 1, label: text.oneClue, help: text.oneClueHelp },
  { value: 2, label: text.twoClues, help: text.twoCluesHelp },
];

const words = (): readonly Choice<GameOptions['words']>[] => [
  { value: 'auto', label: text.auto, help: text.autoWords },
  ...([1, 2, 3, 4, 5] as const).map((value) => ({
    value,
    label: String(value),
    help: text.wordsHelp(value),
  })),
];

const scorings = (): readonly Choice<GameOptions['scoring']>[] => [
  { value: 'normal', label: '3 2 1', help: text.normalScoring },
  { value: 'wide', label: '4 3 2 1', help: text.wideScoring },
];

const together = (): readonly Choice<GameOptions['together']>[] => [
  { value: 'off', label: text.alone, help: text.aloneHelp },
  { value: 'coop', label: text.coop, help: text.coopHelp },
  { value: 'teams', label: text.inTeams, help: text.inTeamsHelp },
];

const teams = (): readonly Choice<GameOptions['teams']>[] =>
  ([2, 3, 4] as const).map((value) => ({ value, label: String(value), help: text.teamsHelp(2 * value) }));

const givers = (): readonly Choice<GameOptions['giver']>[] => [
  { value: 'round', label: text.inTurn, help: text.inTurnHelp },
  { value: 'volunteers', label: text.volunteers, help: text.volunteersHelp },
];

const clueChecks = (): readonly Choice<GameOptions['clueCheck']>[] => [
  { value: 'strict', label: text.strict, help: text.strictHelp },
  { value: 'honor', label: text.honor, help: text.honorHelp },
  { value: 'off', label: text.off, help: text.uncheckedHelp },
];

const standIns = (): readonly Choice<GameOptions['standIn']>[] => [
  { value: 'off', label: text.arePassed, help: text.arePassedHelp },
  { value: 'on', label: text.botPlays, help: text.botPlaysHelp },
];

const chosenIn = (options: Options): GameOptions => parseOptions(options) ?? DEFAULT_OPTIONS;

/**
 * How often everybody gives a clue with so many players; where not everybody does, how many rounds there are. With nobody
 * there, what was chosen.
 */
function turnsEach(turns: string | number, players: number, options: Options): string {
  if (players === 0) return turns === 'auto' ? table.value(text.auto) : String(turns);
  const rounds = roundsFor(chosenIn(options), players);
  return rounds % players === 0 ? String(rounds / players) : text.roundsInAll(rounds);
}

/** How many words a clue may have; of a second one only where there may be one. */
const wordsEach = (most: string | number, _players: number, options: Options): string => {
  if (typeof most === 'number') return text.wordsHelp(most);
  return cluesIn(chosenIn(options)) === 1 ? text.wordsHelp(1) : text.autoWords;
};

const cluesEach = (_clues: string | number, _players: number, options: Options): string =>
  cluesIn(chosenIn(options)) === 1 ? text.one : text.twoIfWanted;

/** What a host can choose. */
export const options = (): OptionsForm => [
  { key: 'preset', label: text.rules, choices: presets(), standard: DEFAULT_OPTIONS.preset },
  { key: 'together', label: text.together, choices: together(), standard: DEFAULT_OPTIONS.together },
  {
    key: 'teams',
    label: text.teams,
    choices: teams(),
    standard: DEFAULT_OPTIONS.teams,
    isOffered: (chosen) => chosen.together === 'teams',
  },
  { key: 'timers', label: text.timers, choices: timers(), standard: DEFAULT_OPTIONS.timers },
  {
    key: 'turns',
    label: text.turnsEach,
    choices: turns(),
    standard: DEFAULT_OPTIONS.turns,
    words: turnsEach,
  },
  { key: 'clues', label: text.clues, choices: clues(), standard: DEFAULT_OPTIONS.clues, words: cluesEach },
  {
    key: 'words',
    label: text.words,
    choices: words(),
    standard: DEFAULT_OPTIONS.words,
    words: wordsEach,
  },
  { key: 'scoring', label: text.scoring, choices: scorings(), standard: DEFAULT_OPTIONS.scoring },
  {
    key: 'giver',
    label: text.giver,
    choices: givers(),
    standard: DEFAULT_OPTIONS.giver,
    isOffered: (chosen) => chosen.preset === 'party' && chosen.together !== 'coop',
  },
  { key: 'clueCheck', label: text.clueCheck, choices: clueChecks(), standard: DEFAULT_OPTIONS.clueCheck },
  { key: 'standIn', label: text.absent, choices: standIns(), standard: DEFAULT_OPTIONS.standIn },
];

/** About how long a game takes, with normal timers. */
export function duration(raw: unknown, people: number, bots: number): string {
  const options = parseOptions(raw) ?? DEFAULT_OPTIONS;
  return text.takes(roundMinutes(gameMinutes(options, people, bots)), people, bots);
}

/** Whether the server looks at clues at all. */
export const isClueChecked = (raw: unknown): boolean => readOptions(options(), raw).clueCheck !== 'off';
