import type { SeatLimits } from '../../core/rules.ts';
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

/** Words at the most in the clue of a pass. */
export const wordsIn = ({ words }: GameOptions, pass: 1 | 2): number => (words === 'auto' ? pass : words);

/** How many teams there are; 0 where each plays alone, 1 in co-op. */
export const teamsIn = ({ together, teams }: GameOptions): number =>
  together === 'off' ? 0 : together === 'coop' ? 1 : teams;

/** Whether whoever wants to may give the next clue. Two in co-op give in turn. Rule 17.1. */
export const takesVolunteers = ({ preset, together, giver }: GameOptions): boolean =>
  preset === 'party' && together !== 'coop' && giver === 'volunteers';

/** How many play co-op. */
const COOP_SEATS = 2;
/** A team has somebody who gives and somebody who places, at least. */
const LEAST_IN_TEAM = 2;

/** How many must sit there to begin, and how many may. */
export function seatsIn(options: GameOptions): SeatLimits {
  const { minSeats, maxSeats } = presetOf(options);
  switch (options.together) {
    case 'coop':
      return { min: COOP_SEATS, max: COOP_SEATS };
    case 'teams':
      return { min: Math.max(minSeats, LEAST_IN_TEAM * options.teams), max: maxSeats };
    case 'off':
      return { min: minSeats, max: maxSeats };
  }
}

/** How many must be there for a game to go on. */
export const leastPresent = (options: GameOptions): number =>
  options.together === 'coop' ? COOP_SEATS : presetOf(options).minSeats;

/** Rounds of co-op, unless the host says otherwise. */
const COOP_ROUNDS = 6;

/** Rounds of a party in which not everybody gives. */
const PARTY_ROUNDS = 8;

/**
 * How many rounds a game has. By default everybody gives twice in Classic with 3–6 players, once with more; in Party twice
 * with up to four, once with up to eight, and with more there are eight rounds. Teams play as many, up to whole laps in
 * which each of them gives once; two in co-op six.
 */
export function roundsFor(options: GameOptions, players: number): number {
  if (options.together === 'coop' && options.turns === 'auto') return COOP_ROUNDS;
  const lap = Math.max(1, teamsIn(options));
  return Math.ceil(roundsAlone(options, players) / lap) * lap;
}

function roundsAlone({ preset, turns }: GameOptions, players: number): number {
  if (turns !== 'auto') return turns * players;
  if (preset === 'classic') return players <= 6 ? 2 * players : players;
  return players <= 4 ? 2 * players : Math.min(PARTY_ROUNDS, players);
}

/**
 * What two bots of level 3 get in one round of co-op, by scoring and clues: measured in `docs/bots.md`; a test holds it
 * against them.
 */
export const PAR_A_ROUND: Readonly<Record<GameOptions['scoring'], Readonly<Record<1 | 2, number>>>> = {
  normal: { 1: 0.9, 2: 1.9 },
  wide: { 1: 1.65, 2: 3.15 },
};

/** What two who play co-op have to reach together in so many rounds; null where each plays alone, or in teams. */
export const parFor = (options: GameOptions, rounds: number): number | null =>
  options.together === 'coop' ? Math.round(rounds * PAR_A_ROUND[options.scoring][cluesIn(options)]) : null;
