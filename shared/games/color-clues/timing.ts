import type { SeatId } from '../../core/ids.ts';
import { AWAY_MS, skipFrom } from '../../core/skip.ts';
import { leastPresent, presetOf } from './presets.ts';
import {
  areTeams,
  type GameState,
  isLastRound,
  isParty,
  type Player,
  playerOf,
  roundOf,
  type Waiting,
  waitedFor,
} from './state.ts';
import type { GameOptions, PassReason } from './types.ts';

/** How long a giver has to say another clue, with normal timers, ms. The other clocks are in `presets.ts`. */
export const RETRY_MS = 20_000;
/** A game that lacks players waits this long, ms. */
export const PAUSE_MS = 60_000;
/** After a pause every clock has at least this much left, ms. */
export const RESUME_MS = 5_000;
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

/**
 * Until when one seat is waited for besides the clock, epoch ms: not much longer than it has been absent, and not at all
 * in a round that began without it.
 */
function awaitedUntil(state: GameState, { since }: Waiting, seat: SeatId): number {
  const player = playerOf(state, seat);
  if (player === undefined) return Number.NEGATIVE_INFINITY;
  if (player.awaySince === null) return Number.POSITIVE_INFINITY;
  if (wasAbsentFrom(player, roundOf(state).startedAt)) return since;
  return Math.max(since, player.awaySince) + AWAY_MS;
}

/** Until when whoever is waited for longest is, the clock aside, epoch ms; infinite when somebody is there, or nobody is to act. */
function lastAwaitedUntil(state: GameState, wait: Waiting): number {
  const seats = waitedFor(state);
  if (seats.length === 0) return Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const seat of seats) last = Math.max(last, awaitedUntil(state, wait, seat));
  return last;
}

/** Whether all who are to act now have been waited for long enough, the clock aside. */
export function isNobodyAwaited(state: GameState, wait: Waiting, now: number): boolean {
  return waitedFor(state).every((seat) => awaitedUntil(state, wait, seat) <= now);
}

/** When whoever is waited for is passed, and why; null: never by itself. */
export function passingAt(state: GameState): { readonly at: number; readonly reason: PassReason } | null {
  const { phase } = state;
  if (phase.name === 'unopened' || phase.name === 'paused' || phase.name === 'over') return null;
  const awayAt = lastAwaitedUntil(state, phase);
  const grace = phase.name === 'place' ? presetOf(state.options).graceMs : 0;
  const clockAt = phase.until === null ? Number.POSITIVE_INFINITY : phase.until + grace;
  if (awayAt === Number.POSITIVE_INFINITY && phase.until === null) return null;
  return awayAt < clockAt ? { at: awayAt, reason: 'away' } : { at: clockAt, reason: 'timeout' };
}

/**
 * Why the host, who sits at `by`, may not skip whoever is waited for now, or null: before `skipFrom`, or where the host
 * is waited for.
 */
export function skipRefusal(state: GameState, by: SeatId, now: number): string | null {
  const { phase } = state;
  if (phase.name !== 'clue' && phase.name !== 'clue2' && phase.name !== 'place') return 'wrong_stage';
  if (waitedFor(state).includes(by))
    return phase.name === 'place' && isParty(state) ? 'place_first' : 'skip_self';
  const awaySince = awaited(state).map((player) => player.awaySince);
  return now < skipFrom({ ...phase, awaySince }) ? 'skip_later' : null;
}

const awaited = (state: GameState): Player[] =>
  waitedFor(state)
    .map((seat) => playerOf(state, seat))
    .filter((player) => player !== undefined);

/** Whether nobody who is waited for is there. */
export const areAllAway = (state: GameState, now: number): boolean =>
  awaited(state).every((player) => !isPresent(player, now));

/** Whether absences can stop the game now: it runs, and something is left to play. */
function canPause(state: GameState): boolean {
  const { name } = state.phase;
  if (name === 'unopened' || name === 'paused' || name === 'over') return false;
  return name !== 'reveal' || !isLastRound(state);
}

/** Two teams at least play against one another. */
const LEAST_TEAMS = 2;

/** Whether enough seats are there to go on; in teams, of two of them. */
export const isEnoughPresent = (state: GameState, now: number): boolean =>
  presentCount(state, now) >= leastPresent(state.options) &&
  (!areTeams(state) || teamsPresent(state, now) >= LEAST_TEAMS);

/** How many teams have somebody there. */
const teamsPresent = ({ players }: GameState, now: number): number =>
  new Set(players.filter((player) => isPresent(player, now)).map(({ team }) => team)).size;

/** Whether too few seats are there to go on. */
export const mustPause = (state: GameState, now: number): boolean =>
  canPause(state) && !isEnoughPresent(state, now);

/** When absences will leave too few, epoch ms; null: they do not. */
function pauseAt(state: GameState): number | null {
  if (!canPause(state)) return null;
  const gone = state.players
    .map(({ awaySince }) => awaySince)
    .filter((since) => since !== null)
    .sort((a, b) => a - b)
    .map((since) => since + AWAY_MS);
  return gone.find((at) => !isEnoughPresent(state, at)) ?? null;
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
  const passedAt = passingAt(state)?.at ?? null;
  // Asked after every command, and mostly everybody is there.
  if (state.players.every(({ awaySince }) => awaySince === null)) return passedAt;
  const times = [passedAt, pauseAt(state), everybodyReadyAt(state)].filter((time) => time !== null);
  return times.length === 0 ? null : Math.min(...times);
}
