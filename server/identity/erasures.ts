import { setTimeout as pause } from 'node:timers/promises';
import { nanoid } from 'nanoid';
import { z } from 'zod';
import type { Clock, Log } from '../../shared/engine/ports.ts';
import { Shelf } from '../storage/shelf.ts';
import { type DocumentStore, MAX_ROWS, type StoredDocument } from '../storage/types.ts';
import { Turns } from './turns.ts';

/** People who are worked on at the same time. */
const AT_ONCE = 2;
/** Pause between two steps: whoever plays or writes comes first. At least so long, ms, and so many times the step. */
const STEP_MS = 20;
const RESTS = 3;
/** How far the work came is noted this often, ms. */
const NOTE_MS = 500;
/** Pause before work that failed is begun again, ms; doubled up to the last. */
const AGAIN_MS = 1_000;
const LAST_AGAIN_MS = 60_000;

const workSchema = z.object({
  /** Messages emptied so far. */
  emptied: z.int(),
});

/** Takes everything of a person out of one part, in small steps; tells how many messages each emptied. Repeatable. */
export type Eraser = (person: string) => AsyncIterable<number>;

export interface ErasurePorts {
  readonly documents: DocumentStore;
  readonly clock: Clock;
  readonly log: Log;
  /** What comes first, and at once: nobody gets in as this person any more, nobody reads what they wrote. Repeatable. */
  shutOut(person: string): Promise<void>;
  readonly erasers: readonly Eraser[];
}

/** How far the work on one person came. */
export interface ErasureProgress {
  readonly emptied: number;
  readonly isOver: boolean;
}

/**
 * Forgets people. A person is shut out at once; the rest is work that is noted in the store, goes on in small steps beside
 * everything else, and goes on where a server that ended left it.
 */
export class Erasures {
  readonly #ports: ErasurePorts;
  /** By person, owned by the ticket of whoever wants to know how far it is. */
  readonly #works: Shelf<z.output<typeof workSchema>>;
  readonly #turns = new Turns(AT_ONCE);
  readonly #running = new Set<string>();
  /** Tickets of people whose work is not over: whoever asks twice watches the same. */
  readonly #tickets = new Map<string, string>();
  readonly #ended = new AbortController();

  constructor(ports: ErasurePorts) {
    this.#ports = ports;
    this.#works = new Shelf(ports.documents, 'erasing', workSchema);
  }

  /** Resolves to a ticket to ask with how far it is, when the person is shut out. May reject with `Unavailable`. */
  async begin(person: string): Promise<string> {
    const ticket = this.#tickets.get(person) ?? nanoid(22);
    this.#tickets.set(person, ticket);
    await this.#works.put(person, { emptied: 0 }, { owner: ticket, rank: this.#ports.clock.now() });
    await this.#ports.shutOut(person);
    void this.#run(person, ticket);
    return ticket;
  }

  /** Over for every ticket that is not known. May reject with `Unavailable`. */
  async progress(ticket: string): Promise<ErasureProgress> {
    const [work] = [...(await this.#works.list(ticket, { limit: 1 })).values()];
    return { emptied: work?.emptied ?? 0, isOver: work === undefined };
  }

  /** People whose work is not over, whoever began it. May reject with `Unavailable`. */
  async unfinished(): Promise<string[]> {
    return (await this.#rows()).map(({ id }) => id);
  }

  /** Goes on with what an earlier server did not finish; repeatable. May reject with `Unavailable`. */
  async resume(): Promise<void> {
    for (const { id, owner } of (await this.#rows()).filter((row) => !this.#running.has(row.id))) {
      await this.#ports.shutOut(id);
      void this.#run(id, owner);
    }
  }

  #rows(): Promise<StoredDocument[]> {
    return this.#ports.documents.below('erasing', Number.MAX_SAFE_INTEGER, MAX_ROWS);
  }

  /** Stops between two steps; the next server goes on. */
  close(): void {
    this.#ended.abort();
  }

  async #run(person: string, ticket: string): Promise<void> {
    if (this.#running.has(person)) return;
    this.#running.add(person);
    const { signal } = this.#ended;
    const done = await this.#turns.take(signal);
    for (let againMs = AGAIN_MS; !signal.aborted; againMs = Math.min(LAST_AGAIN_MS, 2 * againMs)) {
      try {
        await this.#erase(person, ticket);
        break;
      } catch (error) {
        this.#ports.log.warn({ err: error, person }, 'somebody who wants to be forgotten has to wait');
        await pause(againMs, null, { signal, ref: false }).catch(() => {});
      }
    }
    this.#running.delete(person);
    this.#tickets.delete(person);
    done?.();
  }

  async #erase(person: string, ticket: string): Promise<void> {
    const { erasers, clock } = this.#ports;
    const { signal } = this.#ended;
    let emptied = 0;
    let notedAt = performance.now();
    let beganAt = notedAt;
    for (const erase of erasers) {
      for await (const count of erase(person)) {
        emptied += count;
        if (performance.now() - notedAt > NOTE_MS) {
          await this.#works.put(person, { emptied }, { owner: ticket, rank: clock.now() });
          notedAt = performance.now();
        }
        await pause(Math.max(STEP_MS, RESTS * (performance.now() - beganAt)), null, { ref: false });
        if (signal.aborted) return;
        beganAt = performance.now();
      }
    }
    await this.#works.remove(person);
  }
}
