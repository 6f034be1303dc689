import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import {
  type Directory,
  type Peer,
  type RoomKey,
  roomKey,
  type Versions,
} from '../../directory/directory.ts';
import type { CallAnswer, Calls, Question } from '../../infra/calls.ts';
import { Unavailable } from '../../storage/types.ts';
import { type RoomPlan, type RoomSetup, TooMany } from './room-plan.ts';

/** How long whoever asks waits for another process, and for yet another one to take its place, ms. */
export const ANSWER_MS = 3_000;
/** How often it is looked whether that process is still alive, ms. */
const LOOK_MS = 100;

/** What a process is asked, and not a room: to open a room, made of the argument. */
export const OPEN = 'open';

/** The argument of `OPEN`, from a process that may be of another version. */
export const setupSchema = z.object({
  setup: z.looseObject({}),
  quotas: z.array(z.object({ name: z.string(), most: z.number().nullable() })),
  beside: z.string().optional(),
});
type AskedSetup = z.output<typeof setupSchema>;

/** `Infinity` does not survive JSON. */
const toAsk = ({ setup, quotas = [], beside }: RoomSetup): AskedSetup => ({
  setup: { ...setup },
  beside,
  quotas: quotas.map(({ name, most }) => ({ name, most: Number.isFinite(most) ? most : null })),
});

const toOpen = (about: RoomKey, setup: RoomSetup): Question => ({
  about,
  method: OPEN,
  args: [toAsk(setup)],
});

/** What another process asks to open a room with. */
export const fromAsked = ({ setup, quotas, beside }: AskedSetup): RoomSetup => ({
  setup,
  beside,
  quotas: quotas.map(({ name, most }) => ({ name, most: most ?? Number.POSITIVE_INFINITY })),
});

/** Rooms in other processes: how they are asked, and how a room is opened there. */
export class Elsewhere {
  readonly #directory: Directory;
  readonly #calls: Calls;
  /** Whose turn it is to be given a room. */
  #turn = 0;

  constructor(directory: Directory, calls: Calls) {
    this.#directory = directory;
    this.#calls = calls;
  }

  /**
   * What a room of another process says. Null when the room has another owner by now, or none, or when time is up.
   * @param deadline by `performance.now()`
   */
  ask(
    process: string,
    { kind, id }: Pick<RoomPlan, 'kind' | 'id'>,
    question: Pick<Question, 'method' | 'args'>,
    deadline: number,
  ): Promise<CallAnswer | null> {
    const key = roomKey(kind, id);
    const hasIt = async () => (await this.#directory.find([key])).get(key)?.process === process;
    return this.#ask(process, { about: key, ...question }, hasIt, deadline);
  }

  /**
   * Has a room opened by another process: one that reads whatever this one does, if there is one. Resolves to the process
   * that has it then, null when there is no such room. Rejects with `Unavailable` when nobody opens it, with `TooMany` when
   * a quota is full.
   * @param isFit which processes may be asked; by default all
   */
  async open(
    key: RoomKey,
    setup: RoomSetup,
    isFit: (peer: Peer) => boolean = () => true,
  ): Promise<string | null> {
    const deadline = performance.now() + ANSWER_MS;
    for (const { process } of await this.#takers(isFit)) {
      const takes = async () => (await this.#directory.takers()).some((peer) => peer.process === process);
      const answer = await this.#ask(process, toOpen(key, setup), takes, deadline);
      if (answer?.kind === 'value') return answer.value as string | null;
      if (answer?.kind === 'full') throw new TooMany(answer.quota);
    }
    throw new Unavailable(`nobody opens ${key}`);
  }

  /** The same, by a process that reads something that this one does not. */
  openNewer(key: RoomKey, setup: RoomSetup): Promise<string | null> {
    const { versions } = this.#directory;
    return this.open(key, setup, (peer) => !isAtLeast(versions, peer.versions));
  }

  /** The same, by the process that has another room; undefined when it has it no more, or opens nothing. */
  async openBeside(
    home: string,
    beside: RoomKey,
    key: RoomKey,
    setup: RoomSetup,
  ): Promise<string | null | undefined> {
    const hasIt = async () => (await this.#directory.find([beside])).get(beside)?.process === home;
    const answer = await this.#ask(home, toOpen(key, setup), hasIt, performance.now() + ANSWER_MS);
    return answer?.kind === 'value' ? (answer.value as string | null) : undefined;
  }

  /** In the order in which they are asked: in turns, those that cannot read everything at the end. */
  async #takers(isFit: (peer: Peer) => boolean): Promise<readonly Peer[]> {
    const takers = (await this.#directory.takers()).filter(isFit);
    const first = this.#turn++ % Math.max(1, takers.length);
    const inTurn = [...takers.slice(first), ...takers.slice(0, first)];
    const { versions } = this.#directory;
    const readsAll = inTurn.filter((peer) => isAtLeast(peer.versions, versions));
    return [...readsAll, ...inTurn.filter((peer) => !readsAll.includes(peer))];
  }

  /** @param isStill whether there is still somebody to wait for */
  async #ask(
    process: string,
    question: Question,
    isStill: () => Promise<boolean>,
    deadline: number,
  ): Promise<CallAnswer | null> {
    const call = this.#calls.ask(process, question);
    try {
      for (let looks = 0; performance.now() < deadline; looks++) {
        const answer = await Promise.race([call.answer, pause(LOOK_MS, null)]);
        if (answer) return answer;
        // Not at the first look: it may be connecting again.
        if (looks > 0) await this.#directory.suspect(process);
        if (!(await isStill())) return null;
      }
      return null;
    } finally {
      call.stop();
    }
  }
}

/** What another process could not do, as it is thrown here. */
export const failureOf = ({ isPassing, message }: CallAnswer & { readonly kind: 'failed' }): Error =>
  isPassing ? new Unavailable(message) : new Error(message);

/** Whether who reads `these` versions reads all of `those`. */
export const isAtLeast = (these: Versions, those: Versions): boolean =>
  Object.entries(those).every(([kind, version]) => (these[kind] ?? 0) >= version);
