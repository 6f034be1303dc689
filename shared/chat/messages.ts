import type { PlayerId } from '../core/ids.ts';
import type { ConversationEvent, Message, Target } from './types.ts';

/** The message that an entry brought. `seq` is the number of the entry. */
export const postedMessage = (
  seq: number,
  event: Extract<ConversationEvent, { readonly type: 'posted' }>,
): Message => ({ ...event.message, seq });

/** What is left of a message that somebody took away. */
export const emptied = <M extends Omit<Message, 'seq'>>(message: M, by: PlayerId): M => ({
  ...message,
  text: '',
  mentions: [],
  card: null,
  reactions: {},
  deletedBy: by,
});

/**
 * A message after an event. The same object when the event changes nothing of it: another message, a change of what is
 * deleted, an edit older than the last one.
 */
export function withChange(message: Message, event: ConversationEvent): Message {
  if (!('target' in event) || event.target !== message.seq || message.deletedBy !== '') return message;
  switch (event.type) {
    case 'edited':
      if (event.at < message.editedAt) return message;
      return { ...message, text: event.text, mentions: event.mentions, editedAt: event.at };
    case 'deleted':
      return emptied(message, event.by);
    case 'reacted':
    case 'unreacted':
      return withReaction(message, event.emoji, event.by, event.type === 'reacted');
    default:
      return message;
  }
}

/** What a command needs to know of a message. `changes`: how many entries have changed it so far. */
export const targetOf = (message: Message, changes = 0): Target => ({
  seq: message.seq,
  author: message.author,
  at: message.at,
  isDeleted: message.deletedBy !== '',
  reactions: message.reactions,
  changes,
});

function withReaction(message: Message, emoji: string, by: PlayerId, isChosen: boolean): Message {
  const before = Object.hasOwn(message.reactions, emoji) ? (message.reactions[emoji] ?? []) : [];
  if (before.includes(by) === isChosen) return message;
  const after = isChosen ? [...before, by] : before.filter((id) => id !== by);
  const reactions = { ...message.reactions, [emoji]: after };
  if (after.length === 0) delete reactions[emoji];
  return { ...message, reactions };
}
