import { atLeast, atMost, p50, p99, told } from '../measure.ts';
import { lossTimes, onStage, pause, type Scenario } from '../scenario.ts';

const PAUSE_MS = 1_000;
const CALM_MS = 2_000;

/** Restarts all processes one after the other, so many times, while people play. */
export const rolling = (rolls: number, tables: number): Scenario => ({
  name: 'rolling',
  promise:
    'An update goes on while people play: nobody is refused anything, and nobody is away for a second.',
  how: `${tables * 4} people play; each of three processes in turn is told to end (SIGTERM), ends by itself and starts again, ${rolls} times.`,
  run: ({ seed, say }) =>
    onStage(
      { processes: 3, seed, tables, lobbies: 2, talkers: 4, pauseMs: 500, isWatched: true },
      async ({ rig, crowd }) => {
        const from = Date.now();
        const ends: number[] = [];
        for (let roll = 1; roll <= rolls; roll++) {
          for (const [index, member] of rig.members.entries()) {
            await pause(CALM_MS);
            const toldAt = Date.now();
            await member.end('SIGTERM');
            ends.push(Date.now() - toldAt);
            await member.start();
            await crowd.allLive();
            const losses = lossTimes(crowd, toldAt, Date.now());
            say(
              `roll ${roll}, process ${index + 1}: ended after ${ends.at(-1)} ms; ${losses.length} moved, p99 ${p99(losses)} ms`,
            );
          }
        }
        const losses = lossTimes(crowd, from, Date.now());
        return [
          atLeast('processes restarted', ends.length, rolls * rig.members.length),
          atLeast('players', crowd.players.length, tables * 4),
          told('connections that were moved', losses.length),
          told('without a connection, median', p50(losses), 'ms'),
          atMost('without a connection, 99 of 100', p99(losses), PAUSE_MS, 'ms'),
          told('the longest end of a process', Math.max(...ends), 'ms'),
        ];
      },
    ),
});
