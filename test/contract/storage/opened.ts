import { afterEach, beforeEach, expect } from 'vitest';
import type { Storage, StoredDocument, StoredEntry } from '../../../server/storage/types.ts';
import { ok } from '../../../shared/core/result.ts';
import { entry as entryOf } from '../../harness/storage-entries.ts';

/** A store with data of its own. */
export interface OpenedStorage {
  readonly storage: Storage;
  /** Opens the same data once more, whether or not it is open; `destroy` closes this one too. */
  reopen(): Promise<Storage>;
  /** Closes what is open and deletes the data. */
  destroy(): Promise<void>;
}

export const entry = (seq: number, more?: Partial<StoredEntry>) => entryOf('match:a', seq, more);

export const message = (seq: number, text: string, more: Partial<StoredEntry> = {}): StoredEntry =>
  entry(seq, { stream: 'chat:a', kind: 'message', text, body: JSON.stringify({ text }), ...more });

export const document = (id: string, more: Partial<StoredDocument> = {}): StoredDocument => ({
  kind: 'member',
  id,
  owner: 'ana',
  rank: 1,
  body: `{"id":"${id}"}`,
  ...more,
});

export const seqs = (entries: readonly { readonly seq: number }[]) => entries.map(({ seq }) => seq);
export const ids = (documents: readonly { readonly id: string }[]) => documents.map(({ id }) => id);

/** What a test puts into a store, and finds in it by words. */
export interface Streams extends Pick<OpenedStorage, 'storage' | 'reopen'> {
  /** Appends what is taken. */
  fill(...all: readonly StoredEntry[]): Promise<void>;
  /** Numbers of the entries that are found. */
  find(query: string, streams?: readonly string[], limit?: number): Promise<number[]>;
}

/** Has each test of a suite begin with an empty store. */
export function inEach(open: () => Promise<OpenedStorage>): Streams {
  let opened: OpenedStorage;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.destroy());
  return {
    get storage() {
      return opened.storage;
    },
    reopen: () => opened.reopen(),
    async fill(...all) {
      for (const each of all) expect(await opened.storage.entries.append(each)).toEqual(ok(null));
    },
    find: async (query, streams = ['chat:a'], limit = 10) =>
      seqs(await opened.storage.entries.search([...streams], query, limit)),
  };
}
