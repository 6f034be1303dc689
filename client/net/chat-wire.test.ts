import { describe, expect, it } from 'vitest';
import type { WireConversation, WireMessage } from '../../shared/protocol/chat-wire.ts';
import { readConversation, readRows } from './chat-wire.ts';

const wireMessage = (seq: number, patch: Partial<WireMessage> = {}): WireMessage => ({
  seq,
  no: seq,
  at: 1,
  author: 'ana-0001',
  text: 'hi',
  replyTo: 0,
  editedAt: 0,
  deletedBy: '',
  extra: '',
  ...patch,
});
const wireOf = (...messages: readonly WireMessage[]): WireConversation => ({
  kind: 2,
  title: 'Friends',
  topic: '',
  language: '',
  slowModeSeconds: 5,
  hasWordFilter: true,
  online: 1,
  seq: 9,
  lastNo: 4,
  members: new Map([['ana-0001', { name: 'Ana', marker: 3, role: 2, presence: 3, readNo: 4 }]]),
  messages: new Map(messages.map((message) => [String(message.seq), message])),
  pinned: [7],
  typing: new Map([
    ['ana-0001', true],
    ['ben-0001', false],
  ]),
});

describe('readConversation', () => {
  it('reads what the server shows, messages in order', () => {
    const extra = JSON.stringify({
      mentions: ['ben-0001'],
      card: { type: 'table', code: 'MOKA', name: 'Moka' },
      reactions: { '👍': ['ben-0001'] },
      audience: 'crowd:1',
    });
    const read = readConversation(wireOf(wireMessage(8, { extra, replyTo: 7 }), wireMessage(7)));
    expect(read).toMatchObject({
      kind: 'group',
      online: 1,
      seq: 9,
      lastNo: 4,
      pinned: [7],
      typing: ['ana-0001'],
    });
    expect(read.settings).toMatchObject({ title: 'Friends', slowModeSeconds: 5, hasWordFilter: true });
    expect(read.members).toEqual([
      {
        id: 'ana-0001',
        name: 'Ana',
        marker: 3,
        isGone: false,
        role: 'owner',
        presence: 'playing',
        readNo: 4,
      },
    ]);
    expect(read.messages).toMatchObject([
      { seq: 7, replyTo: null, mentions: [], card: null, audience: 'all', reactions: {} },
      { seq: 8, replyTo: 7, mentions: ['ben-0001'], audience: 'crowd:1', reactions: { '👍': ['ben-0001'] } },
    ]);
  });

  it('lends messages that have not changed from the last reading', () => {
    const last = readConversation(wireOf(wireMessage(7), wireMessage(8))).messages;
    const now = readConversation(
      wireOf(wireMessage(7), wireMessage(8, { extra: '{"mentions":[]}' })),
      last,
    ).messages;
    expect(now[0]).toBe(last[0]);
    expect(now[1]).not.toBe(last[1]);
    const edited = readConversation(wireOf(wireMessage(7, { text: 'ho', editedAt: 2 })), now).messages;
    expect(edited[0]).toMatchObject({ text: 'ho', editedAt: 2 });
  });
});

describe('readRows', () => {
  it('puts the newest first', () => {
    const rows = [1, 3, 2].map((lastAt): [string, string] => [`group-${lastAt}`, JSON.stringify({ lastAt })]);
    const inbox = { rows: new Map(rows), blocked: new Map(), online: new Map(), whoMayWrite: 'met' };
    expect(readRows(inbox).map(({ lastAt }) => lastAt)).toEqual([3, 2, 1]);
  });
});
