import type { Room } from '@colyseus/sdk';
import { nanoid } from 'nanoid';
import type { Visitor } from '../../server/rooms/guard/member.ts';
import type { InboxRow, WireConversation, WireInbox, WireMessage } from '../../shared/protocol/chat-wire.ts';

/** What a socket knows of its conversation. */
export const stateOf = (room: Room) => room.state as WireConversation;

/** The messages that the state carries, in order. */
export function messagesOf(room: Room): WireMessage[] {
  const all: WireMessage[] = [];
  stateOf(room).messages.forEach((message) => {
    all.push(message);
  });
  return all.sort((a, b) => a.seq - b.seq);
}

export const texts = (room: Room): string[] => messagesOf(room).map(({ text }) => text);

/** What somebody is called there; undefined when they are not shown. */
export function nameOf(room: Room, person: string): string | undefined {
  let name: string | undefined;
  stateOf(room).members.forEach((member, id) => {
    if (id === person) name = member.name;
  });
  return name;
}

export const namesIn = (room: Room, people: readonly Visitor[]) =>
  people.map(({ person }) => nameOf(room, person.id));

/** An answer that is not there by then never comes, ms, also on a machine that is busy with other tests. */
export const ANSWER_MS = 40_000;

/** Asks for something in a conversation; rejects with the refusal. */
export const say = (room: Room, command: object, id = nanoid()): Promise<{ seq: number }> =>
  room.request('command', { id, command }, { timeout: ANSWER_MS });

export const post = (room: Room, text: string, more: object = {}, id = nanoid()) =>
  say(room, { type: 'post', text, replyTo: null, mentions: [], table: null, ...more }, id);

/** The code of a refusal, or `accepted`. */
export async function refused(answer: Promise<unknown>): Promise<unknown> {
  try {
    await answer;
  } catch (error) {
    return (error as { reason?: { code?: string } }).reason?.code;
  }
  return 'accepted';
}

/** The conversations in somebody's list. */
export function rowsOf(inbox: Room): InboxRow[] {
  const rows: InboxRow[] = [];
  (inbox.state as WireInbox).rows.forEach((json) => {
    rows.push(JSON.parse(json) as InboxRow);
  });
  return rows;
}

export const rowOf = (inbox: Room, conversation: string): InboxRow | undefined =>
  rowsOf(inbox).find((row) => row.conversation === conversation);
