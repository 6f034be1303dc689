import { conversation } from '../../../../shared/chat/conversation.ts';
import { emptied, postedMessage } from '../../../../shared/chat/messages.ts';
import type { ConversationEvent, Message } from '../../../../shared/chat/types.ts';
import { matchId } from '../../../../shared/core/ids.ts';
import { readEntry } from '../../../storage/journal.ts';
import type { EntryStore, StoredEntry } from '../../../storage/types.ts';
import { streamOf } from '../records/history.ts';
import type { ChatRecords } from '../records/records.ts';

/** Messages of one step: nobody waits long behind it. */
const STEP = 10;

/** What a step did. */
export interface Emptied {
  readonly emptied: number;
  /** Those of them that were pinned once. */
  readonly pinned: readonly Message[];
}

/**
 * Takes everything that one author said in a conversation out of the store, with its edits and mentions, a few messages
 * at a time. What is empty already is passed over. Repeatable; may reject with `Unavailable`.
 */
export async function* emptyMessages(
  id: string,
  author: string,
  { entries, records }: { readonly entries: EntryStore; readonly records: ChatRecords },
): AsyncGenerator<Emptied> {
  const stream = streamOf(id);
  for (let after = 0; ; ) {
    const rows = await entries.ofAuthor(stream, author, after, STEP);
    const last = rows.at(-1);
    if (!last) return;
    after = last.seq;
    const changes = await entries.about(
      stream,
      rows.map(({ seq }) => seq),
    );
    const said = [...rows, ...changes].map((row) => ({ row, events: eventsOf(id, row) }));
    for (const mention of said.flatMap(({ row, events }) => mentionsIn(row, events)))
      await records.mentions.remove(`${id}:${mention}`);
    const written = said.map(({ row, events }) => empty(row, events, entries));
    const isChanged = await Promise.all(written);
    yield { emptied: isChanged.slice(0, rows.length).filter(Boolean).length, pinned: pinnedIn(said) };
  }
}

function eventsOf(id: string, row: StoredEntry): readonly ConversationEvent[] {
  const entry = readEntry(conversation, matchId(id), row, row.seq);
  return typeof entry === 'string' ? [] : entry.events;
}

/** `seq:person` of everybody whom a message mentions or mentioned. */
function mentionsIn(row: StoredEntry, events: readonly ConversationEvent[]): string[] {
  return events.flatMap((event) => {
    if (event.type === 'edited') return event.mentions.map((person) => `${event.target}:${person}`);
    return event.type === 'posted' ? event.message.mentions.map((person) => `${row.seq}:${person}`) : [];
  });
}

/** The messages of a step that somebody pinned, as they were. */
function pinnedIn(said: readonly { row: StoredEntry; events: readonly ConversationEvent[] }[]): Message[] {
  const pinned = new Set(
    said.flatMap(({ events }) => events.flatMap((event) => (event.type === 'pinned' ? [event.target] : []))),
  );
  return said
    .filter(({ row }) => pinned.has(row.seq))
    .flatMap(({ row, events }) =>
      events.flatMap((event) => (event.type === 'posted' ? [postedMessage(row.seq, event)] : [])),
    );
}

/** Resolves to whether something had to go. */
async function empty(
  row: StoredEntry,
  events: readonly ConversationEvent[],
  entries: EntryStore,
): Promise<boolean> {
  if (events.length === 0) return false;
  const left = events.map((event): ConversationEvent => {
    if (event.type === 'edited') return { ...event, text: '', mentions: [] };
    const isSaid = event.type === 'posted' && event.message.deletedBy === '';
    return isSaid ? { ...event, message: emptied(event.message, event.message.author) } : event;
  });
  const body = JSON.stringify({ ...JSON.parse(row.body), events: left });
  return body !== row.body && entries.rewrite(row.stream, row.seq, { body, text: null });
}
