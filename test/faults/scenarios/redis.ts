import { until } from '../../harness/until.ts';
import { LiveList } from '../lists.ts';
import { atMost, type Measure, p99, told } from '../measure.ts';
import { Person } from '../person.ts';
import { answerTimes, CROWD, lossTimes, onStage, pause, type Scenario, type Scene } from '../scenario.ts';

const SLOWER_MS = 20;
const LISTED_MS = 5_000;
const BASE_MS = 8_000;

/** Redis is ended and starts again with nothing in it, at once or after a while; or it stands still. */
type Away = readonly [how: 'restarted empty' | 'silent', ms: number];

/** @returns how long it took until every process listed everything and gave seats again, ms */
async function goneFor({ rig, crowd }: Scene, [how, ms]: Away): Promise<number> {
  const codes = [...new Set(crowd.players.map(({ visit }) => visit.plan.room))];
  if (how === 'silent') {
    rig.redis.signal('SIGSTOP');
    await pause(ms);
    rig.redis.signal('SIGCONT');
  } else await rig.restartRedis(ms);
  const back = Date.now();
  const lists = rig.members.map((member) => new LiveList(member));
  try {
    const isListed = () =>
      lists.every(
        ({ totals: [tables, people] }) => tables === codes.length && people === crowd.players.length,
      );
    await until(isListed, 'the lists to be whole again', 60_000);
    for (const [index] of rig.members.entries()) {
      const stranger = await Person.arrive(rig.doors, 60_000 + index, index);
      for (const code of codes)
        await stranger.askPatiently('POST', `/api/tables/${code}/seat`, {
          wantsSeat: false,
          protocol: [1, 1],
        });
    }
    return Date.now() - back;
  } finally {
    for (const list of lists) list.stop();
  }
}

/** Takes Redis away in several ways. */
export const redisAway = (ways: readonly Away[]): Scenario => ({
  name: 'redis',
  promise:
    'Redis may go away and forget everything: rooms go on as if nothing happened, lists are whole again soon.',
  how: `Three processes; Redis is ${ways.map(([how, ms]) => (ms === 0 ? how : `${how} for ${ms / 1_000} s`)).join(', ')}.`,
  run: ({ seed, say }) =>
    onStage({ ...CROWD, processes: 3, seed }, async (scene) => {
      const { crowd } = scene;
      const measures: Measure[] = [];
      await pause(2_000);
      const calmFrom = Date.now();
      await pause(BASE_MS);
      const usual = p99(answerTimes(crowd, calmFrom, Date.now()));
      measures.push(told('a command is answered usually, 99 of 100', usual, 'ms'));
      for (const way of ways) {
        const name = way[1] === 0 ? way[0] : `${way[0]} ${way[1] / 1_000} s`;
        const from = Date.now();
        const listed = await goneFor(scene, way);
        // As long as before, however short it was away.
        await pause(Math.max(0, from + BASE_MS - Date.now()));
        const times = answerTimes(crowd, from, Date.now());
        const lost = lossTimes(crowd, from, Date.now());
        say(
          `${name}: answers p99 ${p99(times)} ms (usually ${usual}), ${lost.length} connections lost, listed after ${listed} ms`,
        );
        measures.push(
          atMost(
            `${name}: a command is answered later than usually by, 99 of 100`,
            p99(times) - usual,
            SLOWER_MS,
            'ms',
          ),
          atMost(`${name}: connections lost`, lost.length, 0),
          atMost(`${name}: lists whole and seats given everywhere again after`, listed, LISTED_MS, 'ms'),
        );
      }
      return measures;
    }),
});
