import { z } from 'zod';
import { seatId } from '../../../../shared/core/ids.ts';
import { Shelf } from '../../../storage/shelf.ts';
import { type DocumentStore, MAX_ROWS } from '../../../storage/types.ts';

const finishedSchema = z.object({
  game: z.string(),
  /** Which game at its table, 1 for the first. */
  number: z.int(),
  visibility: z.enum(['public', 'private']),
  /** The entries of the journal that opened and closed it. */
  from: z.int(),
  to: z.int(),
  /** Epoch ms. */
  startedAt: z.int(),
  endedAt: z.int(),
  /** Who sat where when it began. Of people the id alone: what they are called is asked when it is shown. */
  seats: z.array(
    z.object({
      seat: z.int().transform(seatId),
      kind: z.enum(['human', 'bot']),
      person: z.string(),
      /** Of a bot; empty for a person. */
      name: z.string(),
      marker: z.int(),
    }),
  ),
  /** Ids of all people who sat there while it was played. */
  people: z.array(z.string()),
});

/** A finished game: where its facts are, and who may see them. */
export type FinishedGame = z.output<typeof finishedSchema>;

/** The name of a finished game, which nothing else ever has. */
export const keyOf = (match: string, number: number): string => `${match}.${number}`;

/** The finished games of each match, as long as its journal is kept. Everything may reject with `Unavailable`. */
export class FinishedGames {
  readonly #shelf: Shelf<FinishedGame>;
  /** By match, the last game that was given to all who played it. */
  readonly #recorded: Shelf<{ number: number }>;

  constructor(documents: DocumentStore) {
    this.#shelf = new Shelf(documents, 'game', finishedSchema);
    this.#recorded = new Shelf(documents, 'recorded', z.object({ number: z.int() }));
  }

  /** Repeatable: what stands there stays. */
  async add(match: string, game: FinishedGame): Promise<void> {
    await this.#shelf.insert(keyOf(match, game.number), game, { owner: match, rank: game.number });
  }

  get(match: string, number: number): Promise<FinishedGame | null> {
    return this.#shelf.get(keyOf(match, number));
  }

  /** The game that was finished last; null while there is none. */
  async last(match: string): Promise<FinishedGame | null> {
    const [last] = (await this.#shelf.list(match, { limit: 1 })).values();
    return last ?? null;
  }

  /** The last game that was given to all who played it; null while there is none. */
  async lastRecorded(match: string): Promise<FinishedGame | null> {
    const recorded = await this.#recorded.get(match);
    return recorded && this.get(match, recorded.number);
  }

  /** Notes that a game was given to all who played it. A lost race has it given once more, which changes nothing. */
  recorded(match: string, number: number): Promise<void> {
    return this.#recorded.put(match, { number });
  }

  /** Which of these games are still kept, by their keys. */
  async kept(keys: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set((await this.#shelf.getMany(keys.slice(0, MAX_ROWS))).keys());
  }

  /** Forgets the games of a match whose journal is dropped. Repeatable. */
  async drop(match: string): Promise<void> {
    for await (const [id] of this.#shelf.all(match)) await this.#shelf.remove(id);
    await this.#recorded.remove(match);
  }
}
