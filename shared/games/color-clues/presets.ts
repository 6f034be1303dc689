import type { GameOptions, PresetName } from './types.ts';

/** What is not the same in Classic and in Party. Times are ms with normal timers. */
export interface Preset {
  readonly minSeats: number;
  readonly maxSeats: number;
  readonly clueMs: number;
  readonly clue2Ms: number;
  readonly placeMs: number;
  readonly revealMs: number;
  /** What arrives so long after the end of the clock for placing still counts, ms. */
  readonly graceMs: number;
  /** Clues in a round unless the host says otherwise. */
  readonly clues: 1 | 2;
}

export const PRESETS: Readonly<Record<PresetName, Preset>> = {
  classic: {
    minSeats: 3,
    maxSeats: 10,
    clueMs: 75_000,
    clue2Ms: 45_000,
    placeMs: 25_000,
    revealMs: 8_000,
    graceMs: 0,
    clues: 2,
  },
  party: {
    minSeats: 2,
    maxSeats: 16,
    clueMs: 40_000,
    clue2Ms: 20_000,
    placeMs: 20_000,
    revealMs: 6_000,
    graceMs: 1_000,
    clues: 1,
  },
};

export const presetOf = ({ preset }: GameOptions): Preset => PRESETS[preset];

/** How many clues a round may have. */
export const cluesIn = (options: GameOptions): 1 | 2 =>
  options.clues === 'auto' ? presetOf(options).clues : options.clues;

/** Rounds of a party in which not everybody gives. */
const PARTY_ROUNDS = 8;

/**
 * How many rounds a game has. By default everybody gives twice in Classic with 3–6 players, once with more; in Party twice
 * with up to four, once with up to eight, and with more there are eight rounds.
 */
export function roundsFor({ preset, turns }: GameOptions, players: number): number {
  if (turns !== 'auto') return turns * players;
  if (preset === 'classic') return players <= 6 ? 2 * players : players;
  return players <= 4 ? 2 * players : Math.min(PARTY_ROUNDS, players);
}
