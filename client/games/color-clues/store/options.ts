import { parseOptions } from '../../../../shared/games/color-clues/options.ts';
import { cluesIn, roundsFor } from '../../../../shared/games/color-clues/presets.ts';
import { DEFAULT_OPTIONS, type GameOptions } from '../../../../shared/games/color-clues/types.ts';
import { readOptions } from '../../../store/options.ts';
import type { Choice, Options, OptionsForm } from '../../game.ts';

const PRESETS: readonly Choice<GameOptions['preset']>[] = [
  { value: 'classic', label: 'Classic', help: '3 to 10 players, markers one after the other' },
  { value: 'party', label: 'Party', help: '2 to 16 players, all at once, hidden until all have placed' },
];

const TIMERS: readonly Choice<GameOptions['timers']>[] = [
  {
    value: 'normal',
    label: 'Normal',
    help: 'Classic: 75 s for a clue, 25 s for a marker. Party: 40 s and 20 s.',
  },
  { value: 'relaxed', label: 'Relaxed', help: 'half as long again' },
  { value: 'slow', label: 'Slow', help: 'twice as long' },
  { value: 'off', label: 'Off', help: 'no clock; the host may skip a turn' },
];

const TURNS: readonly Choice<GameOptions['turns']>[] = [
  {
    value: 'auto',
    label: 'Auto',
    help: 'Classic: 2 each with up to six players. Party: 2 with up to four; from nine on 8 rounds in all.',
  },
  { value: 1, label: '1', help: '' },
  { value: 2, label: '2', help: '' },
  { value: 3, label: '3', help: '' },
  { value: 4, label: '4', help: '' },
  { value: 5, label: '5', help: '' },
];

const CLUES: readonly Choice<GameOptions['clues']>[] = [
  { value: 'auto', label: 'Auto', help: 'Classic: two. Party: one.' },
  { value: 1, label: 'One', help: 'one clue, one marker each' },
  { value: 2, label: 'Two', help: 'the giver may add a second clue' },
];

const CLUE_CHECKS: readonly Choice<GameOptions['clueCheck']>[] = [
  { value: 'strict', label: 'Strict', help: 'color names and positions are refused' },
  { value: 'honor', label: 'Honor', help: 'the giver is only warned' },
  { value: 'off', label: 'Off', help: 'anything goes' },
];

const STAND_INS: readonly Choice<GameOptions['standIn']>[] = [
  { value: 'off', label: 'Are passed', help: 'their turns are skipped after 5 s' },
  {
    value: 'on',
    label: 'A bot plays',
    help: 'after 60 s away, or two turns passed; who comes back plays on at once, with all points',
  },
];

const chosenIn = (options: Options): GameOptions => parseOptions(options) ?? DEFAULT_OPTIONS;

/** How often everybody gives a clue with so many players; where not everybody does, how many rounds there are. */
function turnsEach(_turns: string | number, players: number, options: Options): string {
  const rounds = roundsFor(chosenIn(options), players);
  return players > 0 && rounds % players === 0 ? String(rounds / players) : `${rounds} rounds in all`;
}

const cluesEach = (_clues: string | number, _players: number, options: Options): string =>
  cluesIn(chosenIn(options)) === 1 ? 'one' : 'two, the second if wanted';

/** What a host can choose. */
export const options: OptionsForm = [
  { key: 'preset', label: 'Rules', choices: PRESETS, standard: DEFAULT_OPTIONS.preset },
  { key: 'timers', label: 'Timers', choices: TIMERS, standard: DEFAULT_OPTIONS.timers },
  { key: 'turns', label: 'Turns each', choices: TURNS, standard: DEFAULT_OPTIONS.turns, words: turnsEach },
  { key: 'clues', label: 'Clues', choices: CLUES, standard: DEFAULT_OPTIONS.clues, words: cluesEach },
  { key: 'clueCheck', label: 'Clue check', choices: CLUE_CHECKS, standard: DEFAULT_OPTIONS.clueCheck },
  { key: 'standIn', label: 'Absent players', choices: STAND_INS, standard: DEFAULT_OPTIONS.standIn },
];

/** Whether the server looks at clues at all. */
export const isClueChecked = (raw: unknown): boolean => readOptions(options, raw).clueCheck !== 'off';
