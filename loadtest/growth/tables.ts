import { FIRST_GAME } from '../games/index.ts';
import { OwnServer, PRODUCT } from '../run/own-server.ts';
import { worldOf } from '../run/world.ts';
import type { World } from '../scenarios/scenario.ts';
import { TablePlay } from '../tables/table-play.ts';
import { arrive, loadOn, makeTable, openTables, type Reading, type Study, times, told } from './growth.ts';

/** How often each thing is done to see what it costs. */
const OFTEN = 200;
/** Full tables, which play while the others are open. */
const FULL = 60;
const PLAY_MS = 8_000;
const REST_MS = 3_000;
const US_PER_MS = 1_000;
const KIB = 1_024;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What things cost on one server. */
class Costs {
  readonly #server: OwnServer;
  /** CPU that it uses while nobody does anything, as a share of a core. */
  #idle = 0;

  constructor(server: OwnServer) {
    this.#server = server;
  }

  /** Nobody does anything for a while. @returns CPU that is used all the same, ms each second */
  async rest(): Promise<number> {
    this.#idle = 0;
    this.#idle = (await this.#cpuMsOf(() => pause(REST_MS))) / REST_MS;
    return this.#idle * 1_000;
  }

  /** CPU time of the server for each of so many things, beyond what it uses at rest, µs. */
  async each(count: number, act: (index: number) => Promise<unknown>): Promise<number> {
    return ((await this.#cpuMsOf(() => times(count, act))) * US_PER_MS) / count;
  }

  /** The same of moves, for each who sees one. */
  async move(world: World, full: readonly TablePlay[]): Promise<number> {
    world.recorder.take();
    const cpuMs = await this.#cpuMsOf(async () => {
      for (const table of full) table.play();
      await pause(PLAY_MS);
      await Promise.all(full.map((table) => table.rest()));
    });
    return (cpuMs * US_PER_MS) / (world.recorder.take().tookUs['move seen']?.length ?? 0);
  }

  async #cpuMsOf(act: () => Promise<unknown>): Promise<number> {
    const beganAt = performance.now();
    const before = await told(this.#server.sample());
    await act();
    const after = await told(this.#server.sample());
    return after.cpuMs - before.cpuMs - this.#idle * (performance.now() - beganAt);
  }
}

/** Looks at the list of tables as the first page does, until it has come. */
async function readList({ http }: World): Promise<void> {
  const { body } = await fetch(new URL('/api/tables/live', http.url));
  const reader = body!.getReader();
  await reader.read();
  await reader.cancel();
}

/** Everything that is done with tables, so often that its cost can be seen. Some of it opens more of them. */
async function costsOf(costs: Costs, world: World, open: readonly string[]): Promise<Reading[]> {
  const people = () => Promise.all(Array.from({ length: OFTEN }, () => arrive(world)));
  const [hosts, players] = [await people(), await people()];
  const make = (index: number) => makeTable(hosts[index]!);
  const play = (index: number) => players[index]!.post('/api/play', { game: FIRST_GAME.name });
  const join = async () => (await (await arrive(world)).sit(world.rng.pick(open), true)).close();
  return [
    ['to make a table', 'µs', await costs.each(OFTEN, make)],
    ['to see the list', 'µs', await costs.each(OFTEN, () => readList(world))],
    ['Play now', 'µs', await costs.each(OFTEN, play)],
    ['to come in and sit down', 'µs', await costs.each(OFTEN, join)],
  ];
}

async function measure(count: number, seed: number, onStep: (what: string) => void): Promise<Reading[]> {
  const server = await OwnServer.start(PRODUCT);
  try {
    const world = worldOf(loadOn(server.url, seed));
    const costs = new Costs(server);
    const memory = async () => ({
      held: await told(server.held()),
      rss: (await told(server.sample())).rssBytes,
    });
    onStep(`${count} tables: ${FULL} of them with players`);
    const full = Array.from({ length: FULL }, () => new TablePlay(world, FIRST_GAME));
    // What has run a few hundred times is compiled, and what is loaded for good is loaded.
    await costsOf(costs, world, await openTables(world, OFTEN));
    const first = await memory();
    await times(FULL, (index) => full[index]!.open());
    const second = await memory();
    onStep(`${count} tables`);
    const open = await openTables(world, count);
    const third = await memory();
    onStep(`${count} tables: what things cost`);
    const rest = await costs.rest();
    const all: Reading[] = [
      ['at rest, CPU each second', 'ms', rest],
      ...(await costsOf(costs, world, open)),
      ['a move, for each who sees it', 'µs', await costs.move(world, full)],
      ['an empty table holds', 'KB', (third.held - second.held) / count / KIB],
      ['an empty table takes, resident', 'KB', (third.rss - second.rss) / count / KIB],
      ['a full table holds', 'KB', (second.held - first.held) / FULL / KIB],
    ];
    // The oldest is refused when it was closed meanwhile, because nobody was there: then all of it says nothing.
    (await (await arrive(world)).sit(open[0]!, false)).close();
    const [error] = world.recorder.take().errors;
    if (error) throw new Error(`${error.kind}: ${error.example}`);
    for (const table of full) table.close();
    return all;
  } finally {
    await server.stop();
  }
}

export const tables: Study = {
  name: 'tables',
  line: 'More and more tables are open: does anything cost more, and how much memory is each?',
  tables: [1_000, 10_000],
  measure,
};
