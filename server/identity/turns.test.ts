import { expect, it } from 'vitest';
import { settled } from '../../test/harness/fakes.ts';
import { Turns } from './turns.ts';

it('lets two run at once, the others in their order, and forgets whoever went away', async () => {
  const turns = new Turns(2);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const signals = [1, 2, 3, 4, 5].map(() => new AbortController());
  for (const [i, { signal }] of signals.entries()) {
    void turns.take(signal).then((end) => {
      if (!end) return;
      begun.push(i + 1);
      ends.push(end);
    });
  }
  await settled();
  expect(begun).toEqual([1, 2]);
  signals[2]!.abort();
  ends[0]!();
  await settled();
  expect(begun).toEqual([1, 2, 4]);
  ends[1]!();
  ends[2]!();
  await settled();
  expect(begun).toEqual([1, 2, 4, 5]);
});

it('gives a turn to one, whoever comes at the moment when it is over', async () => {
  const turns = new Turns(1);
  const { signal } = new AbortController();
  const end = await turns.take(signal);
  const begun: string[] = [];
  const take = (name: string) => void turns.take(signal).then(() => begun.push(name));
  take('waiting');
  end?.();
  take('late');
  await settled();
  expect(begun).toEqual(['waiting']);
});
