import { conversation } from '../../../../shared/chat/conversation.ts';
import { postedMessage, withChange } from '../../../../shared/chat/messages.ts';
import type { ConversationEvent, Message } from '../../../../shared/chat/types.ts';
import { matchId } from '../../../../shared/core/ids.ts';
import type { Entry } from '../../../../shared/engine/ports.ts';
import { readEntry } from '../../../storage/journal.ts';
import type { EntryStore, StoredEntry } from '../../../storage/types.ts';
import { streamOf } from '../records/history.ts';
import type { ChatRecords } from '../records/records.ts';

type WithWords = Extract<ConversationEvent, { readonly type: 'posted' | 'edited' }>;
interface Told {
  readonly row: StoredEntry;
  readonly entry: Entry<ConversationEvent>;
  readonly said: WithWords;
}

/**
 * Takes out of the store whatever a message said and does not say any more: all of it when it is deleted, its former
 * words and mentions when it was edited. Returns the people whom it does not mention any more. Repeatable; may reject
 * with `Unavailable`.
 */
export async function forgetWords(
  id: string,
  seq: number,
  { entries, records }: { readonly entries: EntryStore; readonly records: ChatRecords },
): Promise<string[]> {
  const stream = streamOf(id);
  const first = (await entries.after(stream, seq - 1, 1)).filter((row) => row.seq === seq);
  const rows = [...first, ...(await entries.about(stream, [seq]))];
  let message: Message | null = null;
  /** The event whose words stand. */
  let standing: ConversationEvent | null = null;
  const told: Told[] = [];
  for (const row of rows) {
    const entry = readEntry(conversation, matchId(id), row, row.seq);
    if (typeof entry === 'string') continue;
    for (const event of entry.events) {
      const before: Message | null = message;
      if (event.type === 'posted') message = postedMessage(row.seq, event);
      else if (message) message = withChange(message, event);
      if (event.type === 'posted' || event.type === 'edited') told.push({ row, entry, said: event });
      if (event.type === 'deleted') standing = null;
      else if (event.type === 'posted' || (event.type === 'edited' && message !== before)) standing = event;
    }
  }
  const mentioned = new Set(told.flatMap(({ said }) => mentionsOf(said)));
  const lost = [...mentioned].filter((person) => !message?.mentions.some((each) => each === person));
  for (const person of lost) await records.mentions.remove(`${id}:${seq}:${person}`);
  for (const { row, entry, said } of told) {
    const text = said.type === 'posted' ? message?.text || null : null;
    const events = entry.events.map((event) =>
      event === standing ? event : withoutWords(event, message?.card ?? null),
    );
    const body = JSON.stringify({ by: entry.by, version: entry.version, events });
    if (body !== row.body || text !== row.text) await entries.rewrite(stream, row.seq, { body, text });
  }
  return lost;
}

const mentionsOf = (event: WithWords): readonly string[] =>
  event.type === 'posted' ? event.message.mentions : event.mentions;

/** `card`: what the message still points to. */
function withoutWords(event: ConversationEvent, card: Message['card']): ConversationEvent {
  if (event.type === 'edited') return { ...event, text: '', mentions: [] };
  if (event.type === 'posted')
    return { ...event, message: { ...event.message, text: '', card, mentions: [] } };
  return event;
}
