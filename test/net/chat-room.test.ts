import { matchMaker } from '@colyseus/core';
import type { Room } from '@colyseus/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inboxRoomId } from '../../server/rooms/chat/inbox/InboxRoom.ts';
import { speakerOf } from '../../server/rooms/chat/speaker.ts';
import type { Visitor } from '../../server/rooms/guard/member.ts';
import { playerId } from '../../shared/core/ids.ts';
import { nameOf, namesIn, post, refused, rowsOf, say, texts } from '../harness/chat-reading.ts';
import { ChatRooms } from '../harness/chat-rooms.ts';
import { until } from '../harness/until.ts';

let chat: ChatRooms;
beforeAll(async () => {
  chat = await ChatRooms.start();
  await chat.conversations.ensureLobby('lobby', 'Lobby', 'Say hello');
});
afterAll(() => chat.stop());

describe('what was taken back', () => {
  it('is in no list, no mention and no row any more', async () => {
    const [una, vic] = [chat.visitor('Una'), chat.visitor('Vic')];
    const room = await chat.enter(una, 'lobby-lobby');
    const theirs = await chat.enter(vic, 'lobby-lobby');
    await post(room, 'what stays');
    const { seq } = await post(theirs, 'KANARIENVOGEL for @Una', { mentions: [una.person.id] });
    await say(theirs, { type: 'edit', target: seq, text: 'ZEISIG for @Una', mentions: [una.person.id] });
    const stored = async () => {
      const rows = await chat.storage.entries.after('chat:lobby-lobby', seq - 1, 100);
      const head = await chat.records.heads.get('lobby-lobby');
      return JSON.stringify([rows, head]);
    };
    const head = async () => (await chat.records.heads.get('lobby-lobby'))?.preview;
    await expect.poll(head).toBe('ZEISIG for @Una');
    expect(await stored()).not.toContain('KANARIENVOGEL');
    await say(theirs, { type: 'delete', target: seq });
    await expect.poll(head).toBe('what stays');
    expect(await stored()).not.toContain('ZEISIG');
    expect(await chat.records.mentions.list(una.person.id, { limit: 10 })).toEqual(new Map());
    await Promise.all([room.leave(), theirs.leave()]);
  });
});

describe('a private talk', () => {
  it('lets nobody in who was banned since the seat was promised', async () => {
    const [hal, ivy] = [chat.visitor('Hal'), chat.visitor('Ivy')];
    const id = await chat.group(hal, ivy);
    await chat.accept(ivy, id);
    const ban = { type: 'ban', by: speakerOf(hal), person: ivy.person.id } as const;
    const coming = chat.enter(ivy, id, () => chat.conversations.tell(id, ban));
    await expect(coming).rejects.toThrow('banned');
  });

  it('is a request until it is accepted, and nobody else learns of it', async () => {
    const [ema, finn, eve] = [chat.visitor('Ema'), chat.visitor('Finn'), chat.visitor('Eve')];
    const opened = await chat.conversations.openDirect(ema, 'person-Finn');
    if (!opened.ok) throw new Error(opened.error.code);
    const { conversation } = opened.value;
    const inbox = await chat.inbox(finn);
    const room = await chat.enter(ema, conversation);
    await post(room, 'hello Finn');
    await until(
      () => rowsOf(inbox).some((row) => row.standing === 'asked' && row.lastNo === 1),
      'the request',
    );
    expect(rowsOf(inbox)[0]).toMatchObject({ title: 'Ema', preview: '' });
    await expect(chat.enter(finn, conversation)).rejects.toThrow('request_pending');
    await expect(chat.enter(eve, conversation)).rejects.toThrow('no_conversation');
    expect(await chat.conversations.sightOf(conversation, 'person-Eve')).toBe(null);
    const by = { id: playerId(finn.person.id), isNamed: true, isOperator: false };
    expect(await chat.conversations.tell(conversation, { type: 'accept', by })).toMatchObject({ ok: true });
    const theirs = await chat.enter(finn, conversation);
    expect(texts(theirs)).toEqual(['hello Finn']);
    await until(() => rowsOf(inbox)[0]?.preview === 'hello Finn', 'the preview');
    await theirs.request('read', { no: 1 });
    await until(() => rowsOf(inbox)[0]?.readNo === 1, 'read');
    await chat.relations.block('person-Finn', 'person-Ema', true);
    expect(await refused(post(room, 'are you there?'))).toBe('blocked');
    await until(() => rowsOf(inbox)[0]?.preview === '', 'no preview of what a blocked person wrote');
    await Promise.all([room.leave(), theirs.leave(), inbox.leave()]);
  });
});

describe('a message among few', () => {
  it('is in the lists of its people when it is acknowledged, whatever happens to the server then', async () => {
    const [pim, quinn] = [chat.visitor('Pim'), chat.visitor('Quinn')];
    const made = await chat.conversations.createGroup(pim, { title: 'Notes', people: ['person-Quinn'] });
    if (!made.ok) throw new Error(made.error.code);
    const { conversation } = made.value;
    const room = await chat.enter(pim, conversation);
    for (const text of ['one', 'two', 'three']) {
      const { seq } = await post(room, text);
      expect(await chat.records.heads.get(conversation)).toMatchObject({ seq, preview: text });
    }
    await chat.conversations.answer(quinn, conversation, 'decline');
    await room.leave();
  });
});

describe('an inbox', () => {
  it('goes on when another one that heard of the same talk is closed', async () => {
    const [gil, hana] = [chat.visitor('Gil'), chat.visitor('Hana')];
    const made = await chat.conversations.createGroup(gil, { title: 'Garden', people: ['person-Hana'] });
    if (!made.ok) throw new Error(made.error.code);
    const { conversation } = made.value;
    const [mine, theirs] = [await chat.inbox(gil), await chat.inbox(hana)];
    const lastNo = (room: Room) => rowsOf(room).find((row) => row.conversation === conversation)?.lastNo;
    await until(() => lastNo(mine) === 0 && lastNo(theirs) === 0, 'the group in both');
    await mine.leave();
    await until(() => !matchMaker.getLocalRoomById(inboxRoomId(gil.person.id)), 'the inbox to be closed');
    const room = await chat.enter(gil, conversation);
    await post(room, 'is anybody there?');
    await until(() => lastNo(theirs) === 1, 'the news');
    await Promise.all([room.leave(), theirs.leave()]);
  });
});

describe('people of one name', () => {
  const twins = (room: string) =>
    ['one', 'two', 'three'].map((id) => chat.visitor('Robin', { id: `${room}-${id}` })) as [
      Visitor,
      Visitor,
      Visitor,
    ];

  it('are told apart in a lobby: in the list, in pages of history and in what is typed', async () => {
    await chat.conversations.ensureLobby('twins', 'Twins', '');
    const all = twins('lobby');
    const [one, two, three] = all;
    const ids = all.map(({ person }) => person.id);
    const room = await chat.enter(one, 'lobby-twins');
    const other = await chat.enter(two, 'lobby-twins');
    await until(() => nameOf(room, two.person.id) !== undefined, 'the second one');
    expect(namesIn(room, [one, two])).toEqual(['Robin', 'Robin 2']);
    await post(other, 'I am the second one');
    expect(await chat.conversations.peopleIn('lobby-twins', ids)).toMatchObject([
      { name: 'Robin' },
      { name: 'Robin 2' },
      { name: 'Robin 3' },
    ]);
    // Who was only read about has their number when they come, and looks count as names do.
    chat.rename(three, 'R0bin');
    await chat.enter({ ...three, person: { ...three.person, name: 'R0bin' } }, 'lobby-twins');
    await until(() => nameOf(room, three.person.id) !== undefined, 'the third one');
    expect(namesIn(room, all)).toEqual(['Robin', 'Robin 2', 'R0bin 3']);
    // Others keep their names when somebody takes another one.
    chat.rename(one, 'Zoe');
    await until(() => nameOf(room, one.person.id) === 'Zoe', 'the new name');
    expect(namesIn(room, all)).toEqual(['Zoe', 'Robin 2', 'R0bin 3']);
    chat.rename(one, 'Robin');
    await until(() => nameOf(room, one.person.id) === 'Robin', 'the old name');
    expect(namesIn(room, all)).toEqual(['Robin', 'Robin 2', 'R0bin 3']);
    // Who is only read about gives a name back, too.
    const gone = chat.visitor('Yara', { id: 'lobby-gone' });
    await chat.conversations.peopleIn('lobby-twins', [gone.person.id]);
    chat.rename(gone, 'A player');
    const yara = chat.visitor('Yara', { id: 'lobby-yara' });
    expect(await chat.conversations.peopleIn('lobby-twins', [yara.person.id])).toMatchObject([
      { name: 'Yara' },
    ]);
    await chat.forget('lobby-twins');
  });

  it('are called as they are when it is the name of their account, whoever was there first', async () => {
    await chat.conversations.ensureLobby('account', 'Account', '');
    const [guest, account, later] = twins('account');
    const room = await chat.enter(guest, 'lobby-account');
    chat.held.set('Robin', account.person.id);
    await chat.enter(account, 'lobby-account');
    await until(() => nameOf(room, account.person.id) === 'Robin', 'the name of the account');
    expect(nameOf(room, guest.person.id)).toBe('Robin 2');
    chat.held.clear();
    await chat.enter(later, 'lobby-account');
    await until(() => nameOf(room, later.person.id) !== undefined, 'a third one');
    expect(nameOf(room, later.person.id)).toBe('Robin 3');
    // They make an account of it: their name is the same, and now theirs.
    chat.held.set('Zoe', guest.person.id);
    chat.rename(account, 'Zoe');
    chat.rename(guest, 'Zoe');
    await until(() => nameOf(room, guest.person.id) === 'Zoe', 'the name of the account');
    expect(nameOf(room, account.person.id)).toMatch(/^Zoe \d$/);
    chat.held.clear();
    await chat.forget('lobby-account');
  });

  it('are told apart in a group by who came first, however it is opened', async () => {
    const [owner, second, third] = twins('group');
    const made = await chat.conversations.createGroup(owner, {
      title: 'Twins',
      people: [second.person.id, third.person.id],
    });
    const group = made.ok ? made.value.conversation : '';
    for (const each of [third, second]) await chat.conversations.answer(each, group, 'accept');
    await chat.forget(group);
    const room = await chat.enter(third, group);
    const names = namesIn(room, [owner, second, third]);
    expect(names).toEqual(['Robin', 'Robin 2', 'Robin 3']);
    await chat.forget(group);
  });
});
