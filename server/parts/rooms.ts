import { setTimeout as pause } from 'node:timers/promises';
import { conversation } from '../../shared/chat/conversation.ts';
import type { Clock, Entropy, Log } from '../../shared/engine/ports.ts';
import {
  type Directory,
  NameTaken,
  nameOf,
  partsOf,
  processId,
  type RoomKey,
  SETTLE_MS,
  type Versions,
} from '../directory/directory.ts';
import { aloneDirectory } from '../directory/in-process.ts';
import { Membership } from '../directory/membership.ts';
import { RedisDirectory } from '../directory/redis.ts';
import { HOSTED_GAMES } from '../games/index.ts';
import { Calls } from '../infra/calls.ts';
import type { RedisParts } from '../infra/redis.ts';
import type { Topics } from '../infra/topics.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { hereTopic } from '../rooms/chat/chat-topics.ts';
import { CHAT } from '../rooms/chat/conversation-service.ts';
import { INBOX, personOfInbox } from '../rooms/chat/inbox/InboxRoom.ts';
import { handOverAll } from '../rooms/guard/departure.ts';
import { Rooms } from '../rooms/guard/rooms.ts';
import { TABLE_ROOM } from '../rooms/table-talk.ts';
import { TABLES_CHANGED } from '../rooms/tables/listing.ts';
import type { Tables } from '../rooms/tables/tables.ts';
import { nameError } from '../start/errors.ts';

interface RoomPartsPorts {
  readonly clock: Clock;
  readonly entropy: Entropy;
  /** What a proxy knows this process by; null for a new name. */
  readonly processName: string | null;
  /** Where others reach this process, for sockets that come to a wrong one; null when they do not. */
  readonly processUrl: string | null;
  readonly log: Log;
  readonly topics: Topics;
  readonly metrics: Metrics;
  /** Where several processes say which rooms they have; null when this one is alone. */
  readonly redis: RedisParts | null;
}

/**
 * Which process has which room: this one alone, or one of several, which keeps its lease from now on.
 * @throws StartError when another one has its name
 */
export async function roomParts({ redis, processName, processUrl, ...ports }: RoomPartsPorts) {
  const process = processId(processName ?? ports.entropy.unique(), ports.entropy.unique());
  const directory = redis ? await join(redis, process, processUrl) : aloneDirectory(process);
  return roomsIn(directory, {
    ...ports,
    isShared: redis !== null,
    forget: (ids) => redis?.driver.forget(ids),
  });
}

interface SharedRoomsPorts extends Omit<RoomPartsPorts, 'redis' | 'processName' | 'processUrl'> {
  /** Whether other processes have rooms, too. */
  readonly isShared: boolean;
  /** Rooms that belonged to processes which died: the framework need not know of them any more. */
  forget(ids: readonly string[]): void;
}

/** The rooms of a process in a directory that it has joined, which it may share with others. */
export async function roomsIn(
  directory: Directory,
  { topics, isShared, forget, ...ports }: SharedRoomsPorts,
) {
  const { log, metrics } = ports;
  const rooms = new Rooms({ directory, calls: new Calls(directory.process, topics), log, metrics });
  const membership = new Membership({ ...ports, directory, lose: (keys) => rooms.lose(keys) });
  // Whoever has rooms can be asked.
  await rooms.listen();
  if (isShared) {
    membership.start();
    metrics.directoryUp.from(() => Number(membership.isUp));
  }
  const settled = isShared ? pause(SETTLE_MS) : Promise.resolve();
  let isTaking = false;
  return {
    directory,
    rooms,
    /**
     * Resolves when rooms can be claimed without waiting. Whoever makes one before would leave it without an owner for that
     * long, and another process that begins would take it.
     */
    settled,
    /** Whether rooms are opened here, and others hand theirs over to this process. */
    isTaking: () => isTaking,
    /** From now on they do. */
    async take() {
      await settled;
      // When Redis is away, it is said as soon as it is back.
      if (isShared) await directory.takeRooms(true).catch(() => {});
      isTaking = true;
    },
    /**
     * From now on they do not. What is here is handed over to other processes, if there are any; what is left when it is
     * late they take up when this one is gone. Resolves to whether all of it was.
     */
    async handOver(late: AbortSignal): Promise<boolean> {
      isTaking = false;
      if (!isShared) return false;
      membership.adoptNothing();
      await directory.takeRooms(false);
      if ((await directory.takers()).length === 0) return false;
      rooms.leave();
      ports.log.info({ rooms: rooms.here().length }, 'rooms are handed over');
      if (await handOverAll(rooms, [TABLE_ROOM, CHAT, INBOX], late)) return true;
      ports.log.warn({ rooms: rooms.here().length }, 'rooms are left to whoever takes them up');
      rooms.abandon();
      await membership.stop();
      return false;
    },
    /** From now on what a process leaves behind when it dies is taken up here. */
    adoptWith: (tables: Pick<Tables, 'adopt'>) =>
      membership.adoptWith((keys) => {
        forget(keys.map((key) => partsOf(key).id));
        return adopt(keys, tables, topics);
      }),
    close: () => membership.stop(),
  };
}

/** The newest entries that this program can read, of each kind of stream. */
const versions = (): Versions =>
  Object.fromEntries([
    [CHAT, conversation.version],
    ...HOSTED_GAMES.map(({ rules }) => [`${TABLE_ROOM}:${rules.name}`, rules.version]),
  ]);

async function join({ client }: RedisParts, process: string, url: string | null): Promise<Directory> {
  try {
    return await RedisDirectory.join(client, process, url, versions());
  } catch (error) {
    throw error instanceof NameTaken ? nameError(nameOf(process)) : error;
  }
}

/** Tables go on, so that no clock stands still; people whose inbox was there are away. Talks are opened when asked for. */
async function adopt(keys: readonly RoomKey[], tables: Pick<Tables, 'adopt'>, topics: Topics): Promise<void> {
  const orphans = keys.map(partsOf);
  for (const { kind, id } of orphans) {
    if (kind !== INBOX) continue;
    const person = personOfInbox(id);
    topics.publish(hereTopic(person), { person, isHere: false });
  }
  const codes = orphans.filter(({ kind }) => kind === TABLE_ROOM).map(({ id }) => id);
  // What was listed of them is gone.
  if (codes[0] !== undefined) topics.publish(TABLES_CHANGED, codes[0]);
  await tables.adopt(codes);
}

export type RoomParts = Awaited<ReturnType<typeof roomParts>>;
