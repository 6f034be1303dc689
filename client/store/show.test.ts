import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SeatId } from '../../shared/core/ids.ts';
import type { ClientGame, ShowPlan } from '../games/game.ts';
import type { View } from './faces.ts';
import { preferences } from './preferences.ts';
import { showAt } from './show.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  preferences.value = { ...preferences.value, motion: 'system' };
});

const PLAN: ShowPlan = { key: '1:3', beats: [{ atMs: 1_000, tone: 'point' }, { atMs: 2_000 }], endMs: 3_000 };

/** A table whose game plans what its view says. */
function table(first: ShowPlan | null) {
  const game = signal({
    show: (at: { game: ShowPlan }) => (at.game.key === null ? null : at.game),
  } as unknown as ClientGame);
  const viewOf = (plan: ShowPlan | null) =>
    ({ phase: 'playing', game: plan ?? { key: null } }) as unknown as View;
  const view = signal<View | null>(viewOf(first));
  const show = showAt({ game, view, mySeat: signal<SeatId | null>(null) });
  return { show, become: (plan: ShowPlan | null) => (view.value = viewOf(plan)) };
}

it('begins with the view that plans it, counts its beats, and ends', () => {
  const { show, become } = table(null);
  expect(show.at.value).toBeNull();
  become(PLAN);
  expect(show.at.value).toBe(0);
  vi.advanceTimersByTime(1_500);
  expect([show.at.value, show.beat.value?.tone]).toEqual([1_000, 'point']);
  become({ ...PLAN });
  vi.advanceTimersByTime(1_400);
  expect(show.at.value).toBe(2_000);
  vi.advanceTimersByTime(100);
  expect(show.at.value).toBeNull();
});

it('can be skipped, and says nothing more then', () => {
  const { show, become } = table(null);
  become(PLAN);
  show.finish();
  vi.advanceTimersByTime(5_000);
  expect([show.at.value, show.beat.value]).toEqual([null, null]);
});

it('never outlives what it shows', () => {
  const { show, become } = table(null);
  become(PLAN);
  become(null);
  expect(show.at.value).toBeNull();
  become({ ...PLAN, key: '1:4' });
  expect(show.at.value).toBe(0);
});

it('does not show what was there when the page was opened, nor where motion is unwanted', () => {
  const { show, become } = table(PLAN);
  expect(show.at.value).toBeNull();
  preferences.value = { ...preferences.value, motion: 'less' };
  become({ ...PLAN, key: '1:4' });
  expect(show.at.value).toBeNull();
});
