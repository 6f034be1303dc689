import { CLOSE } from '../../../shared/protocol/codes.ts';
import { atLeast, atMost, p50, p99, told } from '../measure.ts';
import { lossTimes, onStage, pause, type Scenario } from '../scenario.ts';

const BACK_MS = 10_000;
const SEATS = 4;

/** Kills the process that everybody is at; all come back at the same moment. */
export const storm = (people: number): Scenario => ({
  name: 'storm',
  promise:
    'When thousands come back at the same moment everybody has their place within ten seconds, and each table one owner.',
  how: `${people} people sit at tables of one of three processes, which is ended with SIGKILL.`,
  run: ({ seed, say }) =>
    onStage(
      {
        processes: 3,
        seed,
        tables: people / SEATS,
        lobbies: 0,
        talkers: 0,
        pauseMs: 20_000,
        isWatched: false,
        at: 0,
      },
      async ({ rig, crowd }) => {
        say(`${crowd.players.length} people are there`);
        await pause(2_000);
        const killedAt = Date.now();
        await rig.members[0]!.end('SIGKILL');
        await pause(100);
        await crowd.allLive();
        const back = lossTimes(crowd, killedAt, Date.now());
        say(`the last one was back after ${Math.max(...back)} ms`);
        const owners = new Map<string, Set<string>>();
        for (const { visit } of crowd.players) {
          const { room } = visit.plan;
          owners.set(room, (owners.get(room) ?? new Set()).add(visit.process));
        }
        const split = [...owners.values()].filter(({ size }) => size > 1);
        const moved = crowd.visits.flatMap(({ losses }) => losses).filter(({ code }) => code === CLOSE.moved);
        return [
          atLeast('people who came back', back.length, people),
          told('back in the same room, median', p50(back), 'ms'),
          told('back in the same room, 99 of 100', p99(back), 'ms'),
          atMost('back in the same room, the last one', Math.max(...back), BACK_MS, 'ms'),
          atMost('tables that two processes had', split.length, 0),
          atMost('connections that were sent on to another process', moved.length, 0),
        ];
      },
    ),
});
