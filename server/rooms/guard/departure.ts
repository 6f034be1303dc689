import { setTimeout as pause } from 'node:timers/promises';
import { partsOf, type RoomKey } from '../../directory/directory.ts';
import type { Rooms } from './rooms.ts';

/** Rooms that are handed over side by side: whoever takes them has others to serve. */
const AT_ONCE = 8;
/** How often it is looked whether rooms that are closing by themselves are gone, ms. */
const LOOK_MS = 50;

/**
 * Hands over every room of this process, a few at a time, while no new ones are opened here. Resolves when nobody is
 * connected to any of them, to true; to false as soon as `late` is given: then some may be left.
 * @param order kinds of rooms, the first first
 */
export async function handOverAll(
  rooms: Rooms,
  order: readonly string[],
  late: AbortSignal,
): Promise<boolean> {
  const isLate = new Promise<void>((resolve) => {
    // A signal that was given before says nothing any more.
    if (late.aborted) resolve();
    else late.addEventListener('abort', () => resolve());
  });
  const rank = (key: RoomKey) => order.indexOf(partsOf(key).kind);
  while (rooms.here().length > 0 && !late.aborted) {
    const keys = [...rooms.here()].sort((a, b) => rank(b) - rank(a));
    const next = async () => {
      for (let key = keys.pop(); key !== undefined && !late.aborted; key = keys.pop())
        await rooms.handOver(key);
    };
    await Promise.race([Promise.all(Array.from({ length: AT_ONCE }, next)), isLate]);
    if (rooms.here().length > 0) await Promise.race([pause(LOOK_MS), isLate]);
  }
  await Promise.race([rooms.over(), isLate]);
  return !late.aborted;
}
