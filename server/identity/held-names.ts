import { z } from 'zod';
import { Shelf } from '../storage/shelf.ts';
import { type DocumentStore, MAX_ROWS } from '../storage/types.ts';
import { nameKey } from './names.ts';

/** Names that belong to somebody, by what they look like: nobody else can have one that could be taken for it. */
export class HeldNames {
  readonly #names: Shelf<{ person: string }>;

  constructor(documents: DocumentStore) {
    this.#names = new Shelf(documents, 'name', z.object({ person: z.string() }));
  }

  /** Whose name this is, or one that looks like it; null when it is nobody's. */
  async holder(name: string): Promise<string | null> {
    return (await this.#names.get(nameKey(name)))?.person ?? null;
  }

  /**
   * Takes a name for somebody; null when it is another's. Otherwise how to give up what they held before, to be called
   * when the new name counts. Two who take different names at once for one person hold both: never none.
   */
  async take(name: string, person: string): Promise<(() => Promise<void>) | null> {
    const before = await this.#keysOf(person);
    const key = nameKey(name);
    const isFree = await this.#names.insert(key, { person }, { owner: person });
    if (!isFree && (await this.holder(name)) !== person) return null;
    return async () => {
      for (const old of before) if (old !== key) await this.#names.remove(old);
    };
  }

  /** Frees all names of somebody. */
  async release(person: string): Promise<void> {
    for (const key of await this.#keysOf(person)) await this.#names.remove(key);
  }

  async #keysOf(person: string): Promise<string[]> {
    return [...(await this.#names.list(person, { limit: MAX_ROWS })).keys()];
  }
}
