import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { OutboxEntry, OutboxStore } from './outbox-store.ts';
import type { Refusal } from './types.ts';

/** An entry as the page holds it. */
export interface Pending extends OutboxEntry {
  /** It was sent at least once, here or before a reload: it may be stored without our knowledge. */
  readonly isSent: boolean;
  /** The `seq` it is stored under, or null. */
  readonly seq: number | null;
}

/**
 * What became of one try to send. `later`: nobody knows, or not now; `afterMs` if the server named a wait, `isPaced` if
 * it is the writer's pace that has to be waited for. `over`: there is no connection to wait for any more.
 */
export type Sent =
  | { readonly type: 'stored'; readonly seq: number }
  | { readonly type: 'refused'; readonly refusal: Refusal }
  | { readonly type: 'later'; readonly afterMs: number | null; readonly isPaced?: boolean }
  | { readonly type: 'over' };

export interface OutboxPorts {
  readonly store: OutboxStore;
  /** Sends once; waits for a connection first. */
  send(entry: OutboxEntry): Promise<Sent>;
  /** `isExact`: the server named this wait; others may be a little longer, so that not everybody comes back at once. */
  wait(ms: number, isExact: boolean): Promise<void>;
  /** A new 128-bit id. */
  newId(): string;
  /** Epoch ms. */
  now(): number;
}

/** The first wait after a failed try and the longest, ms. */
const RETRY_MS = 100;
const MOST_RETRY_MS = 2_000;

/**
 * What one person wrote in one conversation on this tab and the server has not stored yet: kept over a reload, sent
 * one at a time, in order. The same id, however often it is sent, makes it one message.
 */
export class Outbox {
  readonly #ports: OutboxPorts;
  readonly #entries: Signal<readonly Pending[]> = signal([]);
  readonly #pacedUntil: Signal<number | null> = signal(null);
  #isLoaded = false;
  #isPumping = false;
  #isClosed = false;

  constructor(ports: OutboxPorts) {
    this.#ports = ports;
    void this.#load();
  }

  /** In order. Stored ones stay until `forget` is called, so that they can be shown until they are seen elsewhere. */
  get entries(): ReadonlySignal<readonly Pending[]> {
    return this.#entries;
  }

  /** Somebody writes faster than the server takes it: when the next one is tried, epoch ms; null at a good pace. */
  get pacedUntil(): ReadonlySignal<number | null> {
    return this.#pacedUntil;
  }

  post(draft: Pick<OutboxEntry, 'text' | 'replyTo' | 'mentions' | 'table' | 'after'>): void {
    const entry = {
      ...draft,
      id: this.#ports.newId(),
      k: this.#nextK(),
      at: this.#ports.now(),
      refusal: null,
    };
    this.#entries.value = [...this.#entries.peek(), { ...entry, isSent: false, seq: null }];
    if (this.#isLoaded) void this.#ports.store.put(entry);
    void this.pump();
  }

  /** Gives a refused one its turn again. */
  retry(id: string): void {
    this.#change(id, { refusal: null });
    void this.pump();
  }

  discard(id: string): void {
    this.forget((entry) => entry.id === id);
    void this.#ports.store.remove(id);
  }

  /** Lets go of entries that need not be shown any more. */
  forget(isDone: (entry: Pending) => boolean): void {
    const entries = this.#entries.peek();
    const rest = entries.filter((entry) => !isDone(entry));
    if (rest.length < entries.length) this.#entries.value = rest;
  }

  close(): void {
    this.#isClosed = true;
    this.#ports.store.close();
  }

  /** Sends what is to be sent, until there is nothing left or no connection to wait for. One at a time. */
  async pump(): Promise<void> {
    if (this.#isPumping || !this.#isLoaded) return;
    this.#isPumping = true;
    let failures = 0;
    while (!this.#isClosed) {
      const entry = this.#entries.peek().find(({ refusal, seq }) => refusal === null && seq === null);
      if (!entry) break;
      if (!entry.isSent) this.#update(entry.id, { isSent: true });
      const sent = await this.#ports.send(entry);
      const waitMs = waitOf(sent, failures);
      this.#pacedUntil.value = sent.type === 'later' && sent.isPaced ? this.#ports.now() + waitMs : null;
      if (sent.type === 'over') break;
      if (sent.type === 'later') {
        await this.#ports.wait(waitMs, sent.afterMs !== null);
        failures++;
        continue;
      }
      failures = 0;
      if (sent.type === 'refused') this.#change(entry.id, { refusal: sent.refusal });
      else {
        this.#update(entry.id, { seq: sent.seq });
        void this.#ports.store.remove(entry.id);
      }
    }
    this.#isPumping = false;
  }

  async #load(): Promise<void> {
    const loaded = await this.#ports.store.load();
    const early = this.#entries.peek();
    this.#entries.value = loaded.map((entry) => ({ ...entry, isSent: true, seq: null }));
    for (const entry of early) {
      const moved = { ...entry, k: this.#nextK() };
      this.#entries.value = [...this.#entries.peek(), moved];
      void this.#ports.store.put(kept(moved));
    }
    this.#isLoaded = true;
    void this.#ports.store.adopt((entries) => this.#adopt(entries));
    void this.pump();
  }

  /** Takes over what a tab that is gone has left. */
  #adopt(entries: readonly OutboxEntry[]): void {
    const known = new Set(this.#entries.peek().map(({ id }) => id));
    const adopted = entries
      .filter(({ id }) => !known.has(id))
      .map((entry): Pending => ({ ...entry, isSent: true, seq: null }));
    this.#entries.value = [...this.#entries.peek(), ...adopted].sort((a, b) => a.k - b.k || a.at - b.at);
    void this.pump();
  }

  #nextK(): number {
    return 1 + Math.max(0, ...this.#entries.peek().map(({ k }) => k));
  }

  #change(id: string, patch: Partial<OutboxEntry>): void {
    const entry = this.#update(id, patch);
    if (entry) void this.#ports.store.put(kept(entry));
  }

  #update(id: string, patch: Partial<Pending>): Pending | undefined {
    this.#entries.value = this.#entries
      .peek()
      .map((entry) => (entry.id === id ? { ...entry, ...patch } : entry));
    return this.#entries.peek().find((entry) => entry.id === id);
  }
}

/** How long to wait after a try, ms. */
const waitOf = (sent: Sent, failures: number): number =>
  (sent.type === 'later' ? sent.afterMs : null) ?? Math.min(RETRY_MS * 2 ** failures, MOST_RETRY_MS);

const kept = ({ isSent: _, seq: __, ...entry }: Pending): OutboxEntry => entry;
