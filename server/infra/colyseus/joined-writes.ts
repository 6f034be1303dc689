import type { Writable } from 'node:stream';
import type { Client } from '@colyseus/core';
import type { WebSocketClient } from '@colyseus/ws-transport';

/** How many requests of a client have no answer yet. */
const waiting = Symbol('waiting');

interface Waiting {
  [waiting]?: number;
}

/** The stream under a socket of `ws`. It is not public, so it may be missing. */
export const streamOf = (socket: unknown): Writable | undefined =>
  (socket as { readonly _socket?: Writable | null })._socket ?? undefined;

const flush = (stream: Writable): void => {
  if (stream.writableCorked > 0) stream.uncork();
};

/** What is written from now on goes out in one write, as soon as everything is done that happens at this moment. */
export function gatherWrites(stream: Writable): void {
  stream.cork();
  // Runs after the promises that are settled by now, and what follows from them.
  process.nextTick(flush, stream);
}

/** Somebody comes in who has asked for nothing yet. */
export function expectNoAnswer(client: Client): void {
  (client as Client & Waiting)[waiting] = 0;
}

/** A request came in: what is sent to this client from now on is probably followed by the answer at once. */
export function awaitAnswer(client: Client): void {
  const each = client as Client & Waiting;
  each[waiting] = (each[waiting] ?? 0) + 1;
}

/** Sends the answer to a request that was announced with `awaitAnswer`, and with it what waited for it. */
export function sendAnswer(client: Client, bytes: Uint8Array): void {
  const each = client as Client & Waiting;
  each[waiting] = (each[waiting] ?? 1) - 1;
  client.enqueueRaw(bytes);
  const stream = streamOf(client.ref);
  if (stream) flush(stream);
}

/** What is sent to a client from now on goes out in one write, as soon as everything is done that happens at this moment. */
export function joinNext(client: WebSocketClient): void {
  const stream = streamOf(client.ref);
  if (stream && stream.writableCorked === 0) gatherWrites(stream);
}

/**
 * Called before anything is sent to a client. To whoever waits for an answer it goes out together with that answer, in one
 * write; at the latest when everything is done that happens at this moment.
 */
export function joinWrites(client: WebSocketClient): void {
  if ((client as Waiting)[waiting]) joinNext(client);
}
