import { describeDocuments } from './storage/documents.ts';
import { describeEntries } from './storage/entries.ts';
import { describeExpired } from './storage/expired.ts';
import type { OpenedStorage } from './storage/opened.ts';
import { describeWhole } from './storage/whole.ts';
import { describeWords } from './storage/words.ts';

/** What every backend must do: each sentence of `server/storage/types.ts` as a test. */
export function describeStorage(name: string, open: () => Promise<OpenedStorage>): void {
  describeEntries(name, open);
  describeWords(name, open);
  describeDocuments(name, open);
  describeExpired(name, open);
  describeWhole(name, open);
}
