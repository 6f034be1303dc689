import { setTimeout as pause } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { questionsTo } from '../infra/calls.ts';
import { Unavailable } from '../storage/types.ts';
import {
  type Claim,
  type Directory,
  type Found,
  GRACE_MS,
  LEASE_MS,
  type Listing,
  NameTaken,
  nameOf,
  type Peer,
  type Quota,
  type RoomKey,
  SETTLE_MS,
  type Versions,
} from './directory.ts';
import { SCRIPTS } from './scripts.ts';

/** Rooms that are said, or looked for, in one step. */
const STEP = 200;
/** How long a process waits for an earlier one of its name to be gone, ms, and how often it looks. */
const FREE_MS = 2 * LEASE_MS;
const LOOK_MS = 50;

/** What this process knows of a room that it has. */
interface Mine {
  readonly since: number;
  readonly quotas: readonly string[];
  listing: Listing;
}

/** Another program may have written them. */
const versionsSchema = z.record(z.string(), z.number());

const UNLISTED: Listing = { people: 0, about: {}, ranks: {} };

/** A directory in Redis, for all processes that share it; times are those of Redis' own clock. */
export class RedisDirectory implements Directory {
  readonly process: string;
  readonly versions: Versions;
  readonly #address: string;
  readonly #redis: Redis;
  readonly #mine = new Map<RoomKey, Mine>();
  /** Goes round them for as long as there are any. */
  #turn: Iterator<RoomKey> = this.#mine.keys();
  /** Rooms of which something else is to be said. */
  readonly #unsaid = new Set<RoomKey>();
  /** Rooms that were given back, and not in Redis yet. */
  readonly #freed = new Set<RoomKey>();
  /** Rooms that somebody else has. */
  readonly #lost = new Set<RoomKey>();
  #saying: Promise<void> = Promise.resolve();
  #next: Promise<void> | null = null;
  /** Whether Redis may not know what is here: others thought that this process was dead, or it lost what was said. */
  #mustClaim = false;
  #takesRooms = false;

  private constructor(redis: Redis, process: string, address: string | null, versions: Versions) {
    this.#redis = redis;
    this.process = process;
    this.versions = versions;
    this.#address = address ?? '';
    for (const [name, script] of Object.entries(SCRIPTS)) redis.defineCommand(name, script);
  }

  /**
   * This process is alive from now on. One of its name that died a moment ago is waited for.
   * @param redis a connection that rejects at once while Redis is away
   * @param address where others reach it
   * @throws NameTaken
   */
  static async join(
    redis: Redis,
    process: string,
    address: string | null = null,
    versions: Versions = {},
  ): Promise<RedisDirectory> {
    const directory = new RedisDirectory(redis, process, address, versions);
    const deadline = performance.now() + FREE_MS;
    for (;;) {
      const other = (await directory.#run('roomsJoin', LEASE_MS, directory.#address, '')) as string;
      if (other === '') return directory;
      if (performance.now() > deadline) throw new NameTaken(nameOf(process));
      await pause(LOOK_MS);
    }
  }

  async addressOf(name: string): Promise<string | null> {
    return ((await this.#run('roomsAddress', name)) as string) || null;
  }

  async claim(key: RoomKey, quotas: readonly Quota[] = []): Promise<Claim> {
    this.#freed.delete(key);
    const limits = quotas.map(({ name, most }) => ({ name, ...(Number.isFinite(most) && { most }) }));
    for (;;) {
      const answer = await this.#run('roomsClaim', SETTLE_MS, key, JSON.stringify(limits));
      const [kind, first = '', since = '', until = ''] = answer as string[];
      switch (kind) {
        case 'claimed':
        case 'mine': {
          const names = quotas.map(({ name }) => name);
          if (!this.#mine.has(key)) this.#mine.set(key, { since: +first, quotas: names, listing: UNLISTED });
          return { kind: 'mine' };
        }
        case 'theirs':
          return { kind, owner: { process: first, since: +since, until: +until } };
        case 'full':
          return { kind, quota: first };
        case 'wait':
          await pause(+first);
          break;
        default:
          await this.#renew();
      }
    }
  }

  release(key: RoomKey): Promise<void> {
    this.#mine.delete(key);
    this.#unsaid.delete(key);
    this.#freed.add(key);
    return this.#free();
  }

  list(key: RoomKey, listing: Listing): Promise<void> {
    const room = this.#mine.get(key);
    if (!room) return Promise.resolve();
    room.listing = listing;
    this.#unsaid.add(key);
    return this.#sayNext();
  }

  async find(keys: readonly RoomKey[]): Promise<ReadonlyMap<RoomKey, Found>> {
    const found = new Map<RoomKey, Found>();
    if (keys.length === 0) return found;
    const answers = (await this.#run('roomsFind', ...keys)) as string[][];
    keys.forEach((key, index) => {
      const [process, until, said] = answers[index] ?? [];
      if (said) found.set(key, foundFrom(key, process!, until!, said));
    });
    return found;
  }

  async top(list: string, limit: number): Promise<readonly Found[]> {
    const answers = (await this.#run('roomsTop', list, limit)) as [string, string, string, string][];
    return answers.map((answer) => foundFrom(...answer));
  }

  async totals(list: string): Promise<{ rooms: number; people: number }> {
    const [rooms = 0, people = 0] = await this.#count([`rooms:${list}`, `people:${list}`]);
    return { rooms, people };
  }

  counted(quotas: readonly string[]): Promise<readonly number[]> {
    return this.#count(quotas.map((quota) => `quota:${quota}`));
  }

  async renew(): Promise<readonly RoomKey[]> {
    await this.#renew();
    if (this.#freed.size > 0) await this.#free();
    if (this.#unsaid.size > 0) await this.#sayNext();
    const lost = [...this.#lost];
    this.#lost.clear();
    return lost;
  }

  async suspect(process: string): Promise<void> {
    await this.#run('roomsSuspect', process, questionsTo(process));
  }

  async orphans(limit: number): Promise<readonly RoomKey[]> {
    return (await this.#run('roomsOrphans', SETTLE_MS, limit)) as RoomKey[];
  }

  takeRooms(does: boolean): Promise<void> {
    this.#takesRooms = does;
    return this.#renew();
  }

  async takers(): Promise<readonly Peer[]> {
    const found = (await this.#run('roomsTakers', GRACE_MS)) as [process: string, versions: string][];
    return found.map(([process, versions]) => ({
      process,
      versions: versionsSchema.parse(JSON.parse(versions)),
    }));
  }

  async leave(): Promise<void> {
    await this.#run('roomsLeave');
  }

  async #renew(): Promise<void> {
    const reads = this.#takesRooms ? JSON.stringify(this.versions) : '';
    const answer = await this.#run('roomsRenew', LEASE_MS, this.#address, reads, ...this.#nextFew());
    const [was, missing] = answer as [number, number];
    // Rooms are missing when a Redis that took the place of another one had not heard of all of them.
    if (was === 0 || missing > 0) this.#mustClaim = true;
    if (!this.#mustClaim) return;
    await this.#say([...this.#mine.keys()], 'claim');
    this.#mustClaim = false;
  }

  /** Rooms of this process, others each time: all of them are looked for in turn. */
  #nextFew(): RoomKey[] {
    const few: RoomKey[] = [];
    while (few.length < Math.min(STEP, this.#mine.size)) {
      const next = this.#turn.next();
      if (next.done) this.#turn = this.#mine.keys();
      else few.push(next.value);
    }
    return few;
  }

  /** What changes while something is said waits, and is said together. */
  #sayNext(): Promise<void> {
    if (this.#next) return this.#next;
    const next = this.#saying
      .catch(() => {})
      .then(() => {
        this.#saying = next;
        this.#next = null;
        return this.#sayUnsaid();
      });
    this.#next = next;
    return next;
  }

  async #sayUnsaid(): Promise<void> {
    const keys = [...this.#unsaid];
    this.#unsaid.clear();
    try {
      await this.#say(keys, 'list');
    } catch (error) {
      for (const key of keys) if (this.#mine.has(key)) this.#unsaid.add(key);
      throw error;
    }
  }

  async #say(keys: readonly RoomKey[], how: 'claim' | 'list'): Promise<void> {
    for (let at = 0; at < keys.length; at += STEP) {
      const said = keys.slice(at, at + STEP).flatMap((key) => {
        const room = this.#mine.get(key);
        return room ? [key, JSON.stringify({ ...room.listing, since: room.since, quotas: room.quotas })] : [];
      });
      if (said.length === 0) continue;
      const [lost, unclaimed] = (await this.#run('roomsSay', how, ...said)) as [RoomKey[], number];
      for (const key of lost) if (this.#mine.delete(key)) this.#lost.add(key);
      if (unclaimed > 0) this.#mustClaim = true;
    }
  }

  async #free(): Promise<void> {
    for (const key of [...this.#freed]) {
      // It may have been claimed again meanwhile.
      if (!this.#freed.has(key)) continue;
      await this.#run('roomsRelease', key);
      this.#freed.delete(key);
    }
  }

  async #count(names: readonly string[]): Promise<number[]> {
    return (await this.#run('roomsCount', ...names)) as number[];
  }

  async #run(name: keyof typeof SCRIPTS, ...args: readonly (string | number)[]): Promise<unknown> {
    const commands = this.#redis as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
    try {
      return await commands[name]!(this.process, ...args);
    } catch (error) {
      throw new Unavailable(`the directory cannot be reached: ${(error as Error).message}`);
    }
  }
}

function foundFrom(key: RoomKey, process: string, until: string, said: string): Found {
  const { since, people, about } = JSON.parse(said) as Listing & { since: number };
  return { key, process, since, until: +until, people, about };
}
