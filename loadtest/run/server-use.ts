import { setTimeout as pause } from 'node:timers/promises';
import type { Second } from '../measure/timeline.ts';
import type { OwnServer } from './own-server.ts';
import type { ServerSample } from './server-probe.ts';

/** What the server used while it was measured. */
export interface ServerUse {
  /** CPU time of all its threads, ms. */
  readonly cpuMs: number;
  /** CPU in percent of one core. */
  readonly cpu: number;
  readonly rssMb: number;
  /** Memory before anybody came, and at the begin of what was measured. */
  readonly emptyRssMb: number;
  readonly firstRssMb: number;
  /** CPU before anybody came, in percent of one core; null when the scenario did not wait for it. */
  readonly emptyCpu: number | null;
  readonly lagMs: number;
  /** What its program held without garbage, before and after it was measured; null where nobody asked. */
  readonly heldMb: readonly [before: number, after: number] | null;
}

/** A server before anybody came. */
export interface EmptyServer {
  readonly rssBytes: number;
  readonly cpu: ServerUse['emptyCpu'];
}

/** What a server told at the two ends of what is measured. */
export interface ServerEnds {
  readonly first: ServerSample;
  readonly last: ServerSample;
  /** Time between them. */
  readonly ms: number;
  /** What it held before; null where nobody asked. */
  readonly heldBytes: number | null;
}

/** How long a server settles after it started, or after it stood still, ms. */
const SETTLE_MS = 3_000;
const STILL_MS = 1_000;
const SECOND_MS = 1_000;
const MIB = 2 ** 20;

/** Looks at a server for so long; what it still does after it started is left out. Null when it ended meanwhile. */
export async function watchEmpty(server: OwnServer, seconds: number): Promise<EmptyServer | null> {
  if (seconds > 0) await pause(SETTLE_MS);
  const first = await server.sample();
  await pause(seconds * SECOND_MS);
  const last = seconds > 0 ? await server.sample() : first;
  if (!first || !last) return null;
  return {
    rssBytes: last.rssBytes,
    cpu: seconds > 0 ? (last.cpuMs - first.cpuMs) / (seconds * 10) : null,
  };
}

/**
 * What a server holds, bytes; null when it ended. Resolves when it has caught up with what came while it stood still for
 * that.
 */
export async function heldBy(server: OwnServer): Promise<number | null> {
  const bytes = await server.held();
  await pause(STILL_MS);
  return bytes;
}

/**
 * @param heldAfter what it holds at the end, bytes; null where nobody asked
 * @param seconds those that were measured
 */
export function useOf(
  { first, last, ms, heldBytes }: ServerEnds,
  heldAfter: number | null,
  empty: EmptyServer,
  seconds: readonly Second[],
): ServerUse {
  const cpuMs = last.cpuMs - first.cpuMs;
  return {
    cpuMs,
    cpu: (100 * cpuMs) / ms,
    rssMb: last.rssBytes / MIB,
    emptyRssMb: empty.rssBytes / MIB,
    emptyCpu: empty.cpu,
    firstRssMb: first.rssBytes / MIB,
    lagMs: Math.max(0, ...seconds.map(({ server }) => server?.lagMs ?? 0)),
    heldMb: heldBytes === null || heldAfter === null ? null : [heldBytes / MIB, heldAfter / MIB],
  };
}
