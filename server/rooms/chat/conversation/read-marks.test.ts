import { expect, it } from 'vitest';
import { FakeClock, settled } from '../../../../test/harness/fakes.ts';
import { ReadMarks } from './read-marks.ts';

function begin() {
  const clock = new FakeClock();
  const stored: string[] = [];
  const troubles: unknown[] = [];
  const store = { isAway: false };
  const marks = new ReadMarks({
    clock,
    store: async (person, no) => {
      if (store.isAway) throw new Error('away');
      stored.push(`${person} ${no}`);
    },
    onTrouble: (error) => troubles.push(error),
  });
  return { clock, stored, troubles, store, marks };
}

it('what many read within some seconds is stored once for each of them', async () => {
  const { clock, stored, marks } = begin();
  for (let no = 1; no <= 4; no++) {
    for (const person of ['ana', 'ben']) marks.note(person, no);
    await clock.advance(3_000);
  }
  expect([stored, marks.of('ana')]).toEqual([[], 4]);
  await clock.advance(3_000);
  expect([stored, marks.of('ana'), clock.armed]).toEqual([['ana 4', 'ben 4'], 0, 0]);
});

it('whoever leaves is stored at once, and nobody is forgotten at the end', async () => {
  const { clock, stored, marks } = begin();
  marks.note('ana', 3);
  marks.note('ben', 2);
  await marks.flush(['ana', 'cleo']);
  expect(stored).toEqual(['ana 3']);
  await marks.close();
  expect([stored, clock.armed]).toEqual([['ana 3', 'ben 2'], 0]);
});

it('what cannot be stored is stored when the store is back', async () => {
  const { clock, stored, store, troubles, marks } = begin();
  store.isAway = true;
  for (const person of ['ana', 'ben']) marks.note(person, 3);
  await clock.advance(15_000);
  expect([stored, troubles.length, marks.of('ana')]).toEqual([[], 1, 3]);
  store.isAway = false;
  await clock.advance(15_000);
  await settled();
  expect(stored).toEqual(['ana 3', 'ben 3']);
});
