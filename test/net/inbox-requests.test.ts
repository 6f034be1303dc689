import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { speakerOf } from '../../server/rooms/chat/speaker.ts';
import type { Visitor } from '../../server/rooms/guard/member.ts';
import { playerId } from '../../shared/core/ids.ts';
import { post, rowOf, rowsOf, say } from '../harness/chat-reading.ts';
import { ChatRooms } from '../harness/chat-rooms.ts';
import { until } from '../harness/until.ts';

let chat: ChatRooms;
beforeAll(async () => {
  chat = await ChatRooms.start();
  await chat.conversations.ensureLobby('lobby', 'Lobby', 'Say hello');
});
afterAll(() => chat.stop());

describe('what strangers push', () => {
  it('never displaces what a person chose: 600 invitations from 20 people', async () => {
    const [vic, pal] = [chat.visitor('Vic'), chat.visitor('Pal')];
    await chat.join(vic, 'lobby-lobby');
    const group = await chat.group(pal, vic);
    await chat.accept(vic, group);
    const codes: string[] = [];
    for (let i = 0; i < 600; i++) codes.push(await chat.group(chat.visitor(`Pusher${i % 20}`), vic));
    expect(codes.filter((code) => code.startsWith('group-')).length).toBeLessThanOrEqual(20);
    const refused = codes.filter((code) => !code.startsWith('group-'));
    expect(new Set(refused)).toEqual(new Set(['already_asked', 'asked_too_often']));
    const inbox = await chat.inbox(vic);
    await until(() => rowsOf(inbox).length > 0, 'the list');
    expect(rowsOf(inbox).filter(({ standing }) => standing === 'asked').length).toBeLessThanOrEqual(20);
    expect([rowOf(inbox, 'lobby-lobby')?.standing, rowOf(inbox, group)?.standing]).toEqual([
      'active',
      'active',
    ]);
    const [there, palHere] = [await chat.enter(vic, 'lobby-lobby'), await chat.enter(pal, 'lobby-lobby')];
    await post(palHere, 'Vic, are you there?', { mentions: [vic.person.id] });
    await until(() => rowOf(inbox, 'lobby-lobby')?.mentions === 1, 'the mention');
    await Promise.all([there.leave(), palHere.leave(), inbox.leave()]);
  });

  it('does not come from a lobby of theirs that they ban somebody from', async () => {
    const [vic, owner] = [chat.visitor('Vera'), chat.visitor('Otis')];
    const lobby = { name: 'trap', title: 'Trap', topic: '', language: '' };
    await chat.conversations.createLobby(owner, lobby);
    const by = speakerOf(owner);
    const person = playerId(vic.person.id);
    expect(await chat.conversations.tell('lobby-trap', { type: 'ban', by, person })).toMatchObject({
      ok: true,
    });
    expect((await chat.records.members.list(vic.person.id, { limit: 10 })).size).toBe(0);
  });

  it('stops when they are told no: not again into that group, nor into another, nor in private', async () => {
    const [vic, owner] = [chat.visitor('Vito'), chat.visitor('Omar')];
    const group = await chat.group(owner, vic);
    expect(await chat.conversations.answer(vic, group, 'decline')).toMatchObject({ ok: true });
    const room = await chat.enter(owner, group);
    const codes: unknown[] = [];
    for (let i = 0; i < 15; i++) {
      const invite = say(room, { type: 'invite', person: vic.person.id });
      codes.push(await invite.catch((error: { reason?: { code?: string } }) => error.reason?.code));
    }
    expect(new Set(codes)).toEqual(new Set(['not_open']));
    expect(await chat.group(owner, vic)).toBe('not_open');
    expect(await chat.conversations.openDirect(owner, vic.person.id)).toMatchObject({
      error: { code: 'not_open' },
    });
    await room.leave();
  });

  it('ends with a block of whoever asked, also when it was into a group', async () => {
    const [vic, owner] = [chat.visitor('Vasco'), chat.visitor('Oona')];
    const group = await chat.group(owner, vic);
    expect(await chat.conversations.answer(vic, group, 'block')).toMatchObject({ ok: true });
    expect(await chat.relations.blockedBy(vic.person.id)).toEqual([owner.person.id]);
    expect(await chat.group(owner, vic)).toBe('blocked');
  });

  it('is never a place in a group for somebody who left it: they are asked again', async () => {
    const [vic, pal] = [chat.visitor('Viola'), chat.visitor('Paco')];
    const group = await chat.group(pal, vic);
    await chat.accept(vic, group);
    const direct = await chat.conversations.openDirect(pal, vic.person.id);
    expect(direct.ok).toBe(true);
    await chat.conversations.tell(group, { type: 'leave', by: speakerOf(vic) });
    const room = await chat.enter(pal, group);
    await say(room, { type: 'invite', person: vic.person.id });
    expect((await chat.records.members.get(`${group}:${vic.person.id}`))?.standing).toBe('asked');
    await room.leave();
  });
});

describe('a talk of two', () => {
  const directOf = async (from: Visitor, to: Visitor): Promise<string> => {
    const opened = await chat.conversations.openDirect(from, to.person.id);
    return opened.ok ? opened.value.conversation : opened.error.code;
  };
  const writesTo = async (from: Visitor, to: Visitor): Promise<void> => {
    const room = await chat.enter(from, await directOf(from, to));
    await post(room, 'hello');
    await room.leave();
  };

  it.each<[string, (me: Visitor, talk: string) => Promise<unknown>]>([
    ['left it', (me, talk) => chat.conversations.tell(talk, { type: 'leave', by: speakerOf(me) })],
    ['declined it', (me, talk) => chat.conversations.answer(me, talk, 'decline')],
    [
      'has lost the request among others',
      (me, talk) => chat.records.members.remove(`${talk}:${me.person.id}`),
    ],
    ['has not answered it', async () => {}],
  ])('is open again to whoever %s and now writes there', async (how, act) => {
    const [vic, pal] = [
      chat.visitor(`Vic-${how.replaceAll(' ', '')}`),
      chat.visitor(`Pal-${how.replaceAll(' ', '')}`),
    ];
    await writesTo(pal, vic);
    const talk = await directOf(pal, vic);
    if (how === 'left it') await chat.accept(vic, talk);
    await act(vic, talk);
    await writesTo(vic, pal);
    const inbox = await chat.inbox(vic);
    await until(() => rowOf(inbox, talk)?.standing === 'active', 'the talk in the list');
    await inbox.leave();
  });

  it('keeps whoever left and came back at once', async () => {
    const [vic, pal] = [chat.visitor('Victor'), chat.visitor('Pavel')];
    await writesTo(pal, vic);
    const talk = await directOf(vic, pal);
    const [one, other] = [await chat.enter(vic, talk), await chat.enter(pal, talk)];
    const ended: string[] = [];
    one.onLeave(() => ended.push('one'));
    other.onLeave(() => ended.push('other'));
    await say(one, { type: 'leave' });
    await say(one, { type: 'join' });
    await say(other, { type: 'leave' });
    await until(() => ended.length > 0, 'whoever left for good');
    expect(ended).toEqual(['other']);
    await one.leave();
  });

  it('asks nobody any more when whoever asked is forgotten, nor does a group of theirs', async () => {
    const [vic, pal] = [chat.visitor('Valeria'), chat.visitor('Paula')];
    const inbox = await chat.inbox(vic);
    await writesTo(pal, vic);
    const talk = await directOf(pal, vic);
    await until(() => rowOf(inbox, talk) !== undefined, 'the request');
    await chat.relations.answered(vic.person.id, pal.person.id, false);
    await chat.records.members.remove(`${talk}:${vic.person.id}`);
    const group = await chat.group(pal, vic);
    await until(() => rowOf(inbox, group) !== undefined, 'the invitation');
    for await (const _ of chat.personalData.erase(pal.person.id));
    await until(() => rowOf(inbox, talk) === undefined && rowOf(inbox, group) === undefined, 'neither');
    await inbox.leave();
  });
});

describe('somebody who wrote in the same lobby', () => {
  it('is a stranger all the same', async () => {
    const [vic, liz] = [chat.visitor('Vlad'), chat.visitor('Liz')];
    for (const each of [vic, liz]) {
      const room = await chat.enter(each, 'lobby-lobby');
      await post(room, 'hello');
      await room.leave();
    }
    const group = await chat.group(liz, vic);
    expect((await chat.records.members.get(`${group}:${vic.person.id}`))?.standing).toBe('asked');
    await chat.relations.setWhoMayWriteTo(vic.person.id, 'met');
    expect(await chat.group(chat.visitor('Lou'), vic)).toBe('not_open');
  });
});
