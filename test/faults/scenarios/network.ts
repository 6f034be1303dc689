import { sqliteBackend } from '../../harness/chaos-backend.ts';
import { ChaosRig } from '../../harness/chaos-rig.ts';
import { planStrikes } from '../../harness/nemesis.ts';
import { atLeast, atMost, p50, p99, told } from '../measure.ts';
import type { Scenario } from '../scenario.ts';

/** Cuts and silences connections of real pages, at random moments. */
export const network = (faults: number): Scenario => ({
  name: 'network',
  promise:
    'A connection may break at any moment, or fall silent in either direction: nothing is lost, doubled or reordered.',
  how: `The page's own networking in sixteen threads, eight people who chat and two tables; ${faults} faults of single connections or of all that a person has, of up to ten seconds.`,
  async run({ seed, say }) {
    const rig = await ChaosRig.start({ backend: await sqliteBackend(), seed, chatters: 8, tables: 2 });
    try {
      const lines = rig.proxy.lines.length;
      const plan = planStrikes({ seed, faults, lines, everyMs: 250, longestMs: 10_000, unfairShare: 0.1 });
      rig.act();
      const { violations, figures } = await rig.finish(await rig.strike(plan));
      say(`${figures.disconnects} connections were lost`);
      return {
        violations,
        measures: [
          atLeast('connections that were lost', figures.disconnects, faults / 2),
          atLeast('commands acknowledged', figures.acknowledged, 1),
          told('each command was sent, times', figures.tries / figures.commands),
          told('back after the network was, median', p50(figures.back), 'ms'),
          told('back after the network was, 99 of 100', p99(figures.back), 'ms'),
          told('a silent connection noticed after, median', p50(figures.noticed), 'ms'),
          atMost(
            'acknowledged commands lost, doubled, reordered or forked; wrong pictures; leaks',
            violations.length,
            0,
          ),
        ],
      };
    } finally {
      await rig.destroy();
    }
  },
});
