import type { Room } from '@colyseus/sdk';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Visitor } from '../../server/rooms/guard/member.ts';
import { Unavailable } from '../../server/storage/types.ts';
import { playerId } from '../../shared/core/ids.ts';
import type { WireConversation, WireInbox } from '../../shared/protocol/chat-wire.ts';
import { post, rowOf, rowsOf, say } from '../harness/chat-reading.ts';
import { ChatRooms } from '../harness/chat-rooms.ts';
import { until } from '../harness/until.ts';

let chat: ChatRooms;
beforeAll(async () => {
  chat = await ChatRooms.start();
  await chat.conversations.ensureLobby('lobby', 'Lobby', 'Say hello');
});
afterAll(() => chat.stop());

describe('whoever wants to be forgotten', () => {
  it('is out of every list before the long work on what they wrote begins', async () => {
    const [vic, pal] = [chat.visitor('Vince'), chat.visitor('Petra')];
    const group = await chat.group(pal, vic);
    await chat.accept(vic, group);
    await chat.conversations.createLobby(pal, { name: 'long', title: 'Long', topic: '', language: '' });
    const there = await chat.enter(pal, 'lobby-long');
    await post(there, 'one of many');
    const inside = await chat.enter(pal, group);
    await post(inside, 'kanarie for Vince', { mentions: [vic.person.id] });
    const inbox = await chat.inbox(vic);
    await until(() => rowOf(inbox, group)?.preview === 'kanarie for Vince', 'the text');
    await Promise.all([there.leave(), inside.leave()]);
    const work = chat.personalData.erase(pal.person.id)[Symbol.asyncIterator]();
    while (!(await work.next()).value);
    await until(() => rowOf(inbox, group)?.preview === '', 'the text to be gone');
    expect(rowOf(inbox, group)).toMatchObject({ unread: 0, mentions: 0 });
    while (!(await work.next()).done);
    await inbox.leave();
  });
});

describe('what is unread', () => {
  it('is nothing on a first visit, and then what others write that stands', async () => {
    const [ada, bo] = [chat.visitor('Ada'), chat.visitor('Bo')];
    await chat.conversations.createLobby(ada, { name: 'counts', title: 'Counts', topic: '', language: '' });
    const there = await chat.enter(ada, 'lobby-counts');
    for (const text of ['one', 'two', 'three']) await post(there, text);
    await chat.join(bo, 'lobby-counts');
    const inbox = await chat.inbox(bo);
    const row = () => rowOf(inbox, 'lobby-counts');
    expect(row()).toMatchObject({ unread: 0, lastNo: 3, preview: 'three' });
    await post(there, 'four');
    const { seq } = await post(there, 'Bo?', { mentions: [bo.person.id] });
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
    await chat.join(jo, 'lobby-lobby');
    const [inbox, there] = [await chat.inbox(jo), await chat.enter(ida, 'lobby-lobby')];
    const row = () => rowOf(inbox, 'lobby-lobby');
    const quiet = await chat.enter(jo, 'lobby-lobby');
    await chat.relations.block(jo.person.id, ida.person.id, true);
    await post(there, 'Jo, do you hear me?', { mentions: [jo.person.id] });
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
    await post(guesser, 'Uma means H14', { mentions: [person] });
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
    await chat.accept(lee, conversation);
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
  try {
    await act();
    return spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
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
        await chat.join(member, 'lobby-crowd');
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
    await chat.join(pia, 'lobby-lobby');
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
    const group = await chat.group(rex, sue);
    await chat.accept(sue, group);
    const inbox = await chat.inbox(sue);
    const there = await chat.enter(rex, group);
    const publish = vi.spyOn(chat.topics, 'publish').mockImplementation(() => {});
    const { seq } = await post(there, 'lost', { mentions: [sue.person.id] });
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
    for (const each of [one, two, rosa]) await chat.join(each, 'lobby-lobby');
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
