import type { Duplex } from 'node:stream';
import type { Client } from '@colyseus/core';
import { streamOf } from './joined-writes.ts';

const ready = new WeakSet<object>();

/** Whoever opens a socket here said beforehand that they read what comes in its order: nothing has to wait for them. */
export const isReadyBeforehand = (stream: Duplex): void => void ready.add(stream);

/** Whether they did. */
export function wasReadyBeforehand({ ref }: Client): boolean {
  const stream = streamOf(ref);
  return stream !== undefined && ready.has(stream);
}
