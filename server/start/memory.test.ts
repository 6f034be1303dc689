import { getHeapSpaceStatistics } from 'node:v8';
import { expect, it } from 'vitest';
import { giveMemoryBack } from './memory.ts';

const youngBytes = (): number =>
  getHeapSpaceStatistics().find((space) => space.space_name === 'new_space')!.space_size;

it('gives back what a busy start made of the young generation', () => {
  const kept: object[] = [];
  for (let i = 0; i < 400_000; i++) kept.push({ i });
  const before = youngBytes();
  expect(kept.length).toBeGreaterThan(0);
  giveMemoryBack();
  expect(youngBytes()).toBeLessThan(before / 2);
});
