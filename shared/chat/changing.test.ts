import { describe, expect, it } from 'vitest';
import { opened } from '../../test/harness/conversation-script.ts';
import { playerId } from '../core/ids.ts';
import { targetOf } from './messages.ts';
import { EDIT_MS, MAX_CHANGES, MAX_EMOJI, MAX_PINNED } from './types.ts';

const EMOJI = [...'😀😁😂😃😄😅😆😇😈😉😊😋😌'];

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
