import { describe, expect, it } from 'vitest';
import type { News } from '../news.ts';
import { NO_HEAD } from '../records/head.ts';
import type { Head } from '../records/records.ts';
import { Inbox, type Part } from './inbox.ts';

const ME = 'ben';
const looksOf = (name: string) => [name.toLowerCase()];

const standing = (...authors: readonly string[]) =>
  authors.map((author, i) => ({ seq: i + 1, no: i + 1, author }));

/** A conversation in which these people wrote one message each. */
const headOf = (authors: readonly string[], patch: Partial<Head> = {}): Head => ({
  ...NO_HEAD,
  title: 'Lobby',
  seq: authors.length,
  no: authors.length,
  author: authors.at(-1) ?? '',
  preview: 'words',
  standing: standing(...authors),
  ...patch,
});

const partOf = (head: Head, patch: Partial<Part> = {}): Part => ({
  member: { conversation: 'lobby', standing: 'active', role: 'member', by: '' },
  head,
  readNo: 0,
  isMuted: false,
  mentions: new Map(),
  peerStanding: null,
  ...patch,
});

const inboxOf = (part: Part, { blocked = [], blockedBy = [] }: Partial<Record<string, string[]>> = {}) =>
  new Inbox(
    ME,
    {
      parts: new Map([['lobby', part]]),
      faces: new Map([
        ['ana', { name: 'Ana', marker: 1 }],
        ['cleo', { name: 'Cleo', marker: 2 }],
      ]),
      blocked: blocked ?? [],
      blockedBy: blockedBy ?? [],
      whoMayWrite: 'everybody',
    },
    looksOf,
  );

const newsOf = (head: Head, patch: Partial<News> = {}): News => ({
  conversation: 'lobby',
  from: head.seq - 1,
  head,
  mentions: [],
  unmentioned: [],
  forgotten: [],
  members: [],
  author: null,
  ...patch,
});

it('an inbox remembers of the many who write those whose words it shows, and whom it talks to', () => {
  const direct = partOf(headOf(['cleo'], { kind: 'direct', pair: [ME, 'cleo'] }));
  const inbox = inboxOf(partOf(headOf(['ana'], { kind: 'public' })));
  inbox.put('direct-cleo', { ...direct, member: { ...direct.member, conversation: 'direct-cleo' } });
  const everybody = Array.from({ length: 1_000 }, (_, index) => `writer-${index}`);
  for (const [index, id] of everybody.entries()) {
    const head = headOf([id], { kind: 'public', seq: index + 2, no: index + 2 });
    inbox.hear(newsOf(head, { author: { id, name: `Name of ${id}`, marker: 3 } }));
    expect(inbox.row('lobby')?.lastAuthor).toBe(`Name of ${id}`);
  }
  expect(everybody.filter((id) => inbox.knows(id)).length).toBeLessThan(50);
  expect(inbox.rename({ id: 'writer-999', name: 'Newer', marker: 3 })).toEqual(['lobby']);
  expect(inbox.rename({ id: 'writer-0', name: 'Whoever', marker: 3 })).toEqual([]);
  expect(inbox.row('direct-cleo')).toMatchObject({ title: 'Cleo', marker: 2, lastAuthor: 'Cleo' });
});

describe('an inbox counts', () => {
  it('no mention of whoever wants to be forgotten, however much was said since', () => {
    const mentions = new Map([
      [1, { no: 1, author: 'ana' }],
      [2, { no: 2, author: 'cleo' }],
    ]);
    const inbox = inboxOf(partOf(headOf(['cleo'], { seq: 9, standingFrom: 8 }), { mentions }));
    inbox.hear(newsOf(headOf(['cleo'], { seq: 10, standingFrom: 8 }), { forgotten: ['ana'] }));
    expect(inbox.row('lobby')).toMatchObject({ mentions: 1 });
  });

  it('what others wrote that stands, and not what it wrote itself', () => {
    const inbox = inboxOf(partOf(headOf(['ana', ME, 'cleo', 'ana']), { readNo: 1 }));
    expect(inbox.row('lobby')).toMatchObject({ unread: 2, lastNo: 4, lastAuthor: 'Ana', isLastMine: false });
    inbox.hear(newsOf(headOf(['ana', ME, 'cleo', 'ana', ME], { seq: 5 })));
    expect(inbox.row('lobby')).toMatchObject({ unread: 2, lastNo: 5, isLastMine: true });
  });

  it('nothing of somebody blocked: no message, no mention, no name, no words; and all of it when unblocked', () => {
    const mentions = new Map([[3, { no: 3, author: 'ana' }]]);
    const inbox = inboxOf(partOf(headOf(['cleo', 'ana', 'ana']), { mentions }), { blocked: ['ana'] });
    expect(inbox.row('lobby')).toMatchObject({ unread: 1, mentions: 0, lastAuthor: '', preview: '' });
    inbox.hearInPerson({ type: 'blocked', person: 'ana', isBlocked: false });
    expect(inbox.row('lobby')).toMatchObject({ unread: 3, mentions: 1, lastAuthor: 'Ana', preview: 'words' });
  });

  it('down when a message is taken back, its mention with it', () => {
    const inbox = inboxOf(partOf(headOf(['cleo'])));
    const second = headOf(['cleo', 'ana']);
    inbox.hear(newsOf(second, { mentions: [{ person: ME, seq: 2, no: 2, author: 'ana' }] }));
    expect(inbox.row('lobby')).toMatchObject({ unread: 2, mentions: 1 });
    const third = { ...headOf(['cleo'], { seq: 3, no: 2 }) };
    inbox.hear(newsOf(third, { unmentioned: [{ person: ME, seq: 2 }] }));
    expect(inbox.row('lobby')).toMatchObject({ unread: 1, mentions: 0, lastNo: 2, lastAuthor: 'Cleo' });
  });

  it('no mention of a message that does not stand, whoever forgot it', () => {
    const mentions = new Map([[2, { no: 2, author: 'ana' }]]);
    const inbox = inboxOf(partOf(headOf(['cleo', 'ana']), { mentions }));
    expect(inbox.row('lobby')).toMatchObject({ unread: 2, mentions: 1 });
    inbox.hear(newsOf({ ...headOf(['cleo'], { seq: 3, no: 2 }) }));
    expect(inbox.row('lobby')).toMatchObject({ unread: 1, mentions: 0 });
  });

  it('nothing of a request, which is not shown at all when whoever asks is blocked', () => {
    const member = { conversation: 'lobby', standing: 'asked', role: 'member', by: 'ana' } as const;
    const head = headOf(['ana', 'ana'], { kind: 'group' });
    const inbox = inboxOf(partOf(head, { member }));
    expect(inbox.row('lobby')).toMatchObject({ unread: 0, preview: '', lastAuthor: '', invitedBy: 'Ana' });
    inbox.hearInPerson({ type: 'blocked', person: 'ana', isBlocked: true });
    expect(inbox.row('lobby')).toBe(null);
  });
});

describe('news', () => {
  it('of the past changes nothing', () => {
    const inbox = inboxOf(partOf(headOf(['ana', 'ana'])));
    expect(inbox.hear(newsOf(headOf(['ana'])))).toBe(true);
    expect(inbox.row('lobby')?.lastNo).toBe(2);
  });

  it('that skip something are noticed', () => {
    const inbox = inboxOf(partOf(headOf(['ana'])));
    expect(inbox.hear(newsOf(headOf(['ana', 'ana', 'ana']), { from: 2 }))).toBe(false);
    expect(inbox.hear(newsOf(headOf(['ana', 'ana']), { from: 1 }))).toBe(true);
  });

  it('bring the name of whoever wrote, and a new name is shown where the person is', () => {
    const inbox = inboxOf(partOf(headOf(['ana'])));
    inbox.hear(newsOf(headOf(['ana', 'dev']), { author: { id: 'dev', name: 'Dev', marker: 3 } }));
    expect(inbox.row('lobby')?.lastAuthor).toBe('Dev');
    expect(inbox.rename({ id: 'dev', name: 'Devon', marker: 3 })).toEqual(['lobby']);
    expect(inbox.row('lobby')?.lastAuthor).toBe('Devon');
  });
});

describe('how far this person read', () => {
  it('is news once, whoever says it again', () => {
    const inbox = inboxOf(partOf(headOf(['ana', 'ana', 'ana'])));
    const read = (no: number) => inbox.hearInPerson({ type: 'read', conversation: 'lobby', no });
    expect([read(2), read(2), read(1)]).toEqual([['lobby'], [], []]);
    expect(inbox.row('lobby')).toMatchObject({ readNo: 2, unread: 1 });
  });
});

describe('who is here', () => {
  const talk = headOf([], { kind: 'direct', pair: ['ana', ME] });
  const asked = { conversation: 'lobby', standing: 'asked', role: 'member', by: 'ana' } as const;

  it.each([
    ['both take part', partOf(talk, { peerStanding: 'active' }), {}, true],
    ['the other one was not answered', partOf(talk, { peerStanding: 'active', member: asked }), {}, false],
    ['the other one has not answered', partOf(talk, { peerStanding: 'asked' }), {}, false],
    ['the other one left', partOf(talk, { peerStanding: null }), {}, false],
    ['the other one is blocked', partOf(talk, { peerStanding: 'active' }), { blocked: ['ana'] }, false],
    ['the other one blocked', partOf(talk, { peerStanding: 'active' }), { blockedBy: ['ana'] }, false],
  ])('may be known or not: %s', (_, part, blocks, isSeen) => {
    expect(inboxOf(part, blocks).maySeeHere('ana')).toBe(isSeen);
  });

  it('may be known as soon as the other one accepts', () => {
    const inbox = inboxOf(partOf(talk, { peerStanding: 'asked' }));
    const members = [{ person: 'ana', standing: 'active' }] as const;
    inbox.hear(newsOf({ ...talk, seq: 1 }, { members }));
    expect(inbox.maySeeHere('ana')).toBe(true);
  });
});

describe('an inbox names', () => {
  const direct = (peer: string, by = '') =>
    partOf(headOf([peer], { kind: 'direct', pair: [ME, peer] }), {
      member: { conversation: peer, standing: by ? 'asked' : 'active', role: 'member', by },
    });
  const face = (name: string) => ({ name, marker: 1 });
  const inboxWith = () =>
    new Inbox(
      ME,
      {
        // The newest first.
        parts: new Map([
          ['new', direct('new')],
          ['lobby', partOf(headOf(['new'], { shownAs: 'Robin 7' }))],
          ['old', direct('old')],
        ]),
        faces: new Map([
          ['old', face('Robin')],
          ['new', face('Robin')],
          ['asker', face('ROBIN')],
        ]),
        blocked: [],
        blockedBy: [],
        whoMayWrite: 'everybody',
      },
      looksOf,
    );
  const titles = (inbox: Inbox) => ['old', 'new'].map((id) => inbox.row(id)?.title);

  it('people of one name apart: who is newer in it has a number, whose account it is has none', () => {
    const inbox = inboxWith();
    expect(titles(inbox)).toEqual(['Robin', 'Robin 2']);
    expect([...inbox.numbered]).toEqual([['new', 'Robin']]);
    expect([...inbox.prefer('new')].sort()).toEqual(['lobby', 'new', 'old']);
    expect(titles(inbox)).toEqual(['Robin 2', 'Robin']);
    inbox.put('ask', direct('asker', 'asker'));
    expect(inbox.row('ask')).toMatchObject({ title: 'ROBIN 3', invitedBy: 'ROBIN 3' });
    expect(inbox.rename({ id: 'asker', ...face('Zoe') })).toEqual(['ask']);
    expect(inbox.row('ask')?.title).toBe('Zoe');
  });

  it('who wrote as the conversation does, and by a new name at once', () => {
    const inbox = inboxWith();
    expect(inbox.row('lobby')?.lastAuthor).toBe('Robin 7');
    inbox.rename({ id: 'new', ...face('Zoe') });
    expect(inbox.row('lobby')?.lastAuthor).toBe('Zoe');
  });
});
