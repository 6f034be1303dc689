import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from '../../loadtest/client/connection.ts';
import type { Room } from '../../loadtest/client/room.ts';

/** Waits between tries to get back, ms; the last one repeats. */
const RETRY_MS = [0, 100, 250];
/** How long an answer may take before it is asked again, ms. */
const PATIENCE_MS = 4_000;
/** Answers after which the same is asked again: they say nothing about it. */
const NOT_NOW: readonly (string | null)[] = ['closed', 'lost', 'moved', 'unavailable', 'busy'];

/** A time without a connection. */
export interface Loss {
  /** What the socket was closed with. */
  readonly code: number;
  /** Until the whole state was there again, ms. */
  readonly ms: number;
  /** Seats that were refused, or led nowhere, in between. */
  readonly failures: readonly string[];
}

/** What became of a command. */
export interface Done extends Answer {
  /** From the first time it was sent until it was answered, ms. */
  readonly ms: number;
  /** How often it was sent. */
  readonly sent: number;
}

/** Somebody's place in one room, kept as a page keeps it: whoever is sent away comes back, and asks again under one id. */
export class Follower<S> {
  readonly losses: Loss[] = [];
  readonly #open: () => Promise<Room<S>>;
  #room: Promise<Room<S>>;
  #state: S;
  #isOver = false;

  private constructor(open: () => Promise<Room<S>>, room: Room<S>) {
    this.#open = open;
    this.#state = room.state;
    this.#room = Promise.resolve(room);
    this.#adopt(room);
  }

  static async join<S>(open: () => Promise<Room<S>>): Promise<Follower<S>> {
    return new Follower(open, await open());
  }

  /** The newest whole state, also while there is no connection. */
  get state(): S {
    return this.#state;
  }

  /** Asks until there is an answer. @param id the same however often it is sent */
  async command(id: string, command: object): Promise<Done> {
    const since = performance.now();
    for (let sent = 1; ; sent++) {
      const answer = await this.#ask('command', { id, command });
      if (!NOT_NOW.includes(answer.code)) return { ...answer, sent, ms: performance.now() - since };
      if (answer.code !== 'closed') await pause(RETRY_MS[1]!);
    }
  }

  async close(): Promise<void> {
    this.#isOver = true;
    (await this.#room).close();
  }

  async #ask(type: string, payload: unknown): Promise<Answer> {
    const room = await this.#room;
    const asked = new Promise<Answer>((resolve) => room.ask(type, payload, resolve));
    return Promise.race([asked, pause(PATIENCE_MS, { code: 'lost', seq: 0 }, { ref: false })]);
  }

  #adopt(room: Room<S>): void {
    this.#state = room.state;
    room.onLost = (code) => {
      if (!this.#isOver) this.#room = this.#comeBack(code);
    };
  }

  async #comeBack(code: number): Promise<Room<S>> {
    const since = performance.now();
    const failures: string[] = [];
    for (;;) {
      await pause(RETRY_MS[Math.min(failures.length, RETRY_MS.length - 1)]!);
      try {
        const room = await this.#open();
        this.losses.push({ code, ms: performance.now() - since, failures });
        this.#adopt(room);
        return room;
      } catch (error) {
        failures.push((error as Error).message);
      }
    }
  }
}
