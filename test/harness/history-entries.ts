import { readEntry } from '../../server/storage/journal.ts';
import { type EntryStore, MAX_ROWS, type StoredEntry } from '../../server/storage/types.ts';
import { matchId } from '../../shared/core/ids.ts';
import type { Decider } from '../../shared/core/rules.ts';
import type { Entry } from '../../shared/engine/ports.ts';

/** Everything in a stream, as the store gives it. */
export async function allRows(store: EntryStore, stream: string): Promise<StoredEntry[]> {
  const rows: StoredEntry[] = [];
  for (;;) {
    const page = await store.after(stream, rows.at(-1)?.seq ?? 0, MAX_ROWS);
    if (page.length === 0) return rows;
    rows.push(...page);
  }
}

/** Rows as entries; throws when one cannot be read. */
export function entriesOf<S, C extends { readonly type: string }, E>(
  rules: Decider<S, C, E>,
  id: string,
  rows: readonly StoredEntry[],
): Entry<E>[] {
  return rows.map((row) => {
    const entry = readEntry(rules, matchId(id), row, row.seq);
    if (typeof entry === 'string') throw new Error(`entry ${row.seq} of ${row.stream} is ${entry}`);
    return entry;
  });
}
