import type { Storage } from '../../../server/storage/types.ts';
import { sqliteStorage as memoryStorage } from '../../bench/memory-store.ts';
import type { Scheduler } from './scheduler.ts';
import { Machine } from './scheduler.ts';

/**
 * How the store is.
 * - `slow`: everything takes long
 * - `away`: writes wait until it is back; reads reject as `Unavailable`
 * - `full`: everything rejects as `Unavailable` at once, without effect
 * - `failing`: calls reject with some error, after they had their effect or without it
 */
export type StoreMood = 'well' | 'slow' | 'away' | 'full' | 'failing';

/** Some failure that says nothing about what became of a call. */
export class StoreFailure extends Error {}

type Calls = Record<string, (...args: never[]) => Promise<unknown>>;
const READS = new Set([
  'after',
  'before',
  'about',
  'ofAuthor',
  'find',
  'last',
  'search',
  'get',
  'getMany',
  'list',
  'below',
]);
/** How long a read waits for a store that is away, ms. */
const PATIENCE_MS = 3_000;

/** The store of a run: what is in it outlives every process; each call is one step, which may come after its caller died. */
export class Store {
  mood: StoreMood = 'well';
  readonly machine: Machine;
  readonly disk: Storage;
  readonly #scheduler: Scheduler;
  /** Writes that wait until the store is back. */
  #waiting: (() => void)[] = [];

  private constructor(scheduler: Scheduler, disk: Storage, seed: number) {
    this.#scheduler = scheduler;
    this.disk = disk;
    this.machine = new Machine('store', seed);
  }

  static async open(scheduler: Scheduler, seed: number): Promise<Store> {
    return new Store(scheduler, await memoryStorage(), seed);
  }

  /** From now on it is like this. */
  feel(mood: StoreMood): void {
    this.mood = mood;
    this.#scheduler.note(`store is ${mood}`);
    if (mood !== 'away') for (const act of this.#waiting.splice(0)) act();
  }

  /** The store as one process sees it. @param Unavailable the class of that process */
  connect(client: Machine, Unavailable: new (message: string) => Error): Storage {
    const lane = { freeAt: 0 };
    const over = (calls: object, what: string): never =>
      new Proxy(calls, {
        get:
          (target, name) =>
          (...args: never[]) =>
            this.#call(client, lane, `${what}.${String(name)}`, Unavailable, () =>
              (target as Calls)[String(name)]!(...args),
            ),
      }) as never;
    return {
      entries: over(this.disk.entries, 'entries'),
      documents: over(this.disk.documents, 'documents'),
      health: () => this.disk.health(),
      close: async () => {},
    };
  }

  #call(
    client: Machine,
    lane: { freeAt: number },
    name: string,
    Unavailable: new (message: string) => Error,
    act: () => Promise<unknown>,
  ): Promise<unknown> {
    const isRead = READS.has(name.split('.')[1]!);
    const { rng } = this.machine;
    // The rows that go back are copies: what is in the store changes by writes alone.
    return new Promise((resolve, reject) => {
      let isAnswered = false;
      const answer = (give: () => void) => {
        if (isAnswered) return;
        isAnswered = true;
        this.#scheduler.after(client, this.#delay(), give);
      };
      const refuse = () => answer(() => reject(new Unavailable(`the store is ${this.mood}`)));
      const carryOut = () => {
        const isLost = this.mood === 'failing' && rng.int(3) === 0;
        if (isLost && rng.int(2) === 0) {
          this.#scheduler.note(`${client.name} ${name} fails`);
          return answer(() => reject(new StoreFailure('a failure before the fact')));
        }
        act().then(
          (value) => {
            this.#scheduler.note(`${client.name} ${name}${isLost ? ', and fails' : ''}`);
            answer(() =>
              isLost ? reject(new StoreFailure('a failure after the fact')) : resolve(structuredClone(value)),
            );
          },
          (error: unknown) => answer(() => reject(error)),
        );
      };
      // Writes of one process stay in their order.
      const at = Math.max(isRead ? 0 : lane.freeAt, this.#scheduler.now + this.#delay());
      if (!isRead) lane.freeAt = at;
      this.#scheduler.after(this.machine, at - this.#scheduler.now, () => {
        if (this.mood === 'full') return refuse();
        if (this.mood !== 'away') return carryOut();
        if (!isRead) return void this.#waiting.push(carryOut);
        this.#scheduler.after(this.machine, PATIENCE_MS, refuse);
      });
    });
  }

  #delay(): number {
    const { rng } = this.machine;
    return this.mood === 'slow' ? 200 + rng.int(1_500) : 0.2 + rng.next() * (rng.int(20) === 0 ? 60 : 4);
  }
}
