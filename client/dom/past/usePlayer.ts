import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { LoadedReplay } from './load-replay.ts';

/** The way through the steps of a game. */
export interface Player {
  /** Which step is shown, from 0. */
  readonly step: ReadonlySignal<number>;
  readonly isPlaying: ReadonlySignal<boolean>;
  /** Shows a step, and goes no further by itself. */
  show(step: number): void;
  /** Goes on by itself, from the beginning when it is at the end; or stops. */
  toggle(): void;
}

/** Begins at the first step, and goes on by itself when it is told to. */
export function usePlayer({ replaying, length, isWhole }: LoadedReplay): Player {
  const step: Signal<number> = useMemo(() => signal(0), [replaying]);
  const isPlaying: Signal<boolean> = useMemo(() => signal(false), [replaying]);
  const last = length - 1;
  const now = step.value;
  const isOn = isPlaying.value;
  useEffect(() => {
    if (!isOn) return;
    if (now >= last) {
      if (isWhole) isPlaying.value = false;
      return;
    }
    const timer = setTimeout(() => {
      step.value = now + 1;
    }, replaying.lasts(now));
    return () => clearTimeout(timer);
  }, [replaying, isOn, now, last, isWhole]);
  return {
    step,
    isPlaying,
    show(to) {
      isPlaying.value = false;
      step.value = Math.min(last, Math.max(0, to));
    },
    toggle() {
      if (!isPlaying.peek() && step.peek() >= last) step.value = 0;
      isPlaying.value = !isPlaying.peek();
    },
  };
}
