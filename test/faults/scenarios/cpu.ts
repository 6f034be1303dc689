import { Crowd } from '../crowd.ts';
import { atLeast, atMost, told } from '../measure.ts';
import { Rig } from '../rig.ts';
import { pause, type Scenario } from '../scenario.ts';

const SETTLE_MS = 4_000;
const MEASURED_MS = 20_000;
const DEAREST = 1.5;

/** CPU time of all processes and Redis for each move that was carried out, ms. */
async function cpuPerMove(
  processes: number,
  tables: number,
  seed: number,
): Promise<readonly [ms: number, moves: number]> {
  const rig = await Rig.start({ processes, hasRedis: processes > 1 });
  const options = { seed, tables, lobbies: 0, talkers: 0, pauseMs: 400, isWatched: false } as const;
  let crowd: Crowd | null = null;
  try {
    crowd = await Crowd.gather(rig, options);
    crowd.act();
    await pause(SETTLE_MS);
    const moves = () =>
      crowd!.visits.reduce(
        (sum, { answered }) => sum + answered.filter(({ code }) => code === null).length,
        0,
      );
    const [cpu, before] = [rig.cpuMs, moves()];
    await pause(MEASURED_MS);
    const made = moves() - before;
    return [(rig.cpuMs - cpu) / made, made];
  } finally {
    crowd?.close();
    await rig.destroy();
  }
}

/** What a move costs over two processes, beside one that is alone. */
export const cpu = (tables: number): Scenario => ({
  name: 'cpu',
  promise: 'Several processes cost little more than one: the same game, half as much again at most.',
  how: `${tables * 4} people play, at one process without Redis, then at two with it; CPU time is that of all processes and Redis.`,
  async run({ seed, say }) {
    const [alone, few] = await cpuPerMove(1, tables, seed);
    const [together, many] = await cpuPerMove(2, tables, seed);
    say(`a move costs ${alone.toFixed(2)} ms of CPU alone, ${together.toFixed(2)} ms over two processes`);
    return {
      violations: [],
      measures: [
        atLeast('moves that were measured', Math.min(few, many), 100),
        told('CPU of a move, one process', alone, 'ms'),
        told('CPU of a move, two processes and Redis', together, 'ms'),
        atMost('two processes beside one', together / alone, DEAREST, '×'),
      ],
    };
  },
});
