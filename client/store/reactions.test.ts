import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { seatId } from '../../shared/core/ids.ts';
import { REACTIONS } from '../../shared/core/reactions.ts';
import type { SeenReaction } from '../net/types.ts';
import { reactionName, reactionsAt, SHOWN_MS } from './reactions.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const of = (seat: number, emoji: SeenReaction['emoji']): SeenReaction => ({ seat: seatId(seat), emoji });

it('shows the newest reaction of each seat, each for a while', () => {
  const reaction = signal<SeenReaction | null>(null);
  const shown = reactionsAt({ reaction });
  const seen = () => [...shown.value.values()].map(({ seat, emoji }) => `${seat}${emoji}`);
  expect(seen()).toEqual([]);
  reaction.value = of(2, '😂');
  reaction.value = of(3, '👏');
  vi.advanceTimersByTime(SHOWN_MS / 2);
  reaction.value = of(2, '🔥');
  expect(seen()).toEqual(['2🔥', '3👏']);
  vi.advanceTimersByTime(SHOWN_MS / 2);
  expect(seen()).toEqual(['2🔥']);
  vi.advanceTimersByTime(SHOWN_MS / 2);
  expect(seen()).toEqual([]);
});

it('has a name for each', () => {
  expect(new Set(REACTIONS.map(reactionName)).size).toBe(REACTIONS.length);
});
