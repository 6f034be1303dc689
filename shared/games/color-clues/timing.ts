import { type GameState, isLastRound, type Player, playerOf, waitedFor } from './state.ts';
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

/** Whether a seat counts as being there: not away, or for less than `AWAY_MS`. */
export const isPresent = ({ awaySince }: Player, now: number): boolean =>
  awaySince === null || now < awaySince + AWAY_MS;

/** Whether a seat was already absent when the running round began: nobody waits for it in this round. */
export const wasAbsentFrom = (player: Player, startedAt: number): boolean =>
  player.awaySince !== null && !isPresent(player, startedAt);

/** How many seats are there. */
export const presentCount = (state: GameState, now: number): number =>
  state.players.filter((player) => isPresent(player, now)).length;

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

/** Whether absences can stop the game now: it runs, and something is left to play. */
function canPause(state: GameState): boolean {
  const { name } = state.phase;
  if (name === 'unopened' || name === 'paused' || name === 'over') return false;
  return name !== 'reveal' || !isLastRound(state);
}

/** Whether too few seats are there to go on. */
export const mustPause = (state: GameState, now: number): boolean =>
  canPause(state) && presentCount(state, now) < MIN_PRESENT;

/** When absences will leave fewer than three, epoch ms; null: they do not. */
function pauseAt(state: GameState): number | null {
  if (!canPause(state)) return null;
  const gone = state.players
    .map(({ awaySince }) => awaySince)
    .filter((since) => since !== null)
    .sort((a, b) => a - b)
    .map((since) => since + AWAY_MS);
  return gone[state.players.length - MIN_PRESENT] ?? null;
}

/** When everybody who is not ready to go on after a reveal counts as absent, epoch ms; null: somebody is there. */
function everybodyReadyAt({ phase, players }: GameState): number | null {
  if (phase.name !== 'reveal') return null;
  const awaited = players.filter(({ seat }) => !phase.ready.includes(seat)).map(({ awaySince }) => awaySince);
  const away = awaited.filter((since) => since !== null);
  return away.length === 0 || away.length < awaited.length ? null : Math.max(...away) + AWAY_MS;
}

/** The next moment at which something happens by itself, epoch ms, or null. */
export function deadlineOf(state: GameState): number | null {
  if (state.phase.name === 'paused') return state.phase.until;
  const times = [passingAt(state)?.at ?? null, pauseAt(state), everybodyReadyAt(state)].filter(
    (time) => time !== null,
  );
  return times.length === 0 ? null : Math.min(...times);
}
