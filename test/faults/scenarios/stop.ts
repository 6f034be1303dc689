import { seededRng } from '../../../shared/core/seeded-rng.ts';
import { atLeast, atMost, p50, p99, told } from '../measure.ts';
import { CROWD, lossTimes, onStage, pause, type Scenario } from '../scenario.ts';
import { busyMember } from './kill.ts';

const SHORTEST_MS = 1_000;
const CALM_MS = 800;
/** How long somebody may be thrown about after a process went on, ms: two owners that fight never come to an end. */
const SETTLED_MS = 10_000;

/**
 * Holds processes up, so many times, and lets them go on: they still believe that they have what others took meanwhile.
 * @param longestMs of one stop; short ones are likelier
 */
export const stopping = (stops: number, longestMs: number): Scenario => ({
  name: 'stop',
  promise: 'A process that was held up and goes on takes nothing back from those that took its place.',
  how: `Of three processes one that has tables is stopped for ${SHORTEST_MS / 1_000} to ${longestMs / 1_000} seconds (SIGSTOP) and goes on, ${stops} times.`,
  run: ({ seed, say }) =>
    onStage({ ...CROWD, processes: 3, seed }, async (scene) => {
      const { crowd } = scene;
      const rng = seededRng(seed);
      const from = Date.now();
      const settled: number[] = [];
      for (let stop = 1; stop <= stops; stop++) {
        await pause(200 + rng.int(CALM_MS));
        const victim = busyMember(scene, (members) => rng.pick(members));
        const ms = Math.round(SHORTEST_MS + (longestMs - SHORTEST_MS) * rng.next() ** 3);
        victim.freeze();
        await pause(ms);
        victim.thaw();
        const thawedAt = Date.now();
        await crowd.allLive();
        // Whoever is moved once more is moved now.
        await pause(1_500);
        await crowd.allLive();
        const last = Math.max(
          0,
          ...crowd.visits.flatMap(({ losses }) => losses.map(({ to }) => (to ?? 0) - thawedAt)),
        );
        settled.push(last);
        say(`stop ${stop}: ${ms} ms; everybody settled ${last} ms after it went on`);
      }
      const losses = lossTimes(crowd, from, Date.now());
      return [
        atLeast('stops', stops, stops),
        told('connections that were lost or moved', losses.length),
        told('back in the same room after that, median', p50(losses), 'ms'),
        told('back in the same room after that, 99 of 100', p99(losses), 'ms'),
        atMost('everybody settled after the process went on', Math.max(...settled), SETTLED_MS, 'ms'),
      ];
    }),
});
