import { expect, it } from 'vitest';
import { FakeClock } from '../../../../test/harness/fakes.ts';
import { Crowd } from './crowd.ts';

function crowdOf(size: number) {
  const clock = new FakeClock();
  const room = { people: 0, changes: 0 };
  const crowd = new Crowd({ clock, size, here: () => room.people, onChange: () => room.changes++ });
  return { clock, room, crowd };
}

it('is one from so many people on, until a quarter of them is gone', () => {
  const { room, crowd } = crowdOf(8);
  const at = (people: number) => {
    room.people = people;
    return crowd.isCrowd;
  };
  expect([7, 8, 7, 6, 5, 7, 8].map(at)).toEqual([false, true, true, true, false, false, true]);
});

it('counts branches as long as they say that they are there', async () => {
  const { clock, room, crowd } = crowdOf(8);
  room.people = 2;
  crowd.heard('one', 5);
  crowd.heard('two', 1);
  expect([crowd.people, crowd.isCrowd, room.changes]).toEqual([8, true, 2]);
  await clock.advance(3_000);
  crowd.heard('two', 1);
  crowd.heard('two', 3);
  expect([crowd.people, room.changes]).toEqual([10, 3]);
  await clock.advance(2_000);
  expect([crowd.people, crowd.hasBranches, room.changes]).toEqual([5, true, 4]);
  await clock.advance(4_000);
  expect([crowd.people, crowd.hasBranches, crowd.isCrowd]).toEqual([2, false, false]);
});
