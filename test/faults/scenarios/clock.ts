import { until } from '../../harness/until.ts';
import { FakedTime } from '../faked-time.ts';
import { atLeast, atMost, type Measure, p99 } from '../measure.ts';
import type { Player } from '../player.ts';
import type { Member } from '../rig.ts';
import { CROWD, lossTimes, onStage, pause, type Scenario, type Scene } from '../scenario.ts';

const HOUR_S = 3_600;
/** By how much a wait may be longer or shorter than it is meant to be, ms: a busy machine is late. */
const OFF_MS = 1_500;

/** By how much the look at a result really lasts longer than is shown, at a table of a process where nobody is ready, ms. */
async function revealOff(scene: Scene, process: string): Promise<number> {
  const table = scene.crowd.players.filter(({ visit }) => visit.process === process);
  const code = table[0]!.visit.plan.room;
  const players = table.filter(({ visit }) => visit.plan.room === code);
  const stage = ({ table: view }: Player) => view?.game?.stage;
  for (const player of players) player.isPatient = true;
  try {
    await until(() => players.some((player) => stage(player) === 'reveal'), 'a result', 120_000);
    const from = Date.now();
    const shownMs = players[0]!.table?.game?.spanMs ?? 0;
    await until(() => players.every((player) => stage(player) !== 'reveal'), 'the next round', 30_000);
    return Date.now() - from - shownMs;
  } finally {
    for (const player of players) player.isPatient = false;
  }
}

/** By how much the clock of a process is ahead, s: it writes the time above what it answers. */
async function clockOf({ url }: Member): Promise<number> {
  const { headers } = await fetch(`${url}/live`);
  return (Date.parse(headers.get('date') ?? '') - Date.now()) / 1_000;
}

/** Sets the clock of one of two processes by an hour: before it starts, and while it runs. */
export const clockSet = (): Scenario => ({
  name: 'clock',
  promise:
    'The clock of a machine may be wrong by an hour, or be set while people play: no wait is cut short or drawn out.',
  how: 'Of two processes one starts with its clock an hour ahead; then it is set an hour back, and two hours on, while it runs (libfaketime). It dies, and the other one goes on from what it wrote.',
  run: ({ seed, say }) => {
    const time = new FakedTime(HOUR_S);
    const settings = {
      ...CROWD,
      processes: 2,
      seed,
      envOf: (index: number) => (index === 0 ? time.env : {}),
    };
    return onStage(settings, async (scene) => {
      const { rig, crowd } = scene;
      const [wrong, right] = rig.members as [(typeof rig.members)[0], (typeof rig.members)[0]];
      const measures: Measure[] = [];
      const from = Date.now();
      const look = async (what: string, process: string) => {
        const off = await revealOff(scene, process);
        say(`${what}: a wait was off by ${off} ms`);
        measures.push(atMost(`${what}: a wait at a table was off by`, Math.abs(off), OFF_MS, 'ms'));
      };
      measures.push(
        atLeast('by how much its clock was wrong', Math.abs(await clockOf(wrong)), HOUR_S - 60, 's'),
      );
      await look('an hour ahead from the start', wrong.name);
      time.set(-HOUR_S);
      await until(async () => (await clockOf(wrong)) < 60 - HOUR_S, 'the clock to be set');
      await look('set back by two hours meanwhile', wrong.name);
      time.set(HOUR_S);
      await until(async () => (await clockOf(wrong)) > HOUR_S - 60, 'the clock to be set');
      await look('set on by two hours meanwhile', wrong.name);
      // Nobody lost anything so far: the lease is counted by the clock of Redis.
      const lost = lossTimes(crowd, from, Date.now());
      measures.push(atMost('connections lost, rooms moved', lost.length, 0));
      const killedAt = Date.now();
      await wrong.end('SIGKILL');
      await pause(200);
      await crowd.allLive();
      const back = lossTimes(crowd, killedAt, Date.now());
      measures.push(
        atLeast('then the process died: connections that came back', back.length, 1),
        atMost('its rooms were elsewhere after, 99 of 100', p99(back), 5_000, 'ms'),
      );
      await look('at the process whose clock is right, from what the other one wrote', right.name);
      await wrong.start();
      return measures;
    }).finally(() => time.destroy());
  },
});
