import type { Storage, StoredDocument, StoredEntry } from '../../../server/storage/types.ts';
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
