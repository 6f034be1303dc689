import type { Room } from '@colyseus/sdk';
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Visitor } from '../../server/rooms/guard/member.ts';
import { Unavailable } from '../../server/storage/types.ts';
import { playerId } from '../../shared/core/ids.ts';
import type { InboxRow, WireConversation, WireInbox } from '../../shared/protocol/chat-wire.ts';
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
    if (how === 'left it') await accept(vic, talk);
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
    const group = await groupOf(pal, vic);
    await until(() => rowOf(inbox, group) !== undefined, 'the invitation');
    for await (const _ of chat.personalData.erase(pal.person.id));
    await until(() => rowOf(inbox, talk) === undefined && rowOf(inbox, group) === undefined, 'neither');
    await inbox.leave();
  });
});

describe('whoever wants to be forgotten', () => {
  it('is out of every list before the long work on what they wrote begins', async () => {
    const [vic, pal] = [chat.visitor('Vince'), chat.visitor('Petra')];
    const group = await groupOf(pal, vic);
    await accept(vic, group);
    await chat.conversations.createLobby(pal, { name: 'long', title: 'Long', topic: '', language: '' });
    const there = await chat.enter(pal, 'lobby-long');
    await post(there, 'one of many');
    const inside = await chat.enter(pal, group);
    await post(inside, 'kanarie for Vince', [vic.person.id]);
    const inbox = await chat.inbox(vic);
    await until(() => rowOf(inbox, group)?.preview === 'kanarie for Vince', 'the text');
    await Promise.all([there.leave(), inside.leave()]);
    const work = chat.personalData.erase(pal.person.id)[Symbol.asyncIterator]();
    while (!(await work.next()).value);
    await until(() => rowOf(inbox, group)?.preview === '', 'the text to be gone', 2_000);
    expect(rowOf(inbox, group)).toMatchObject({ unread: 0, mentions: 0 });
    while (!(await work.next()).done);
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
    const group = await groupOf(liz, vic);
    expect((await chat.records.members.get(`${group}:${vic.person.id}`))?.standing).toBe('asked');
    await chat.relations.setWhoMayWriteTo(vic.person.id, 'met');
    expect(await groupOf(chat.visitor('Lou'), vic)).toBe('not_open');
  });
});

describe('what is unread', () => {
  it('is nothing on a first visit, and then what others write that stands', async () => {
    const [ada, bo] = [chat.visitor('Ada'), chat.visitor('Bo')];
    await chat.conversations.createLobby(ada, { name: 'counts', title: 'Counts', topic: '', language: '' });
    const there = await chat.enter(ada, 'lobby-counts');
    for (const text of ['one', 'two', 'three']) await post(there, text);
    await join(bo, 'lobby-counts');
    const inbox = await chat.inbox(bo);
    const row = () => rowOf(inbox, 'lobby-counts');
    expect(row()).toMatchObject({ unread: 0, lastNo: 3, preview: 'three' });
    await post(there, 'four');
    const { seq } = await post(there, 'Bo?', [bo.person.id]);
    await until(() => row()?.unread === 2 && row()?.preview === 'Bo?', 'two more');
    await say(there, { type: 'delete', target: seq });
    await until(() => row()?.unread === 1 && row()?.preview === 'four' && row()?.mentions === 0, 'one less');
    const again = await chat.inbox(bo);
    expect(rowOf(again, 'lobby-counts')).toEqual(row());
    const mine = await chat.enter(bo, 'lobby-counts');
    await post(mine, 'mine');
    await until(() => row()?.preview === 'mine', 'what one wrote');
    expect(row()?.unread).toBe(1);
    await mine.request('read', { no: 6 });
    await until(() => row()?.unread === 0, 'all read');
    await Promise.all([there.leave(), mine.leave(), inbox.leave(), again.leave()]);
  });

  it('is nothing of somebody blocked, in whatever list is open', async () => {
    const [ida, jo] = [chat.visitor('Ida'), chat.visitor('Jo')];
    await join(jo, 'lobby-lobby');
    const [inbox, there] = [await chat.inbox(jo), await chat.enter(ida, 'lobby-lobby')];
    const row = () => rowOf(inbox, 'lobby-lobby');
    const quiet = await chat.enter(jo, 'lobby-lobby');
    await chat.relations.block(jo.person.id, ida.person.id, true);
    await post(there, 'Jo, do you hear me?', [jo.person.id]);
    const { lastNo } = row()!;
    await until(() => (row()?.lastNo ?? 0) > lastNo, 'the news');
    expect(row()).toMatchObject({ unread: 0, mentions: 0, preview: '', lastAuthor: '' });
    await chat.relations.block(jo.person.id, ida.person.id, false);
    await until(() => row()?.unread === 1 && row()?.mentions === 1, 'what was unblocked');
    await Promise.all([there.leave(), quiet.leave(), inbox.leave()]);
  });

  it('is nothing that is kept from some until the reveal', async () => {
    const [uma, xim] = [chat.visitor('Uma'), chat.visitor('Xim')];
    await chat.conversations.addTalk({ matchId: 'match9', code: 'BAKA', name: 'Warm-up' });
    const guesser = await chat.enter(xim, 'talk-match9');
    chat.tableIs('talk-match9', [uma, xim]);
    const inbox = await chat.inbox(uma);
    await until(() => rowOf(inbox, 'talk-match9') !== undefined, 'the talk');
    const before = rowOf(inbox, 'talk-match9');
    chat.secretBegins('talk-match9', [uma, xim], uma);
    const person = playerId(uma.person.id);
    await post(guesser, 'Uma means H14', [person]);
    chat.tableIs('talk-match9', [uma, xim]);
    await post(guesser, 'that was close');
    await until(() => rowOf(inbox, 'talk-match9')?.preview === 'that was close', 'the open message');
    expect(rowOf(inbox, 'talk-match9')).toMatchObject({ unread: (before?.unread ?? 0) + 1, mentions: 0 });
    await Promise.all([guesser.leave(), inbox.leave()]);
  });
});

describe('whoever is here', () => {
  const online = (inbox: Room, { person }: Visitor): boolean => {
    let isOnline = false;
    (inbox.state as WireInbox).online.forEach((_, id) => {
      if (id === person.id) isOnline = true;
    });
    return isOnline;
  };

  it('is seen by the other one of a direct talk when both accepted it, and by nobody who is blocked', async () => {
    const [kim, lee] = [chat.visitor('Kim'), chat.visitor('Lee')];
    const opened = await chat.conversations.openDirect(kim, lee.person.id);
    if (!opened.ok) throw new Error(opened.error.code);
    const { conversation } = opened.value;
    const [kims, lees] = [await chat.inbox(kim), await chat.inbox(lee)];
    const room = await chat.enter(kim, conversation);
    await post(room, 'hello Lee');
    await until(() => rowOf(lees, conversation)?.lastNo === 1, 'the request');
    expect([online(kims, lee), online(lees, kim)]).toEqual([false, false]);
    await accept(lee, conversation);
    await until(() => online(kims, lee) && online(lees, kim), 'both to be seen');
    const theirs = await chat.enter(lee, conversation);
    const presences = () => {
      const all: number[] = [];
      (room.state as WireConversation).members.forEach(({ presence }) => {
        all.push(presence);
      });
      return all;
    };
    await until(() => presences().filter((presence) => presence > 0).length === 2, 'both in the talk');
    await chat.relations.block(lee.person.id, kim.person.id, true);
    await until(() => !online(kims, lee) && !online(lees, kim), 'neither to be seen');
    await until(() => presences().every((presence) => presence === 0), 'nobody in the talk');
    await chat.relations.block(lee.person.id, kim.person.id, false);
    await until(() => online(kims, lee), 'to be seen again');
    await Promise.all([theirs.leave(), lees.leave()]);
    await until(() => !online(kims, lee), 'whoever left');
    await Promise.all([room.leave(), kims.leave()]);
  });
});

/** How often the store is asked for anything while something is done. */
async function storeCalls(act: () => Promise<void>): Promise<number> {
  const { documents, entries } = chat.storage;
  const spies = [documents, entries].flatMap((store) =>
    Object.entries(store)
      .filter(([, value]) => typeof value === 'function')
      .map(([name]) => vi.spyOn(store as unknown as Record<string, () => unknown>, name)),
  );
  await act();
  const calls = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  for (const spy of spies) spy.mockRestore();
  return calls;
}

describe('an inbox', () => {
  it('asks the store nothing for a message, however many are open', async () => {
    const owner = chat.visitor('Olga');
    const lobby = { name: 'crowd', title: 'Crowd', topic: '', language: '' };
    await chat.conversations.createLobby(owner, lobby);
    const there = await chat.enter(owner, 'lobby-crowd');
    await post(there, 'first');
    const inboxes: Room[] = [];
    const calls: number[] = [];
    for (const count of [5, 60]) {
      while (inboxes.length < count) {
        const member = chat.visitor(`Member${inboxes.length}`);
        await join(member, 'lobby-crowd');
        inboxes.push(await chat.inbox(member));
      }
      const text = `to ${count}`;
      calls.push(
        await storeCalls(async () => {
          await post(there, text);
          const hasCome = (inbox: Room) => rowOf(inbox, 'lobby-crowd')?.preview === text;
          await until(() => inboxes.every(hasCome), 'the message in every list');
        }),
      );
    }
    expect(calls[0]).toBeGreaterThan(0);
    expect(calls[1]).toBe(calls[0]);
    await Promise.all([there.leave(), ...inboxes.map((inbox) => inbox.leave())]);
  });

  it('whose store is away tries again less and less often, and not at all when it is closed', async () => {
    const [pia, quin] = [chat.visitor('Pia'), chat.visitor('Quin')];
    await join(pia, 'lobby-lobby');
    const original = chat.storage.documents.list.bind(chat.storage.documents);
    const list = vi.spyOn(chat.storage.documents, 'list');
    const tries = new Map<string, number[]>();
    let isAway = true;
    list.mockImplementation(async (kind, owner, options) => {
      if (kind === 'member' && !owner.includes(':')) {
        tries.set(owner, [...(tries.get(owner) ?? []), performance.now()]);
        if (isAway) throw new Unavailable('away');
      }
      return original(kind, owner, options);
    });
    const [inbox, other] = [await chat.inbox(pia), await chat.inbox(quin)];
    const triesOf = ({ person }: Visitor) => tries.get(person.id) ?? [];
    await until(() => triesOf(pia).length === 3, 'three tries');
    const [first = 0, second = 0, third = 0] = triesOf(pia);
    expect(third - second).toBeGreaterThan(1.6 * (second - first));
    await other.leave();
    const before = triesOf(quin).length;
    isAway = false;
    await until(() => rowOf(inbox, 'lobby-lobby') !== undefined, 'the list');
    expect(triesOf(quin).length).toBe(before);
    list.mockRestore();
    await inbox.leave();
  });

  it('reads again where it missed something', async () => {
    const [rex, sue] = [chat.visitor('Rex'), chat.visitor('Sue')];
    const group = await groupOf(rex, sue);
    await accept(sue, group);
    const inbox = await chat.inbox(sue);
    const there = await chat.enter(rex, group);
    const publish = vi.spyOn(chat.topics, 'publish').mockImplementation(() => {});
    const { seq } = await post(there, 'lost', [sue.person.id]);
    await until(async () => (await chat.records.heads.get(group))?.seq === seq, 'the records');
    publish.mockRestore();
    await post(there, 'heard');
    await until(() => rowOf(inbox, group)?.unread === 2 && rowOf(inbox, group)?.mentions === 1, 'both');
    await Promise.all([there.leave(), inbox.leave()]);
  });
});

describe('people of one name', () => {
  it('are told apart in the list as in the lobby', async () => {
    const [one, two] = ['one', 'two'].map((id) => chat.visitor('Robin', { id: `list-${id}` })) as [
      Visitor,
      Visitor,
    ];
    const rosa = chat.visitor('Rosa');
    for (const each of [one, two, rosa]) await join(each, 'lobby-lobby');
    const first = await chat.enter(one, 'lobby-lobby');
    const second = await chat.enter(two, 'lobby-lobby');
    const inbox = await chat.inbox(rosa);
    await post(second, 'I am the second one');
    const authorIs = (name: string, list: Room) =>
      until(() => rowOf(list, 'lobby-lobby')?.lastAuthor === name, name);
    await authorIs('Robin 2', inbox);
    await post(first, 'and I the first');
    await authorIs('Robin', inbox);
    await post(second, 'so it is');
    await authorIs('Robin 2', inbox);
    for (const each of [one, two]) await chat.conversations.openDirect(each, rosa.person.id);
    const titles = () =>
      rowsOf(inbox)
        .filter(({ kind }) => kind === 'direct')
        .map(({ title }) => title)
        .sort();
    await until(() => titles().length === 2, 'the requests');
    expect(titles()).toEqual(['Robin', 'Robin 2']);
    // A list that is opened later says the same.
    await inbox.leave();
    await chat.forget(`inbox-${rosa.person.id}`);
    const again = await chat.inbox(rosa);
    await authorIs('Robin 2', again);
    chat.rename(two, 'Zoe');
    await authorIs('Zoe', again);
    await Promise.all([again.leave(), first.leave(), second.leave()]);
  });
});
