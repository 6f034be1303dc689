import { expect, it } from 'vitest';
import { handOverAll } from './departure.ts';
import type { Rooms } from './rooms.ts';

/** Rooms that go when they are told to; `open` says how each of them does. */
function fakeRooms(keys: readonly string[], go: (key: string) => Promise<void>) {
  const left = new Set(keys);
  const handed: string[] = [];
  const rooms = {
    here: () => [...left],
    over: async () => {},
    async handOver(key: string) {
      handed.push(key);
      await go(key);
      left.delete(key);
    },
  } as unknown as Rooms;
  return { rooms, handed, left };
}

const KINDS = ['table', 'chat', 'inbox'];
const never = new AbortController().signal;

it('hands over tables before talks before inboxes, eight side by side', async () => {
  const keys = ['inbox/a', 'chat/a', ...Array.from({ length: 20 }, (_, index) => `table/${index}`), 'chat/b'];
  let underWay = 0;
  let most = 0;
  const { rooms, handed } = fakeRooms(keys, async () => {
    most = Math.max(most, ++underWay);
    await Promise.resolve();
    underWay--;
  });
  expect(await handOverAll(rooms, KINDS, never)).toBe(true);
  expect(most).toBe(8);
  expect(handed.map((key) => KINDS.indexOf(key.split('/')[0]!))).toEqual([
    ...Array.from({ length: 20 }, () => 0),
    1,
    1,
    2,
  ]);
});

it('begins nothing more as soon as it is late, and waits for nobody', async () => {
  const late = new AbortController();
  const keys = Array.from({ length: 20 }, (_, index) => `table/${index}`);
  const { rooms, handed } = fakeRooms(keys, () => new Promise(() => {}));
  const done = handOverAll(rooms, KINDS, late.signal);
  late.abort();
  expect(await done).toBe(false);
  expect(handed).toHaveLength(8);
});

it('begins nothing when it is late already', async () => {
  const { rooms, handed } = fakeRooms(['table/a'], async () => {});
  rooms.over = () => new Promise(() => {});
  expect(await handOverAll(rooms, KINDS, AbortSignal.abort())).toBe(false);
  expect(handed).toEqual([]);
});

it('looks again for rooms that were being made meanwhile', async () => {
  const { rooms, handed, left } = fakeRooms(['table/a'], async (key) => {
    if (key === 'table/a') left.add('table/b');
  });
  expect(await handOverAll(rooms, KINDS, never)).toBe(true);
  expect(handed).toEqual(['table/a', 'table/b']);
});
