import { describe, expect, it } from 'vitest';
import { opened } from '../../test/harness/conversation-script.ts';
import { playerId } from '../core/ids.ts';
import { targetOf } from './messages.ts';
import {
  EDIT_MS,
  FLOOD_MESSAGES,
  FLOOD_MS,
  MAX_CHANGES,
  MAX_EMOJI,
  MAX_PINNED,
  MAX_TEXT,
  NEWCOMER_MS,
} from './types.ts';

const EMOJI = [...'😀😁😂😃😄😅😆😇😈😉😊😋😌'];
const mute = (name: string, minutes = 1) => ({ type: 'mute', person: playerId(name), minutes }) as const;
const configure = (settings: { slowModeSeconds?: number; hasWordFilter?: boolean }) =>
  ({ type: 'configure', settings }) as const;

describe('a message', () => {
  it('is numbered without holes and keeps what it came with', () => {
    const script = opened('public', 'ana ben');
    const card = { type: 'table', code: 'BAKE', name: 'Moss' } as const;
    const [ana, ben] = [playerId('ana'), playerId('ben')];
    script.say('ana');
    script.now += 5;
    expect(script.say('ben', 'yes', { replyTo: 2, mentions: [ana, ben, ana], card })).toBe('ok');
    expect(script.message()).toEqual({
      seq: 3,
      no: 2,
      at: script.now,
      author: ben,
      text: 'yes',
      replyTo: 2,
      mentions: [ana, ben],
      card,
      audience: 'all',
      editedAt: 0,
      deletedBy: '',
      reactions: {},
    });
    expect(script.state.messageCount).toBe(2);
  });

  it('needs words, or a table to invite to', () => {
    const script = opened('public', 'ana');
    expect(script.say('ana', '')).toBe('empty_text');
    expect(script.say('ana', '', { card: { type: 'table', code: 'BAKE', name: 'Moss' } })).toBe('ok');
  });

  it('is not longer than it may be', () => {
    const script = opened('public', 'ana');
    expect(script.say('ana', '🏳️‍🌈'.repeat(MAX_TEXT / 2))).toBe('ok');
    expect(script.say('ana', 'x'.repeat(MAX_TEXT))).toBe('ok');
    expect(script.say('ana', 'x'.repeat(MAX_TEXT + 1))).toBe('text_too_long');
    expect(script.edit('ana', script.last, 'x'.repeat(MAX_TEXT + 1))).toBe('text_too_long');
  });

  it('is for one side only at a table', () => {
    const table = opened('table', 'ana');
    table.say('ana', 'psst', { audience: 'crowd:1' });
    expect(table.message().audience).toBe('crowd:1');
    const lobby = opened('public', 'ana');
    lobby.say('ana', 'psst', { audience: 'silent:1' });
    expect(lobby.message().audience).toBe('all');
  });
});

describe('who may write', () => {
  it('in public: everybody with a name, who is a member by it', () => {
    const script = opened('public', 'ana');
    expect(script.say('guest')).toBe('needs_name');
    expect(script.say('ben')).toBe('ok');
    expect(script.people).toEqual(['ana owner active', 'ben active']);
    expect(script.events.slice(-2).map(({ type }) => type)).toEqual(['memberChanged', 'posted']);
  });

  it('a refused message makes no member', () => {
    const script = opened('public', 'ana');
    expect(script.say('ben', '')).toBe('empty_text');
    expect(script.people).toEqual(['ana owner active']);
  });

  it('at a table: whoever is there, with or without a name or a seat', () => {
    const script = opened('table', 'ana');
    expect([script.say('ana'), script.say('ben'), script.say('guest')]).toEqual(['ok', 'ok', 'ok']);
    expect(script.people).toEqual(['ana active']);
  });

  it.each(['direct', 'group'] as const)('in a %s: its people, with a name', (kind) => {
    const script = opened(kind, 'ana guest', { trusted: 'guest' });
    expect([script.say('ana'), script.say('guest')]).toEqual(['ok', 'needs_name']);
    expect([script.say('cleo'), script.say('operator')]).toEqual(['not_member', 'not_member']);
  });

  it.each(['direct', 'group'] as const)('in a %s: whoever was asked, who accepts by it', (kind) => {
    const script = opened(kind, 'ana ben');
    expect(script.say('ben')).toBe('ok');
    expect(script.people).toContain('ben active');
  });

  it('not who was kicked from a group', () => {
    const script = opened('group', 'ana ben', { trusted: 'ben' });
    script.as('ana', { type: 'kick', person: playerId('ben') });
    expect(script.say('ben')).toBe('not_member');
  });

  it.each(['public', 'group', 'table'] as const)('not who is banned, in a %s', (kind) => {
    const script = opened(kind, 'ana ben', { trusted: 'ben' });
    script.say('ben');
    script.as('operator', { type: 'ban', person: playerId('ben') });
    expect([script.say('ben'), script.edit('ben', script.last), script.react('ben')]).toEqual([
      'banned',
      'banned',
      'banned',
    ]);
  });

  it('not who is muted, until the minutes are over', () => {
    const script = opened('public', 'ana ben');
    script.say('ben');
    script.as('ana', mute('ben'));
    script.now += 500;
    expect([script.say('ben'), script.refusal?.detail]).toEqual(['muted', '60']);
    expect([script.edit('ben', script.last), script.react('ben')]).toEqual(['muted', 'muted']);
    script.now += 59_499;
    expect([script.say('ben'), script.refusal?.detail]).toEqual(['muted', '1']);
    script.now += 1;
    expect(script.say('ben')).toBe('ok');
  });

  it('an operator, banned and muted or not', () => {
    const script = opened('public', 'ana operator');
    script.as('ana', mute('operator'));
    expect(script.say('operator')).toBe('ok');
    script.as('ana', { type: 'ban', person: playerId('operator') });
    expect(script.say('operator')).toBe('ok');
    expect(script.people).toContain('operator active');
  });
});

describe('a request', () => {
  it('is three messages long, until it is accepted', () => {
    const script = opened('direct', 'ana ben');
    for (let i = 0; i < 3; i++) expect(script.say('ana')).toBe('ok');
    expect(script.say('ana')).toBe('request_pending');
    expect([script.edit('ana', script.last), script.touch('ana', 'delete')]).toEqual(['ok', 'ok']);
    script.as('ben', { type: 'accept' });
    expect(script.say('ana')).toBe('ok');
  });

  it('that was declined ends what the first person can say', () => {
    const script = opened('direct', 'ana ben');
    script.say('ana');
    script.as('ben', { type: 'decline' });
    expect([script.say('ana'), script.edit('ana', script.last), script.react('ana')]).toEqual([
      'not_open',
      'not_open',
      'not_open',
    ]);
    expect(script.say('ben')).toBe('not_member');
    expect(script.touch('ana', 'delete')).toBe('ok');
  });
});

describe('patience', () => {
  it.each(['ana', 'ben', 'operator'])('of flood control is asked of everybody: %s', (name) => {
    const script = opened('public', 'ana ben');
    for (let i = 0; i < FLOOD_MESSAGES; i++) {
      expect(script.say(name)).toBe('ok');
      script.now += 1;
    }
    expect([script.say(name), script.refusal?.detail]).toEqual(['too_fast', '10']);
    script.now += FLOOD_MS - FLOOD_MESSAGES - 1;
    expect(script.say(name)).toBe('too_fast');
    script.now += 1;
    expect([script.say(name), script.say(name)]).toEqual(['ok', 'too_fast']);
  });

  it('of slow mode is asked of members', () => {
    const script = opened('public', 'ana ben cleo', { slowModeSeconds: 30 });
    script.as('ana', { type: 'setRole', person: playerId('cleo'), role: 'moderator' });
    for (const name of ['ana', 'ben', 'cleo', 'operator']) expect(script.say(name)).toBe('ok');
    for (const name of ['ana', 'cleo', 'operator']) expect(script.say(name)).toBe('ok');
    script.now += 10_001;
    expect([script.say('ben'), script.refusal?.detail]).toEqual(['slow_mode', '20']);
    script.now += 19_998;
    expect([script.say('ben'), script.refusal?.detail]).toEqual(['slow_mode', '1']);
    script.now += 1;
    expect([script.say('ben'), script.say('ben')]).toEqual(['ok', 'slow_mode']);
    script.as('ana', configure({ slowModeSeconds: 0 }));
    expect(script.say('ben')).toBe('ok');
  });

  it('is asked of nobody for longer than its own length, when the clock was an hour ahead', () => {
    const script = opened('public', 'ana ben cleo', { slowModeSeconds: 30 });
    script.now += 3_600_000;
    for (let i = 0; i < FLOOD_MESSAGES; i++) expect(script.say('ana')).toBe('ok');
    expect(script.say('ben')).toBe('ok');
    script.now -= 3_600_000;
    expect([script.say('ana'), script.say('ben'), script.say('ben')]).toEqual(['ok', 'ok', 'slow_mode']);
    expect(Number(script.refusal?.detail)).toBeLessThanOrEqual(30);
    script.now += 30_000;
    expect(script.say('ben')).toBe('ok');
  });

  it('is remembered by few messages', () => {
    const script = opened('public', 'ana', { slowModeSeconds: 3_600 });
    for (let i = 0; i < 3 * FLOOD_MESSAGES; i++) {
      expect(script.say('ana')).toBe('ok');
      script.now += FLOOD_MS;
    }
    expect(script.state.lately.get(playerId('ana'))).toHaveLength(FLOOD_MESSAGES);
  });

  it('is remembered no longer than it is needed', () => {
    const script = opened('public', 'ana', { slowModeSeconds: 60 });
    script.say('ben');
    script.now += 59_999;
    script.say('cleo');
    expect(script.state.lately.size).toBe(2);
    script.now += 1;
    script.say('dev');
    expect([...script.state.lately.keys()]).toEqual(['cleo', 'dev']);
    script.as('ana', configure({ slowModeSeconds: 0 }));
    script.now += FLOOD_MS;
    script.say('ema');
    expect([...script.state.lately.keys()]).toEqual(['ema']);
  });
});

describe('what may be said', () => {
  it('links in public only some time after joining', () => {
    const script = opened('public', 'ana');
    const link = { hasLink: true };
    expect(script.say('ben', 'https://x.org', link)).toBe('newcomer_link');
    script.say('ben');
    expect(script.say('ben', 'https://x.org', link)).toBe('newcomer_link');
    expect(script.edit('ben', script.last, 'https://x.org', link)).toBe('newcomer_link');
    script.now += NEWCOMER_MS - 1;
    expect(script.say('ben', 'https://x.org', link)).toBe('newcomer_link');
    script.now += 1;
    expect(script.say('ben', 'https://x.org', link)).toBe('ok');
    expect(script.edit('ben', script.last, 'https://y.org', link)).toBe('ok');
    script.now += 3_600_000;
    script.say('cleo');
    script.now -= 3_600_000;
    expect(script.say('cleo', 'https://x.org', link)).toBe('ok');
  });

  it.each(['direct', 'group', 'table'] as const)('links in a %s always', (kind) => {
    const script = opened(kind, 'ana ben', { trusted: 'ben' });
    expect(script.say('ben', 'https://x.org', { hasLink: true })).toBe('ok');
  });

  it('links of those who look after it', () => {
    const script = opened('public', 'ana');
    expect([
      script.say('ana', 'x.org', { hasLink: true }),
      script.say('operator', 'x.org', { hasLink: true }),
    ]).toEqual(['ok', 'ok']);
  });

  it('no rude words where they are filtered, by nobody', () => {
    const script = opened('public', 'ana');
    expect(script.say('ana', 'damn', { isRude: true })).toBe('ok');
    script.as('ana', configure({ hasWordFilter: true }));
    expect(script.say('ana', 'damn', { isRude: true })).toBe('rude_words');
    expect(script.edit('ana', script.last, 'damn', { isRude: true })).toBe('rude_words');
    expect(script.say('ana')).toBe('ok');
  });
});

describe('changing a message', () => {
  it('is for its author, for a day', () => {
    const script = opened('public', 'ana ben');
    script.say('ben', 'first');
    expect(script.edit('ana', script.last)).toBe('not_author');
    expect(script.edit('operator', script.last)).toBe('not_author');
    expect(script.edit('ben', script.last, '')).toBe('empty_text');
    script.now += EDIT_MS;
    expect(script.edit('ben', script.last, 'second', { mentions: [playerId('ana')] })).toBe('ok');
    expect(script.message()).toMatchObject({
      text: 'second',
      editedAt: script.now,
      mentions: ['ana'],
      no: 1,
    });
    script.now += 1;
    expect(script.edit('ben', script.last)).toBe('too_late');
  });

  it('is for those who take part', () => {
    const script = opened('public', 'ana ben');
    script.say('ben');
    script.as('ben', { type: 'leave' });
    expect([script.edit('ben', script.last), script.react('ben')]).toEqual(['not_member', 'not_member']);
    const group = opened('group', 'ana ben');
    group.say('ana');
    expect(group.react('ben')).toBe('not_member');
  });

  it('is for spectators of a table too', () => {
    const script = opened('table', 'ana');
    script.say('guest');
    expect([script.edit('guest', script.last), script.react('guest')]).toEqual(['ok', 'ok']);
  });

  it('is not for what was deleted', () => {
    const script = opened('public', 'ana');
    script.say('ana');
    script.touch('ana', 'delete');
    expect([
      script.edit('ana', script.last),
      script.touch('ana', 'delete'),
      script.touch('ana', 'pin'),
      script.react('ana'),
      script.react('ana', '👍', script.last, 'unreact'),
    ]).toEqual(['no_message', 'no_message', 'no_message', 'no_message', 'no_message']);
  });

  it('is possible so many times, deleting always', () => {
    const script = opened('public', 'ana');
    script.say('ana');
    const target = targetOf(script.message(), MAX_CHANGES);
    const words = { text: 'x', mentions: [], hasLink: false, isRude: false };
    expect([
      script.as('ana', { type: 'edit', target, ...words }),
      script.as('ana', { type: 'react', target, emoji: '👍' }),
      script.as('ana', { type: 'unreact', target, emoji: '👍' }),
    ]).toEqual(['too_many_changes', 'too_many_changes', 'too_many_changes']);
    expect(
      script.as('ana', { type: 'edit', target: { ...target, changes: MAX_CHANGES - 1 }, ...words }),
    ).toBe('ok');
    expect(script.as('ana', { type: 'delete', target })).toBe('ok');
  });
});

describe('deleting', () => {
  it('is for authors, also from outside, and for moderators', () => {
    const script = opened('public', 'ana ben cleo dev');
    script.as('ana', { type: 'setRole', person: playerId('cleo'), role: 'moderator' });
    for (let i = 0; i < 4; i++) script.say('ben');
    const [first = 0, second = 0, third = 0, fourth = 0] = script.messages.keys();
    expect(script.touch('dev', 'delete', first)).toBe('not_allowed');
    expect(script.touch('stranger', 'delete', first)).toBe('not_member');
    expect(script.touch('cleo', 'delete', first)).toBe('ok');
    expect(script.touch('operator', 'delete', second)).toBe('ok');
    script.as('ana', { type: 'ban', person: playerId('ben') });
    expect(script.touch('ben', 'delete', third)).toBe('ok');
    expect([first, second, third].map((seq) => script.message(seq).deletedBy)).toEqual([
      'cleo',
      'operator',
      'ben',
    ]);
    script.as('ana', { type: 'ban', person: playerId('dev') });
    expect(script.touch('dev', 'delete', fourth)).toBe('banned');
  });

  it('unpins', () => {
    const script = opened('public', 'ana');
    script.say('ana');
    script.touch('ana', 'pin');
    script.touch('ana', 'delete');
    expect(script.state.pinned).toEqual([]);
  });
});

describe('reactions', () => {
  it('are given once and taken back once', () => {
    const script = opened('public', 'ana ben');
    script.say('ana');
    expect([script.react('ana'), script.react('ben'), script.react('ana')]).toEqual([
      'ok',
      'ok',
      'no_change',
    ]);
    expect(script.message().reactions).toEqual({ '👍': ['ana', 'ben'] });
    expect([
      script.react('ana', '👍', script.last, 'unreact'),
      script.react('ana', '👍', script.last, 'unreact'),
      script.react('ana', '🎉', script.last, 'unreact'),
    ]).toEqual(['ok', 'no_change', 'no_change']);
    expect(script.message().reactions).toEqual({ '👍': ['ben'] });
  });

  it('are of so many kinds under one message', () => {
    const script = opened('public', 'ana ben');
    script.say('ana');
    for (const emoji of EMOJI.slice(0, MAX_EMOJI)) expect(script.react('ana', emoji)).toBe('ok');
    expect(script.react('ben', EMOJI[MAX_EMOJI])).toBe('too_many_reactions');
    expect(script.react('ben', EMOJI[0])).toBe('ok');
  });

  it('do not stumble over names that objects have', () => {
    const script = opened('public', 'ana');
    script.say('ana');
    for (const name of ['constructor', '__proto__', 'toString']) {
      expect(script.react('ana', name, script.last, 'unreact')).toBe('no_change');
      expect(script.react('ana', name)).toBe('ok');
    }
    expect(Object.keys(script.message().reactions)).toEqual(['constructor', '__proto__', 'toString']);
  });
});

describe('pins', () => {
  it('are for moderators, each once, and few', () => {
    const script = opened('public', 'ana ben');
    for (let i = 0; i <= MAX_PINNED; i++) script.say('ana');
    const seqs = [...script.messages.keys()];
    expect(script.touch('ben', 'pin')).toBe('not_allowed');
    expect(script.touch('stranger', 'pin')).toBe('not_member');
    for (const seq of seqs.slice(0, MAX_PINNED)) expect(script.touch('ana', 'pin', seq)).toBe('ok');
    expect(script.touch('ana', 'pin', seqs[0])).toBe('no_change');
    expect(script.touch('ana', 'pin')).toBe('too_many_pins');
    expect(script.touch('ben', 'unpin', seqs[0])).toBe('not_allowed');
    expect(script.touch('ana', 'unpin', seqs[0])).toBe('ok');
    expect(script.touch('ana', 'unpin', seqs[0])).toBe('no_change');
    expect(script.touch('operator', 'pin')).toBe('ok');
    expect(script.state.pinned).toEqual(seqs.slice(1));
  });

  it('are for both in a direct talk', () => {
    const script = opened('direct', 'ana ben', { trusted: 'ben' });
    script.say('ana');
    expect(script.touch('ben', 'pin')).toBe('ok');
  });
});
