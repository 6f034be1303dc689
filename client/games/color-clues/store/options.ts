import { DEFAULT_OPTIONS, type GameOptions } from '../../../../shared/games/color-clues/types.ts';
import { readOptions } from '../../../store/options.ts';
import type { Choice, OptionsForm } from '../../game.ts';

const TIMERS: readonly Choice<GameOptions['timers']>[] = [
  { value: 'normal', label: 'Normal', help: '75 s for a clue, 25 s for a marker' },
  { value: 'relaxed', label: 'Relaxed', help: 'half as long again' },
  { value: 'slow', label: 'Slow', help: 'twice as long' },
  { value: 'off', label: 'Off', help: 'no clock; the host may skip a turn' },
];

const TURNS: readonly Choice<GameOptions['turns']>[] = [
  { value: 'auto', label: 'Auto', help: '2 each with three to six players, 1 with more' },
  { value: 1, label: '1', help: '' },
  { value: 2, label: '2', help: '' },
  { value: 3, label: '3', help: '' },
  { value: 4, label: '4', help: '' },
  { value: 5, label: '5', help: '' },
];

const CLUE_CHECKS: readonly Choice<GameOptions['clueCheck']>[] = [
  { value: 'strict', label: 'Strict', help: 'color names and positions are refused' },
  { value: 'honor', label: 'Honor', help: 'the giver is only warned' },
  { value: 'off', label: 'Off', help: 'anything goes' },
];

/** How often everybody gives a clue with so many players. */
const turnsEach = (turns: string | number, players: number): string =>
  turns === 'auto' ? (players > 6 ? '1' : '2') : String(turns);

/** What a host can choose. */
export const options: OptionsForm = [
  { key: 'timers', label: 'Timers', choices: TIMERS, standard: DEFAULT_OPTIONS.timers },
  { key: 'turns', label: 'Turns each', choices: TURNS, standard: DEFAULT_OPTIONS.turns, words: turnsEach },
  { key: 'clueCheck', label: 'Clue check', choices: CLUE_CHECKS, standard: DEFAULT_OPTIONS.clueCheck },
];

/** Whether the server looks at clues at all. */
export const isClueChecked = (raw: unknown): boolean => readOptions(options, raw).clueCheck !== 'off';
