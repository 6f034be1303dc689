import { seededRng } from '../../../shared/core/seeded-rng.ts';
import { atLeast, atMost, p50, p99, told } from '../measure.ts';
import type { Member } from '../rig.ts';
import { CROWD, lossTimes, onStage, pause, type Scenario, type Scene } from '../scenario.ts';

/** The longest time between two kills in which all is well, ms. */
const CALM_MS = 1_200;
const LATE_MS = 1_000;
/** How long whatever looks after processes waits before it starts one again, ms. */
const RESTART_MS = 1_000;

/** A process that somebody plays at. */
export function busyMember({ rig, crowd }: Scene, pick: (members: readonly Member[]) => Member): Member {
  const busy = new Set(crowd.players.map(({ visit }) => rig.memberOf(visit.process)));
  return pick(rig.members.filter((member) => member.isRunning && busy.has(member)));
}

/** Kills processes in the middle of games, so many times; each is started again a second later. */
export const killing = (kills: number): Scenario => ({
  name: 'kill',
  promise:
    'A process that dies takes nothing with it, and its players are back in the same game within a second.',
  how: `Of three processes one that has tables is ended with SIGKILL, ${kills} times; it starts again a second later.`,
  run: ({ seed, say }) =>
    onStage({ ...CROWD, processes: 3, seed }, async (scene) => {
      const rng = seededRng(seed);
      const from = Date.now();
      for (let kill = 1; kill <= kills; kill++) {
        await pause(200 + rng.int(CALM_MS));
        const victim = busyMember(scene, (members) => rng.pick(members));
        const killedAt = Date.now();
        await victim.end('SIGKILL');
        const starting = pause(RESTART_MS).then(() => victim.start());
        await Promise.all([starting, scene.crowd.allLive()]);
        const back = lossTimes(scene.crowd, killedAt, Date.now());
        say(`kill ${kill}: ${back.length} connections, the last one back after ${Math.max(...back)} ms`);
      }
      const back = lossTimes(scene.crowd, from, Date.now());
      return [
        atLeast('kills', kills, kills),
        atLeast('connections that were lost', back.length, kills),
        told('back in the same room, median', p50(back), 'ms'),
        atMost('back in the same room, 99 of 100', p99(back), LATE_MS, 'ms'),
        told('back in the same room, the last one', Math.max(...back), 'ms'),
      ];
    }),
});
