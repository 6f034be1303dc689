import { type Client, ClientState } from '@colyseus/core';
import type { Clock } from '../../../shared/engine/ports.ts';

/** What is held is sent before its time when it is more than this. */
export const MOST_HELD_BYTES = 65_536;

/** Where frames are held that a client has not been sent, and the place of the first of them. */
const holder = Symbol('holder');
const first = Symbol('first');

/** Kept at the client: hundreds are looked up with each message. */
interface Held {
  [holder]?: HeldFrames | null;
  [first]?: number;
}

const NOBODY: ReadonlySet<Client> = new Set();

/** Whose frames are held back at this moment. */
let holding: HeldFrames | null = null;

/** Sends frames to a client, in this order and in one write. What is the same list for many is framed once. */
export type SendTogether = (client: Client, frames: readonly Uint8Array[]) => void;

/** Keeps a frame that is about to be sent, if it may wait. @returns false when it has to be sent now */
export const holdBack = (client: Client, frame: Uint8Array): boolean => holding?.take(client, frame) ?? false;

/** Somebody comes in for whom nothing is held back yet. */
export function holdNothing(client: Client): void {
  const held = client as Client & Held;
  held[holder] = null;
  held[first] = 0;
}

/** Whether frames are held back that must be sent before anything else. */
export const isHeldBack = (client: Client): boolean => !!(client as Client & Held)[holder];

/** Sends what is held back for a client. Called before anything else is written to its socket, its end included. */
export function sendHeld(client: Client): void {
  (client as Client & Held)[holder]?.release(client);
}

/**
 * Frames that many get and nobody waits for. What comes after a quiet time is sent at once; what follows it soon is held
 * back, and sent in one write to each. Frames are kept once for all: of a client only the first one it was not sent.
 */
export class HeldFrames {
  readonly #clock: Clock;
  readonly #everyMs: number;
  readonly #send: SendTogether;
  #frames: Uint8Array[] = [];
  #bytes = 0;
  /** Whoever began to wait since everybody was sent everything; some of them may not wait any more. */
  #waiting: Client[] = [];
  /** How many still wait. */
  #count = 0;
  /** What is to be sent, by the place of its first frame. */
  readonly #lists = new Map<number, readonly Uint8Array[]>();
  #hurried: ReadonlySet<Client> = NOBODY;
  #nextAt = Number.NEGATIVE_INFINITY;
  #disarm: (() => void) | null = null;
  #isOver = false;

  /** @param everyMs the least time between two writes to those who wait; nothing is held for longer, ms */
  constructor(clock: Clock, everyMs: number, send: SendTogether) {
    this.#clock = clock;
    this.#everyMs = everyMs;
    this.#send = send;
  }

  /**
   * Does something that sends the same frames to many; to those who are not in a hurry they are sent soon, or at once when
   * nothing was for a while. Frames with a client's own view are never held: whoever has one must be in a hurry.
   */
  during<T>(hurried: ReadonlySet<Client>, act: () => T): T {
    this.#hurried = hurried;
    // Before anything new is among what is held: whoever is in a hurry from now on must not get that twice.
    for (const client of hurried) this.release(client);
    holding = this.#isOver ? null : this;
    try {
      return act();
    } finally {
      holding = null;
      this.#settle();
    }
  }

  /** Keeps a frame for a client; false when it may not wait. */
  take(client: Client, frame: Uint8Array): boolean {
    if (client.view !== undefined || client.state !== ClientState.JOINED || this.#hurried.has(client))
      return false;
    if (this.#frames.at(-1) !== frame) {
      this.#frames.push(frame);
      this.#bytes += frame.length;
      this.#lists.clear();
    }
    const held = client as Client & Held;
    if (held[holder] !== this) {
      held[holder] = this;
      held[first] = this.#frames.length - 1;
      this.#waiting.push(client);
      this.#count++;
    }
    return true;
  }

  /** Sends a client what is held for it here, if anything is. */
  release(client: Client): void {
    const held = client as Client & Held;
    if (held[holder] !== this) return;
    held[holder] = null;
    this.#count--;
    this.#send(client, this.#from(held[first] ?? 0));
  }

  /** Sends everybody what is held. */
  flush(): void {
    this.#disarm?.();
    this.#disarm = null;
    if (this.#count > 0) this.#nextAt = this.#clock.now() + this.#everyMs;
    for (const client of this.#waiting) this.release(client);
    this.#waiting = [];
    this.#frames = [];
    this.#bytes = 0;
    this.#lists.clear();
  }

  /** Sends what is held; from now on nothing is held back. */
  stop(): void {
    this.#isOver = true;
    this.flush();
  }

  #settle(): void {
    if (this.#count === 0) return;
    if (this.#clock.now() >= this.#nextAt || this.#bytes > MOST_HELD_BYTES) this.flush();
    else this.#disarm ??= this.#clock.setTimer(this.#nextAt, () => this.flush());
  }

  #from(place: number): readonly Uint8Array[] {
    const known = this.#lists.get(place) ?? this.#frames.slice(place);
    this.#lists.set(place, known);
    return known;
  }
}
