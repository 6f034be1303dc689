import { type IRoomCache, matchMaker } from '@colyseus/core';

const opening = new Map<string, Promise<IRoomCache>>();

/** The room with this id, wherever it lives; null when it is not open. */
export async function findRoom(roomName: string, roomId: string): Promise<IRoomCache | null> {
  const row = (await matchMaker.findRoomsByIds([roomId])).get(roomId);
  return row?.name === roomName ? row : null;
}

/** Makes the room with this id in this process: once, however many ask at the same time. */
export function openOnce(roomName: string, roomId: string, setup: object): Promise<IRoomCache> {
  const key = `${roomName}/${roomId}`;
  let room = opening.get(key);
  if (!room) {
    room = matchMaker.createRoom(roomName, setup).finally(() => opening.delete(key));
    opening.set(key, room);
  }
  return room;
}
