import { expect, it } from 'vitest';
import { err, ok } from '../../../shared/core/result.ts';
import { FakeClock, fakeLog } from '../../../test/harness/fakes.ts';
import { Facts } from './facts.ts';

/** Facts that are said to somebody who answers with the next code, or accepts. */
function saying(codes: readonly string[] = []) {
  const clock = new FakeClock();
  const said: string[] = [];
  const left = [...codes];
  const facts = new Facts<string>({ clock, log: fakeLog() }, async (command) => {
    const code = left.shift();
    if (code === 'throws') throw new Error('bug');
    if (code) return err({ code });
    said.push(command);
    return ok(null);
  });
  return { clock, said, facts };
}

it('says a fact again until it is stored, with growing pauses', async () => {
  const { clock, said, facts } = saying(['unavailable', 'busy', 'internal', 'throws']);
  await facts.tell('here ana', () => 'away');
  expect(said).toEqual([]);
  await clock.advance(249);
  expect([said, clock.armed]).toEqual([[], 1]);
  await clock.advance(250 + 500 + 1_000 + 2_000);
  expect([said, clock.armed]).toEqual([['away'], 0]);
});

it('does not say again what the rules refuse', async () => {
  const { clock, said, facts } = saying(['no_change']);
  await facts.tell('here ana', () => 'away');
  expect([said, clock.armed]).toEqual([[], 0]);
});

it('says what is true when it can be said: nothing swaps, nothing old comes late', async () => {
  const { clock, said, facts } = saying(['unavailable', 'unavailable', 'unavailable']);
  let isHere = false;
  const presence = () => (isHere ? 'back' : 'away');
  await facts.tell('here ana', presence);
  await facts.tell('here ben', () => 'ben away');
  isHere = true;
  await facts.tell('here ana', presence);
  await clock.advance(10_000);
  expect(said).toEqual(['ben away', 'back']);
});

it('says nothing when there is nothing to say any more', async () => {
  const { clock, said, facts } = saying(['unavailable']);
  let isOver = false;
  await facts.tell('name ana', () => (isOver ? null : 'Ana'));
  isOver = true;
  await clock.advance(10_000);
  expect([said, clock.armed]).toEqual([[], 0]);
});

it('lets a fact that meets a bug stop no other', async () => {
  const { clock, said, facts } = saying(['internal']);
  await Promise.all([facts.tell('a', () => 'a'), facts.tell('b', () => 'b')]);
  expect(said).toEqual(['b']);
  await clock.advance(250);
  expect(said).toEqual(['b', 'a']);
});

it('says nothing after it was stopped', async () => {
  const { clock, said, facts } = saying(['unavailable']);
  await facts.tell('a', () => 'a');
  facts.stop();
  await facts.tell('b', () => 'b');
  await clock.advance(60_000);
  expect([said, clock.armed]).toEqual([[], 0]);
});
