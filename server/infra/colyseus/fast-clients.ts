import type { Client } from '@colyseus/core';
import { holdNothing } from './held-frames.ts';
import { expectNoAnswer } from './joined-writes.ts';

/** What was sent to a client that is not in yet. */
const waiting = Symbol('waiting');

interface Waiting {
  [waiting]?: unknown[] | undefined;
}

/**
 * Keeps what waits for a client in another field. The framework deletes its own once a client is in, and an object that
 * lost a field is a dictionary for V8: every later look at the client, several for each that hears of a move, would be a
 * search.
 * @param prototype of the transport's clients
 */
export function keepClientsFast(prototype: object): void {
  Object.defineProperty(prototype, '_enqueuedMessages', {
    get(this: Waiting) {
      return this[waiting];
    },
    set(this: Waiting, messages: unknown[]) {
      this[waiting] = messages;
    },
  });
}

/**
 * Gives a client that comes in the fields that others get sooner or later. Objects that got the same fields in different
 * orders are of different kinds for V8, and from the fifth kind on each look at a client is a search.
 */
export function shapeClient(client: Client): void {
  client.view = undefined;
  expectNoAnswer(client);
  holdNothing(client);
}

/** A client is in: nothing waits for it any more. */
export function letGoOfWaiting(client: Client): void {
  const each = client as Client & Waiting;
  if (each[waiting]) each[waiting] = undefined;
}
