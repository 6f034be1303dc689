/** Short movements that end: each runs once, and while none runs nothing asks for frames. */

/** Ease-out that overshoots a little and settles. */
export const easeOutBack = (t: number): number => 1 + 2.4 * (t - 1) ** 3 + 1.4 * (t - 1) ** 2;

export const easeInOut = (t: number): number => (t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2);

interface Move {
  readonly start: number;
  readonly duration: number;
  apply(progress: number): void;
}

export interface Motion {
  /** Runs `apply` with 0 … 1 over `duration` ms after `delay`; a second move of the same key replaces the first. */
  run(key: string, duration: number, delay: number, apply: (progress: number) => void): void;
  /** Ends moves at once in their final state. */
  finish(key?: string): void;
  /** Brings all moves to a moment; true while any is left. */
  step(now: number): boolean;
  isRunning(key: string): boolean;
  isIdle(): boolean;
}

/** A clockless scheduler of moves: whoever draws frames calls `step`. */
export function createMotion(now: () => number): Motion {
  const moves = new Map<string, Move>();
  return {
    run(key, duration, delay, apply) {
      moves.set(key, { start: now() + delay, duration, apply });
      apply(0);
    },
    finish(key) {
      for (const [name, move] of [...moves]) {
        if (key !== undefined && name !== key) continue;
        moves.delete(name);
        move.apply(1);
      }
    },
    step(at) {
      for (const [key, move] of [...moves]) {
        const progress = Math.min(1, Math.max(0, (at - move.start) / move.duration));
        if (progress === 1) moves.delete(key);
        move.apply(progress);
      }
      return moves.size > 0;
    },
    isRunning: (key) => moves.has(key),
    isIdle: () => moves.size === 0,
  };
}
