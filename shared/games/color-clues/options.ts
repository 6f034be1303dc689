import type { SeatLimits } from '../../core/rules.ts';
import { PRESETS, seatsIn } from './presets.ts';
import { DEFAULT_OPTIONS, type GameOptions } from './types.ts';

const TIMERS: readonly unknown[] = ['off', 'normal', 'relaxed', 'slow'];
const TURNS: readonly unknown[] = ['auto', 1, 2, 3, 4, 5];
const CLUES: readonly unknown[] = ['auto', 1, 2];
const WORDS: readonly unknown[] = ['auto', 1, 2, 3, 4, 5];
const SCORINGS: readonly unknown[] = ['normal', 'wide'];
const TOGETHER: readonly unknown[] = ['off', 'coop', 'teams'];
const TEAMS: readonly unknown[] = [2, 3, 4];
const GIVERS: readonly unknown[] = ['round', 'volunteers'];
const STAND_INS: readonly unknown[] = ['off', 'on'];
const CHECKS: readonly unknown[] = ['strict', 'honor', 'off'];

/** Reads options: null stands for the defaults, missing fields too. Null for anything malformed. */
export function parseOptions(options: unknown): GameOptions | null {
  if (options === null || options === undefined) return DEFAULT_OPTIONS;
  if (typeof options !== 'object') return null;
  const all = { ...DEFAULT_OPTIONS, ...options };
  return Object.hasOwn(PRESETS, all.preset) &&
    TIMERS.includes(all.timers) &&
    TURNS.includes(all.turns) &&
    CLUES.includes(all.clues) &&
    WORDS.includes(all.words) &&
    SCORINGS.includes(all.scoring) &&
    TOGETHER.includes(all.together) &&
    TEAMS.includes(all.teams) &&
    GIVERS.includes(all.giver) &&
    CHECKS.includes(all.clueCheck) &&
    STAND_INS.includes(all.standIn)
    ? all
    : null;
}

/** How many can play with these options; what cannot be read counts as the default. */
export const seatsWith = (options: unknown): SeatLimits => seatsIn(parseOptions(options) ?? DEFAULT_OPTIONS);

/** Whether a bot plays for somebody who is away for long; where that cannot be read, not. */
export const standsIn = (options: unknown): boolean => parseOptions(options)?.standIn === 'on';

/** So many people make a game that nobody has chosen anything for a party. */
const PARTY_FROM = 4;

/** What "Play now" plays with so many people; null: what it does by itself. */
export const quickOptions = (people: number): GameOptions | null =>
  people >= PARTY_FROM ? { ...DEFAULT_OPTIONS, preset: 'party' } : null;
