import type { z } from 'zod';
import type { DocumentStore, ListOptions, StoredDocument } from './types.ts';

/** Rows that are read at once of something long. */
const PAGE = 100;

/** Where a document stands in lists: see `StoredDocument`. */
interface Place {
  readonly owner?: string;
  readonly rank?: number;
}

/** One kind of document with a body of one shape. A row that cannot be read is as good as absent. */
export class Shelf<T> {
  readonly #documents: DocumentStore;
  readonly #kind: string;
  readonly #schema: z.ZodType<T>;

  constructor(documents: DocumentStore, kind: string, schema: z.ZodType<T>) {
    this.#documents = documents;
    this.#kind = kind;
    this.#schema = schema;
  }

  /** False when the id is taken. */
  insert(id: string, body: T, place: Place = {}): Promise<boolean> {
    return this.#documents.insert(this.row(id, body, place));
  }

  put(id: string, body: T, place: Place = {}): Promise<void> {
    return this.#documents.put(this.row(id, body, place));
  }

  /** Puts rows, also of other shelves of this store: whatever is there after a crash, all before it are there, too. */
  putAll(rows: readonly StoredDocument[]): Promise<void> {
    return this.#documents.putInOrder(rows);
  }

  /** What `put` would put, for `putAll` and `putInOrder`. */
  row(id: string, body: T, { owner = '', rank = 0 }: Place = {}): StoredDocument {
    return { kind: this.#kind, id, owner, rank, body: JSON.stringify(body) };
  }

  remove(id: string): Promise<boolean> {
    return this.#documents.remove(this.#kind, id);
  }

  async get(id: string): Promise<T | null> {
    const row = await this.#documents.get(this.#kind, id);
    return row && this.#read(row);
  }

  /** Bodies by id. */
  async getMany(ids: readonly string[]): Promise<Map<string, T>> {
    return this.#bodies(await this.#documents.getMany(this.#kind, ids));
  }

  /** Bodies by id, the highest rank first. */
  async list(owner: string, options: ListOptions): Promise<Map<string, T>> {
    return this.#bodies(await this.#documents.list(this.#kind, owner, options));
  }

  /** All of an owner, a page at a time, the highest rank first. */
  async *all(owner: string): AsyncGenerator<[id: string, body: T]> {
    for (let after: StoredDocument | undefined; ; ) {
      const rows = await this.#documents.list(this.#kind, owner, { limit: PAGE, ...(after && { after }) });
      yield* this.#bodies(rows);
      after = rows.at(-1);
      if (!after) return;
    }
  }

  /** Bodies by id, of any owner, with a rank below `rank`, the lowest first. */
  async below(rank: number, limit: number): Promise<Map<string, T>> {
    return this.#bodies(await this.#documents.below(this.#kind, rank, limit));
  }

  #bodies(rows: readonly StoredDocument[]): Map<string, T> {
    const bodies = new Map<string, T>();
    for (const row of rows) {
      const body = this.#read(row);
      if (body !== null) bodies.set(row.id, body);
    }
    return bodies;
  }

  #read({ body }: StoredDocument): T | null {
    try {
      return this.#schema.parse(JSON.parse(body));
    } catch {
      return null;
    }
  }
}
