import { matchMaker, type Presence } from '@colyseus/core';
import { nanoid } from 'nanoid';
import type { Log } from '../../shared/engine/ports.ts';

declare const payload: unique symbol;
/** The name of something that processes tell each other; T is what is said. */
export type Topic<T> = string & { readonly [payload]: T };

export const topic = <T>(name: string): Topic<T> => name as Topic<T>;

/** One listener of one topic. */
export interface Subscription {
  /** Resolves when every message from now on will come; while Redis is away it waits. */
  readonly ready: Promise<void>;
  /** Ends this subscription and no other. Repeatable. */
  stop(): void;
}

/** What carries messages between processes. */
export type Carrier = Pick<Presence, 'subscribe' | 'unsubscribe' | 'publish'>;

/** Messages that may be on their way at once. While Redis is away they wait for it; what comes on top of them is dropped. */
export const UNDER_WAY = 10_000;

/** What is carried: whoever said it has heard it already. */
interface Carried {
  readonly from: string;
  readonly message: unknown;
}

interface Audience {
  readonly handlers: Map<symbol, (message: never) => void>;
  readonly hear: (carried: Carried) => void;
  readonly ready: Promise<void>;
}

/**
 * What this process hears and says across processes. A topic is listened to once, while somebody here wants it;
 * what one listener throws is logged and reaches neither another one nor who spoke. In this process what is said is heard
 * at once and always; in others it may come late, or never, so that nothing may rest on its coming.
 */
export class Topics {
  readonly #name = nanoid();
  readonly #log: Log;
  readonly #carrier: () => Carrier;
  readonly #audiences = new Map<string, Audience>();
  #underWay = 0;
  #dropped = 0;

  constructor(log: Log, carrier: () => Carrier = () => matchMaker.presence) {
    this.#log = log;
    this.#carrier = carrier;
  }

  subscribe<T>(name: Topic<T>, handler: (message: T) => void): Subscription {
    const audience = this.#audiences.get(name) ?? this.#begin(name);
    const key = Symbol(name);
    audience.handlers.set(key, handler);
    return { ready: audience.ready, stop: () => this.#end(name, audience, key) };
  }

  publish<T>(name: Topic<T>, message: T): void {
    const audience = this.#audiences.get(name);
    if (audience) this.#tell(name, audience.handlers, message);
    if (this.#underWay >= UNDER_WAY) this.#dropped++;
    else void this.#carry(name, { from: this.#name, message });
  }

  async #carry(name: string, carried: Carried): Promise<void> {
    this.#underWay++;
    await this.#attempt('publish', name, () => this.#carrier().publish(name, carried));
    this.#underWay--;
    if (this.#underWay > 0 || this.#dropped === 0) return;
    this.#log.warn({ messages: this.#dropped }, 'too many messages waited for Redis: some were dropped');
    this.#dropped = 0;
  }

  #begin(name: string): Audience {
    const handlers = new Map<symbol, (message: never) => void>();
    const hear = ({ from, message }: Carried) => {
      if (from !== this.#name) this.#tell(name, handlers, message);
    };
    const ready = this.#attempt('subscribe', name, () => this.#carrier().subscribe(name, hear));
    const audience = { handlers, hear, ready };
    this.#audiences.set(name, audience);
    return audience;
  }

  #tell(name: string, handlers: Audience['handlers'], message: unknown): void {
    for (const [key, handler] of [...handlers]) {
      if (handlers.has(key)) this.#hear(name, handler as (message: unknown) => unknown, message);
    }
  }

  #end(name: string, { handlers, hear }: Audience, key: symbol): void {
    if (!handlers.delete(key) || handlers.size > 0) return;
    this.#audiences.delete(name);
    void this.#attempt('unsubscribe', name, () => this.#carrier().unsubscribe(name, hear));
  }

  /** Hundreds may listen: only a listener that takes its time gets a promise. */
  #hear(name: string, handler: (message: unknown) => unknown, message: unknown): void {
    try {
      const heard = handler(message);
      if (heard instanceof Promise) heard.catch((error: unknown) => this.#failed('hear', name, error));
    } catch (error) {
      this.#failed('hear', name, error);
    }
  }

  async #attempt(doing: string, name: string, act: () => unknown): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.#failed(doing, name, error);
    }
  }

  #failed(doing: string, name: string, error: unknown): void {
    this.#log.warn({ err: error, doing, topic: name }, 'a topic failed');
  }
}
