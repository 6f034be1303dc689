import { matchMaker } from '@colyseus/core';
import { Unavailable } from '../../storage/types.ts';
import { endingOf } from './room-end.ts';
import { SafeRoom } from './SafeRoom.ts';

/** How long a room of the same id may take to end before whoever asks is told to come again, ms. */
const ENDING_MS = 5_000;

/** A room that lives in this process and is not about to end. */
export function roomHere(kind: string, id: string): SafeRoom<object> | null {
  if (endingOf(id)) return null;
  const room: unknown = matchMaker.getLocalRoomById(id);
  return room instanceof SafeRoom && room.roomName === kind ? room : null;
}

/** Has a room do what one of its methods does. */
export async function carryOut(room: object, method: string, args: readonly unknown[]): Promise<unknown> {
  const act: unknown = Reflect.get(room, method);
  if (typeof act !== 'function') throw new Error(`rooms do not answer ${method}`);
  return act.apply(room, args);
}

/** Resolves when no room with this id is on its way out here. Rejects with `Unavailable` when that takes too long. */
export async function ended(roomId: string): Promise<void> {
  const ending = endingOf(roomId);
  if (!ending) return;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unavailable(`${roomId} is still closing`)), ENDING_MS);
  });
  await Promise.race([ending, late]).finally(() => clearTimeout(timer));
}
