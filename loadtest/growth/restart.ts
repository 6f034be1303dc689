import { FIRST_GAME } from '../games/index.ts';
import { Times } from '../measure/histogram.ts';
import { OwnServer, PRODUCT } from '../run/own-server.ts';
import { worldOf } from '../run/world.ts';
import { TablePlay } from '../tables/table-play.ts';
import { loadOn, MOVE_MS, openTables, type Reading, type Study, times, told } from './growth.ts';

/** Tables at which people play, among the others. */
const FULL = 50;
/** How long is played before the server is killed: so much has to be read again. */
const PLAY_MS = 5_000;
/** How often it is asked whether the server is ready, ms. */
const LOOK_MS = 5;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function isReady(url: string): Promise<void> {
  while (!(await fetch(new URL('/ready', url))).ok) await pause(LOOK_MS);
}

async function measure(count: number, seed: number, onStep: (what: string) => void): Promise<Reading[]> {
  let server = await OwnServer.start(PRODUCT);
  try {
    const world = worldOf(loadOn(server.url, seed));
    onStep(`${count} tables`);
    await openTables(world, count - FULL);
    const full = Array.from({ length: FULL }, () => new TablePlay(world, FIRST_GAME));
    await times(FULL, (index) => full[index]!.open());
    for (const table of full) table.play();
    await pause(PLAY_MS);
    await Promise.all(full.map((table) => table.rest()));

    onStep('killed, and started again');
    await server.kill();
    const beganAt = performance.now();
    server = await OwnServer.start(PRODUCT, { after: server });
    await isReady(server.url);
    const readyMs = performance.now() - beganAt;
    const { cpuMs } = await told(server.sample());
    // Whoever was cut off with the server is not what is looked at.
    world.recorder.take();
    await Promise.all(full.map((table) => table.breakAll()));
    for (const table of full) table.play();
    await pause(2 * MOVE_MS);
    await Promise.all(full.map((table) => table.rest()));
    for (const table of full) table.close();
    const { tookUs, errors } = world.recorder.take();
    if (errors[0]) throw new Error(`${errors[0].kind}: ${errors[0].example}`);
    const p99 = (operation: string) => {
      const all = new Times();
      all.record(tookUs[operation] ?? new Uint32Array());
      return all.summary.p99Ms;
    };
    return [
      ['until it is ready', 'ms', readyMs],
      ['CPU until then', 'ms', cpuMs],
      [`until all of ${FULL * FIRST_GAME.seats} players are back, p99`, 'ms', p99('return')],
      ['their first moves, p99', 'ms', p99('move seen')],
    ];
  } finally {
    await server.stop();
  }
}

export const restart: Study = {
  name: 'restart',
  line: 'A server with open tables is killed and started again: how long until people play on?',
  tables: [3_000],
  measure,
};
