import type { Client } from '@colyseus/core';
import { unpack } from 'msgpackr';
import type { z } from 'zod';
import { err } from '../../../shared/core/result.ts';
import { awaitAnswer, sendAnswer } from '../../infra/colyseus/joined-writes.ts';
import { placeOf, type Sampler } from '../../infra/log.ts';
import type { RequestMeter } from '../../metrics/metrics.ts';
import { Unavailable } from '../../storage/types.ts';
import { type Answer, answerBytes } from './answers.ts';
import type { RequestFrame } from './incoming-frames.ts';
import type { Traced } from './traced.ts';

/** Answers one kind of message. An error is sent as it is: a stable code, and what it is about. */
export type Handler<M, V> = (client: Client, message: M) => Answer<V> | Promise<Answer<V>>;

/**
 * Reads messages of one kind from their bytes, the payload beginning at `start`, quicker than they are decoded and held
 * against their schema; null for whatever it does not know, which the schema reads. Must take nothing that the schema does
 * not take, and read it as the schema does.
 */
export type Quick<M> = (bytes: Uint8Array, start: number) => M | null;

interface Kind {
  readonly schema: z.ZodType;
  readonly quick: Quick<unknown> | null;
  readonly handler: Handler<unknown, unknown>;
  readonly meter: RequestMeter;
  readonly traced: Traced | null;
}

/** One kind of request, how it is answered, and who hears of that. */
interface Announced<Z extends z.ZodType, V> {
  readonly schema: Z;
  readonly quick: Quick<z.output<Z>> | null;
  readonly handler: Handler<z.output<Z>, V>;
  readonly meter: RequestMeter;
  readonly traced: Traced | null;
}

const BAD_MESSAGE = err({ code: 'bad_message' });
const UNREAD = Symbol('unread');

/**
 * The requests that a room answers, in the place of the framework's own handlers: the bytes are looked at once, and there
 * is no promise but the handler's own.
 */
export class Requests {
  readonly #kinds = new Map<string, Kind>();
  readonly #sampler: Sampler;
  readonly #report: (where: string, error: unknown, id?: string) => string;
  /** Requests whose handlers are at work, and who waits until there is none. */
  #open = 0;
  #waiting: (() => void)[] = [];

  /**
   * @param report writes down what went wrong inside, under the id that the wish has already, or a new one; returns it: it is
   * all that may be told of it
   */
  constructor(sampler: Sampler, report: (where: string, error: unknown, id?: string) => string) {
    this.#sampler = sampler;
    this.#report = report;
  }

  add<Z extends z.ZodType, V>(type: string, { handler, ...kind }: Announced<Z, V>): void {
    this.#kinds.set(type, { ...kind, handler: handler as Handler<unknown, unknown> });
  }

  /**
   * Answers a request, at once or when its handler is done. Never throws for what was sent.
   * @returns false when it made no sense: of a kind that nobody announced, not to be decoded, or not as its schema says
   */
  take(client: Client, { id, type, body }: RequestFrame, bytes: Uint8Array): boolean {
    const startedAt = performance.now();
    const kind = this.#kinds.get(type);
    const message = kind ? this.#read(kind, bytes, body) : UNREAD;
    awaitAnswer(client);
    if (!kind || message === UNREAD) {
      sendAnswer(client, answerBytes(id, BAD_MESSAGE));
      kind?.meter.answered(startedAt, BAD_MESSAGE.error.code);
      return false;
    }
    const wish = idOf(message);
    const send = (said: Answer) => {
      const answer = withId(said, wish);
      sendAnswer(client, answerBytes(id, answer));
      const refusal = answer.ok ? null : answer.error.code;
      kind.meter.answered(startedAt, refusal);
      if (wish !== undefined) kind.traced?.(wish, startedAt, refusal);
    };
    try {
      const answer = kind.handler(client, message);
      if (answer instanceof Promise) {
        this.#open++;
        answer.then(
          (said) => this.#finish(send, said),
          (error) => this.#finish(send, this.#failure(type, error, wish)),
        );
      } else send(answer);
    } catch (error) {
      send(this.#failure(type, error, wish));
    }
    return true;
  }

  /** Resolves when every request that was taken is answered. */
  async quiet(): Promise<void> {
    if (this.#open > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #finish(send: (said: Answer) => void, said: Answer): void {
    send(said);
    this.#open--;
    if (this.#open === 0 && this.#waiting.length > 0)
      for (const resolve of this.#waiting.splice(0)) resolve();
  }

  #failure(type: string, error: unknown, wish: string | undefined): Answer<never> {
    if (error instanceof Unavailable) return err({ code: 'unavailable' });
    return err({ code: 'internal', detail: this.#report(type, error, wish).slice(0, SHOWN) });
  }

  /** What a payload says, as its schema reads it; `UNREAD` when it cannot be decoded, or is not as the schema says. */
  #read({ schema, quick }: Kind, bytes: Uint8Array, start: number): unknown {
    const message = quick?.(bytes, start) ?? null;
    if (message !== null) return message;
    let payload: unknown;
    try {
      payload = start === bytes.length ? undefined : unpack(bytes, { start, end: bytes.length });
    } catch (error) {
      this.#sampler.debug('a frame could not be read', { place: placeOf(error) });
      return UNREAD;
    }
    const read = schema.safeParse(payload);
    return read.success ? read.data : UNREAD;
  }
}

/** Letters of an id that are told; the log and the journal are searched by them. */
const SHOWN = 8;

/** The id that a wish has: in the browser, in the log, and in the journal when it is carried out. */
function idOf(message: unknown): string | undefined {
  const id = (message as { readonly id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' ? id : undefined;
}

/** Of what went wrong inside the id is told, by which it is found in the log. */
const withId = (answer: Answer, wish: string | undefined): Answer =>
  !answer.ok && answer.error.code === 'internal' && answer.error.detail === undefined && wish !== undefined
    ? err({ code: 'internal', detail: wish.slice(0, SHOWN) })
    : answer;
