import { describe, expect, it } from 'vitest';
import type { Audience } from '../../../shared/chat/audience.ts';
import type { Message } from '../../../shared/chat/types.ts';
import { ANA, CLEO, DAY, info, ME, member, message, NOON } from '../../../test/harness/chat-samples.ts';
import type { ConversationInfo } from '../../net/chat-types.ts';
import { readOnlyOf } from './read-only.ts';
import { messageActions, personActions } from './who-may.ts';
import { lastEditable } from './writing.ts';

describe('who may do what', () => {
  const actionsOn = (at: ConversationInfo, on: Message, now = NOON) => messageActions(at, on, now);

  it('lets a guest read, copy and report', () => {
    expect(actionsOn(info({ me: { isNamed: false } }), message(1))).toEqual(['copy', 'report']);
    expect(actionsOn(info({ me: { standing: 'none' } }), message(1))).toEqual(['copy', 'report']);
  });

  it('lets the author edit for a day and delete at any time', () => {
    const mine = message(1, { author: ME, at: NOON });
    expect(actionsOn(info(), mine)).toEqual(['react', 'reply', 'copy', 'edit', 'delete']);
    expect(actionsOn(info(), mine, NOON + DAY)).toEqual(['react', 'reply', 'copy', 'delete']);
  });

  it('lets moderators pin and delete; in a talk between two both pin', () => {
    const moderator = info({ me: { role: 'moderator' }, pinned: [2] });
    expect(actionsOn(moderator, message(1))).toContain('unpin');
    expect(actionsOn(moderator, message(2))).toEqual(['react', 'reply', 'copy', 'pin', 'delete', 'report']);
    expect(actionsOn(info({ kind: 'direct' }), message(1))).toEqual([
      'react',
      'reply',
      'copy',
      'pin',
      'report',
    ]);
  });

  it('offers no mark and no edit of what other sides can see, until the reveal', () => {
    const at = (audience: Audience) => info({ kind: 'table', me: { audience } });
    const all = message(1, { author: ME });
    const ours = message(2, { author: ME, audience: 'crowd:2' });
    const old = message(1, { author: ME, audience: 'crowd:1' });
    const on = (what: Message, audience: Audience) => messageActions(at(audience), what, NOON);
    for (const each of [all, old]) expect(on(each, 'crowd:2')).toEqual(['reply', 'copy']);
    // Whatever somebody does who knows a secret waits.
    expect(on(ours, 'silent:2')).toEqual(['reply', 'copy']);
    expect(on(ours, 'crowd:2')).toEqual(['react', 'reply', 'copy', 'edit', 'delete']);
    expect(on(all, 'all')).toEqual(['react', 'reply', 'copy', 'edit', 'delete']);
    expect([lastEditable(at('crowd:2'), [all], NOON), lastEditable(at('all'), [all], NOON)]).toEqual([
      null,
      all,
    ]);
  });

  it('has nothing for what is deleted', () => {
    expect(actionsOn(info({ me: { role: 'owner' } }), message(1, { text: '', deletedBy: ANA }))).toEqual([]);
  });

  it('shows moderation to those above a person only', () => {
    const members = [member(ANA, 'Ana', { role: 'owner' }), member(CLEO, 'Cleo', { role: 'moderator' })];
    const about = (id: string, isBlocked = false) => ({ id, isGone: false, isBlocked });
    const plain = ['write', 'mention', 'block'];
    const of = (role: 'member' | 'moderator' | 'owner') => info({ members, me: { role } });
    expect(personActions(of('member'), about('somebody'))).toEqual(plain);
    expect(personActions(of('moderator'), about(CLEO))).toEqual(plain);
    expect(personActions(of('moderator'), about('somebody'))).toEqual([
      'write',
      'mention',
      'mute',
      'kick',
      'ban',
      'block',
    ]);
    expect(personActions(of('moderator'), about('somebody'))).not.toContain('makeOwner');
    expect(personActions(of('owner'), about('somebody'))).toContain('makeOwner');
    expect(personActions(of('owner'), about(CLEO))).toContain('makeMember');
    expect(personActions(of('owner'), about('somebody'))).toContain('makeModerator');
    expect(personActions(of('owner'), about(ANA))).not.toContain('ban');
    expect(personActions(of('owner'), about(ME))).toEqual([]);
    expect(personActions(of('member'), about(CLEO, true))).toEqual(['mention', 'unblock']);
  });
});

describe('why one cannot write', () => {
  const why = (at: ConversationInfo, messages: Message[] = []) =>
    readOnlyOf(at, messages, NOON)?.type ?? null;

  it('is nothing for who has a name, also before they joined a lobby', () => {
    expect(why(info())).toBe(null);
    expect(why(info({ me: { standing: 'none' } }))).toBe(null);
    expect(why(info({ kind: 'table', me: { standing: 'none', isNamed: false } }))).toBe(null);
  });

  it('is a missing name, an open request, a ban, or having left', () => {
    expect(why(info({ me: { isNamed: false } }))).toBe('name');
    expect(why(info({ kind: 'direct', me: { standing: 'asked' } }))).toBe('asked');
    expect(why(info({ me: { standing: 'banned' } }))).toBe('banned');
    expect(why(info({ kind: 'group', me: { standing: 'left' } }))).toBe('outside');
    expect(why(info({ me: { standing: 'left' } }))).toBe('outside');
  });

  it('is what a moderator said, until the time is over', () => {
    const muted = info({ me: { mutedUntil: NOON + 60_000 } });
    expect(readOnlyOf(muted, [], NOON)).toEqual({ type: 'muted', until: NOON + 60_000 });
    expect(readOnlyOf(muted, [], NOON + 60_000)).toBeNull();
  });

  it('is slow mode until its time is over, for all but moderators', () => {
    const slow = { title: '', topic: '', language: '', slowModeSeconds: 30, hasWordFilter: false };
    const mine = message(1, { author: ME, at: NOON - 10_000 });
    expect(readOnlyOf(info({ settings: slow }), [mine], NOON)).toEqual({
      type: 'slow',
      until: NOON + 20_000,
    });
    expect(readOnlyOf(info({ settings: slow }), [mine], NOON + 20_000)).toBe(null);
    expect(why(info({ settings: slow }), [message(1, { at: NOON })])).toBe(null);
    expect(why(info({ settings: slow, me: { role: 'moderator' } }), [mine])).toBe(null);
  });
});
