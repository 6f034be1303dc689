import type { Crew } from './crew.ts';

/** How it went when people came in. */
export interface Arrival {
  /** People who were to come (until somebody ended the run), and who did. */
  readonly planned: number;
  readonly came: number;
  /** How long it was meant to take, and how long it took, s. */
  readonly rampSeconds: number;
  readonly tookSeconds: number;
}

/**
 * Units that may be on their way in at the same time. When a server takes longer than the ramp has time for, the ramp gets
 * longer: more and more who wait would all wait in vain.
 */
const AT_ONCE = 16;
/** How often it is looked whether somebody is due, ms. */
const STEP_MS = 20;
/** Nobody is waited for any longer when no unit came in, or was refused, for so long, ms. */
const PATIENCE_MS = 30_000;
/** Nobody further is sent when it takes longer than so many times the ramp, and this besides, ms. */
const LONGEST_RAMP = 2;
const LONGEST_MS = 30_000;
const SECOND_MS = 1_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Units come in at a steady rate, or as fast as the server lets them. Resolves when all are in, or will not come: they are
 * refused, it takes far longer than it was meant to, or nothing moves any more.
 * @param unit people in each
 * @param isStopped nobody further is sent when this is true
 */
export async function arrive(
  crew: Pick<Crew, 'add' | 'came' | 'coming'>,
  units: number,
  unit: number,
  rampMs: number,
  isStopped: () => boolean,
): Promise<Arrival> {
  const beganAt = performance.now();
  const cameBefore = crew.came;
  let sent = 0;
  let ended = 0;
  let movedAt = beganAt;
  const isOpen = () => !isStopped() && performance.now() - beganAt < rampMs * LONGEST_RAMP + LONGEST_MS;
  while (crew.coming > 0 || (sent < units && isOpen())) {
    const now = performance.now();
    if (sent - crew.coming !== ended) {
      ended = sent - crew.coming;
      movedAt = now;
    }
    if (now - movedAt > PATIENCE_MS && crew.coming > 0) break;
    const share = rampMs === 0 ? 1 : (now - beganAt) / rampMs;
    const due = Math.min(units, Math.ceil(share * units)) - sent;
    const more = isOpen() ? Math.min(due, AT_ONCE - crew.coming) : 0;
    if (more > 0) {
      crew.add(more);
      sent += more;
    }
    await pause(STEP_MS);
  }
  return {
    planned: (isStopped() ? sent : units) * unit,
    came: (crew.came - cameBefore) * unit,
    rampSeconds: rampMs / SECOND_MS,
    tookSeconds: (performance.now() - beganAt) / SECOND_MS,
  };
}
