import { z } from 'zod';
import { Shelf } from '../storage/shelf.ts';
import type { DocumentStore } from '../storage/types.ts';

/** How long what was read of them counts, ms: whoever is no operator any more is none after this time, on every process. */
export const FRESH_MS = 2_000;
/** Operators there may be besides those of the configuration. */
const MAX_OPERATORS = 200;
const ALL = 'all';

const operatorSchema = z.object({
  /** Epoch ms. */
  since: z.int(),
});

interface OperatorsPorts {
  readonly documents: DocumentStore;
  readonly clock: { now(): number };
  /** Ids of people who always are, as the configuration says. */
  readonly fixed: readonly string[];
}

/**
 * People who look after the whole server: those of the configuration, and those that were appointed on the machine. The
 * right is read from the store again and again, and nobody has to tell anybody when it changes.
 */
export class Operators {
  readonly #ports: OperatorsPorts;
  readonly #appointed: Shelf<z.output<typeof operatorSchema>>;
  #known: { readonly at: number; readonly people: Promise<ReadonlySet<string>> } | null = null;

  constructor(ports: OperatorsPorts) {
    this.#ports = ports;
    this.#appointed = new Shelf(ports.documents, 'operator', operatorSchema);
  }

  /** Whether somebody is an operator, or was until a moment ago. Rejects with `Unavailable` when nobody can say. */
  async includes(person: string): Promise<boolean> {
    if (this.#ports.fixed.includes(person)) return true;
    return (await this.#read()).has(person);
  }

  /** Ids of those that were appointed, the latest first. */
  async appointed(): Promise<string[]> {
    return [...(await this.#appointed.list(ALL, { limit: MAX_OPERATORS })).keys()];
  }

  /** Makes somebody an operator. Repeatable; false when they are one already. */
  appoint(person: string): Promise<boolean> {
    const since = this.#ports.clock.now();
    return this.#appointed.insert(person, { since }, { owner: ALL, rank: since });
  }

  /** Takes the right away. Repeatable; false when they had none, or have it by the configuration. */
  dismiss(person: string): Promise<boolean> {
    return this.#appointed.remove(person);
  }

  #read(): Promise<ReadonlySet<string>> {
    const now = this.#ports.clock.now();
    if (this.#known && now - this.#known.at < FRESH_MS) return this.#known.people;
    const people = this.appointed().then((ids) => new Set(ids));
    const known = { at: now, people };
    this.#known = known;
    people.catch(() => {
      if (this.#known === known) this.#known = null;
    });
    return people;
  }
}
