import { Room } from '@colyseus/sdk';
import { nanoid } from 'nanoid';
import { expect } from 'vitest';
import { ANSWER_MS } from './chat-reading.ts';
import { plainState, type SlimSdk } from './slim-sdk.ts';
import { until } from './until.ts';
import type { Seat, Visitor } from './visitor.ts';

/** Who opens the next socket, and who else gets what comes over it. */
let opening: { readonly visitor: Visitor; readonly twin: Room } | null = null;

/** A socket with the headers that browsers send by themselves. */
export class PageSocket extends WebSocket {
  constructor(url: string | URL) {
    if (!opening) throw new Error('nobody opens a socket');
    const { visitor, twin } = opening;
    const { origin } = new URL(visitor.server.url);
    const headers = { Origin: origin, Cookie: visitor.cookie, 'X-Forwarded-For': visitor.from };
    // Node's sockets take more than those of a page.
    super(url, { headers } as unknown as string[]);
    this.addEventListener('message', (event) => hand(twin, event));
  }
}

/** Hands a frame to a room that has no socket of its own. */
function hand(twin: Room, event: MessageEvent): void {
  // The way in is not part of the package's types.
  (twin as unknown as { onMessageCallback(event: MessageEvent): void }).onMessageCallback(event);
}

/** Somebody in a room with the slim SDK, beside whom the whole SDK gets the same frames. */
export class Twins {
  readonly room: Room;
  readonly said: unknown[] = [];
  readonly #twin: Room;
  readonly #twinSaid: unknown[] = [];

  private constructor(room: Room, twin: Room) {
    this.room = room;
    this.#twin = twin;
    room.onMessage('*', (...message) => this.said.push(message));
    twin.onMessage('*', (...message) => this.#twinSaid.push(message));
  }

  static async join(slim: SlimSdk, visitor: Visitor, seat: Seat): Promise<Twins> {
    const twin = new Room('twin');
    twin.connection = { isOpen: true, send: () => {} } as unknown as Room['connection'];
    opening = { visitor, twin };
    const room = await new slim.Client(visitor.server.url).consumeSeatReservation(seat);
    opening = null;
    room.reconnection.enabled = false;
    const twins = new Twins(room, twin);
    let hasState = false;
    room.onStateChange(() => {
      hasState = true;
    });
    await until(() => hasState, 'the first state');
    return twins;
  }

  /** Sends a command; resolves to the entry that it led to, or to the refusal's code. */
  async say(command: object): Promise<number | string> {
    try {
      const { seq } = await this.room.request('command', { id: nanoid(), command }, { timeout: ANSWER_MS });
      return seq;
    } catch (error) {
      const { reason } = error as { reason?: { code: string } };
      if (!reason) throw error;
      return reason.code;
    }
  }

  expectSame(): void {
    expect(plainState(this.room.state)).toEqual(plainState(this.#twin.state));
    expect(this.said).toEqual(this.#twinSaid);
  }
}
