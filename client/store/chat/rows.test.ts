import { describe, expect, it } from 'vitest';
import { ANA, CLEO, NOON, row } from '../../../test/harness/chat-samples.ts';
import type { InboxRow } from '../../net/chat-types.ts';
import { noticesBetween } from './notices.ts';
import { listRows, requestRows } from './rows.ts';
import { pageTitle, totalUnread } from './unread.ts';

describe('the list of conversations', () => {
  const context = { online: new Set([CLEO]), now: NOON, search: '' };

  it('says what is unread, who mentioned me, and who is here', () => {
    const [lobby, cleo] = listRows(
      [
        row({ lastNo: 140, readNo: 10, mentions: 2 }),
        row({ conversation: 'direct-1', kind: 'direct', title: 'Cleo', peer: CLEO, marker: 2 }),
      ],
      context,
    );
    expect(lobby).toMatchObject({
      badge: '99+',
      isMentioned: true,
      marker: null,
      initial: 'L',
      preview: 'Dev: hello',
      spoken: '130 unread messages, mentions you',
    });
    expect(cleo).toMatchObject({
      badge: '',
      isMentioned: false,
      marker: 2,
      isOnline: true,
      preview: 'hello',
      spoken: 'online',
    });
  });

  it('says who wrote last: you, and where there are more than two, whoever it was', () => {
    const mine = { isLastMine: true, lastAuthor: 'Me' };
    const rows = [
      row({ kind: 'group' }),
      row({ kind: 'group', ...mine }),
      row({ kind: 'direct', ...mine }),
      row({ kind: 'direct' }),
      row({ kind: 'table', lastAuthor: '' }),
      row({ kind: 'group', ...mine, preview: '' }),
    ];
    expect(listRows(rows, context).map(({ preview }) => preview)).toEqual([
      'Dev: hello',
      'You: hello',
      'You: hello',
      'hello',
      'hello',
      '',
    ]);
  });

  it('has what one takes part in; requests stand apart, without what was written', () => {
    const rows = [
      row({ conversation: 'direct-1', kind: 'direct', title: 'Gus', peer: ANA, standing: 'asked' }),
      row({ conversation: 'group-1', kind: 'group', title: 'Friday', standing: 'asked', preview: 'psst' }),
      row({ conversation: 'lobby-left', standing: 'left' }),
      row(),
    ];
    expect(listRows(rows, context).map(({ conversation }) => conversation)).toEqual(['lobby-lobby']);
    expect(requestRows(rows).map(({ words }) => words)).toEqual([
      'wants to write to you',
      'You are invited to this group',
    ]);
    expect(JSON.stringify(requestRows(rows))).not.toContain('psst');
  });

  it('names whoever deleted their account', () => {
    const rows = [row({ conversation: 'direct-1', kind: 'direct', title: '', peer: '' })];
    expect(listRows(rows, { ...context, search: 'deleted' })).toMatchObject([
      { title: 'Deleted account', isGone: true },
    ]);
  });

  it('finds titles whatever their case', () => {
    const rows = [row(), row({ conversation: 'lobby-color', title: 'Color theory' })];
    const found = listRows(rows, { ...context, search: ' THEO' });
    expect(found.map(({ title }) => title)).toEqual(['Color theory']);
  });
});

describe('what waits for me', () => {
  it('counts messages, requests, and of quiet conversations the mentions only', () => {
    expect(totalUnread([row({ lastNo: 13 })])).toBe(3);
    expect(totalUnread([row({ lastNo: 13, isMuted: true })])).toBe(0);
    expect(totalUnread([row({ lastNo: 13, isMuted: true, mentions: 2 })])).toBe(2);
    expect(totalUnread([row({ lastNo: 3, readNo: 0, standing: 'asked' })])).toBe(1);
    expect(totalUnread([row({ lastNo: 13, standing: 'banned' })])).toBe(0);
  });

  it('stands in the title of the page', () => {
    expect(pageTitle(3, 'Lobby')).toBe('(3) Lobby · Color Clues');
    expect(pageTitle(100, '')).toBe('(99+) Color Clues');
    expect(pageTitle(0, '')).toBe('Color Clues');
  });

  it('is worth a notice when it is a mention or private, and not when it is quiet or read', () => {
    const before = [row(), row({ conversation: 'direct-1', kind: 'direct', title: 'Cleo' })];
    const titles = (...after: InboxRow[]) => noticesBetween(before, after).map(({ title }) => title);
    const direct = { conversation: 'direct-1', kind: 'direct', title: 'Cleo', lastNo: 11 } as const;
    expect(titles(row({ lastNo: 11 }))).toEqual([]);
    expect(titles(row({ lastNo: 11, mentions: 1 }))).toEqual(['Dev mentioned you']);
    expect(titles(row(direct))).toEqual(['Cleo']);
    expect(titles(row({ ...direct, isMuted: true }))).toEqual([]);
    expect(titles(row({ ...direct, readNo: 11 }))).toEqual([]);
    const request = row({ conversation: 'direct-2', kind: 'direct', title: 'Gus', standing: 'asked' });
    expect(titles(request)).toEqual(['Gus']);
    expect(noticesBetween([request], [request])).toEqual([]);
    const empty = { ...request, lastNo: 0 };
    expect([titles(empty), requestRows([empty]), totalUnread([empty])]).toEqual([[], [], 0]);
    expect(noticesBetween([empty], [request]).map(({ title }) => title)).toEqual(['Gus']);
  });
});
