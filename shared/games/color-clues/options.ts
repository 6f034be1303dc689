import { DEFAULT_OPTIONS, type GameOptions } from './types.ts';

const TIMERS: readonly unknown[] = ['off', 'normal', 'relaxed', 'slow'];
const TURNS: readonly unknown[] = ['auto', 1, 2, 3, 4, 5];
const CHECKS: readonly unknown[] = ['strict', 'honor', 'off'];

/** Reads options: null stands for the defaults, missing fields too. Null for anything malformed. */
export function parseOptions(options: unknown): GameOptions | null {
  if (options === null || options === undefined) return DEFAULT_OPTIONS;
  if (typeof options !== 'object') return null;
  const all = { ...DEFAULT_OPTIONS, ...options };
  return TIMERS.includes(all.timers) && TURNS.includes(all.turns) && CHECKS.includes(all.clueCheck)
    ? all
    : null;
}

/** How often each player gives clues: by default twice with 3–6 players, once with more. */
export const turnsFor = (options: GameOptions, players: number): number =>
  options.turns === 'auto' ? (players <= 6 ? 2 : 1) : options.turns;
