import { z } from 'zod';
import type { Clock } from '../../shared/engine/ports.ts';
import { Shelf } from './shelf.ts';
import type { DocumentStore } from './types.ts';

/** Between two notes lies a time in which no server ran, or over which the clock was set ahead, when it is longer, ms. */
const GAP_MS = 24 * 60 * 60 * 1_000;
const MAX_GAPS = 100;
const KEY = 'last';

const notesSchema = z.object({
  /** When a server ran last, epoch ms. */
  at: z.int(),
  /** Times in which none ran, the oldest first. */
  gaps: z.array(z.object({ from: z.int(), to: z.int() })),
});

/**
 * How long things were kept while a server ran; times in which none ran do not count. Whoever comes back after them finds
 * what they left, and a clock that is a year ahead takes nothing away.
 */
export class RunningTime {
  readonly #clock: Clock;
  readonly #notes: Shelf<z.output<typeof notesSchema>>;
  #gaps: z.output<typeof notesSchema>['gaps'] = [];

  constructor(documents: DocumentStore, clock: Clock) {
    this.#clock = clock;
    this.#notes = new Shelf(documents, 'running', notesSchema);
  }

  /** Notes that a server runs; to be called now and then, and before anything is taken away. */
  async note(): Promise<void> {
    const now = this.#clock.now();
    const { at, gaps } = (await this.#notes.get(KEY)) ?? { at: now, gaps: [] };
    // What lies ahead is from a clock that was set back since.
    const known = gaps.filter(({ to }) => to <= now);
    this.#gaps = now - at > GAP_MS ? [...known, { from: at, to: now }].slice(-MAX_GAPS) : known;
    await this.#notes.put(KEY, { at: now, gaps: this.#gaps });
  }

  /** The moment that servers have run for so long since, epoch ms. */
  before(ms: number): number {
    let from = this.#clock.now();
    let left = ms;
    for (const gap of this.#gaps.toReversed()) {
      if (from - gap.to >= left) break;
      left -= from - gap.to;
      from = gap.from;
    }
    return from - left;
  }
}
