import { conversation } from '../../shared/chat/conversation.ts';
import { matchId } from '../../shared/core/ids.ts';
import { readEntry } from '../storage/journal.ts';
import { STEP, type SweepRule } from '../storage/sweep.ts';
import type { EntryStore, Storage } from '../storage/types.ts';
import { streamOf } from './history.ts';
import { type ChatRecords, TABLES } from './records.ts';

/** Entries that are dropped, or read, at once. */
const ROWS = 200;

export interface OldTablesPorts {
  readonly storage: Pick<Storage, 'entries' | 'documents'>;
  readonly records: ChatRecords;
  /** Tables that were made before this moment have expired, epoch ms. */
  before(): number;
  now(): number;
  /** Whether somebody may still be at a table, or in its talk. */
  isInUse(match: string, code: string): Promise<boolean>;
}

/** Tables that are long over go, with their talk and every record about either. One that is open stays. */
export const oldTables = (ports: OldTablesPorts): SweepRule => ({
  name: 'tables',
  async step() {
    const { records } = ports;
    const after = { rank: ports.before(), id: '' };
    const found = await records.conversations.list(TABLES, { limit: STEP, after });
    for (const [id, setup] of found) {
      // It is looked at again when it would have expired once more.
      if (setup.table !== undefined && (await ports.isInUse(matchOf(id), setup.table)))
        await records.conversations.put(id, setup, { owner: TABLES, rank: ports.now() });
      else await dropTable(id, ports);
    }
    return found.size;
  },
});

const matchOf = (talk: string): string => talk.slice('talk-'.length);

/** The record that names it goes last, so that what was broken off is found again. */
async function dropTable(talk: string, { storage, records }: OldTablesPorts): Promise<void> {
  const { entries, documents } = storage;
  const match = matchOf(talk);
  for (const person of await peopleIn(talk, entries)) {
    const key = `${talk}:${person}`;
    for (const shelf of [records.members, records.writers, records.readings, records.quiet])
      await shelf.remove(key);
    await documents.remove('played', `${match}:${person}`);
  }
  for (const stream of [`match:${match}`, streamOf(talk)]) {
    await documents.remove('snapshot', stream);
    while ((await entries.drop(stream, ROWS)) > 0);
  }
  await records.heads.remove(talk);
  await records.conversations.remove(talk);
}

/** Everybody who sat or wrote there. */
async function peopleIn(talk: string, entries: EntryStore): Promise<ReadonlySet<string>> {
  const people = new Set<string>();
  for (let after = 0; ; ) {
    const rows = await entries.after(streamOf(talk), after, ROWS);
    const last = rows.at(-1);
    if (!last) return people;
    after = last.seq;
    for (const row of rows) {
      const entry = readEntry(conversation, matchId(talk), row, row.seq);
      for (const event of typeof entry === 'string' ? [] : entry.events) {
        if (event.type === 'memberChanged') people.add(event.member.id);
        if (event.type === 'posted') people.add(event.message.author);
      }
    }
  }
}
