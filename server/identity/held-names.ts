import { z } from 'zod';
import { Shelf } from '../storage/shelf.ts';
import { type DocumentStore, MAX_ROWS } from '../storage/types.ts';
import { looksOf, short } from './looks.ts';

const holderSchema = z.object({ person: z.string() });

/** Names that belong to somebody, by what they look like: nobody else can have one that could be taken for it. */
export class HeldNames {
  readonly #documents: DocumentStore;
  /** By each look of a name, and by the name itself where an older rule let two have names that look alike. */
  readonly #looks: Shelf<{ person: string }>;
  /** As older programs kept them. */
  readonly #old: Shelf<{ person: string }>;
  #isMoved: Promise<void> | null = null;

  constructor(documents: DocumentStore) {
    this.#documents = documents;
    this.#looks = new Shelf(documents, 'look', holderSchema);
    this.#old = new Shelf(documents, 'name', holderSchema);
  }

  /** Whose name this is, or one that looks like it; null when it is nobody's. */
  async holder(name: string): Promise<string | null> {
    await this.#moved();
    const keys = [itself(name), ...looksOf(name)];
    const rows = await this.#looks.getMany(keys);
    const key = keys.find((each) => rows.has(each));
    return (key !== undefined && rows.get(key)?.person) || null;
  }

  /**
   * Takes a name for somebody; null when it is another's. Otherwise how to give up what they held before, to be called
   * when the new name counts. Two who take different names at once for one person hold both: never none.
   */
  async take(name: string, person: string): Promise<(() => Promise<void>) | null> {
    await this.#moved();
    const before = await this.#keysOf(person);
    const keys = new Set<string>(before.includes(itself(name)) ? [itself(name)] : looksOf(name));
    const taken: string[] = [];
    // In one order for everybody: of two who want one look, one gets all of theirs.
    for (const key of [...keys].sort()) {
      if (await this.#looks.insert(key, { person }, { owner: person })) taken.push(key);
      else if ((await this.#looks.get(key))?.person !== person) {
        for (const each of taken) if (!before.includes(each)) await this.#looks.remove(each);
        return null;
      }
    }
    return async () => {
      for (const old of before) if (!keys.has(old)) await this.#looks.remove(old);
    };
  }

  /** Frees all names of somebody. */
  async release(person: string): Promise<void> {
    await this.#moved();
    for (const key of await this.#keysOf(person)) await this.#looks.remove(key);
  }

  async #keysOf(person: string): Promise<string[]> {
    return [...(await this.#looks.list(person, { limit: MAX_ROWS })).keys()];
  }

  /** Once, what older programs kept by another rule is kept by this one; what cannot be done now is tried again. */
  #moved(): Promise<void> {
    this.#isMoved ??= this.#move().catch((error: unknown) => {
      this.#isMoved = null;
      throw error;
    });
    return this.#isMoved;
  }

  async #move(): Promise<void> {
    const names = new Shelf(this.#documents, 'person', z.object({ name: z.string() }));
    for (;;) {
      const rows = await this.#documents.below('name', Number.MAX_SAFE_INTEGER, MAX_ROWS);
      if (rows.length === 0) return;
      for (const { id, owner } of rows) {
        const name = (await names.get(owner))?.name;
        if (name !== undefined) await this.#keep(name, owner);
        await this.#old.remove(id);
      }
    }
  }

  /** Whoever came first has the looks; a second one keeps the name itself. */
  async #keep(name: string, person: string): Promise<void> {
    const owner = { owner: person };
    let isWhole = true;
    for (const key of looksOf(name)) {
      const isFree = await this.#looks.insert(key, { person }, owner);
      isWhole &&= isFree || (await this.#looks.get(key))?.person === person;
    }
    if (!isWhole) await this.#looks.insert(itself(name), { person }, owner);
  }
}

/** No look has a space in it. */
const itself = (name: string): string => `name ${short(name.normalize('NFKC').toLowerCase())}`;
