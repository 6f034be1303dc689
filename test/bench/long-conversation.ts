import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indexOf } from '../../server/rooms/chat/records/history.ts';
import { durableJournal } from '../../server/storage/journal.ts';
import { sqliteStorage } from '../../server/storage/sqlite/storage.ts';
import type { Storage } from '../../server/storage/types.ts';
import { conversation } from '../../shared/chat/conversation.ts';
import type { ConversationEvent, ConversationState } from '../../shared/chat/types.ts';
import { commandId, matchId, type PlayerId, playerId } from '../../shared/core/ids.ts';
import type { Entry, Log } from '../../shared/engine/ports.ts';

/** Raised when what is written below changes, so that nobody measures an old file. */
const VERSION = 2;
/** Entries that are on their way to the store at the same time; it puts them into one transaction. */
const BATCH = 2_000;
const PEOPLE = 200;
/** Of so many entries one is a reaction to the message before. */
const REACTION_EVERY = 11;
/** Time between two entries, ms. */
const PACE_MS = 20_000;

export const LONG = matchId('lobby-long');
const STREAM = `chat:${LONG}`;

/** Entry 1 opens the conversation, the next ones are its members, then people talk. */
const FIRST_TALK = 2 + PEOPLE;
const isReaction = (seq: number): boolean => (seq - FIRST_TALK) % REACTION_EVERY === REACTION_EVERY - 1;
const messagesUpTo = (seq: number): number =>
  seq - FIRST_TALK + 1 - Math.floor((seq - FIRST_TALK + 1) / REACTION_EVERY);

/** The number of the entry that is this message. */
export const entryOfMessage = (no: number): number =>
  FIRST_TALK + no - 1 + Math.floor((no - 1) / (REACTION_EVERY - 1));

export const personOf = (number: number): PlayerId => playerId(`bench-person-${number % PEOPLE}`);

function eventOf(seq: number, at: number): ConversationEvent {
  const settings = { title: 'Long', topic: '', language: '', slowModeSeconds: 0, hasWordFilter: false };
  if (seq === 1) return { type: 'opened', kind: 'public', settings, at };
  const person = personOf(seq * 7);
  if (seq < FIRST_TALK) {
    const id = personOf(seq);
    const member = { id, role: 'member', standing: 'active', joinedAt: at, mutedUntil: 0 } as const;
    return { type: 'memberChanged', member, by: id };
  }
  if (isReaction(seq)) return { type: 'reacted', target: seq - 1, emoji: '👍', by: person };
  const no = messagesUpTo(seq);
  const text = `Message ${no} is about a color that nobody has given a name so far.`;
  const rest = { replyTo: null, mentions: [], card: null, audience: 'all', editedAt: 0 } as const;
  return { type: 'posted', message: { no, at, author: person, text, ...rest, deletedBy: '', reactions: {} } };
}

/** What the stream folds to, without reading it. */
export function stateAfter(messages: number): ConversationState {
  let state = conversation.initial;
  for (let seq = 1; seq <= FIRST_TALK; seq++)
    state = conversation.evolve(state, eventOf(seq, Date.UTC(2020, 0)));
  return { ...state, messageCount: messages, lately: new Map() };
}

/**
 * Opens a store with one conversation of so many messages, which is kept below the folder for temporary files: the
 * first run writes what is missing, as the product would, later ones find it.
 */
export async function longConversation(
  messages: number,
  log: Log,
): Promise<{ storage: Storage; directory: string; last: number }> {
  const directory = join(tmpdir(), `color-clues-bench-history-${VERSION}-${messages}`);
  const storage = await sqliteStorage({ directory, log });
  const journal = durableJournal(conversation, storage.entries, log, { prefix: 'chat', index: indexOf });
  const last = entryOfMessage(messages);
  for (let seq = await storage.entries.last(STREAM); seq < last; ) {
    const batch: Promise<unknown>[] = [];
    while (batch.length < BATCH && seq < last) {
      seq++;
      const at = Date.UTC(2020, 0) + seq * PACE_MS;
      const entry: Entry<ConversationEvent> = {
        matchId: LONG,
        seq,
        commandId: commandId(`bench-${seq}`),
        by: { kind: 'system' },
        at,
        version: conversation.version,
        events: [eventOf(seq, at)],
      };
      batch.push(journal.append(entry));
    }
    await Promise.all(batch);
  }
  return { storage, directory, last };
}
