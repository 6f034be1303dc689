import { describe, expect, it } from 'vitest';
import { playerId } from '../core/ids.ts';
import type { Message } from './types.ts';
import { dayOf, firstUnread, groupMessages, unreadText } from './unread.ts';

const MINUTE_MS = 60_000;
const NOON = 12 * 60 * MINUTE_MS;

const message = (no: number, author: string, at: number): Message => ({
  seq: no + 10,
  no,
  at,
  author: playerId(author),
  text: 'x',
  replyTo: null,
  mentions: [],
  card: null,
  audience: 'all',
  editedAt: 0,
  deletedBy: '',
  reactions: {},
});

describe('unread messages', () => {
  it('are told up to 99', () => {
    expect([0, 1, 99, 100, 5_000].map(unreadText)).toEqual(['', '1', '99', '99+', '99+']);
  });

  it('begin with the first that is newer than what was read', () => {
    const messages = [message(4, 'ana', 0), message(5, 'ana', 1), message(6, 'ben', 2)];
    expect([3, 4, 6].map((readNo) => firstUnread(messages, readNo)?.no)).toEqual([4, 5, undefined]);
  });
});

describe('a day', () => {
  it.each([
    [0, 0, 0],
    [24 * 60 * MINUTE_MS - 1, 0, 0],
    [24 * 60 * MINUTE_MS, 0, 1],
    [23 * 60 * MINUTE_MS, 60, 1],
    [0, -1, -1],
  ])('%i ms at %i minutes is day %i', (at, offsetMinutes, day) => {
    expect(dayOf(at, offsetMinutes)).toBe(day);
  });
});

describe('groups', () => {
  const sketch = (messages: readonly Message[], offsetMinutes = 0, readNo = 99) =>
    groupMessages(messages, { offsetMinutes, readNo }).map(
      ({ author, messages: inside, startsDay, startsUnread }) =>
        `${startsDay ? 'day ' : ''}${startsUnread ? 'new ' : ''}${author} ${inside.map(({ no }) => no)}`,
    );

  it('are of one author, without a long pause', () => {
    expect(
      sketch([
        message(1, 'ana', NOON),
        message(2, 'ana', NOON + 5 * MINUTE_MS - 1),
        message(3, 'ben', NOON + 5 * MINUTE_MS),
        message(4, 'ben', NOON + 10 * MINUTE_MS),
        message(5, 'ana', NOON + 10 * MINUTE_MS),
      ]),
    ).toEqual(['day ana 1,2', 'ben 3', 'ben 4', 'ana 5']);
  });

  it('end with the day where the reader is', () => {
    const messages = [message(1, 'ana', NOON - 1), message(2, 'ana', NOON)];
    expect(sketch(messages)).toEqual(['day ana 1,2']);
    expect(sketch(messages, 12 * 60)).toEqual(['day ana 1', 'day ana 2']);
  });

  it('end where the unread begin', () => {
    const messages = [1, 2, 3].map((no) => message(no, 'ana', NOON + no));
    expect(sketch(messages, 0, 1)).toEqual(['day ana 1', 'new ana 2,3']);
    expect(sketch(messages, 0, 0)).toEqual(['day new ana 1,2,3']);
  });

  it('of nothing are none', () => {
    expect(sketch([])).toEqual([]);
  });
});
