import { type IRoomCache, matchMaker } from '@colyseus/core';
import { Unavailable } from '../../storage/types.ts';
import { SafeRoom } from './SafeRoom.ts';

/** How long a room of the same id may take to end before whoever asks is told to come again, ms. */
const ENDING_MS = 5_000;

/** Reasons that pass: whoever asks again may find it open, here or elsewhere. */
const PASSING: ReadonlySet<string> = new Set(['busy', 'unavailable', 'internal', 'moved']);

const opening = new Map<string, Promise<IRoomCache | null>>();

/** The room with this id, wherever it lives; null when it is not open. */
export async function findRoom(roomName: string, roomId: string): Promise<IRoomCache | null> {
  const row = (await matchMaker.findRoomsByIds([roomId])).get(roomId);
  return row?.name === roomName ? row : null;
}

/**
 * The room with this id, wherever it lives, or made here: once, however many ask at the same time, and never before one
 * of the same id has ended. `setup` is read when it has to be made; null when there is none, or when it is gone for good.
 * Rejects with `Unavailable` when that may pass.
 */
export async function openOnce(
  roomName: string,
  roomId: string,
  setup: () => Promise<object | null>,
): Promise<IRoomCache | null> {
  const key = `${roomName}/${roomId}`;
  // Looking for the room is part of what only one does: it may be made between the look and the making.
  let room = opening.get(key);
  if (!room) {
    room = open(roomName, roomId, setup).finally(() => opening.delete(key));
    opening.set(key, room);
  }
  return room;
}

async function open(
  roomName: string,
  roomId: string,
  readSetup: () => Promise<object | null>,
): Promise<IRoomCache | null> {
  await ended(roomId);
  const row = await findRoom(roomName, roomId);
  if (row) return row;
  // One that lives here, but whose row got lost, is listed again instead of made twice.
  if (matchMaker.getLocalRoomById(roomId)) {
    await matchMaker.restoreMissingRoomCaches();
    return findRoom(roomName, roomId);
  }
  const setup = await readSetup();
  if (!setup) return null;
  try {
    return await matchMaker.createRoom(roomName, setup);
  } catch (error) {
    const { message } = error as Error;
    if (message === 'gone') return null;
    if (!PASSING.has(message)) throw error;
    // Whoever was faster has it.
    const theirs = message === 'moved' ? await findRoom(roomName, roomId) : null;
    if (theirs) return theirs;
    throw new Unavailable(`${roomId} cannot be opened: ${message}`);
  }
}

async function ended(roomId: string): Promise<void> {
  const ending = SafeRoom.ending(roomId);
  if (!ending) return;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unavailable(`${roomId} is still closing`)), ENDING_MS);
  });
  await Promise.race([ending, late]).finally(() => clearTimeout(timer));
}
