import type { Cell } from '../../../../shared/games/color-clues/types.ts';
import { type Face, faceOf, type MySeat } from '../../../store/faces.ts';
import type { View } from './view.ts';

/** A round as remembered in "Clues so far". */
export interface LogEntry {
  readonly round: number;
  readonly giver: Face;
  readonly clues: readonly string[];
  /** Null while the round runs and when it was void. */
  readonly target: Cell | null;
  readonly state: 'now' | 'done' | 'void';
  readonly gains: readonly { readonly face: Face; readonly points: number }[];
}

/** Rounds so far, the newest first; the running one on top once it has a clue. */
export function clueLog(view: View, me: MySeat): readonly LogEntry[] {
  const { game } = view;
  if (!game) return [];
  const done = game.history.map((record): LogEntry => {
    const gains = record.gains
      .filter((gain) => gain.points > 0)
      .map((gain) => ({ face: faceOf(view, gain.seat, me), points: gain.points }))
      .sort((a, b) => b.points - a.points);
    return {
      round: record.round,
      giver: faceOf(view, record.giver, me),
      clues: record.clues,
      target: record.target,
      state: record.target === null ? 'void' : 'done',
      gains,
    };
  });
  const isListed = done.some((entry) => entry.round === game.round);
  if (isListed || game.clues.length === 0 || game.stage === 'over') return done.reverse();
  const now: LogEntry = {
    round: game.round,
    giver: faceOf(view, game.giver, me),
    clues: game.clues,
    target: null,
    state: 'now',
    gains: [],
  };
  return [now, ...done.reverse()];
}
