import { expect, it, onTestFinished } from 'vitest';
import { seededRng } from '../../shared/core/seeded-rng.ts';
import type { Backend } from './chaos-backend.ts';
import { ChaosRig } from './chaos-rig.ts';

const KILLS = 20;
/** The longest time between two kills, besides that of the start, ms. */
const LONGEST_MS = 2_000;

/** The test that a server may be killed at any moment, with its data in any backend. */
export function testCrashes(name: string, open: () => Promise<Backend>): void {
  it(`loses nothing when the server is killed ${KILLS} times, with its data in ${name}`, async () => {
    const seed = Date.now() % 1_000_000;
    const rng = seededRng(seed);
    const rig = await ChaosRig.start({ backend: await open(), seed, chatters: 4, tables: 1 });
    onTestFinished(() => rig.destroy());
    rig.act();
    for (let kill = 0; kill < KILLS; kill++) {
      // Every other time the server dies while people are still coming back.
      if (kill % 2 === 0) await rig.allLive();
      await new Promise((resolve) => setTimeout(resolve, rng.int(LONGEST_MS)));
      await rig.crash();
    }
    const { violations, figures } = await rig.finish();
    expect(violations, `seed ${seed}`).toEqual([]);
    expect(figures.acknowledged, `seed ${seed}`).toBeGreaterThan(50);
    expect(figures.disconnects, `seed ${seed}`).toBeGreaterThan(KILLS);
  });
}
