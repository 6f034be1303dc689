import type { Room } from '../../loadtest/client/room.ts';
import type { WireConversation, WireMessage } from '../../shared/protocol/chat-wire.ts';
import type { Processes } from './processes.ts';
import { wish } from './processes.ts';
import { until } from './until.ts';
import type { Seat, Visitor } from './visitor.ts';

/** Refusals after which a page says the same again. */
const AGAIN = new Set(['unavailable', 'closed', 'busy', 'moved', 'internal', 'too_fast']);
const PAUSE_MS = 50;

/** Somebody in a lobby as a page is there: who loses the socket comes back, and says again what was not answered. */
export class LobbyGuest {
  /** What was seen, by number. */
  readonly seen = new Map<number, string>();
  /** What must never be: a message twice with other words, or before an earlier one. */
  readonly complaints: string[] = [];
  /** Why the last socket was closed. */
  closedWith: number | null = null;
  seat!: Seat;
  room!: Room<WireConversation>;
  readonly #processes: Processes;
  readonly #conversation: string;
  /** The same person at each process that they may ask, the one nearest to them first. */
  readonly #visitors: readonly Visitor[];
  #isLive = false;
  #isLeaving = false;
  #serial = 0;
  #asked = 0;

  private constructor(processes: Processes, conversation: string, visitors: readonly Visitor[]) {
    this.#processes = processes;
    this.#conversation = conversation;
    this.#visitors = visitors;
  }

  static async come(
    processes: Processes,
    conversation: string,
    visitors: readonly Visitor[],
  ): Promise<LobbyGuest> {
    const guest = new LobbyGuest(processes, conversation, visitors);
    await guest.#enter();
    return guest;
  }

  get id(): string {
    return this.visitor.id;
  }

  /** Somebody who asks at the process that was asked last. */
  get visitor(): Visitor {
    return this.#visitors[this.#asked % this.#visitors.length]!;
  }

  /** Writes something once, however often it has to be said; resolves to the code of a refusal, or null. */
  async write(text: string): Promise<string | null> {
    const id = `${this.id}-${++this.#serial}`;
    const command = { type: 'post', text, replyTo: null, mentions: [], table: null };
    for (;;) {
      const code = this.#isLive ? await wish(this.room, 'command', { id, command }) : 'closed';
      if (code === null || !AGAIN.has(code)) return code;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }

  /** Resolves when a message with this number is seen. */
  sees(no: number): Promise<void> {
    return until(() => this.seen.has(no), `message ${no} to be seen by ${this.id}`, 60_000);
  }

  leave(): void {
    this.#isLeaving = true;
    this.room.close();
  }

  async #enter(): Promise<void> {
    for (let tries = 0; ; tries++, this.#asked++) {
      const { visitor } = this;
      try {
        this.seat = await this.#processes.seat(visitor, this.#conversation);
        this.room = await this.#processes.take<WireConversation>(visitor, this.seat);
        break;
      } catch (error) {
        if (tries > 100) throw error;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    }
    this.room.onState = () => this.#look();
    this.room.onLost = (code) => {
      this.closedWith = code;
      this.#isLive = false;
      const isWelcome = code < 4_000 || code === 4_014;
      if (!this.#isLeaving && isWelcome) void this.#enter();
    };
    this.#isLive = true;
    this.#look();
  }

  #look(): void {
    const fresh: WireMessage[] = [];
    this.room.state.messages.forEach((message) => {
      const before = this.seen.get(message.no);
      if (before === undefined) fresh.push(message);
      else if (before !== message.text)
        this.complaints.push(`${message.no} was "${before}", is "${message.text}"`);
    });
    const last = Math.max(0, ...this.seen.keys());
    for (const { no, text } of fresh.sort((a, b) => a.no - b.no)) {
      if (last > 0 && no < last) this.complaints.push(`${no} came after ${last}`);
      this.seen.set(no, text);
    }
  }
}
