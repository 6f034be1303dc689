import type { Room } from '@colyseus/sdk';
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Visitor } from '../../server/rooms/member.ts';
import { playerId } from '../../shared/core/ids.ts';
import type { InboxRow, WireInbox } from '../../shared/protocol/chat-wire.ts';
import { ChatRooms } from '../harness/chat-rooms.ts';
import { until } from '../harness/until.ts';

let chat: ChatRooms;
beforeAll(async () => {
  chat = await ChatRooms.start();
  await chat.conversations.ensureLobby('lobby', 'Lobby', 'Say hello');
});
afterAll(() => chat.stop());

const speakerOf = ({ person, isNamed, isOperator }: Visitor) => ({
  id: playerId(person.id),
  isNamed,
  isOperator,
});
const say = (room: Room, command: object): Promise<{ seq: number }> =>
  room.request('command', { id: nanoid(), command }, { timeout: 5_000 });
const post = (room: Room, text: string, mentions: readonly string[] = []) =>
  say(room, { type: 'post', text, replyTo: null, mentions, table: null });
const rowsOf = (inbox: Room): InboxRow[] => {
  const rows: InboxRow[] = [];
  (inbox.state as WireInbox).rows.forEach((json) => {
    rows.push(JSON.parse(json) as InboxRow);
  });
  return rows;
};
const rowOf = (inbox: Room, conversation: string) =>
  rowsOf(inbox).find((row) => row.conversation === conversation);
const join = (visitor: Visitor, conversation: string) =>
  chat.conversations.tell(conversation, { type: 'join', by: speakerOf(visitor) });
const groupOf = async (owner: Visitor, ...people: readonly Visitor[]): Promise<string> => {
  const ids = people.map(({ person }) => person.id);
  const made = await chat.conversations.createGroup(owner, { title: 'Hues', people: ids });
  return made.ok ? made.value.conversation : made.error.code;
};
const accept = (visitor: Visitor, conversation: string) =>
  chat.conversations.answer(visitor, conversation, 'accept');

describe('what strangers push', () => {
  it('never displaces what a person chose: 600 invitations from 20 people', async () => {
    const [vic, pal] = [chat.visitor('Vic'), chat.visitor('Pal')];
    await join(vic, 'lobby-lobby');
    const group = await groupOf(pal, vic);
    await accept(vic, group);
    const codes: string[] = [];
    for (let i = 0; i < 600; i++) codes.push(await groupOf(chat.visitor(`Pusher${i % 20}`), vic));
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
    await post(palHere, 'Vic, are you there?', [vic.person.id]);
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
    const group = await groupOf(owner, vic);
    expect(await chat.conversations.answer(vic, group, 'decline')).toMatchObject({ ok: true });
    const room = await chat.enter(owner, group);
    const codes: unknown[] = [];
    for (let i = 0; i < 15; i++) {
      const invite = say(room, { type: 'invite', person: vic.person.id });
      codes.push(await invite.catch((error: { reason?: { code?: string } }) => error.reason?.code));
    }
    expect(new Set(codes)).toEqual(new Set(['not_open']));
    expect(await groupOf(owner, vic)).toBe('not_open');
    expect(await chat.conversations.openDirect(owner, vic.person.id)).toMatchObject({
      error: { code: 'not_open' },
    });
    await room.leave();
  });

  it('ends with a block of whoever asked, also when it was into a group', async () => {
    const [vic, owner] = [chat.visitor('Vasco'), chat.visitor('Oona')];
    const group = await groupOf(owner, vic);
    expect(await chat.conversations.answer(vic, group, 'block')).toMatchObject({ ok: true });
    expect(await chat.relations.blockedBy(vic.person.id)).toEqual([owner.person.id]);
    expect(await groupOf(owner, vic)).toBe('blocked');
  });

  it('is never a place in a group for somebody who left it: they are asked again', async () => {
    const [vic, pal] = [chat.visitor('Viola'), chat.visitor('Paco')];
    const group = await groupOf(pal, vic);
    await accept(vic, group);
    const direct = await chat.conversations.openDirect(pal, vic.person.id);
    expect(direct.ok).toBe(true);
    await chat.conversations.tell(group, { type: 'leave', by: speakerOf(vic) });
    const room = await chat.enter(pal, group);
    await say(room, { type: 'invite', person: vic.person.id });
    expect((await chat.records.members.get(`${group}:${vic.person.id}`))?.standing).toBe('asked');
    await room.leave();
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
    const group = await groupOf(liz, vic);
    expect((await chat.records.members.get(`${group}:${vic.person.id}`))?.standing).toBe('asked');
    await chat.relations.setWhoMayWriteTo(vic.person.id, 'met');
    expect(await groupOf(chat.visitor('Lou'), vic)).toBe('not_open');
  });
});
