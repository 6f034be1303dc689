import { type GameState, playerOf, waitedFor } from './state.ts';
import type { GameOptions, PassReason } from './types.ts';

/** How long each wait lasts with normal timers, ms. SPEC: game rules, "Timers". */
export const CLUE_MS = 75_000;
export const CLUE2_MS = 45_000;
export const PLACE_MS = 25_000;
export const RETRY_MS = 20_000;
export const REVEAL_MS = 8_000;
/** An absent player is passed this long after both the absence and the wait began, ms. */
export const AWAY_MS = 5_000;
/** A game that lacks players waits this long, ms. */
export const PAUSE_MS = 60_000;
/** After a pause every clock has at least this much left, ms. */
export const RESUME_MS = 5_000;
/** Fewer seats than this cannot play on. */
export const MIN_PRESENT = 3;

const FACTOR = { off: null, normal: 1, relaxed: 1.5, slow: 2 } as const;

/** When a wait of `ms` that begins now ends under these options, epoch ms; null with timers off. */
export function untilAfter(now: number, ms: number, options: GameOptions): number | null {
  const factor = FACTOR[options.timers];
  return factor === null ? null : now + ms * factor;
}

/** How many seats are there: in the game and not away for `AWAY_MS` or longer. */
export const presentCount = (state: GameState, now: number): number =>
  state.players.filter(({ awaySince }) => awaySince === null || now < awaySince + AWAY_MS).length;

/** When whoever is waited for is passed, and why; null: never by itself. */
export function passingAt(state: GameState): { readonly at: number; readonly reason: PassReason } | null {
  const { phase } = state;
  if (phase.name === 'unopened' || phase.name === 'paused' || phase.name === 'over') return null;
  const seat = waitedFor(state);
  const awaySince = seat === null ? null : (playerOf(state, seat)?.awaySince ?? null);
  const awayAt = awaySince === null ? Number.POSITIVE_INFINITY : Math.max(phase.since, awaySince) + AWAY_MS;
  const clockAt = phase.until ?? Number.POSITIVE_INFINITY;
  if (awayAt === Number.POSITIVE_INFINITY && phase.until === null) return null;
  return awayAt < clockAt ? { at: awayAt, reason: 'away' } : { at: clockAt, reason: 'timeout' };
}

/** When absences will leave fewer than three, epoch ms; null: they do not. */
function pauseAt(state: GameState): number | null {
  const { phase, players } = state;
  if (phase.name === 'unopened' || phase.name === 'paused' || phase.name === 'over') return null;
  const gone = players
    .map(({ awaySince }) => awaySince)
    .filter((since) => since !== null)
    .map((since) => since + AWAY_MS)
    .sort((a, b) => a - b);
  return gone[players.length - MIN_PRESENT] ?? null;
}

/** The next moment at which something happens by itself, epoch ms, or null. */
export function deadlineOf(state: GameState): number | null {
  if (state.phase.name === 'paused') return state.phase.until;
  const times = [passingAt(state)?.at ?? null, pauseAt(state)].filter((time) => time !== null);
  return times.length === 0 ? null : Math.min(...times);
}
