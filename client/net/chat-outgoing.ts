import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Message } from '../../shared/chat/types.ts';
import type { Result } from '../../shared/core/result.ts';
import type { Rejection } from '../../shared/core/rules.ts';
import type { ChatWish } from '../../shared/protocol/chat.ts';
import type { CommandReply } from '../../shared/protocol/codes.ts';
import { chatRefusal } from './chat-refusal.ts';
import type { ChatConnection, PendingMessage } from './chat-types.ts';
import { Outbox, type Pending, type Sent } from './outbox.ts';
import { isSeen, pendingOf } from './outbox-pending.ts';
import type { OutboxEntry, OutboxStore } from './outbox-store.ts';

type Draft = Parameters<ChatConnection['post']>[0];

export interface OutgoingPorts {
  readonly me: ReadonlySignal<string | null>;
  /** What is shown of the conversation. */
  readonly messages: ReadonlySignal<readonly Message[]>;
  /** The last entry of the conversation that this page has seen. */
  lastSeq(): number;
  /** Waits for a connection and asks once, unless this browser is not `author` by then; as `Connection.ask`. */
  ask(
    payload: { readonly id: string; readonly command: ChatWish },
    author: string,
  ): Promise<Result<CommandReply, Rejection> | 'lost' | null>;
  store(author: string): OutboxStore;
  wait(ms: number, isExact: boolean): Promise<void>;
  newId(): string;
  now(): number;
}

/** Refusals that are about how fast somebody writes. */
const PACED: readonly string[] = ['rate_limited', 'too_fast', 'slow_mode'];
/** Refusals that are about the moment, not about the message. */
const NOT_NOW: readonly string[] = ['unavailable', 'busy', 'moved', 'after_reveal', ...PACED];

/** What this page's person writes in one conversation, until it is among its messages. */
export class Outgoing {
  readonly pending: ReadonlySignal<readonly PendingMessage[]>;
  readonly pacedUntil: ReadonlySignal<number | null>;
  readonly #ports: OutgoingPorts;
  readonly #outbox: Signal<Outbox | null> = signal(null);
  readonly #entries: ReadonlySignal<readonly Pending[]>;
  readonly #drafts: Draft[] = [];
  readonly #ends: readonly (() => void)[];

  constructor(ports: OutgoingPorts) {
    this.#ports = ports;
    const { me, messages } = ports;
    this.pacedUntil = computed(() => this.#outbox.value?.pacedUntil.value ?? null);
    this.#entries = computed(() => this.#outbox.value?.entries.value ?? []);
    this.pending = computed(() => pendingOf(this.#entries.value, messages.value, me.value));
    this.#ends = [effect(() => this.#writeAs(me.value)), effect(() => this.#forgetSeen())];
  }

  /** What is posted before anybody knows who writes waits until then. */
  post(draft: Draft): void {
    const outbox = this.#outbox.peek();
    if (outbox) outbox.post({ ...draft, after: this.#ports.lastSeq() });
    else this.#drafts.push(draft);
  }

  retry(id: string): void {
    this.#outbox.peek()?.retry(id);
  }

  discard(id: string): void {
    this.#outbox.peek()?.discard(id);
  }

  /** There is a connection again. */
  pump(): void {
    void this.#outbox.peek()?.pump();
  }

  close(): void {
    for (const end of this.#ends) end();
    this.#outbox.peek()?.close();
  }

  /** An outbox belongs to a person: another session has another one. */
  #writeAs(author: string | null): void {
    if (author === null) return;
    const { store, wait, newId, now } = this.#ports;
    this.#outbox.peek()?.close();
    this.#outbox.value = new Outbox({
      store: store(author),
      send: (entry) => this.#send(entry, author),
      wait,
      newId,
      now,
    });
    for (const draft of this.#drafts.splice(0)) this.post(draft);
  }

  #forgetSeen(): void {
    const messages = this.#ports.messages.value;
    const isDone = (entry: Pending) => isSeen(entry, messages);
    if (this.#entries.value.some(isDone)) this.#outbox.peek()?.forget(isDone);
  }

  async #send({ id, text, replyTo, mentions, table }: OutboxEntry, author: string): Promise<Sent> {
    const command = { type: 'post' as const, text, replyTo, mentions: [...mentions], table };
    const answer = await this.#ports.ask({ id, command }, author);
    if (answer === null) return { type: 'over' };
    if (answer === 'lost') return { type: 'later', afterMs: null };
    if (answer.ok) return { type: 'stored', seq: answer.value.seq };
    const { code, detail } = answer.error;
    if (!NOT_NOW.includes(code)) return { type: 'refused', refusal: chatRefusal(answer.error) };
    const seconds = Number(detail);
    return { type: 'later', afterMs: seconds > 0 ? seconds * 1_000 : null, isPaced: PACED.includes(code) };
  }
}
