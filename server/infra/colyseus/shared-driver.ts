import { type IRoomCache, LocalDriver } from '@colyseus/core';
import { RedisDriver } from '@colyseus/redis-driver';
import type { Redis } from 'ioredis';

type Operations = Parameters<LocalDriver['update']>[1];

/**
 * The framework's list of rooms. What is asked of it is answered from this process alone, since the directory knows which
 * process has a room; the rows are copied to Redis, where tools of the framework find the rooms of all processes.
 *
 * A copy that does not arrive costs nobody anything: while Redis is away none is made, and `copyAll` makes up for it.
 */
export class SharedDriver extends LocalDriver {
  readonly #copies: RedisDriver;

  /** @param redis rejects at once while Redis is away */
  constructor(redis: Redis) {
    super();
    this.#copies = new RedisDriver(redis);
  }

  override async insert(room: IRoomCache): Promise<boolean> {
    const isNew = await super.insert(room);
    if (isNew) this.#copy(room);
    return isNew;
  }

  override persist(room: IRoomCache, isNew = false): boolean {
    this.#copy(room);
    return super.persist(room, isNew);
  }

  override update(room: IRoomCache, operations: Operations): boolean {
    super.update(room, operations);
    this.#copy(room);
    return true;
  }

  override remove(roomId: string): boolean {
    const wasHere = super.remove(roomId);
    if (wasHere) this.forget([roomId]);
    return wasHere;
  }

  /** Takes away what a process left behind that died. */
  forget(roomIds: readonly string[]): void {
    for (const id of roomIds) this.#copies.remove(id).catch(() => {});
  }

  /** Redis is there again, with its memory or without. */
  copyAll(): void {
    for (const room of this.rooms) this.#copy(room);
  }

  #copy(room: IRoomCache): void {
    this.#copies.persist(room).catch(() => {});
  }
}
