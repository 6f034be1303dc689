import { describe, expect, it } from 'vitest';
import { opened } from '../../test/harness/conversation-script.ts';
import { playerId } from '../core/ids.ts';
import { FLOOD_MESSAGES, FLOOD_MS, MAX_TEXT, NEWCOMER_MS } from './types.ts';

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
