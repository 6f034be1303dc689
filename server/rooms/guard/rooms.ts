import { setTimeout as pause } from 'node:timers/promises';
import { matchMaker } from '@colyseus/core';
import type { Log } from '../../../shared/engine/ports.ts';
import { type Directory, type Found, partsOf, type RoomKey, roomKey } from '../../directory/directory.ts';
import type { CallAnswer, Calls, Question } from '../../infra/calls.ts';
import type { Metrics } from '../../metrics/metrics.ts';
import { Unavailable } from '../../storage/types.ts';
import { ANSWER_MS, Elsewhere, failureOf, fromAsked, OPEN, setupSchema } from './elsewhere.ts';
import { carryOut, ended, roomHere } from './local-rooms.ts';
import { endingOf } from './room-end.ts';
import { type RoomPlan, type RoomSetup, TooMany } from './room-plan.ts';
import type { Standing } from './SafeRoom.ts';

/** How long whoever asked a process that had just given a room back waits before asking again, ms. */
const AGAIN_MS = 100;

/** Reasons that pass: whoever asks again may find it open, here or elsewhere. */
const PASSING: ReadonlySet<string> = new Set(['busy', 'unavailable', 'internal', 'moved']);

/** What a room said, and the process that has it. */
export interface Answer<T> {
  readonly process: string;
  readonly value: T;
}

interface RoomsPorts {
  readonly directory: Directory;
  readonly calls: Calls;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'handOvers'>;
}

/** Rooms with chosen ids, on whichever process they live: each is opened once, by whoever has claimed it. */
export class Rooms {
  readonly #ports: RoomsPorts;
  readonly #elsewhere: Elsewhere;
  readonly #opening = new Map<RoomKey, Promise<string | null>>();
  /** Rooms that this process has, and how they are made anew. */
  readonly #here = new Map<RoomKey, RoomPlan>();
  /** Resolves when somebody else has a room that is just being handed over. */
  readonly #handing = new Map<RoomKey, Promise<void>>();
  /** Settles when a room that ended here is given back. What is claimed meanwhile could be given back with it. */
  readonly #releasing = new Map<RoomKey, Promise<void>>();
  /** Resolves when each room that was here has let go of everything. */
  readonly #ends = new Set<Promise<void>>();
  #isLeaving = false;
  /** Whether what is here belongs to whoever takes it up. */
  #isAbandoned = false;

  constructor(ports: RoomsPorts) {
    this.#ports = ports;
    this.#elsewhere = new Elsewhere(ports.directory, ports.calls);
  }

  /** Begins to answer for the rooms of this process. */
  listen(): Promise<void> {
    return this.#ports.calls.open((question) => this.#answer(question));
  }

  /** The id of this process. */
  get process(): string {
    return this.#ports.directory.process;
  }

  /** Whether rooms are no longer opened here. */
  get isLeaving(): boolean {
    return this.#isLeaving;
  }

  /** The rooms of a kind that are open somewhere, by id. */
  async find(kind: string, ids: readonly string[]): Promise<ReadonlyMap<string, Found>> {
    const found = await this.#ports.directory.find(ids.map((id) => roomKey(kind, id)));
    return new Map(
      ids.flatMap((id) => {
        const room = found.get(roomKey(kind, id));
        return room ? [[id, room]] : [];
      }),
    );
  }

  /** The rooms that stand highest in a list. */
  top(list: string, limit: number): Promise<readonly Found[]> {
    return this.#ports.directory.top(list, limit);
  }

  totals(list: string): Promise<{ readonly rooms: number; readonly people: number }> {
    return this.#ports.directory.totals(list);
  }

  counted(quotas: readonly string[]): Promise<readonly number[]> {
    return this.#ports.directory.counted(quotas);
  }

  /**
   * The process that has a room, which is made here when nobody has it: once, however many ask at the same time, and
   * never before one of the same id has ended. Null when there is none, or when it is gone for good. Rejects with
   * `Unavailable` when that may pass, with `TooMany` when a quota is full.
   */
  open(plan: RoomPlan): Promise<string | null> {
    const key = roomKey(plan.kind, plan.id);
    // Looking for the room is part of what only one does: it may be made between the look and the making.
    let process = this.#opening.get(key);
    if (!process) {
      process = this.#open(key, plan).finally(() => this.#opening.delete(key));
      this.#opening.set(key, process);
    }
    return process;
  }

  /**
   * Opens a room if it sleeps, and asks it; null when there is none. A process that does not answer is waited for as long
   * as it is alive, then the room is opened anew. Rejects like `open`, and with `Unavailable` when no answer comes.
   */
  async ask<T>(plan: RoomPlan, method: string, args: readonly unknown[]): Promise<Answer<T> | null> {
    const { directory } = this.#ports;
    const deadline = performance.now() + ANSWER_MS;
    for (;;) {
      await this.#handing.get(roomKey(plan.kind, plan.id));
      const here = roomHere(plan.kind, plan.id);
      if (here) return { process: directory.process, value: (await carryOut(here, method, args)) as T };
      const process = await this.open(plan);
      if (process === null) return null;
      if (process === directory.process) continue;
      const answer = await this.#elsewhere.ask(process, plan, { method, args }, deadline);
      if (answer?.kind === 'value') return { process, value: answer.value as T };
      if (answer?.kind === 'failed') throw failureOf(answer);
      if (performance.now() > deadline) throw new Unavailable(`${plan.id} does not answer`);
      // It is just about to give the room back.
      if (answer?.kind === 'absent') await pause(AGAIN_MS);
    }
  }

  async #open(key: RoomKey, plan: RoomPlan): Promise<string | null> {
    const { directory } = this.#ports;
    const { kind, id } = plan;
    await this.#handing.get(key);
    if (roomHere(kind, id)) return directory.process;
    const owner = (await directory.find([key])).get(key)?.process;
    if (owner !== undefined && owner !== directory.process) return owner;
    await ended(id);
    await this.#releasing.get(key);
    const made = await plan.setup();
    if (!made) return null;
    const beside = await this.#openBeside(key, made);
    if (beside !== undefined) return beside;
    if (this.#isLeaving) return this.#elsewhere.open(key, made);
    const claim = await directory.claim(key, made.quotas);
    if (claim.kind === 'full') throw new TooMany(claim.quota);
    if (claim.kind === 'theirs') return claim.owner.process;
    this.#here.set(key, plan);
    return this.#make(key, kind, id, made);
  }

  /** Has a room opened by the other process that it shall be in; undefined where any may have it. */
  async #openBeside(key: RoomKey, made: RoomSetup): Promise<string | null | undefined> {
    const { beside } = made;
    if (beside === undefined) return undefined;
    const { directory } = this.#ports;
    const home = (await directory.find([beside])).get(beside)?.process;
    if (home === undefined || home === directory.process) return undefined;
    return this.#elsewhere.openBeside(home, beside, key, made);
  }

  async #make(key: RoomKey, kind: string, id: string, made: RoomSetup): Promise<string | null> {
    const { directory } = this.#ports;
    try {
      await matchMaker.createRoom(kind, made.setup);
    } catch (error) {
      await this.#release(key);
      const { message } = error as Error;
      if (message === 'gone') return null;
      if (message === 'newer') return this.#elsewhere.openNewer(key, made);
      if (message === 'unknown_game') return this.#elsewhere.openNewer(key, made).catch(() => null);
      if (!PASSING.has(message)) throw error;
      throw new Unavailable(`${id} cannot be opened: ${message}`);
    }
    // Before anybody who waits for its end: what they claim then is theirs.
    const over = roomHere(kind, id)?.over ?? ended(id);
    this.#ends.add(over);
    void over.then(() => {
      this.#ends.delete(over);
      return this.#release(key);
    });
    return directory.process;
  }

  async #release(key: RoomKey): Promise<void> {
    this.#here.delete(key);
    if (this.#isAbandoned) return;
    const released = this.#ports.directory.release(key).catch((error: unknown) => {
      this.#ports.log.warn({ err: error, room: key }, 'a room that ended is still taken for open');
    });
    this.#releasing.set(key, released);
    await released;
    if (this.#releasing.get(key) === released) this.#releasing.delete(key);
  }

  /** From now on no room is opened here, but by other processes. */
  leave(): void {
    this.#isLeaving = true;
  }

  /** From now on nothing is given back: this process leaves the directory, and others take up what it has. */
  abandon(): void {
    this.#isAbandoned = true;
  }

  /** Resolves when every room of this process, and those that it gave away, have let go of everything here. */
  async over(): Promise<void> {
    await Promise.all(this.#ends);
  }

  /** The rooms that this process has. */
  here(): readonly RoomKey[] {
    return [...this.#here.keys()];
  }

  /** The rooms of this process that are made, as they are counted. */
  *standing(): Generator<Standing & { readonly kind: string }> {
    for (const key of this.#here.keys()) {
      const { kind, id } = partsOf(key);
      const room = roomHere(kind, id);
      if (room) yield { kind, ...room.standing };
    }
  }

  /**
   * Gives a room of this process to another one, at a quiet moment: when whoever is there is told to go there, it is open.
   * Resolves when they are told. Never rejects.
   */
  async handOver(key: RoomKey): Promise<void> {
    await this.#opening.get(key)?.catch(() => null);
    const { kind, id } = partsOf(key);
    const plan = this.#here.get(key);
    const room = roomHere(kind, id);
    if (!plan || !room) return endingOf(id);
    const handed = Promise.withResolvers<void>();
    this.#handing.set(key, handed.promise);
    try {
      const left = await room.rest();
      // Its row in the framework's list, before another one writes its own.
      await matchMaker.driver.remove(id);
      await this.#release(key);
      const made = await plan.setup();
      const quotas = made?.quotas?.map(({ name }) => ({ name, most: Number.POSITIVE_INFINITY })) ?? [];
      if (made) await this.#elsewhere.open(key, { ...made, setup: { ...made.setup, ...left }, quotas });
      this.#ports.metrics.handOvers.of('ok').add();
    } catch (error) {
      this.#ports.metrics.handOvers.of('failed').add();
      this.#ports.log.warn({ err: error, room: key }, 'a room is open nowhere until somebody asks for it');
    }
    room.giveUp();
    this.#handing.delete(key);
    handed.resolve();
  }

  /** Gives up the rooms that another process has meanwhile: whoever is there comes back to that one. */
  lose(keys: readonly RoomKey[]): void {
    for (const key of keys) {
      const { kind, id } = partsOf(key);
      roomHere(kind, id)?.giveUp();
    }
  }

  async #answer({ about, method, args }: Question): Promise<CallAnswer> {
    try {
      if (method === OPEN) return { kind: 'value', value: await this.#openAsked(about, args[0]) };
      return await this.#askHere(about, method, args);
    } catch (error) {
      if (error instanceof TooMany) return { kind: 'full', quota: error.quota };
      return {
        kind: 'failed',
        isPassing: error instanceof Unavailable,
        message: (error as Error).message,
      };
    }
  }

  #openAsked(about: RoomKey, setup: unknown): Promise<string | null> {
    if (this.#isLeaving) throw new Unavailable('this process is leaving');
    const made = fromAsked(setupSchema.parse(setup));
    return this.open({ ...partsOf(about), setup: async () => made });
  }

  async #askHere(about: RoomKey, method: string, args: readonly unknown[]): Promise<CallAnswer> {
    const { kind, id } = partsOf(about);
    await this.#opening.get(about)?.catch(() => null);
    await this.#handing.get(about);
    const room = roomHere(kind, id);
    if (room) return { kind: 'value', value: (await carryOut(room, method, args)) ?? null };
    // It may have ended when that could not be said.
    if (!this.#opening.has(about) && !endingOf(id)) await this.#release(about);
    return { kind: 'absent' };
  }
}
