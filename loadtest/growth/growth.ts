import { Guest } from '../client/guest.ts';
import { FIRST_GAME } from '../games/index.ts';
import type { World } from '../scenarios/scenario.ts';

/** A figure that was read with so many tables. */
export type Reading = readonly [name: string, unit: string, value: number];

/** A figure by how many tables were open. */
export interface GrowthFigure {
  readonly name: string;
  readonly unit: string;
  readonly values: readonly number[];
}

/** What is looked at, with how many tables, and how it is done. */
export interface Study {
  readonly name: string;
  /** In a sentence. */
  readonly line: string;
  /** How many tables are open when nobody says so; in rising order. */
  readonly tables: readonly number[];
  /**
   * Looks at a server of its own with so many tables: always the same readings in the same order.
   * @param seed the same seed chooses the same moves
   * @param onStep called with what begins, for who looks on
   * @throws Error when the server does not do what it is asked for
   */
  measure(count: number, seed: number, onStep: (what: string) => void): Promise<readonly Reading[]>;
}

/** Does a study with each of these numbers of tables. */
export async function study(
  { measure }: Study,
  tables: readonly number[],
  seed: number,
  onStep: (what: string) => void,
): Promise<readonly GrowthFigure[]> {
  const runs: (readonly Reading[])[] = [];
  for (const count of tables) runs.push(await measure(count, seed, onStep));
  return (runs[0] ?? []).map(([name, unit], index) => ({
    name,
    unit,
    values: runs.map((run) => run[index]![2]),
  }));
}

/** What a server told of itself. @throws Error when it has ended, and tells nothing */
export async function told<T>(answer: Promise<T | null>): Promise<T> {
  const value = await answer;
  if (value === null) throw new Error('The server ended.');
  return value;
}

/** How fast people at tables play, ms between two moves. */
export const MOVE_MS = 1_000;
/** What is not answered or seen after this long is lost, ms. */
const PATIENCE_MS = 10_000;
/** How many ask at the same time. */
const AT_ONCE = 8;
/** Of one person. */
const TABLES_EACH = 3;

/** What a world of one thread is made from. */
export const loadOn = (url: string, seed: number) =>
  ({
    url,
    seed,
    scenario: '',
    speaks: 'protocol',
    players: 0,
    pace: { moveMs: MOVE_MS, messageMs: MOVE_MS, arrivalMs: MOVE_MS },
    patienceMs: PATIENCE_MS,
    run: '',
    worker: 0,
    workers: 1,
  }) as const;

/** Does something so many times, a few at a time. */
export async function times(count: number, act: (index: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const run = async () => {
    while (next < count) await act(next++);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, count) }, run));
}

/** Somebody comes to the server for the first time. */
export const arrive = (world: World): Promise<Guest> =>
  Guest.arrive(world.http, world.traffic, world.nextNumber());

/** Makes a public table; resolves to its code. */
export async function makeTable(host: Guest): Promise<string> {
  const made = await host.post('/api/tables', { visibility: 'public', game: FIRST_GAME.name });
  return (made as { readonly code: string }).code;
}

/** Makes public tables at which nobody is; resolves to their codes. */
export async function openTables(world: World, count: number): Promise<string[]> {
  const codes: string[] = [];
  await times(Math.ceil(count / TABLES_EACH), async (index) => {
    const host = await arrive(world);
    const own = Math.min(TABLES_EACH, count - index * TABLES_EACH);
    for (let i = 0; i < own; i++) codes.push(await makeTable(host));
  });
  return codes;
}
