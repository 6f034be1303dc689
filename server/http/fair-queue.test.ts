import { describe, expect, it } from 'vitest';
import { FairQueue, type Turn } from './fair-queue.ts';

const turn = (account: string, address: string, isKnown = false): Turn => ({ account, address, isKnown });

/** A queue that is kept busy; `ask` notes who got a turn, `end` lets them go one after the other. */
function busyQueue(maxWaiting: number, patienceMs = 60_000) {
  const queue = new FairQueue({ atOnce: 1, maxWaiting, patienceMs });
  const served: string[] = [];
  let release = () => {};
  const first = queue.run(turn('first', 'first'), () => new Promise<void>((resolve) => (release = resolve)));
  const ask = (who: string, by: Turn) =>
    queue.run(by, async () => {
      served.push(who);
      return who;
    });
  const end = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    release();
    await first;
  };
  return { ask, end, served };
}

describe('a fair queue', () => {
  it('lets who is known go before any crowd', async () => {
    const { ask, end, served } = busyQueue(200);
    const crowd = Array.from({ length: 120 }, (_, i) => ask(`stranger ${i}`, turn('ana', `10.0.0.${i}`)));
    const owner = ask('owner', turn('ana', '10.9.9.9', true));
    await end();
    expect(await owner).toBe('owner');
    await Promise.all(crowd);
    expect(served[0]).toBe('owner');
  });

  it('lets a new address go before one that asks all the time, at the same account too', async () => {
    const { ask, end, served } = busyQueue(200);
    const noisy = Array.from({ length: 50 }, (_, i) => ask(`noisy ${i}`, turn('ana', '10.0.0.1')));
    const owner = ask('owner', turn('ana', '10.0.0.2'));
    await end();
    await Promise.all([owner, ...noisy]);
    expect(served.indexOf('owner')).toBe(1);
  });

  it('lets no known account keep out another one', async () => {
    const { ask, end, served } = busyQueue(200);
    const noisy = Array.from({ length: 50 }, (_, i) => ask(`noisy ${i}`, turn('eve', '10.0.0.1', true)));
    const owner = ask('owner', turn('ana', '10.0.0.2', true));
    await end();
    await Promise.all([owner, ...noisy]);
    expect(served.indexOf('owner')).toBe(1);
  });

  it('sends away who asks most when it is full, not who comes last', async () => {
    const { ask, end } = busyQueue(10);
    const noisy = Array.from({ length: 30 }, (_, i) => ask(`noisy ${i}`, turn('ana', '10.0.0.1')));
    const others = Array.from({ length: 5 }, (_, i) => ask(`other ${i}`, turn('ana', `10.0.1.${i}`)));
    await end();
    expect(await Promise.all(others)).toEqual(others.map((_, i) => `other ${i}`));
    const results = await Promise.all(noisy);
    expect(results.slice(0, 5)).toEqual([0, 1, 2, 3, 4].map((i) => `noisy ${i}`));
    expect(results.slice(5).every((result) => result === null)).toBe(true);
  });

  it('sends away who waited too long, and goes on after a failure', async () => {
    const { ask, end } = busyQueue(10, 30);
    expect(await ask('late', turn('ana', '10.0.0.1'))).toBeNull();
    await end();
    const queue = new FairQueue({ atOnce: 1, maxWaiting: 1, patienceMs: 1_000 });
    await expect(queue.run(turn('a', 'a'), () => Promise.reject(new Error('broken')))).rejects.toThrow(
      'broken',
    );
    expect(await queue.run(turn('a', 'a'), async () => 'next')).toBe('next');
  });
});
