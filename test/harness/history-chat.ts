import { isDeepStrictEqual } from 'node:util';
import type { StoredEntry } from '../../server/storage/types.ts';
import { conversation } from '../../shared/chat/conversation.ts';
import { postedMessage, withChange } from '../../shared/chat/messages.ts';
import type { Message } from '../../shared/chat/types.ts';
import { entriesOf } from './history-entries.ts';

/** What writers add to a text when they edit it, once or several times. */
const EDITED = /!+$/;

/**
 * The messages of a conversation as its entries make them, and the texts as they were first written, by author. The first
 * words of an edited message are forgotten: they are what it says now without what an edit adds.
 */
export function messagesOf(id: string, rows: readonly StoredEntry[]) {
  const messages = new Map<number, Message>();
  const first = new Map<number, string>();
  for (const { seq, events } of entriesOf(conversation, id, rows)) {
    for (const event of events) {
      if (event.type === 'posted') {
        messages.set(seq, postedMessage(seq, event));
        first.set(seq, event.message.text);
      }
      const target = 'target' in event ? messages.get(event.target) : undefined;
      if (target) messages.set(target.seq, withChange(target, event));
    }
  }
  const written = new Map<string, string[]>();
  for (const { seq, author, text } of messages.values()) {
    const words = first.get(seq) || text.replace(EDITED, '');
    written.set(author, [...(written.get(author) ?? []), words]);
  }
  return { messages: [...messages.values()], written };
}

/** Compares what a page shows with what is stored: all messages, each as it is now, in order. @returns what is wrong */
export function findWrongMessages(shown: readonly Message[], stored: readonly Message[]): string[] {
  const wrong: string[] = [];
  if (shown.length !== stored.length) wrong.push(`shows ${shown.length} messages of ${stored.length}`);
  const first = stored.findIndex((message, index) => !isDeepStrictEqual({ ...message }, { ...shown[index] }));
  if (first >= 0) {
    wrong.push(`shows ${JSON.stringify(shown[first])} in place of ${JSON.stringify(stored[first])}`);
  }
  return wrong;
}

/** Compares what a person wrote with what is stored of it: each text once, in the order of writing. */
export function findWrongTexts(written: readonly string[], stored: readonly string[]): string[] {
  if (isDeepStrictEqual(written, stored)) return [];
  const first = written.findIndex((text, index) => text !== stored[index]);
  const at = first < 0 ? written.length : first;
  return [`wrote ${written.length} texts, ${stored.length} are stored; number ${at + 1} is "${stored[at]}"`];
}
