import { partsOf } from '../directory/directory.ts';
import { CHAT } from '../rooms/chat/conversation-service.ts';
import { openSessions } from '../rooms/guard/connections.ts';
import { roomHere } from '../rooms/guard/local-rooms.ts';
import { TABLE_ROOM } from '../rooms/table-talk.ts';
import { GameRoom } from '../rooms/tables/GameRoom.ts';
import type { Base } from './base.ts';

const MIB = 1024 * 1024;

/** What this process is like at this moment, as operators see it: `WireProcess` says how the numbers are called. */
export function numbersOf({ rooms, storage }: Base): Record<string, number> {
  const { rss, heapUsed } = process.memoryUsage();
  const { isUp, waiting } = storage.health();
  const numbers: Record<string, number> = {
    people: openSessions().size,
    rssMiB: Math.round(rss / MIB),
    heapMiB: Math.round(heapUsed / MIB),
    storeUp: Number(isUp),
    storeWaiting: waiting,
    talks: 0,
  };
  const count = (name: string) => {
    numbers[name] = (numbers[name] ?? 0) + 1;
  };
  for (const key of rooms.here()) {
    const { kind, id } = partsOf(key);
    if (kind === CHAT) count('talks');
    if (kind !== TABLE_ROOM) continue;
    const room = roomHere(kind, id);
    const listed = room instanceof GameRoom ? room.listed : null;
    if (listed) count(`tables/${listed.game}/${listed.phase}`);
  }
  return numbers;
}
