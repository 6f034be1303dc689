import { DEFAULT_OPTIONS, type GameOptions } from '../../shared/games/color-clues/types.ts';

/** A choice a host has, with what it means. */
export interface Choice<T> {
  readonly value: T;
  readonly label: string;
  readonly help: string;
}

export const TIMERS: readonly Choice<GameOptions['timers']>[] = [
  { value: 'normal', label: 'Normal', help: '75 s for a clue, 25 s for a marker' },
  { value: 'relaxed', label: 'Relaxed', help: 'half as long again' },
  { value: 'slow', label: 'Slow', help: 'twice as long' },
  { value: 'off', label: 'Off', help: 'no clock; the host may skip a turn' },
];

export const TURNS: readonly Choice<GameOptions['turns']>[] = [
  { value: 'auto', label: 'Auto', help: '2 each with three to six players, 1 with more' },
  { value: 1, label: '1', help: '' },
  { value: 2, label: '2', help: '' },
  { value: 3, label: '3', help: '' },
  { value: 4, label: '4', help: '' },
  { value: 5, label: '5', help: '' },
];

export const CLUE_CHECKS: readonly Choice<GameOptions['clueCheck']>[] = [
  { value: 'strict', label: 'Strict', help: 'color names and positions are refused' },
  { value: 'honor', label: 'Honor', help: 'the giver is only warned' },
  { value: 'off', label: 'Off', help: 'anything goes' },
];

const oneOf = <T>(choices: readonly Choice<T>[], value: unknown, fallback: T): T =>
  choices.find((choice) => choice.value === value)?.value ?? fallback;

/** The options of a table; what cannot be read counts as the default. */
export function readOptions(raw: unknown): GameOptions {
  const given = (typeof raw === 'object' && raw !== null ? raw : {}) as Partial<
    Record<keyof GameOptions, unknown>
  >;
  return {
    timers: oneOf(TIMERS, given.timers, DEFAULT_OPTIONS.timers),
    turns: oneOf(TURNS, given.turns, DEFAULT_OPTIONS.turns),
    clueCheck: oneOf(CLUE_CHECKS, given.clueCheck, DEFAULT_OPTIONS.clueCheck),
  };
}

/** How often everybody gives a clue with this many players. */
export const turnsEach = (options: GameOptions, players: number): number =>
  options.turns === 'auto' ? (players > 6 ? 1 : 2) : options.turns;

/** The options in words, as rows of term and value. */
export function optionRows(options: GameOptions, players: number): readonly (readonly [string, string])[] {
  const timers = TIMERS.find((choice) => choice.value === options.timers);
  const check = CLUE_CHECKS.find((choice) => choice.value === options.clueCheck);
  return [
    ['Turns each', String(turnsEach(options, Math.max(3, players)))],
    ['Timers', timers?.label.toLowerCase() ?? ''],
    ['Clue check', check?.label.toLowerCase() ?? ''],
  ];
}
