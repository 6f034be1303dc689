import { describe, expect, it } from 'vitest';
import { FairQueue, type Turn } from './fair-queue.ts';

/** Somebody of whom only the address is known, or these. */
const from = (...keys: string[]): Turn => ({ rank: 1, keys });
const known = (account: string): Turn => ({ rank: 0, keys: [account] });
const always = () => true;

/** A queue that is kept busy; `ask` notes who got a turn, `end` lets them go one after the other. */
function busyQueue(maxWaiting: number, patienceMs = 60_000) {
  const queue = new FairQueue({ atOnce: 1, maxWaiting, patienceMs });
  const served: string[] = [];
  let release = () => {};
  const first = queue.run(from('first'), () => new Promise<void>((resolve) => (release = resolve)), always);
  const ask = (who: string, by: Turn, counts = always) => {
    const act = async () => {
      served.push(who);
      return who;
    };
    return queue.run(by, act, counts);
  };
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
    const owner = ask('owner', known('ana'));
    const crowd = Array.from({ length: 120 }, (_, i) => ask(`stranger ${i}`, from(`10.0.0.${i}`)));
    await end();
    expect(await owner).toBe('owner');
    await Promise.all(crowd);
    expect(served[0]).toBe('owner');
  });

  it('lets a new address go before one that asks all the time', async () => {
    const { ask, end, served } = busyQueue(200);
    const owner = ask('owner', from('10.0.0.2'));
    const noisy = Array.from({ length: 50 }, (_, i) => ask(`noisy ${i}`, from('10.0.0.1')));
    await end();
    await Promise.all([owner, ...noisy]);
    expect(served.indexOf('owner')).toBeLessThanOrEqual(1);
  });

  it('takes nobody for new who is new in one way only', async () => {
    const { ask, end, served } = busyQueue(200);
    const owner = ask('owner', from('10.0.0.2', 'a phone'));
    const addresses = Array.from({ length: 50 }, (_, i) => ask('many', from(`10.0.1.${i}`, 'a program')));
    const programs = Array.from({ length: 50 }, (_, i) => ask('many', from('10.0.0.1', `program ${i}`)));
    await end();
    await Promise.all([owner, ...addresses, ...programs]);
    // The first of each had not asked before either.
    expect(served.indexOf('owner')).toBeLessThanOrEqual(2);
  });

  it('lets no known account keep out another one', async () => {
    const { ask, end, served } = busyQueue(200);
    const owner = ask('owner', known('ana'));
    const noisy = Array.from({ length: 50 }, (_, i) => ask(`noisy ${i}`, known('eve')));
    await end();
    await Promise.all([owner, ...noisy]);
    expect(served.indexOf('owner')).toBeLessThanOrEqual(1);
  });

  it('serves the newest of equals, and sends away the oldest when it is full', async () => {
    const { ask, end, served } = busyQueue(3);
    const all = [1, 2, 3, 4, 5].map((n) => ask(`${n}`, from(`10.0.0.${n}`)));
    await end();
    expect(await Promise.all(all)).toEqual([null, null, '3', '4', '5']);
    expect(served).toEqual(['5', '4', '3']);
  });

  it('sends away who asks most when it is full, not who comes last', async () => {
    const { ask, end } = busyQueue(10);
    const noisy = Array.from({ length: 30 }, (_, i) => ask(`noisy ${i}`, from('10.0.0.1')));
    const others = Array.from({ length: 5 }, (_, i) => ask(`other ${i}`, from(`10.0.1.${i}`)));
    await end();
    expect(await Promise.all(others)).toEqual(others.map((_, i) => `other ${i}`));
    const results = await Promise.all(noisy);
    expect(results.slice(0, 5)).toEqual([0, 1, 2, 3, 4].map((i) => `noisy ${i}`));
    expect(results.slice(5).every((result) => result === null)).toBe(true);
  });

  it.each([
    ['forgets what went well', () => false, ['school', 'home']],
    ['remembers what went wrong', () => true, ['home', 'school']],
  ])('%s', async (_what, counts, order) => {
    const queue = new FairQueue({ atOnce: 1, maxWaiting: 200, patienceMs: 60_000 });
    const served: string[] = [];
    const ask = (who: string) => queue.run(from(who), async () => void served.push(who), counts);
    for (let i = 0; i < 20; i++) await ask('school');
    served.length = 0;
    const rest = ['somebody', 'home', 'school'].map(ask);
    await Promise.all(rest);
    expect(served.slice(1)).toEqual(order);
  });

  it('sends away who waited too long, and goes on after a failure', async () => {
    const { ask, end } = busyQueue(10, 30);
    expect(await ask('late', from('10.0.0.1'))).toBeNull();
    await end();
    const queue = new FairQueue({ atOnce: 1, maxWaiting: 1, patienceMs: 1_000 });
    const fail = () => Promise.reject(new Error('broken'));
    await expect(queue.run(from('a'), fail, always)).rejects.toThrow('broken');
    expect(await queue.run(from('a'), async () => 'next', always)).toBe('next');
  });
});
