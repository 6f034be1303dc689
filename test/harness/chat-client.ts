import { effect } from '@preact/signals';
import { chatApi } from '../../client/net/chat.ts';
import type { ChatConnection } from '../../client/net/chat-types.ts';
import type { Message } from '../../shared/chat/types.ts';
import type { Rng } from '../../shared/core/rng.ts';

/** What a page shows of one conversation at the end. */
export interface ChatLog {
  readonly kind: 'chat';
  readonly conversation: string;
  /** Texts that were written and must be there, in this order. */
  readonly written: readonly string[];
  readonly messages: readonly Message[];
  /** What must never be on a page: gaps, a wrong order, a refusal of what may be said. */
  readonly complaints: readonly string[];
}

const EMOJI = ['😄', '👍', '🎨'];
/** Longer than any message may be. */
const TOO_LONG = 'x'.repeat(600);
/** Mean pause between two acts, ms. */
const PAUSE_MS = 1_400;
const LOOK_MS = 20;

/** Somebody who writes, edits and reacts in one conversation through the page's own networking. */
export class ChatClient {
  readonly #conversation: string;
  readonly #name: string;
  readonly #pauseMs: number;
  readonly #rng: Rng;
  readonly #talk: ChatConnection;
  readonly #written: string[] = [];
  readonly #complaints: string[] = [];
  #isActing = false;
  #acts: Promise<void> = Promise.resolve();
  #serial = 0;

  /** @param calm how many times as long as usual they rest */
  constructor(conversation: string, name: string, rng: Rng, onState: (state: string) => void, calm = 1) {
    this.#conversation = conversation;
    this.#name = name;
    this.#pauseMs = PAUSE_MS * calm;
    this.#rng = rng;
    this.#talk = chatApi.connect(conversation);
    effect(() => onState(this.#talk.connection.value));
    effect(() => this.#inspect(this.#talk.messages.value));
  }

  act(): void {
    this.#isActing = true;
    this.#acts = this.#run();
  }

  /** Stops; resolves when everything is sent, answered and shown. */
  async rest(): Promise<void> {
    this.#isActing = false;
    await this.#acts;
    while (!this.#isQuiet()) await pause(LOOK_MS);
  }

  /** Everything, back to the first message. */
  async log(): Promise<ChatLog> {
    while (this.#talk.hasOlder.value) {
      if (!(await this.#talk.loadOlder()).ok) await pause(LOOK_MS);
    }
    return {
      kind: 'chat',
      conversation: this.#conversation,
      written: this.#written,
      messages: this.#talk.messages.value,
      complaints: this.#complaints,
    };
  }

  #isQuiet(): boolean {
    const { connection, pending } = this.#talk;
    for (const { id, text, refusal } of pending.value) {
      if (!refusal) continue;
      if (text !== TOO_LONG) this.#complaints.push(`"${text}" was refused: ${refusal.code}`);
      this.#talk.discard(id);
    }
    return connection.value === 'live' && pending.value.length === 0;
  }

  async #run(): Promise<void> {
    while (this.#isActing) {
      await this.#actOnce();
      await pause(this.#rng.int(2 * this.#pauseMs));
    }
  }

  async #actOnce(): Promise<void> {
    const dice = this.#rng.int(100);
    const messages = this.#talk.messages.value;
    const mine = messages.filter(({ text }) => text.startsWith(`${this.#name} `)).slice(-5);
    if (dice < 8 && messages.length > 0) {
      const target = this.#rng.pick(messages).seq;
      await this.#talk.ask({ type: 'react', target, emoji: this.#rng.pick(EMOJI) });
    } else if (dice < 14 && mine.length > 0) {
      const { seq, text } = this.#rng.pick(mine);
      await this.#talk.ask({ type: 'edit', target: seq, text: `${text}!`, mentions: [] });
    } else if (dice < 17) this.#post(TOO_LONG);
    else {
      const text = `${this.#name} ${++this.#serial}`;
      this.#written.push(text);
      this.#post(text);
    }
  }

  #post(text: string): void {
    this.#talk.post({ text, replyTo: null, mentions: [], table: null });
  }

  #inspect(messages: readonly Message[]): void {
    messages.forEach(({ seq, no }, index) => {
      const next = messages[index + 1];
      if (next && (next.seq <= seq || next.no !== no + 1)) {
        this.#complaints.push(`message ${next.no} (entry ${next.seq}) is shown after ${no} (entry ${seq})`);
      }
    });
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
