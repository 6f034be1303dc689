import { LocalPresence } from '@colyseus/core';
import { expect, it } from 'vitest';
import { FakeClock, fakeLog } from '../../../test/harness/fakes.ts';
import { Topics } from '../../infra/topics.ts';
import { LOOKING, NUMBERS, Numbers, type Told } from './numbers.ts';

async function open() {
  const clock = new FakeClock();
  const presence = new LocalPresence();
  const topics = new Topics(fakeLog(), () => presence);
  const seen = { reads: 0, drains: 0, moves: 0 };
  const told: Told[] = [];
  topics.subscribe(NUMBERS, (each) => told.push(each));
  const numbers = new Numbers({
    topics,
    clock,
    process: 'p1@now',
    name: 'p1',
    read: () => ({ reads: ++seen.reads, moves: seen.moves }),
    events: () => ({ moves: seen.moves }),
    isLeaving: () => false,
    drain: () => seen.drains++,
  });
  await numbers.listen();
  const look = (drain: readonly string[] = []) => topics.publish(LOOKING, { drain });
  return { clock, seen, told, look };
}

it('while nobody looks nothing is read, said or waited for', async () => {
  const { clock, seen, told, look } = await open();
  await clock.advance(60_000);
  expect([seen.reads, told.length, clock.armed]).toEqual([0, 0, 0]);
  look();
  await clock.advance(3_000);
  expect(seen.reads).toBe(4);
  await clock.advance(60_000);
  expect([seen.reads, clock.armed]).toEqual([4, 0]);
});

it('what people do is said within a quarter of a second, without reading all the rest', async () => {
  const { clock, seen, told, look } = await open();
  look();
  await clock.advance(100);
  seen.moves = 1;
  await clock.advance(250);
  expect(told.map(({ numbers }) => numbers)).toEqual([
    { reads: 1, moves: 0 },
    { reads: 1, moves: 1 },
  ]);
  await clock.advance(500);
  expect(told.length).toBe(2);
});

it('a process ends when it is named, once, however often it hears it', async () => {
  const { seen, look } = await open();
  look(['p2']);
  expect(seen.drains).toBe(0);
  // One that had its name before.
  look(['p1@before']);
  expect(seen.drains).toBe(0);
  for (let i = 0; i < 3; i++) look(['p2', 'p1@now']);
  expect(seen.drains).toBe(1);
});
