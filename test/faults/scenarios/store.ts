import { until } from '../../harness/until.ts';
import { atLeast, atMost, type Measure, told } from '../measure.ts';
import { answerTimes, CROWD, type Found, onStage, pause, type Scenario } from '../scenario.ts';
import type { StoreFault } from '../store-faults.ts';

/** What was on its way when the store went away is answered within this time, ms. */
const ON_ITS_WAY_MS = 500;
const ANSWERED_MS = 5_000;

/** Takes the store away for a while, while people act. */
async function awayFor(
  fault: StoreFault,
  ms: number,
  seed: number,
  say: (text: string) => void,
): Promise<Found> {
  const named = (measure: Measure): Measure => ({ ...measure, name: `${fault.name}: ${measure.name}` });
  const found = await onStage(
    { ...CROWD, processes: 2, seed, backend: fault.backend },
    async ({ rig, crowd }) => {
      await pause(3_000);
      const seen = () => crowd.players.reduce((sum, { views }) => sum + views.length, 0);
      await fault.away(rig);
      await pause(ON_ITS_WAY_MS);
      const [from, before] = [Date.now(), seen()];
      await pause(ms - ON_ITS_WAY_MS);
      const [acknowledged, shown] = [answerTimes(crowd, from, Date.now()).length, seen() - before];
      // Whoever waits now has waited for long.
      const waiting = crowd.visits.filter(({ isWaiting }) => isWaiting);
      const answeredBefore = waiting.map(({ answered }) => answered.length);
      await fault.back(rig);
      const back = Date.now();
      const isAnswered = () =>
        waiting.every(({ answered }, index) => answered.length > answeredBefore[index]!);
      await until(isAnswered, 'everything that waited to be answered', 60_000);
      const took = Date.now() - back;
      await pause(2_000);
      say(
        `${fault.name}: ${waiting.length} commands waited and were answered ${took} ms after the store was back`,
      );
      return [
        told('away', ms / 1_000, 's'),
        ...(fault.takes
          ? [told(`acknowledged meanwhile, ${fault.takes}`, acknowledged)]
          : [atMost('acknowledged meanwhile', acknowledged, 0), atMost('views shown meanwhile', shown, 0)]),
        atLeast('commands that waited', waiting.length, 1),
        atMost('the last of them answered after', took, ANSWERED_MS, 'ms'),
      ];
    },
  );
  return { violations: found.violations, measures: found.measures.map(named) };
}

/** Takes stores away in several ways. */
export const storeAway = (faults: readonly (() => Promise<StoreFault>)[], ms: number): Scenario => ({
  name: 'store',
  promise:
    'Nothing is shown or acknowledged before it is stored; when the store is away everything waits, and goes on by itself.',
  how: `Two processes; for ${ms / 1_000} seconds the store cannot be written, or hardly, in ${faults.length} ways.`,
  async run({ seed, say }) {
    const all: Found[] = [];
    for (const open of faults) all.push(await awayFor(await open(), ms, seed, say));
    return {
      violations: all.flatMap(({ violations }) => violations),
      measures: all.flatMap(({ measures }) => measures),
    };
  },
});
