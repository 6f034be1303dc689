import type { SeatId } from '../../core/ids.ts';
import type { Reaction } from '../../core/reactions.ts';
import type { Rng } from '../../core/rng.ts';
import { distance } from './board.ts';
import type { GameView } from './types.ts';

/** How often a bot reacts at all, and how many of a full table do on the average. */
const SHARE = 0.3;
const MOST = 1.2;
/** How long after the reveal began, ms: when most of it has been shown. */
const FROM_MS = 2_800;
const SPREAD_MS = 1_800;
/** From so many steps on a marker is worth a laugh. */
const FAR = 8;

/** Whether a round has just been revealed. */
export const isRevealed = (before: GameView, after: GameView): boolean =>
  before.stage !== 'reveal' && after.stage === 'reveal' && after.target !== null;

/** What a bot shows at a reveal, from nothing but what all can see there; null most of the time. */
export function botReaction(
  view: GameView,
  me: SeatId,
  rng: Rng,
): { readonly emoji: Reaction; readonly afterMs: number } | null {
  const emoji = feelingOf(view, me);
  if (emoji === null || rng.next() >= Math.min(SHARE, MOST / view.players.length)) return null;
  return { emoji, afterMs: Math.round(FROM_MS + SPREAD_MS * rng.next()) };
}

function feelingOf({ players, giver, target }: GameView, me: SeatId): Reaction | null {
  if (target === null) return null;
  const stepsOf = (seat: SeatId): number[] =>
    players
      .flatMap((player) => (player.seat === seat ? player.markers : []))
      .flatMap((cell) => (cell === null ? [] : distance(cell, target)));
  const others = players
    .filter(({ seat }) => seat !== me && seat !== giver)
    .flatMap(({ seat }) => stepsOf(seat));
  const mine = stepsOf(me);
  if (mine.includes(0)) return '🎯';
  if (others.includes(0)) return '👏';
  if (mine.length > 0 && Math.min(...mine) >= FAR) return '😅';
  if (others.some((steps) => steps >= FAR)) return me === giver ? '😮' : '😂';
  return null;
}
