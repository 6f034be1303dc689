import { setTimeout as pause } from 'node:timers/promises';
import { matchMaker } from '@colyseus/core';
import type { Log } from '../../../shared/engine/ports.ts';
import {
  type Directory,
  type Found,
  partsOf,
  type Quota,
  type RoomKey,
  roomKey,
} from '../../directory/directory.ts';
import type { CallAnswer, Calls, Question } from '../../infra/calls.ts';
import { Unavailable } from '../../storage/types.ts';
import { endingOf } from './room-end.ts';
import { SafeRoom } from './SafeRoom.ts';

/** How long a room of the same id may take to end before whoever asks is told to come again, ms. */
const ENDING_MS = 5_000;
/** How long whoever asks waits for the process that has a room, and for another one to take its place, ms. */
const ANSWER_MS = 3_000;
/** How often it is looked whether that process is still alive, ms. */
const LOOK_MS = 100;

/** What a process is asked that shall open a room. */
const OPEN = 'open';

/** Reasons that pass: whoever asks again may find it open, here or elsewhere. */
const PASSING: ReadonlySet<string> = new Set(['busy', 'unavailable', 'internal', 'moved']);

/** What a room is made of. */
export interface RoomSetup {
  readonly setup: object;
  /** What it counts for. */
  readonly quotas?: readonly Quota[];
  /** The room that it shall share a process with, wherever that is open. */
  readonly beside?: RoomKey;
}

/** A room that can be opened. */
export interface RoomPlan {
  /** The name that its class is defined under. */
  readonly kind: string;
  readonly id: string;
  /** Read when it has to be made; null when there is none. */
  setup(): Promise<RoomSetup | null>;
}

/** What a room said, and the process that has it. */
export interface Answer<T> {
  readonly process: string;
  readonly value: T;
}

/** No room was made: there are too many already. */
export class TooMany extends Error {
  override readonly name = 'TooMany';
  readonly quota: string;

  constructor(quota: string) {
    super(`too many of ${quota}`);
    this.quota = quota;
  }
}

interface RoomsPorts {
  readonly directory: Directory;
  readonly calls: Calls;
  readonly log: Log;
}

/** Rooms with chosen ids, on whichever process they live: each is opened once, by whoever has claimed it. */
export class Rooms {
  readonly #ports: RoomsPorts;
  readonly #opening = new Map<RoomKey, Promise<string | null>>();
  readonly #plans = new Map<string, (id: string) => RoomPlan>();

  constructor(ports: RoomsPorts) {
    this.#ports = ports;
  }

  /** Begins to answer for the rooms of this process. */
  listen(): Promise<void> {
    return this.#ports.calls.open((question) => this.#answer(question));
  }

  /** From now on rooms of this kind are opened here when another process asks for it. */
  know(kind: string, planOf: (id: string) => RoomPlan): void {
    this.#plans.set(kind, planOf);
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
      const here = roomHere(plan.kind, plan.id);
      if (here) return { process: directory.process, value: (await carryOut(here, method, args)) as T };
      const process = await this.open(plan);
      if (process === null) return null;
      if (process === directory.process) continue;
      const key = roomKey(plan.kind, plan.id);
      const answer = await this.#askThere(process, key, { about: key, method, args }, deadline);
      if (answer?.kind === 'value') return { process, value: answer.value as T };
      if (answer?.kind === 'failed') throw failure(answer);
      if (performance.now() > deadline) throw new Unavailable(`${plan.id} does not answer`);
      // It is just about to give the room back.
      if (answer?.kind === 'absent') await pause(LOOK_MS);
    }
  }

  /** Null when a room that the process should have has another owner by now, or none, or when time is up. */
  async #askThere(
    process: string,
    key: RoomKey,
    question: Question,
    deadline: number,
  ): Promise<CallAnswer | null> {
    const { directory, calls } = this.#ports;
    const call = calls.ask(process, question);
    try {
      for (let looks = 0; performance.now() < deadline; looks++) {
        const answer = await Promise.race([call.answer, pause(LOOK_MS, null)]);
        if (answer) return answer;
        // Not at the first look: it may be connecting again.
        if (looks > 0) await directory.suspect(process);
        if ((await directory.find([key])).get(key)?.process !== process) return null;
      }
      return null;
    } finally {
      call.stop();
    }
  }

  async #open(key: RoomKey, { kind, id, setup: readSetup }: RoomPlan): Promise<string | null> {
    const { directory } = this.#ports;
    await ended(id);
    if (roomHere(kind, id)) return directory.process;
    const owner = (await directory.find([key])).get(key)?.process;
    if (owner !== undefined && owner !== directory.process) return owner;
    const plan = await readSetup();
    if (!plan) return null;
    const home = plan.beside && (await directory.find([plan.beside])).get(plan.beside)?.process;
    if (home !== undefined && home !== directory.process) return this.#openThere(home, plan.beside!, key);
    const claim = await directory.claim(key, plan.quotas);
    if (claim.kind === 'full') throw new TooMany(claim.quota);
    if (claim.kind === 'theirs') return claim.owner.process;
    return this.#make(key, kind, id, plan.setup);
  }

  /** Has a room opened by the process that has another one. */
  async #openThere(home: string, beside: RoomKey, key: RoomKey): Promise<string | null> {
    const question = { about: key, method: OPEN, args: [] };
    const answer = await this.#askThere(home, beside, question, performance.now() + ANSWER_MS);
    if (answer?.kind === 'value') return answer.value as string | null;
    if (answer?.kind === 'failed') throw failure(answer);
    throw new Unavailable(`${key} is not opened beside ${beside}`);
  }

  async #make(key: RoomKey, kind: string, id: string, setup: object): Promise<string | null> {
    const { directory } = this.#ports;
    try {
      await matchMaker.createRoom(kind, setup);
    } catch (error) {
      await this.#release(key);
      const { message } = error as Error;
      if (message === 'gone') return null;
      if (!PASSING.has(message)) throw error;
      throw new Unavailable(`${id} cannot be opened: ${message}`);
    }
    // Before anybody who waits for its end: what they claim then is theirs.
    void (roomHere(kind, id)?.over ?? ended(id)).then(() => this.#release(key));
    return directory.process;
  }

  async #release(key: RoomKey): Promise<void> {
    try {
      await this.#ports.directory.release(key);
    } catch (error) {
      this.#ports.log.warn({ err: error, room: key }, 'a room that ended is still taken for open');
    }
  }

  /** Gives up the rooms that another process has meanwhile: whoever is there comes back to that one. */
  lose(keys: readonly RoomKey[]): void {
    for (const key of keys) {
      const { kind, id } = partsOf(key);
      roomHere(kind, id)?.giveUp();
    }
  }

  async #answer({ about, method, args }: Question): Promise<CallAnswer> {
    const { kind, id } = partsOf(about);
    try {
      const plan = method === OPEN ? this.#plans.get(kind)?.(id) : undefined;
      if (plan) return { kind: 'value', value: await this.open(plan) };
      await this.#opening.get(about)?.catch(() => null);
      const room = roomHere(kind, id);
      if (room) return { kind: 'value', value: (await carryOut(room, method, args)) ?? null };
      // It may have ended when that could not be said.
      if (!this.#opening.has(about) && !endingOf(id)) await this.#release(about);
      return { kind: 'absent' };
    } catch (error) {
      return {
        kind: 'failed',
        isPassing: error instanceof Unavailable,
        message: (error as Error).message,
      };
    }
  }
}

const failure = ({ isPassing, message }: CallAnswer & { kind: 'failed' }): Error =>
  isPassing ? new Unavailable(message) : new Error(message);

/** A room that lives in this process and is not about to end. */
function roomHere(kind: string, id: string): SafeRoom<object> | null {
  if (endingOf(id)) return null;
  const room: unknown = matchMaker.getLocalRoomById(id);
  return room instanceof SafeRoom && room.roomName === kind ? room : null;
}

async function carryOut(room: object, method: string, args: readonly unknown[]): Promise<unknown> {
  const act: unknown = Reflect.get(room, method);
  if (typeof act !== 'function') throw new Error(`rooms do not answer ${method}`);
  return act.apply(room, args);
}

async function ended(roomId: string): Promise<void> {
  const ending = endingOf(roomId);
  if (!ending) return;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = globalThis.setTimeout(() => reject(new Unavailable(`${roomId} is still closing`)), ENDING_MS);
  });
  await Promise.race([ending, late]).finally(() => clearTimeout(timer));
}
