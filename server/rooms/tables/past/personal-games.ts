import { z } from 'zod';
import { addCounts, type Counts } from '../../../../shared/core/replay.ts';
import { type EntryStore, type StoredEntry, Unavailable } from '../../../storage/types.ts';

const countsSchema = z.record(z.string(), z.number());
const placeSchema = z.int().nullable();

const totalsSchema = z.object({
  played: z.int(),
  won: z.int(),
  counts: countsSchema,
  /** Null until a game counted for it. */
  rating: z.object({ rating: z.number(), deviation: z.number(), at: z.int() }).nullable(),
  /** Of the last week in which games counted for the table of the week. */
  week: z.object({ week: z.int(), games: z.int(), halves: z.int() }).nullable(),
});
/** What somebody's games of one kind add up to. */
export type Totals = z.output<typeof totalsSchema>;

const personalSchema = z.object({
  match: z.string(),
  number: z.int(),
  endedAt: z.int(),
  place: placeSchema,
  points: z.number().nullable(),
  counts: countsSchema,
  /** Everybody who played, the best first; `person` is null for a bot. */
  players: z.array(z.object({ person: z.string().nullable(), name: z.string(), place: placeSchema })),
  /** Of all games up to this one, by the name of the game. */
  totals: z.record(z.string(), totalsSchema),
});
/** A game in the list of somebody who played it. */
export type PersonalGame = z.output<typeof personalSchema>;
type Totalled = PersonalGame['totals'];

/** How often a game is added again when another one got the place in the list first. */
const TRIES = 20;
/** Entries of one step. */
const STEP = 100;
/** Players that a list names. */
const MAX_PLAYERS = 24;

const NOTHING: Totals = { played: 0, won: 0, counts: {}, rating: null, week: null };

/** What is added to a list: all but what it adds up to. */
export interface NewGame extends Omit<PersonalGame, 'totals'> {
  readonly game: string;
}

/**
 * The games of each person, in the order in which they were finished, each with what all of them add up to so far. A list
 * is a stream: its unique keys count a game once, whoever adds it and however often, and let two processes add two games
 * at once without losing one. Everything may reject with `Unavailable`.
 */
export class PersonalGames {
  readonly #entries: EntryStore;

  constructor(entries: EntryStore) {
    this.#entries = entries;
  }

  /**
   * Adds a game under a key; nothing happens when it is there. Resolves to whether it was new.
   * @param finish works out rating and week, from those of before
   */
  async add(
    person: string,
    key: string,
    { game, ...row }: NewGame,
    finish: (before: Totals) => Pick<Totals, 'rating' | 'week'>,
  ): Promise<boolean> {
    const stream = streamOf(person);
    for (let tries = 0; tries < TRIES; tries++) {
      const last = await this.#last(stream);
      const before = last?.totals[game] ?? NOTHING;
      const totals: Totalled = {
        ...last?.totals,
        [game]: { ...withGame(before, row.place, row.counts), ...finish(before) },
      };
      const body: PersonalGame = { ...row, players: row.players.slice(0, MAX_PLAYERS), totals };
      const done = await this.#entries.append({
        ...{ stream, seq: (last?.seq ?? 0) + 1, commandId: key, at: row.endedAt, kind: kindOf(game) },
        ...{ target: null, author: null, text: null, body: JSON.stringify(body) },
      });
      if (done.ok) return true;
      if (done.error.kind === 'duplicate') return false;
    }
    throw new Unavailable(`too much is added to ${stream} at once`);
  }

  /** What the games of somebody add up to, by the name of the game, with the number of the last one. */
  async totals(person: string): Promise<{ readonly seq: number; readonly totals: Totalled }> {
    const last = await this.#last(streamOf(person));
    return { seq: last?.seq ?? 0, totals: last?.totals ?? {} };
  }

  /** The rating somebody had before the game with this key, or has when that is not in their list. */
  async ratingBefore(person: string, key: string, game: string): Promise<Totals['rating']> {
    const stream = streamOf(person);
    const seq = await this.#entries.find(stream, key);
    return (await this.#last(stream, seq))?.totals[game]?.rating ?? null;
  }

  /** Games below a number of the list (null: the newest), the newest first; of one kind, or of all. */
  async page(
    person: string,
    before: number | null,
    limit: number,
    game: string | null,
  ): Promise<{ readonly seq: number; readonly game: string; readonly row: PersonalGame }[]> {
    const kind = game === null ? undefined : kindOf(game);
    const rows = await this.#entries.before(streamOf(person), before, limit, kind);
    return rows.reverse().flatMap((entry) => {
      const row = read(entry);
      return row ? [{ seq: entry.seq, game: entry.kind, row }] : [];
    });
  }

  /** Everything in the list of somebody, a page at a time, without what it adds up to. */
  async *all(person: string): AsyncGenerator<readonly object[]> {
    for (let after = 0; ; ) {
      const rows = await this.#entries.after(streamOf(person), after, STEP);
      const last = rows.at(-1);
      if (!last) return;
      after = last.seq;
      yield rows.flatMap((entry) => {
        const { totals: _totals, ...row } = read(entry) ?? { totals: null };
        return [{ game: entry.kind, ...row }];
      });
    }
  }

  async isEmpty(person: string): Promise<boolean> {
    return (await this.#entries.last(streamOf(person))) === 0;
  }

  /** Forgets the list of somebody, in small steps. Repeatable. */
  async *drop(person: string): AsyncGenerator<void> {
    while ((await this.#entries.drop(streamOf(person), STEP)) > 0) yield;
  }

  async #last(
    stream: string,
    before: number | null = null,
  ): Promise<{ readonly seq: number; readonly totals: Totalled } | null> {
    const [last] = await this.#entries.before(stream, before, 1);
    return last ? { seq: last.seq, totals: read(last)?.totals ?? {} } : null;
  }
}

const streamOf = (person: string): string => `games:${person}`;
/** Kinds of entries have at most twenty characters. */
const kindOf = (game: string): string => game.slice(0, 20);

function read({ body }: StoredEntry): PersonalGame | null {
  try {
    return personalSchema.parse(JSON.parse(body));
  } catch {
    return null;
  }
}

const withGame = (
  before: Totals,
  place: number | null,
  counts: Counts,
): Pick<Totals, 'played' | 'won' | 'counts'> => ({
  played: before.played + 1,
  won: before.won + (place === 1 ? 1 : 0),
  counts: addCounts(before.counts, counts),
});
