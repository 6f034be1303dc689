import { describe, expect, it } from 'vitest';
import { type ConversationScript, opened } from '../../test/harness/conversation-script.ts';
import { playerId } from '../core/ids.ts';
import type { Role } from './types.ts';

const act = (type: 'kick' | 'ban' | 'unban', person: string) => ({ type, person: playerId(person) }) as const;
const mute = (person: string, minutes = 5) => ({ type: 'mute', person: playerId(person), minutes }) as const;
const role = (person: string, to: Role) => ({ type: 'setRole', person: playerId(person), role: to }) as const;

/** A lobby of an owner, two moderators and two members. */
function lobby(): ConversationScript {
  const script = opened('public', 'owner mod mod2 ana ben');
  script.as('owner', role('mod', 'moderator'));
  script.as('owner', role('mod2', 'moderator'));
  return script;
}

describe('power over people', () => {
  it.each([
    ['owner', 'mod', 'ok'],
    ['owner', 'ana', 'ok'],
    ['owner', 'owner', 'not_allowed'],
    ['mod', 'ana', 'ok'],
    ['mod', 'mod2', 'not_allowed'],
    ['mod', 'owner', 'not_allowed'],
    ['mod', 'mod', 'not_allowed'],
    ['ana', 'ben', 'not_allowed'],
    ['stranger', 'ana', 'not_member'],
    ['operator', 'owner', 'ok'],
    ['operator', 'operator', 'not_allowed'],
  ])('%s over %s: %s', (by, person, result) => {
    for (const wish of [mute(person), act('kick', person), act('ban', person)])
      expect([wish.type, lobby().as(by, wish)]).toEqual([wish.type, result]);
  });

  it('is lost with a ban', () => {
    const script = lobby();
    script.as('owner', act('ban', 'mod'));
    expect(script.as('mod', mute('ana'))).toBe('banned');
  });

  it('at a table is the operator’s', () => {
    const script = opened('table', 'ana ben');
    expect(script.as('ana', act('kick', 'ben'))).toBe('not_allowed');
    expect(script.as('spectator', mute('ben'))).toBe('not_allowed');
    expect(script.as('operator', mute('ben'))).toBe('ok');
    expect(script.as('operator', act('ban', 'guest'))).toBe('ok');
    expect(script.say('guest')).toBe('banned');
  });
});

describe('muting', () => {
  it('lasts no longer than its minutes, when the clock was an hour ahead', () => {
    const script = lobby();
    script.now += 3_600_000;
    script.as('mod', mute('ana', 5));
    script.now -= 3_600_000;
    expect(script.say('ana')).toBe('ok');
    script.as('mod', mute('ana', 5));
    expect(script.say('ana')).toBe('muted');
    script.now += 5 * 60_000;
    expect(script.say('ana')).toBe('ok');
  });

  it('ends after its minutes, or at 0', () => {
    const script = lobby();
    expect(script.as('mod', mute('ana', 0))).toBe('no_change');
    script.as('mod', mute('ana', 5));
    expect(script.member('ana')?.mutedUntil).toBe(script.now + 5 * 60_000);
    expect(script.as('mod', mute('ana', 0))).toBe('ok');
    expect(script.say('ana')).toBe('ok');
    script.as('mod', mute('ana', 5));
    script.now += 5 * 60_000;
    expect(script.as('mod', mute('ana', 0))).toBe('no_change');
  });

  it('reaches who is not here in public, in private only who was', () => {
    const script = lobby();
    expect(script.as('mod', mute('stranger'))).toBe('ok');
    expect(script.say('stranger')).toBe('muted');
    expect(script.as('mod', mute('stranger', 0))).toBe('ok');
    expect(script.member('stranger')).toBeUndefined();
    expect(opened('group', 'ana').as('ana', mute('stranger'))).toBe('no_person');
  });

  it('lasts through leaving, joining, a kick and a ban', () => {
    const script = lobby();
    script.as('mod', mute('ana'));
    script.as('mod', act('kick', 'ana'));
    script.as('mod', act('ban', 'ana'));
    script.as('mod', act('unban', 'ana'));
    script.as('ana', { type: 'join' });
    expect(script.say('ana')).toBe('muted');
  });
});

describe('kicking', () => {
  it('ends a membership; in public one may come back', () => {
    const script = lobby();
    expect(script.as('mod', act('kick', 'ana'))).toBe('ok');
    expect(script.events.at(-1)).toMatchObject({ member: { id: 'ana', standing: 'kicked' }, by: 'mod' });
    expect(script.member('ana')).toBeUndefined();
    expect(script.as('mod', act('kick', 'ana'))).toBe('no_person');
    expect(script.say('ana')).toBe('ok');
  });

  it('from a group lasts until the next invitation', () => {
    const script = opened('group', 'ana ben', { trusted: 'ben' });
    script.as('ana', act('kick', 'ben'));
    expect([script.people, script.as('ben', { type: 'join' })]).toEqual([
      ['ana owner active', 'ben kicked'],
      'not_member',
    ]);
    script.as('ana', { type: 'invite', person: playerId('ben'), isTrusted: false });
    expect(script.as('ben', { type: 'accept' })).toBe('ok');
  });

  it('an owner leaves an heir', () => {
    const script = lobby();
    script.as('operator', act('kick', 'owner'));
    expect(script.people).toContain('mod owner active');
  });
});

describe('banning', () => {
  it('makes a ban of the server’s own theirs; the server takes over none', () => {
    const script = opened('table', 'ana ben');
    const byServer = { id: playerId(''), isNamed: true, isOperator: true };
    const person = playerId('ben');
    const bannedBy = () => script.state.members.get(person)?.bannedBy;
    expect(script.tell({ type: 'ban', by: byServer, person })).toBe('ok');
    expect(bannedBy()).toBe('');
    expect(script.as('operator', act('ban', 'ben'))).toBe('ok');
    expect(bannedBy()).toBe('operator');
    expect(script.as('operator', act('ban', 'ben'))).toBe('no_change');
    expect(script.tell({ type: 'ban', by: byServer, person })).toBe('no_change');
  });

  it('keeps out, whoever it is, until it is lifted', () => {
    const script = lobby();
    expect(script.as('mod', act('ban', 'stranger'))).toBe('ok');
    expect(script.as('mod', act('ban', 'stranger'))).toBe('no_change');
    expect(script.as('stranger', { type: 'join' })).toBe('banned');
    expect(script.as('ana', act('unban', 'stranger'))).toBe('not_allowed');
    expect(script.as('mod', act('unban', 'stranger'))).toBe('ok');
    expect(script.as('mod', act('unban', 'stranger'))).toBe('no_change');
    expect(script.member('stranger')).toBeUndefined();
    expect(script.as('stranger', { type: 'join' })).toBe('ok');
  });

  it('in private is for who was there', () => {
    const script = opened('group', 'ana ben', { trusted: 'ben' });
    expect(script.as('ana', act('ban', 'stranger'))).toBe('no_person');
    expect(script.as('ana', act('ban', 'ben'))).toBe('ok');
    expect(script.as('ben', { type: 'join' })).toBe('banned');
  });

  it('cannot be lifted by inviting oneself back into a direct talk', () => {
    const script = opened('direct', 'ana ben', { trusted: 'ben' });
    script.as('operator', act('ban', 'ana'));
    expect([script.as('ana', { type: 'join' }), script.say('ana'), script.say('ben')]).toEqual([
      'banned',
      'banned',
      'not_open',
    ]);
  });
});

describe('roles', () => {
  it('are given by the owner and by operators', () => {
    const script = lobby();
    expect(script.as('mod', role('ana', 'moderator'))).toBe('not_allowed');
    expect(script.as('stranger', role('ana', 'moderator'))).toBe('not_member');
    expect(script.as('owner', role('mod', 'member'))).toBe('ok');
    expect(script.as('owner', role('mod', 'member'))).toBe('no_change');
    expect(script.as('owner', role('stranger', 'moderator'))).toBe('no_person');
    expect(script.as('owner', role('owner', 'member'))).toBe('not_allowed');
    expect(script.as('operator', role('ana', 'moderator'))).toBe('ok');
  });

  it('there is one owner', () => {
    const script = lobby();
    expect(script.as('owner', role('ana', 'owner'))).toBe('ok');
    expect(script.people).toEqual([
      'owner moderator active',
      'mod moderator active',
      'mod2 moderator active',
      'ana owner active',
      'ben active',
    ]);
    script.as('operator', role('ben', 'owner'));
    expect(script.people.filter((each) => each.includes(' owner '))).toEqual(['ben owner active']);
  });

  it('an owner who is not one any more has an heir', () => {
    const script = lobby();
    expect(script.as('operator', role('owner', 'member'))).toBe('ok');
    expect(script.people.slice(0, 2)).toEqual(['owner active', 'mod owner active']);
    const small = opened('public', 'ana ben');
    small.as('operator', role('ana', 'member'));
    expect(small.people).toEqual(['ana active', 'ben owner active']);
  });

  it('an operator can take over a lobby that nobody owns', () => {
    const script = opened('public', '');
    script.as('operator', { type: 'join' });
    expect(script.as('operator', role('operator', 'owner'))).toBe('ok');
  });

  it('there are none in a direct talk', () => {
    expect(opened('direct', 'ana ben').as('operator', role('ana', 'owner'))).toBe('not_allowed');
  });
});

describe('settings', () => {
  it('are the owner’s, and only what changes is told', () => {
    const script = lobby();
    expect(script.as('mod', { type: 'configure', settings: { topic: 'x' } })).toBe('not_allowed');
    expect(script.as('stranger', { type: 'configure', settings: { topic: 'x' } })).toBe('not_member');
    expect(script.as('owner', { type: 'configure', settings: {} })).toBe('no_change');
    expect(script.as('owner', { type: 'configure', settings: { title: 'Colors', topic: 'Blue' } })).toBe(
      'ok',
    );
    expect(script.events.at(-1)).toEqual({ type: 'configured', settings: { topic: 'Blue' }, by: 'owner' });
    expect(script.state.settings).toMatchObject({ title: 'Colors', topic: 'Blue' });
    expect(script.as('operator', { type: 'configure', settings: { slowModeSeconds: 5 } })).toBe('ok');
  });
});
