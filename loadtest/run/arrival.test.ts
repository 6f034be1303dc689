import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { arrive } from './arrival.ts';

const never = () => false;

/** Units that take this long to come in, ms; null for those that never do. */
class Comers {
  came = 0;
  coming = 0;
  failed = 0;
  most = 0;
  readonly sentAt: number[] = [];
  readonly #tookMs: (index: number) => number | null;
  readonly #isRefused: (index: number) => boolean;

  constructor(tookMs: (index: number) => number | null, isRefused: (index: number) => boolean = never) {
    this.#tookMs = tookMs;
    this.#isRefused = isRefused;
  }

  add(units: number): void {
    for (let i = 0; i < units; i++) {
      const index = this.sentAt.push(performance.now()) - 1;
      this.most = Math.max(this.most, ++this.coming);
      const tookMs = this.#tookMs(index);
      if (tookMs === null) continue;
      setTimeout(() => {
        this.coming--;
        if (this.#isRefused(index)) this.failed++;
        else this.came++;
      }, tookMs);
    }
  }
}

describe('people who come in', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  /** Lets time run until all is over. */
  const seen = async (crew: Comers, units: number, rampMs: number, isStopped = never) => {
    const arrival = arrive(crew, units, 6, rampMs, isStopped);
    await vi.runAllTimersAsync();
    return arrival;
  };

  it('come at a steady rate, all within the ramp', async () => {
    const crew = new Comers(() => 50);
    const { planned, came, rampSeconds, tookSeconds } = await seen(crew, 100, 10_000);
    expect({ planned, came, rampSeconds }).toEqual({ planned: 600, came: 600, rampSeconds: 10 });
    expect(tookSeconds).toBeCloseTo(10, 0);
    expect(crew.sentAt[50]! - crew.sentAt[0]!).toBeCloseTo(5_000, -2);
    expect(crew.most).toBeLessThan(4);
  });

  it('come later, not in a growing crowd, when the server is slower than the ramp', async () => {
    const crew = new Comers(() => 1_000);
    const { came, tookSeconds } = await seen(crew, 160, 2_000);
    expect(came).toBe(960);
    expect(crew.most).toBe(16);
    expect(tookSeconds).toBeCloseTo(10, 0);
  });

  it('who are refused make room for others, and are missing in the end', async () => {
    const crew = new Comers(
      () => 10,
      (index) => index % 4 === 0,
    );
    expect(await seen(crew, 100, 0)).toMatchObject({ planned: 600, came: 450 });
  });

  it('are not waited for without end', async () => {
    const crew = new Comers((index) => (index < 40 ? 10 : null));
    expect(await seen(crew, 100, 0)).toMatchObject({ planned: 600, came: 240 });
    expect(crew.sentAt).toHaveLength(56);
  });

  it('stay at home when it takes far longer than it was meant to', async () => {
    const crew = new Comers(() => 8_000);
    const { planned, came, tookSeconds } = await seen(crew, 1_000, 10_000);
    // Sixteen each eight seconds, until twice the ramp and half a minute are over; who is on the way comes in.
    expect({ planned, came }).toEqual({ planned: 6_000, came: 6 * 7 * 16 });
    expect(tookSeconds).toBeCloseTo(56, 0);
  });

  it('stay at home when somebody somebody ends the run meanwhile', async () => {
    const crew = new Comers(() => 1_000);
    const { planned, came } = await seen(crew, 100, 2_000, () => crew.came >= 20);
    expect(crew.sentAt.length).toBeLessThan(40);
    expect({ planned, came }).toEqual({ planned: 6 * crew.sentAt.length, came: 6 * crew.sentAt.length });
  });
});
