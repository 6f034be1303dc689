import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { holdStore } from './hold.ts';

it('a store is held by one that is alone, or by any number that share it', () => {
  const directory = mkdtempSync(join(tmpdir(), 'color-clues-hold-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const hold = (how: 'alone' | 'shared') => holdStore(directory, how, 0);
  const alone = hold('alone');
  expect([alone === null, hold('alone'), hold('shared')]).toEqual([false, null, null]);
  alone?.();
  const shared = [hold('shared'), hold('shared')];
  expect(shared).not.toContain(null);
  expect(hold('alone')).toBeNull();
  for (const release of shared) release?.();
  hold('alone')?.();
});
