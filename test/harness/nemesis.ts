import { seededRng } from '../../shared/core/seeded-rng.ts';
import { type ChaosProxy, FAULTS, type Fault, type Line } from './chaos-proxy.ts';
import { until } from './until.ts';

/** One fault: when, what, and to whom. */
export interface Strike {
  /** After the beginning, ms. */
  readonly atMs: number;
  readonly fault: Fault;
  /** Index of the line. */
  readonly line: number;
  /** Which of the line's connections, as a share of their list, oldest first; null for all of them. */
  readonly share: number | null;
  /** Waits until the client is back from the last one; otherwise it may also strike while the client tries to. */
  readonly isFair: boolean;
  /** How long connections that are made meanwhile suffer the same, ms; 0 when only some are struck. */
  readonly forMs: number;
}

/** A strike that was carried out. */
export interface Struck extends Strike {
  /** Epoch ms. */
  readonly from: number;
  readonly until: number;
  /** Connections that it hit. */
  readonly hits: number;
}

export interface NemesisOptions {
  readonly seed: number;
  readonly faults: number;
  readonly lines: number;
  /** Mean time between two faults, ms. */
  readonly everyMs: number;
  /** The longest time that a line is out of order, ms. */
  readonly longestMs: number;
  /** How many of the faults may come while the client still comes back from another, 0 to 1. */
  readonly unfairShare: number;
}

const SHORTEST_MS = 300;
/** How long a client may take to have a connection that can be struck, ms. */
const BACK_MS = 120_000;

/** The same seed makes the same plan. */
export function planStrikes({
  seed,
  faults,
  lines,
  everyMs,
  longestMs,
  unfairShare,
}: NemesisOptions): Strike[] {
  const rng = seededRng(seed);
  let atMs = 0;
  let turn: number[] = [];
  return Array.from({ length: faults }, () => {
    atMs += rng.int(2 * everyMs);
    const fault = rng.pick(FAULTS);
    const isForAll = rng.int(2) === 0;
    // Short outages are likelier than long ones.
    const outageMs = SHORTEST_MS + Math.round((longestMs - SHORTEST_MS) * rng.next() ** 3);
    const share = isForAll ? null : rng.next();
    const isFair = rng.next() >= unfairShare;
    // Everybody has a turn before anybody has another one.
    if (turn.length === 0) turn = rng.shuffle(Array.from({ length: lines }, (_, line) => line));
    return { atMs, fault, line: turn.pop() ?? 0, share, isFair, forMs: isForAll ? outageMs : 0 };
  });
}

/** A plan in words, one strike per line. */
export const describePlan = (plan: readonly Strike[]): string =>
  plan
    .map(
      ({ atMs, fault, line, share, isFair, forMs }) =>
        `${atMs} ms: ${fault} on line ${line}, ${share === null ? `all, for ${forMs} ms` : `at ${share.toFixed(3)}`}` +
        (isFair ? '' : ', at once'),
    )
    .join('\n');

/**
 * Carries out a plan; resolves after the last outage. Strikes on one line come one after the other: what would hit no
 * connection waits until there is one, and fails when there is none for long.
 * @param isBack whether the client of a line has all its connections, as far as it knows
 */
export async function strikeAll(
  plan: readonly Strike[],
  proxy: ChaosProxy,
  isBack: (line: number) => boolean,
): Promise<Struck[]> {
  const start = performance.now();
  const strikeLine = async (line: Line, index: number): Promise<Struck[]> => {
    const struck: Struck[] = [];
    for (const strike of plan.filter((each) => each.line === index)) {
      await pause(start + strike.atMs - performance.now());
      const isReady = () => line.sound.length > 0 && (!strike.isFair || isBack(index));
      await until(isReady, `line ${index} to have a connection`, BACK_MS);
      struck.push(await carryOut(strike, line));
    }
    return struck;
  };
  return (await Promise.all(proxy.lines.map(strikeLine))).flat();
}

async function carryOut(strike: Strike, line: Line): Promise<Struck> {
  const { fault, share, forMs } = strike;
  const { sound } = line;
  const hit = share === null ? sound : sound.slice(Math.floor(share * sound.length)).slice(0, 1);
  const from = Date.now();
  for (const way of hit) way.strike(fault);
  if (forMs > 0) {
    line.mode = fault;
    await pause(forMs);
    line.mode = 'pass';
  }
  return { ...strike, from, until: Date.now(), hits: hit.length };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
