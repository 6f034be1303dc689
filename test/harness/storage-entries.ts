import { expect } from 'vitest';
import {
  MAX_ROWS,
  READ_MS,
  type Storage,
  type StoredDocument,
  type StoredEntry,
} from '../../server/storage/types.ts';
import { patiently } from './patiently.ts';

/** What a read that is given up rejects with. */
export const UNAVAILABLE = { name: 'Unavailable' };
/** What a read may be early, and on a busy machine late, ms. */
const EARLY_MS = 1_000;
const LATE_MS = 5_000;

/** An entry that says no more than its place, unless told to. */
export const entry = (stream: string, seq: number, more: Partial<StoredEntry> = {}): StoredEntry => ({
  stream,
  seq,
  commandId: `c${seq}`,
  at: 1_700_000_000_000 + seq,
  kind: 'change',
  target: null,
  author: null,
  text: null,
  body: `{"n":${seq}}`,
  ...more,
});
/** A document that nobody owns. */
export const document = (id: string): StoredDocument => ({
  kind: 'member',
  id,
  owner: '',
  rank: 1,
  body: '{}',
});
/** Names of so many streams. */
export const streamsOf = (count: number) => Array.from({ length: count }, (_, n) => `match:${n}`);

/** Every entry of a stream, page by page. */
export async function wholeStream(storage: Storage, stream: string): Promise<StoredEntry[]> {
  const all: StoredEntry[] = [];
  for (;;) {
    const page = await patiently(() => storage.entries.after(stream, all.length, MAX_ROWS));
    if (page.length === 0) return all;
    all.push(...page);
  }
}

/** A read rejects as unavailable, in about the time it may take. */
export async function expectLate(read: () => Promise<unknown>): Promise<void> {
  const start = performance.now();
  await expect(read()).rejects.toMatchObject(UNAVAILABLE);
  const ms = performance.now() - start;
  expect(ms).toBeGreaterThan(READ_MS - EARLY_MS);
  expect(ms).toBeLessThan(READ_MS + LATE_MS);
}
