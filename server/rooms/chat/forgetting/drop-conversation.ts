import { conversation } from '../../../../shared/chat/conversation.ts';
import { matchId } from '../../../../shared/core/ids.ts';
import { readEntry } from '../../../storage/journal.ts';
import type { EntryStore, Storage } from '../../../storage/types.ts';
import { streamOf } from '../records/history.ts';
import type { ChatRecords } from '../records/records.ts';

/** Entries that are dropped, or read, at once. */
const ROWS = 200;

export interface DropPorts {
  readonly storage: Pick<Storage, 'entries' | 'documents'>;
  readonly records: ChatRecords;
}

/**
 * Takes a conversation away, with every record about it. The record that names it goes last, so that what was broken
 * off is found again.
 * @param also what else goes with each person who took part
 */
export async function dropConversation(
  id: string,
  { storage, records }: DropPorts,
  also: (person: string) => Promise<unknown> = async () => {},
): Promise<void> {
  for (const person of await peopleIn(id, storage.entries)) {
    const shelves = [records.members, records.writers, records.readings, records.quiet];
    for (const shelf of shelves) await shelf.remove(`${id}:${person}`);
    await also(person);
  }
  await dropStream(streamOf(id), storage);
  await records.heads.remove(id);
  await records.conversations.remove(id);
}

/** Takes a stream and the fold of it away. */
export async function dropStream(
  stream: string,
  { entries, documents }: DropPorts['storage'],
): Promise<void> {
  await documents.remove('snapshot', stream);
  while ((await entries.drop(stream, ROWS)) > 0);
}

/** Everybody who took part or wrote there. */
async function peopleIn(id: string, entries: EntryStore): Promise<ReadonlySet<string>> {
  const people = new Set<string>();
  for (let after = 0; ; ) {
    const rows = await entries.after(streamOf(id), after, ROWS);
    const last = rows.at(-1);
    if (!last) return people;
    after = last.seq;
    for (const row of rows) {
      const entry = readEntry(conversation, matchId(id), row, row.seq);
      for (const event of typeof entry === 'string' ? [] : entry.events) {
        if (event.type === 'memberChanged') people.add(event.member.id);
        if (event.type === 'posted') people.add(event.message.author);
      }
    }
  }
}
