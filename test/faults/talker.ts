import { readConversation } from '../../client/net/chat-wire.ts';
import type { Message } from '../../shared/chat/types.ts';
import type { Rng } from '../../shared/core/rng.ts';
import type { MessagePage, WireConversation } from '../../shared/protocol/chat-wire.ts';
import type { Person } from './person.ts';
import { Visit } from './visit.ts';

/** Mean pause between two messages, ms. */
const PAUSE_MS = 1_400;

/** Somebody who writes in a conversation that was empty when they came. */
export class Talker {
  readonly visit: Visit<WireConversation>;
  readonly written: string[] = [];
  /** What everything that is written here begins with. */
  readonly canary: string;
  readonly #rng: Rng;
  readonly #shown = new Map<number, Message>();
  #isActing = false;
  #acts: Promise<void> = Promise.resolve();

  constructor(person: Person, conversation: string, canary: string, rng: Rng) {
    this.#rng = rng;
    this.canary = canary;
    this.visit = new Visit(person, {
      room: conversation,
      path: `/api/chat/${conversation}/seat`,
      wish: {},
      isHeard: true,
      onState: (state) => {
        for (const message of readConversation(state).messages) this.#shown.set(message.no, message);
      },
    });
  }

  act(): void {
    this.#isActing = true;
    this.#acts = this.#run();
  }

  /** Stops; resolves when everything is answered. */
  async rest(): Promise<void> {
    this.#isActing = false;
    await this.#acts;
  }

  /** Every message: as it came, or, where more came at once than the state holds, as the history has it. */
  async shown(): Promise<Message[]> {
    const last = Math.max(0, ...this.#shown.keys());
    for (let no = last; no > 0; no--) if (!this.#shown.has(no)) await this.#fill(no);
    return [...this.#shown.values()].sort((a, b) => a.no - b.no);
  }

  /** Reads the page that ends before the message after this one. */
  async #fill(no: number): Promise<void> {
    const next = this.#shown.get(no + 1)!;
    const path = `/api/chat/${this.visit.plan.room}/messages?before=${next.seq}`;
    const page = (await this.visit.person.askPatiently('GET', path)) as MessagePage;
    for (const message of page.messages)
      if (!this.#shown.has(message.no)) this.#shown.set(message.no, message);
    if (!this.#shown.has(no)) throw new Error(`message ${no} of ${this.visit.plan.room} is in no page`);
  }

  async #run(): Promise<void> {
    while (this.#isActing) {
      await new Promise((resolve) => setTimeout(resolve, this.#rng.int(2 * PAUSE_MS)));
      if (!this.#isActing) return;
      const text = `${this.canary} ${this.visit.person.home} ${this.written.length + 1}`;
      const answer = await this.visit.submit({
        type: 'post',
        text,
        replyTo: null,
        mentions: [],
        table: null,
      });
      if (!answer) return;
      if (answer.code === null) this.written.push(text);
    }
  }
}
