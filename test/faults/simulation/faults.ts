import type { Rng } from '../../../shared/core/rng.ts';
import type { StoreMood } from './store.ts';

/** What can go wrong. */
export type Fault =
  /** A process is killed; another one starts in its place after a while. */
  | { readonly type: 'kill'; readonly process: number }
  /** A process is told to stop; another one starts in its place. */
  | { readonly type: 'stop'; readonly process: number }
  /** A process stands still, and then goes on as if nothing had been. */
  | { readonly type: 'pause'; readonly process: number }
  /** The system clock of a process or a page is set. */
  | { readonly type: 'clock'; readonly process: number; readonly page: number | null; readonly byMs: number }
  /** The connections of a page are cut. */
  | { readonly type: 'cut'; readonly page: number; readonly share: number }
  /** What a page sends (up), or is sent (down), gets lost for a while, and nobody is told. */
  | { readonly type: 'dark'; readonly page: number; readonly up: boolean; readonly down: boolean }
  /** A page's network is slow. */
  | { readonly type: 'lag'; readonly page: number }
  | { readonly type: 'store'; readonly mood: StoreMood }
  /** Processes cannot reach the directory and each other. */
  | { readonly type: 'apart' }
  /** The directory loses its memory. */
  | { readonly type: 'forget' };

/** One fault: when, and for how long. */
export interface Strike {
  /** After the first one could come, ms. */
  readonly atMs: number;
  readonly forMs: number;
  readonly fault: Fault;
}

/** The longest time in which faults begin, ms. */
const SPAN_MS = 12_000;
const HOUR_MS = 60 * 60 * 1_000;

/** The same numbers make the same plan. */
export function planFaults(rng: Rng, processes: number, pages: number): Strike[] {
  const strikes = Array.from({ length: 1 + rng.int(6) }, (): Strike => {
    const atMs = rng.int(SPAN_MS);
    const fault = someFault(rng, rng.int(processes), rng.int(pages));
    return { atMs, forMs: durationOf(fault, rng), fault };
  });
  return strikes.sort((a, b) => a.atMs - b.atMs);
}

function someFault(rng: Rng, process: number, page: number): Fault {
  const dice = rng.int(100);
  if (dice < 14) return { type: 'kill', process };
  if (dice < 20) return { type: 'stop', process };
  if (dice < 38) return { type: 'pause', process };
  if (dice < 43) {
    return {
      type: 'clock',
      process,
      page: rng.int(3) === 0 ? page : null,
      byMs: rng.pick([-HOUR_MS, HOUR_MS]),
    };
  }
  if (dice < 53) return { type: 'cut', page, share: rng.next() };
  if (dice < 67) {
    const way = rng.int(3);
    return { type: 'dark', page, up: way !== 0, down: way !== 1 };
  }
  if (dice < 72) return { type: 'lag', page };
  if (dice < 88) return { type: 'store', mood: rng.pick(['slow', 'away', 'full', 'failing', 'failing']) };
  if (dice < 95) return { type: 'apart' };
  return { type: 'forget' };
}

/** Short ones are likelier than long ones, ms. */
function durationOf({ type }: Fault, rng: Rng): number {
  const upTo = (shortest: number, longest: number) =>
    shortest + Math.round((longest - shortest) * rng.next() ** 3);
  switch (type) {
    case 'kill':
      // By then the lease of the one before it has ended: no two of one name.
      return upTo(1_300, 6_000);
    case 'stop':
      return 7_000;
    case 'pause':
      return upTo(300, rng.int(4) === 0 ? 30_000 : 5_000);
    case 'store':
      return upTo(100, 5_000);
    default:
      return upTo(200, 8_000);
  }
}
