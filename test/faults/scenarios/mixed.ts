import { atLeast, p50, p99, told } from '../measure.ts';
import { type Blow, describeBlows, planBlows, strike } from '../nemesis.ts';
import { CROWD, lossTimes, onStage, pause, type Scenario } from '../scenario.ts';

const PROCESSES = 3;
const EVERY_MS = 1_500;

/** Everything at once, in an order that follows from the seed. */
export const mixed = (counts: Partial<Record<Blow, number>>, longestMs: number): Scenario => {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return {
    name: 'mixed',
    promise:
      'Whatever breaks, and whatever breaks meanwhile: nothing is lost, and when all runs again everybody plays on.',
    how: `Three processes; ${all} faults of ${Object.keys(counts).length} kinds, in an order and at moments that follow from the seed, also while others last.`,
    run: ({ seed, say }) =>
      onStage({ ...CROWD, processes: PROCESSES, hasLinks: true, seed }, async ({ rig, crowd }) => {
        const plan = planBlows(seed, counts, { processes: PROCESSES, everyMs: EVERY_MS, longestMs });
        say(describeBlows(plan));
        const from = Date.now();
        await strike(plan, rig);
        const healed = Date.now();
        await crowd.allLive();
        const took = Date.now() - healed;
        // Everybody has something to do once more.
        await pause(3_000);
        const losses = lossTimes(crowd, from, healed);
        return [
          atLeast('faults', plan.length, all),
          told('connections that were lost', losses.length),
          told('without a connection, median', p50(losses), 'ms'),
          told('without a connection, 99 of 100', p99(losses), 'ms'),
          told('everybody back after the last fault', took, 'ms'),
        ];
      }),
  };
};
