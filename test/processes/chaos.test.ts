import { expect, it, onTestFinished } from 'vitest';
import { sqliteBackend } from '../harness/chaos-backend.ts';
import { ChaosRig } from '../harness/chaos-rig.ts';
import { describePlan, planStrikes } from '../harness/nemesis.ts';

const FAULTS = 60;

it(`loses, doubles and reorders nothing while ${FAULTS} connections break (promise 7)`, async () => {
  const seed = Date.now() % 1_000_000;
  const rig = await ChaosRig.start({ backend: await sqliteBackend(), seed, chatters: 8, tables: 2 });
  onTestFinished(() => rig.destroy());
  const plan = planStrikes({
    seed,
    faults: FAULTS,
    lines: rig.proxy.lines.length,
    everyMs: 200,
    longestMs: 2_000,
    unfairShare: 0.5,
  });
  const what = `seed ${seed}\n${describePlan(plan)}`;
  rig.act();
  const { violations, figures } = await rig
    .strike(plan)
    .then((struck) => rig.finish(struck))
    .catch((cause: unknown) => {
      throw new Error(what, { cause });
    });
  expect(violations, what).toEqual([]);
  expect(figures.disconnects).toBeGreaterThanOrEqual(FAULTS / 2);
  expect(figures.acknowledged).toBeGreaterThan(150);
});
