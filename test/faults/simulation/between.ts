import { type Directory, LEASE_MS, SETTLE_MS } from '../../../server/directory/directory.ts';
import { InProcessDirectory } from '../../../server/directory/in-process.ts';
import type { Carrier } from '../../../server/infra/topics.ts';
import { Machine, type Scheduler } from './scheduler.ts';

type Hear = (message: never) => void;
type Calls = Record<string, (...args: unknown[]) => Promise<unknown>>;

/** What the processes of a run share besides the store: the directory of rooms, and the topics they tell each other. */
export class Between {
  readonly machine: Machine;
  isAway = false;
  readonly #scheduler: Scheduler;
  readonly #directory: InProcessDirectory;
  readonly #listeners = new Map<string, Map<Hear, Machine>>();

  constructor(scheduler: Scheduler, seed: number) {
    this.#scheduler = scheduler;
    this.machine = new Machine('between', seed);
    this.#directory = new InProcessDirectory({
      now: () => scheduler.now,
      leaseMs: LEASE_MS,
      settleMs: SETTLE_MS,
      pause: (ms) => scheduler.pause(ms),
    });
  }

  /** All of its memory is lost. */
  forget(): void {
    this.#scheduler.note('the directory forgets');
    this.#directory.forget();
  }

  /** The directory as one process sees it. */
  join(client: Machine, process: string, Unavailable: new (message: string) => Error): Directory {
    const inside = this.#directory.join(process);
    const call =
      (name: string) =>
      (...args: unknown[]): Promise<unknown> =>
        new Promise((resolve, reject) => {
          const back = (give: () => void) => this.#scheduler.after(client, this.#delay(), give);
          const refuse = () => back(() => reject(new Unavailable('the directory is away')));
          if (this.isAway) return refuse();
          this.#scheduler.after(this.machine, this.#delay(), () => {
            if (this.isAway) return refuse();
            (inside as unknown as Calls)[name]!(...args).then((value) => {
              this.#scheduler.note(
                `${client.name} ${name} ${JSON.stringify(args)} → ${JSON.stringify(value)}`,
              );
              back(() => resolve(structuredClone(value)));
            }, reject);
          });
        });
    return new Proxy({ process } as never as Directory, {
      get: (target, name) => (name === 'process' ? target.process : call(String(name))),
    });
  }

  /** What carries messages, as one process has it. */
  carrier(client: Machine): Carrier {
    return {
      subscribe: async (topic: string, hear: Hear) => {
        const all = this.#listeners.get(topic) ?? new Map<Hear, Machine>();
        this.#listeners.set(topic, all.set(hear, client));
      },
      unsubscribe: async (topic: string, hear?: Hear) => {
        if (hear) this.#listeners.get(topic)?.delete(hear);
      },
      publish: async (topic: string, message: unknown) => {
        if (this.isAway) throw new Error('nobody carries messages');
        const said = JSON.stringify(message);
        for (const [hear, machine] of this.#listeners.get(topic) ?? []) {
          this.#scheduler.after(machine, this.#delay(), () => hear(JSON.parse(said) as never));
        }
      },
    } as never;
  }

  #delay(): number {
    return 0.1 + this.machine.rng.next() * 3;
  }
}
