import { describe, expect, it } from 'vitest';
import type { Message } from '../../shared/chat/types.ts';
import { playerId } from '../../shared/core/ids.ts';
import type { Pending } from './outbox.ts';
import { isSeen, pendingOf } from './outbox-pending.ts';

const ME = 'me-0001';
const message = (seq: number, text: string, patch: Partial<Message> = {}): Message => ({
  seq,
  no: seq,
  at: 0,
  author: playerId(ME),
  text,
  replyTo: null,
  mentions: [],
  card: null,
  audience: 'all',
  editedAt: 0,
  deletedBy: '',
  reactions: {},
  ...patch,
});
const entry = (text: string, patch: Partial<Pending> = {}): Pending => ({
  id: text,
  k: 1,
  text,
  replyTo: null,
  mentions: [],
  table: null,
  at: 0,
  after: 5,
  refusal: null,
  isSent: true,
  seq: null,
  ...patch,
});
const shown = (entries: readonly Pending[], messages: readonly Message[]) =>
  pendingOf(entries, messages, ME).map(({ id }) => id);

describe('pendingOf', () => {
  it('hides an entry whose message has come, before the reply says so', () => {
    expect(shown([entry('hi  there\u200b')], [message(6, 'hi there')])).toEqual([]);
  });

  it('shows an entry next to what only looks like it', () => {
    const others = [
      message(5, 'hi'),
      message(6, 'hi', { author: playerId('ben-0001') }),
      message(7, 'hi', { replyTo: 3 }),
      message(8, 'hi', { card: { type: 'table', code: 'MOKA', name: 'Moka' } }),
      message(9, 'ho'),
    ];
    expect(shown([entry('hi')], others)).toEqual(['hi']);
  });

  it('takes one message for one entry', () => {
    const twice = [entry('a', { text: 'hi' }), entry('b', { text: 'hi' })];
    expect(shown(twice, [message(6, 'hi')])).toEqual(['b']);
    expect(shown(twice, [message(6, 'hi'), message(7, 'hi')])).toEqual([]);
  });

  it('believes the reply about which message an entry became', () => {
    const twice = [entry('a', { text: 'hi' }), entry('b', { text: 'hi', seq: 6 })];
    expect(shown(twice, [message(6, 'hi')])).toEqual(['a']);
    expect(shown([entry('a', { seq: 7 })], [message(6, 'a')])).toEqual(['a']);
  });

  it('shows what was not sent yet, and what was refused, whatever was said', () => {
    const refusal = { code: 'rude_words', message: 'No.' };
    const entries = [entry('a', { isSent: false }), entry('b', { refusal })];
    expect(pendingOf(entries, [message(6, 'a'), message(7, 'b')], ME)).toMatchObject([
      { id: 'a', state: 'sending', refusal: null },
      { id: 'b', state: 'failed', refusal },
    ]);
  });
});

describe('isSeen', () => {
  it('is so when the message is shown, or older than what is shown', () => {
    const window = [message(6, 'a'), message(7, 'b')];
    const seen = [null, 5, 6, 8].map((seq) => isSeen(entry('x', { seq }), window));
    expect(seen).toEqual([false, true, true, false]);
    expect(isSeen(entry('x', { seq: 5 }), [])).toBe(false);
  });
});
