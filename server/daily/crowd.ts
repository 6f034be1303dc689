import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { CrowdPlace } from '../../shared/protocol/daily.ts';
import type { EntryStore } from '../storage/types.ts';
import { MAX_ROWS } from '../storage/types.ts';
import { beginOf, nameOf } from './days.ts';

/** Days whose counts are kept in memory; others are counted anew. */
const DAYS_IN_MEMORY = 8;

const tallySchema = z.array(z.int());

/** Where people placed on one day, as far as it was read. */
interface Counts {
  seq: number;
  people: number;
  /** For each hint. */
  readonly places: Map<number, number>[];
}

const streamOf = (day: number): string => `daily:${nameOf(day)}`;

/**
 * Where people placed, day by day: a stream of places without a name, so that the counts stay when a person is forgotten.
 * What is in memory is only how far this process has read.
 */
export class Crowd {
  readonly #entries: EntryStore;
  readonly #days = new LRUCache<number, Counts>({ max: DAYS_IN_MEMORY });
  /** One after the other here; only other processes can take a number away. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(entries: EntryStore) {
    this.#entries = entries;
  }

  /** Counts some places, once for each id. May reject with `Unavailable`; then it may be called again. */
  add(day: number, id: string, places: readonly number[]): Promise<void> {
    const mine = this.#last.then(() => this.#append(day, id, places));
    this.#last = mine.catch(() => null);
    return mine;
  }

  /** How many have placed on a day, and for each of its hints how many where. May reject with `Unavailable`. */
  async of(day: number, hints: number): Promise<{ people: number; crowd: CrowdPlace[][] }> {
    const { people, places } = await this.#read(day);
    const crowd = Array.from({ length: hints }, (_, hint) => [...(places[hint] ?? [])]);
    return { people, crowd };
  }

  /** Takes away what is known of a day, in small steps. */
  async drop(day: number): Promise<void> {
    while ((await this.#entries.drop(streamOf(day), MAX_ROWS)) > 0);
    this.#days.delete(day);
  }

  async #append(day: number, id: string, places: readonly number[]): Promise<void> {
    const stream = streamOf(day);
    for (let last = await this.#entries.last(stream); ; last++) {
      const written = await this.#entries.append({
        stream,
        seq: last + 1,
        commandId: id,
        // The day alone: when it was would tell who.
        at: beginOf(day),
        kind: 'tally',
        target: null,
        author: null,
        text: null,
        body: JSON.stringify(places),
      });
      if (written.ok || written.error.kind === 'duplicate') return;
    }
  }

  async #read(day: number): Promise<Counts> {
    const counts = this.#days.get(day) ?? { seq: 0, people: 0, places: [] };
    this.#days.set(day, counts);
    for (;;) {
      const rows = await this.#entries.after(streamOf(day), counts.seq, MAX_ROWS);
      for (const { seq, body } of rows) {
        // Somebody else may have read on meanwhile.
        if (seq !== counts.seq + 1) continue;
        counts.seq = seq;
        counts.people++;
        tallySchema.parse(JSON.parse(body)).forEach((place, hint) => {
          counts.places[hint] ??= new Map();
          counts.places[hint].set(place, (counts.places[hint].get(place) ?? 0) + 1);
        });
      }
      if (rows.length < MAX_ROWS) return counts;
    }
  }
}
