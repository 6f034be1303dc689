import { expect, it } from 'vitest';
import { isKept } from '../faults/measure.ts';
import { pageOf } from '../faults/page.ts';
import type { RunResult } from '../faults/result.ts';
import { read } from './repository.ts';

const run = JSON.parse(read('docs/data/reliability.json')) as RunResult;

it('the page of what was broken tells what the last run found, and nothing else', () => {
  expect(read('docs/reliability.md')).toBe(pageOf(run));
});

it('a scenario that is told to be kept has no figure that is not', () => {
  for (const { name, isPassed, measures, violations } of run.scenarios) {
    const isKeptWhole = measures.every(isKept) && violations.length === 0;
    expect([name, isPassed]).toEqual([name, isKeptWhole]);
  }
});
