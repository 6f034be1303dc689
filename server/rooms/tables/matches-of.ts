import { z } from 'zod';
import { Shelf } from '../../storage/shelf.ts';
import { MAX_ROWS, type Storage } from '../../storage/types.ts';

/** What stored games show instead of somebody who wanted to be forgotten. */
export const FORGOTTEN = 'A player';

/** How many tables somebody may still have a seat at: more than one person may open. */
const LAST = 8;
/** Entries of one step. */
const STEP = 100;

/** Who sat at which table, so that somebody can be told, or forgotten. All may reject with `Unavailable`. */
export class MatchesOf {
  readonly #storage: Pick<Storage, 'entries' | 'documents'>;
  readonly #played: Shelf<{ match: string; code: string }>;

  constructor(storage: Pick<Storage, 'entries' | 'documents'>) {
    this.#storage = storage;
    this.#played = new Shelf(
      storage.documents,
      'played',
      z.object({ match: z.string(), code: z.string().default('') }),
    );
  }

  /** Notes a seat at the table with this code. Repeatable. */
  note(person: string, match: string, at: number, code = ''): Promise<void> {
    return this.#played.put(`${match}:${person}`, { match, code }, { owner: person, rank: at });
  }

  /** The codes of the tables somebody sat down at last, the newest first; some may be closed by now. */
  async lastCodes(person: string): Promise<string[]> {
    const rows = await this.#played.list(person, { limit: LAST });
    return [...new Set([...rows.values()].map(({ code }) => code))].filter((code) => code !== '');
  }

  /** The ids of matches, the newest first. */
  async of(person: string): Promise<string[]> {
    return [...(await this.#played.list(person, { limit: MAX_ROWS })).values()].map(({ match }) => match);
  }

  /** Takes the name of a person out of every stored match, in small steps. Repeatable. */
  async *forget(person: string): AsyncGenerator<void> {
    for await (const [id, { match }] of this.#played.all(person)) {
      yield* this.#forgetIn(`match:${match}`, person);
      await this.#played.remove(id);
    }
  }

  async *#forgetIn(stream: string, person: string): AsyncGenerator<void> {
    const { entries } = this.#storage;
    for (let after = 0; ; ) {
      const rows = await entries.after(stream, after, STEP);
      const last = rows.at(-1);
      if (!last) return;
      after = last.seq;
      for (const { seq, body, text } of rows) {
        if (!body.includes(person)) continue;
        const without = JSON.stringify(JSON.parse(body), (_key, value) => withoutName(value, person));
        if (without !== body) await entries.rewrite(stream, seq, { body: without, text });
      }
      yield;
    }
  }
}

/** `{ id, name, … }` of this person, without the name; everything else as it is. */
function withoutName(value: unknown, person: string): unknown {
  const isPerson = typeof value === 'object' && value !== null && 'name' in value && 'id' in value;
  return isPerson && value.id === person ? { ...value, name: FORGOTTEN } : value;
}
