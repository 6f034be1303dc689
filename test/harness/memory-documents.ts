import type { DocumentStore, StoredDocument } from '../../server/storage/types.ts';

/** Small records in memory, for tests of what stands on them. `fail` makes the next writes reject. */
export class MemoryDocuments implements DocumentStore {
  readonly #rows = new Map<string, StoredDocument>();
  #failures: Error[] = [];

  /** The write after `after` others rejects, once. */
  failWrite(error: Error, after = 0): void {
    this.#failures = [...Array.from({ length: after }, () => null as unknown as Error), error];
  }

  async insert(document: StoredDocument): Promise<boolean> {
    this.#mayFail();
    const key = keyOf(document.kind, document.id);
    if (this.#rows.has(key)) return false;
    this.#rows.set(key, document);
    return true;
  }

  async put(document: StoredDocument): Promise<void> {
    this.#mayFail();
    this.#rows.set(keyOf(document.kind, document.id), document);
  }

  async putInOrder(documents: readonly StoredDocument[]): Promise<void> {
    for (const document of documents) await this.put(document);
  }

  async rerank(kind: string, id: string, rank: number): Promise<boolean> {
    this.#mayFail();
    const before = this.#rows.get(keyOf(kind, id));
    if (before) this.#rows.set(keyOf(kind, id), { ...before, rank });
    return before !== undefined;
  }

  async remove(kind: string, id: string): Promise<boolean> {
    this.#mayFail();
    return this.#rows.delete(keyOf(kind, id));
  }

  async get(kind: string, id: string): Promise<StoredDocument | null> {
    return this.#rows.get(keyOf(kind, id)) ?? null;
  }

  async getMany(kind: string, ids: readonly string[]): Promise<StoredDocument[]> {
    return ids.map((id) => this.#rows.get(keyOf(kind, id))).filter((row) => row !== undefined);
  }

  async list(
    kind: string,
    owner: string,
    { limit, after }: Parameters<DocumentStore['list']>[2],
  ): Promise<StoredDocument[]> {
    const isAfter = (row: StoredDocument) =>
      !after || row.rank < after.rank || (row.rank === after.rank && row.id > after.id);
    return [...this.#rows.values()]
      .filter((row) => row.kind === kind && row.owner === owner && isAfter(row))
      .sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1))
      .slice(0, limit);
  }

  async below(kind: string, rank: number, limit: number): Promise<StoredDocument[]> {
    return [...this.#rows.values()]
      .filter((row) => row.kind === kind && row.rank < rank)
      .sort((a, b) => a.rank - b.rank)
      .slice(0, limit);
  }

  #mayFail(): void {
    const failure = this.#failures.shift();
    if (failure) throw failure;
  }
}

const keyOf = (kind: string, id: string): string => `${kind} ${id}`;
