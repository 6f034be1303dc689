import { describe, expect, it } from 'vitest';
import { ConversationScript, opened, people } from '../../test/harness/conversation-script.ts';
import { playerId } from '../core/ids.ts';
import { MAX_GROUP } from './types.ts';

const names = (count: number, prefix = 'p'): string =>
  Array.from({ length: count }, (_, i) => `${prefix}${i}`).join(' ');
const invite = (person: string, isTrusted = false) =>
  ({ type: 'invite', person: playerId(person), isTrusted }) as const;

describe('before and at the opening', () => {
  it('nothing but the opening is possible, and it is possible once', () => {
    const script = new ConversationScript();
    expect(script.as('ana', { type: 'join' })).toBe('not_open');
    expect(script.open('public', 'ana')).toBe('ok');
    expect(script.open('public', 'ben')).toBe('no_change');
    expect(script.people).toEqual(['ana owner active']);
  });

  it('only the server gives commands, and a clock is none', () => {
    const script = opened('public', 'ana');
    expect(script.tell({ type: 'seat', members: [] }, { kind: 'seat', seat: 1 as never })).toBe(
      'unknown_command',
    );
    expect(script.tell({ type: 'timeUp' })).toBe('unknown_command');
  });

  it.each([
    ['public', 'ana ben', '', ['ana owner active', 'ben active']],
    ['group', 'ana ben cleo', 'cleo', ['ana owner active', 'ben asked', 'cleo active']],
    ['direct', 'ana ben', '', ['ana active', 'ben asked']],
    ['direct', 'ana ben', 'ben', ['ana active', 'ben active']],
    ['table', 'ana ben', '', ['ana active', 'ben active']],
    ['public', '', '', []],
    ['group', 'ana ana ben', '', ['ana owner active', 'ben asked']],
  ] as const)('%s of %j who trust %j: %j', (kind, members, trusted, expected) => {
    expect(opened(kind, members, { trusted }).people).toEqual(expected);
  });

  it.each([
    ['direct', 'ana', 'no_person'],
    ['direct', 'ana ana', 'no_person'],
    ['direct', 'ana ben cleo', 'no_person'],
    ['group', '', 'no_person'],
    ['group', names(MAX_GROUP + 1), 'group_full'],
  ] as const)('%s of %j is %s', (kind, members, code) => {
    const script = new ConversationScript();
    expect(script.open(kind, members)).toBe(code);
    expect(script.open(kind, names(kind === 'direct' ? 2 : MAX_GROUP))).toBe('ok');
  });
});

describe('joining', () => {
  it('is for everybody with a name in public, once', () => {
    const script = opened('public', 'ana');
    expect(script.as('guest', { type: 'join' })).toBe('needs_name');
    expect(script.as('ben', { type: 'join' })).toBe('ok');
    expect(script.as('ben', { type: 'join' })).toBe('already_member');
    expect(script.member('ben')).toMatchObject({ role: 'member', standing: 'active', joinedAt: script.now });
  });

  it('is for operators in public even if banned, and not in private', () => {
    for (const [kind, result] of [
      ['public', 'ok'],
      ['group', 'banned'],
    ] as const) {
      const script = opened(kind, 'ana operator', { trusted: 'operator' });
      script.as('ana', { type: 'ban', person: playerId('operator') });
      expect(script.as('operator', { type: 'join' })).toBe(result);
    }
  });

  it('accepts, for whoever was asked', () => {
    const script = opened('group', 'ana ben');
    expect(script.as('ben', { type: 'join' })).toBe('ok');
    expect(script.people).toContain('ben active');
  });

  it('is not for strangers in private, nor for those who left a group', () => {
    const group = opened('group', 'ana ben', { trusted: 'ben' });
    expect(group.as('cleo', { type: 'join' })).toBe('not_member');
    group.as('ben', { type: 'leave' });
    expect(group.as('ben', { type: 'join' })).toBe('not_member');
    expect(opened('direct', 'ana ben').as('cleo', { type: 'join' })).toBe('not_member');
  });

  it('brings whoever declined a direct talk back into it', () => {
    const script = opened('direct', 'ana ben');
    script.as('ben', { type: 'decline' });
    expect(script.as('ben', { type: 'join' })).toBe('ok');
    expect([script.say('ana'), script.say('ben')]).toEqual(['ok', 'ok']);
  });

  it('a table is for its seats', () => {
    const script = opened('table', 'ana');
    expect(script.as('ben', { type: 'join' })).toBe('not_allowed');
    expect(script.as('ana', { type: 'leave' })).toBe('not_allowed');
  });
});

describe('a request', () => {
  it('is answered once, by whoever was asked', () => {
    const script = opened('direct', 'ana ben');
    expect(script.as('ana', { type: 'accept' })).toBe('not_asked');
    expect(script.as('cleo', { type: 'decline' })).toBe('not_asked');
    expect(script.as('ben', { type: 'accept' })).toBe('ok');
    expect(script.as('ben', { type: 'accept' })).toBe('not_asked');
    expect(script.as('ben', { type: 'decline' })).toBe('not_asked');
    expect(script.people).toEqual(['ana active', 'ben active']);
  });

  it.each(['decline', 'leave'] as const)('is turned down by %s', (type) => {
    const script = opened('direct', 'ana ben');
    expect(script.as('ben', { type })).toBe('ok');
    expect(script.people).toEqual(['ana active', 'ben kicked']);
  });
});

describe('leaving', () => {
  it('a public lobby is forgotten', () => {
    const script = opened('public', 'ana');
    script.as('ben', { type: 'join' });
    expect(script.as('ben', { type: 'leave' })).toBe('ok');
    expect(script.as('ben', { type: 'leave' })).toBe('not_member');
    expect(script.people).toEqual(['ana owner active']);
  });

  it('while muted is remembered until the mute is over', () => {
    const script = opened('public', 'ana ben');
    script.as('ana', { type: 'mute', person: playerId('ben'), minutes: 1 });
    script.as('ben', { type: 'leave' });
    expect(script.people).toContain('ben left');
    expect(script.say('ben')).toBe('muted');
    script.now += 60_000;
    script.say('ana');
    expect(script.people).toEqual(['ana owner active']);
  });

  it('after a mute is over leaves nothing behind', () => {
    const script = opened('public', 'ana ben');
    script.as('ana', { type: 'mute', person: playerId('ben'), minutes: 1 });
    script.now += 60_000;
    script.as('ben', { type: 'leave' });
    expect(script.people).toEqual(['ana owner active']);
  });

  it.each(['public', 'group'] as const)('a %s hands it to the longest-standing moderator', (kind) => {
    const script = opened(kind, 'ana');
    for (const name of ['ben', 'cleo', 'dev']) {
      script.now += 1_000;
      if (kind === 'public') script.as(name, { type: 'join' });
      else script.as('ana', invite(name, true));
    }
    for (const name of ['dev', 'cleo'])
      script.as('ana', { type: 'setRole', person: playerId(name), role: 'moderator' });
    script.as('ana', { type: 'leave' });
    expect(script.people).toContain('cleo owner active');
    script.as('cleo', { type: 'leave' });
    expect(script.people).toContain('dev owner active');
    script.as('dev', { type: 'leave' });
    expect(script.people).toContain('ben owner active');
    script.as('ben', { type: 'leave' });
    expect(script.people.filter((each) => each.includes('owner'))).toEqual([]);
  });

  it('as the last of a group leaves it to whoever accepts next', () => {
    const script = opened('group', 'ana ben');
    script.as('ana', { type: 'leave' });
    expect(script.people).toEqual(['ana left', 'ben asked']);
    script.as('ben', { type: 'accept' });
    expect(script.people).toEqual(['ana left', 'ben owner active']);
  });

  it('a direct talk puts it away until somebody writes', () => {
    const script = opened('direct', 'ana ben', { trusted: 'ben' });
    expect(script.as('ben', { type: 'leave' })).toBe('ok');
    expect(script.say('ben')).toBe('not_member');
    expect(script.say('ana')).toBe('ok');
    expect(script.people).toEqual(['ana active', 'ben active']);
  });

  it('takes the role with it', () => {
    const script = opened('group', 'ana ben', { trusted: 'ben' });
    script.as('ana', { type: 'setRole', person: playerId('ben'), role: 'moderator' });
    script.as('ben', { type: 'leave' });
    script.as('ana', invite('ben', true));
    expect(script.people).toEqual(['ana owner active', 'ben asked']);
  });
});

describe('inviting', () => {
  it('is for the owner of a group: strangers are asked, others are in', () => {
    const script = opened('group', 'ana ben', { trusted: 'ben' });
    expect(script.as('ana', invite('cleo'))).toBe('ok');
    expect(script.as('ana', invite('dev', true))).toBe('ok');
    expect(script.as('ben', invite('ema'))).toBe('not_allowed');
    expect(script.as('cleo', invite('ema'))).toBe('not_member');
    script.as('ana', { type: 'setRole', person: playerId('ben'), role: 'moderator' });
    expect(script.as('ben', invite('ema'))).toBe('not_allowed');
    script.as('ana', { type: 'setRole', person: playerId('ben'), role: 'member' });
    expect(script.people).toEqual(['ana owner active', 'ben active', 'cleo asked', 'dev active']);
  });

  it('is not for those who are in, or banned', () => {
    const script = opened('group', 'ana ben cleo', { trusted: 'ben' });
    expect(script.as('ana', invite('ben'))).toBe('already_member');
    expect(script.as('ana', invite('cleo'))).toBe('already_member');
    script.as('ana', { type: 'ban', person: playerId('cleo') });
    expect(script.as('ana', invite('cleo'))).toBe('no_person');
  });

  it('counts who was asked, not who left', () => {
    const script = opened('group', names(MAX_GROUP));
    expect(script.as('p0', invite('ana'))).toBe('group_full');
    script.as('p9', { type: 'decline' });
    expect(script.as('p0', invite('ana'))).toBe('ok');
    expect(script.as('p0', invite('p9'))).toBe('group_full');
  });

  it.each(['public', 'direct', 'table'] as const)('is for groups, not for %s', (kind) => {
    expect(opened(kind, 'ana ben').as('ana', invite('cleo'))).toBe('not_allowed');
  });
});

describe('seats', () => {
  it('are the members at a table', () => {
    const script = opened('table', 'ana ben');
    expect(script.tell({ type: 'seat', members: people('ben cleo cleo') })).toBe('ok');
    expect(script.people).toEqual(['ben active', 'cleo active']);
    expect(script.tell({ type: 'seat', members: people('cleo ben') })).toBe('no_change');
  });

  it('do not lift a ban or a mute', () => {
    const script = opened('table', 'ana ben');
    script.as('operator', { type: 'ban', person: playerId('ana') });
    script.as('operator', { type: 'mute', person: playerId('ben'), minutes: 5 });
    script.tell({ type: 'seat', members: [] });
    script.tell({ type: 'seat', members: people('ana ben') });
    expect(script.people).toEqual(['ana banned', 'ben active']);
    expect([script.say('ana'), script.say('ben')]).toEqual(['banned', 'muted']);
  });

  it('are at tables only', () => {
    expect(opened('group', 'ana').tell({ type: 'seat', members: people('ben') })).toBe('not_allowed');
  });
});

describe('who passed by a lobby', () => {
  it('goes; roles, bans and mutes in force stay, and everybody may come back', () => {
    const script = opened('public', 'ana ben cleo dev eve');
    script.as('ana', { type: 'setRole', person: playerId('ben'), role: 'moderator' });
    script.as('ana', { type: 'ban', person: playerId('cleo') });
    script.as('ana', { type: 'mute', person: playerId('dev'), minutes: 5 });
    const all = { type: 'retire', members: people('ana ben cleo dev eve nobody') } as const;
    expect(script.tell(all)).toBe('ok');
    expect(script.people).toEqual(['ana owner active', 'ben moderator active', 'cleo banned', 'dev active']);
    expect([script.say('cleo'), script.say('dev')]).toEqual(['banned', 'muted']);
    expect([script.as('eve', { type: 'join' }), script.say('eve')]).toEqual(['ok', 'ok']);
    script.now += 6 * 60_000;
    expect(script.tell(all)).toBe('ok');
    expect(script.people).toEqual(['ana owner active', 'ben moderator active', 'cleo banned']);
    expect(script.tell(all)).toBe('no_change');
  });

  it('is nobody elsewhere', () => {
    for (const kind of ['group', 'direct', 'table'] as const)
      expect(opened(kind, 'ana ben').tell({ type: 'retire', members: people('ben') })).toBe('not_allowed');
  });
});

describe('a deleted account', () => {
  it('is forgotten, with what it wrote lately', () => {
    const script = opened('group', 'ana ben', { trusted: 'ben' });
    script.say('ana');
    expect(script.tell({ type: 'erase', person: playerId('ana') })).toBe('ok');
    expect(script.people).toEqual(['ben owner active']);
    expect(script.state.lately.size).toBe(0);
  });

  it('of somebody who only watched a table, or left long ago, counts too', () => {
    const script = opened('table', 'ana');
    script.say('guest');
    expect(script.tell({ type: 'erase', person: playerId('guest') })).toBe('ok');
    expect(script.tell({ type: 'erase', person: playerId('nobody') })).toBe('ok');
  });

  it('cannot be written to any more', () => {
    const script = opened('direct', 'ana ben', { trusted: 'ben' });
    script.tell({ type: 'erase', person: playerId('ben') });
    expect(script.say('ana')).toBe('not_open');
  });
});
