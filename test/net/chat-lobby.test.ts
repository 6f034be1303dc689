import { matchMaker } from '@colyseus/core';
import type { Room } from '@colyseus/sdk';
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ChatRoom } from '../../server/rooms/chat/conversation/ChatRoom.ts';
import { indexOf } from '../../server/rooms/chat/records/history.ts';
import { endingOf } from '../../server/rooms/guard/room-end.ts';
import { durableJournal } from '../../server/storage/journal.ts';
import { Unavailable } from '../../server/storage/types.ts';
import { conversation } from '../../shared/chat/conversation.ts';
import type { ConversationEvent } from '../../shared/chat/types.ts';
import { commandId, matchId, playerId } from '../../shared/core/ids.ts';
import { messagesOf, nameOf, post, refused, say, stateOf, texts } from '../harness/chat-reading.ts';
import { ChatRooms } from '../harness/chat-rooms.ts';
import { until } from '../harness/until.ts';

let chat: ChatRooms;
beforeAll(async () => {
  chat = await ChatRooms.start();
  await chat.conversations.ensureLobby('lobby', 'Lobby', 'Say hello');
});
afterAll(() => chat.stop());

const sizeOf = (map: { forEach(visit: () => void): void }): number => {
  let size = 0;
  map.forEach(() => {
    size++;
  });
  return size;
};

/** Everybody who is shown, by name. */
function namesOf(room: Room): string[] {
  const names: string[] = [];
  stateOf(room).members.forEach(({ name }) => {
    names.push(name);
  });
  return names.sort();
}

describe('a lobby that the product names', () => {
  it('is listed before it is there, made when somebody opens it, and nobody’s to make', async () => {
    const listed = async () =>
      (await chat.conversations.lobbies('find a table')).map(({ conversation }) => conversation);
    expect(await listed()).toEqual(['lobby-find-a-table']);
    const taken = { name: 'find-a-table', title: 'Mine', topic: '', language: '' };
    expect(await chat.conversations.createLobby(chat.visitor('Ana'), taken)).toMatchObject({
      error: { code: 'lobby_taken' },
    });
    const ana = await chat.enter(chat.visitor('Ana'), 'lobby-find-a-table');
    const { seq } = await post(ana, 'Anybody for a round?');
    expect(seq).toBeGreaterThan(0);
    expect(await listed()).toEqual(['lobby-find-a-table']);
    await ana.leave();
  });
});

describe('a public lobby', () => {
  it('shows a message to everybody in it, stored first and acknowledged last', async () => {
    const ana = await chat.enter(chat.visitor('Ana'), 'lobby-lobby');
    const ben = await chat.enter(chat.visitor('Ben'), 'lobby-lobby');
    const { seq } = await post(ana, 'Is periwinkle a color or a plant?');
    await until(() => texts(ben).includes('Is periwinkle a color or a plant?'), 'the message');
    const page = await chat.history.before('lobby-lobby', null);
    expect(page.messages.at(-1)).toMatchObject({ seq, text: 'Is periwinkle a color or a plant?' });
    await ana.leave();
    await ben.leave();
  });

  it('carries a message out once, however often it is sent', async () => {
    const ana = await chat.enter(chat.visitor('Ana'), 'lobby-lobby');
    const id = nanoid();
    const [first, again] = await Promise.all([
      post(ana, 'only once', {}, id),
      post(ana, 'only once', {}, id),
    ]);
    const third = await post(ana, 'only once', {}, id);
    expect([again.seq, third.seq]).toEqual([first.seq, first.seq]);
    expect(texts(ana).filter((text) => text === 'only once')).toHaveLength(1);
    await ana.leave();
  });

  it('lets people without a name read, and says why they cannot write', async () => {
    const otter = chat.visitor('Calm Otter', { isNamed: false });
    const guest = await chat.enter(otter, 'lobby-lobby');
    expect(texts(guest).length).toBeGreaterThan(0);
    expect(await refused(post(guest, 'hello'))).toBe('needs_name');
    chat.rename(otter, 'Otto');
    await until(() => nameOf(guest, otter.person.id) === 'Otto', 'the new name');
    expect(await refused(post(guest, 'hello'))).toBe('accepted');
    await guest.leave();
  });

  it('hears of new names however many other lobbies close', async () => {
    const otter = chat.visitor('Quick Otter', { isNamed: false });
    const guests: Room[] = [];
    for (const name of ['one', 'two', 'three']) {
      await chat.conversations.ensureLobby(name, name, '');
      guests.push(await chat.enter(otter, `lobby-${name}`));
    }
    // Whichever of them, or of those before, was the first to listen.
    for (const { roomId } of await matchMaker.query({ name: 'chat' })) {
      if (roomId !== 'lobby-three') await chat.forget(roomId);
    }
    chat.rename(otter, 'Quentin');
    await until(() => nameOf(guests[2]!, otter.person.id) === 'Quentin', 'the new name');
    expect(await refused(post(guests[2]!, 'hello'))).toBe('accepted');
    await guests[2]!.leave();
  });

  it.each([
    ['another owner is faster', async () => ({ ok: false, error: { kind: 'conflict' } }) as const],
    ['the store is away', () => Promise.reject(new Unavailable('away'))],
    ['the store throws', () => Promise.reject(new Error('bug'))],
  ])('can be opened at once after %s at its first entry', async (_what, fail) => {
    const name = `fence-${nanoid(6)
      .toLowerCase()
      .replace(/[^a-z]/g, 'x')}`;
    await chat.conversations.ensureLobby(name, name, '');
    const spy = vi.spyOn(chat.storage.entries, 'append').mockImplementation(fail);
    const ana = chat.visitor('Ana');
    const both = await Promise.allSettled([1, 2].map(() => chat.enter(ana, `lobby-${name}`)));
    spy.mockRestore();
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const room = await chat.enter(ana, `lobby-${name}`);
    expect(await refused(post(room, 'hello'))).toBe('accepted');
    await room.leave();
  });

  it.each(['before', 'after', 'about'] as const)(
    'is unavailable, no more, while its %s cannot be read',
    async (read) => {
      const name = `away-${read}`;
      await chat.conversations.ensureLobby(name, name, '');
      const ana = chat.visitor('Ana');
      const early = await chat.enter(ana, `lobby-${name}`);
      expect(await refused(post(early, 'hello'))).toBe('accepted');
      await chat.forget(`lobby-${name}`);
      const spy = vi
        .spyOn(chat.storage.entries, read)
        .mockRejectedValue(new Unavailable('the store is away'));
      await expect(chat.enter(ana, `lobby-${name}`)).rejects.toBeInstanceOf(Unavailable);
      spy.mockRestore();
      expect(texts(await chat.enter(ana, `lobby-${name}`))).toEqual(['hello']);
      await chat.forget(`lobby-${name}`);
    },
  );

  it('opens however long that takes, longer than a seat is kept for anybody', async () => {
    await chat.conversations.ensureLobby('slow', 'Slow', '');
    const { seatSeconds } = chat.limits;
    chat.limits.seatSeconds = 0.05;
    const before = chat.storage.entries.before.bind(chat.storage.entries);
    const spy = vi.spyOn(chat.storage.entries, 'before').mockImplementation(async (...of) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      return before(...of);
    });
    expect(await chat.conversations.seat(chat.visitor('Ana'), 'lobby-slow')).toMatchObject({ ok: true });
    spy.mockRestore();
    chat.limits.seatSeconds = seatSeconds;
    // Nobody takes the seat.
    await until(() => !matchMaker.getLocalRoomById('lobby-slow'), 'the room to end');
  });

  it('of which another owner knows more takes nothing back in the records', async () => {
    await chat.conversations.ensureLobby('two', 'Two', '');
    const room = await chat.enter(chat.visitor('Ana'), 'lobby-two');
    await post(room, 'one');
    const { heads } = chat.records;
    await until(async () => (await heads.get('lobby-two'))?.preview === 'one', 'the head');
    const spy = vi.spyOn(heads, 'putAll').mockRejectedValue(new Unavailable('away'));
    const { seq } = await post(room, 'two');
    await until(() => spy.mock.calls.length > 0, 'a try');
    spy.mockRestore();
    // The other one wrote the next entry, and the records of all.
    const [last] = await chat.storage.entries.before('chat:lobby-two', null, 1);
    const next = { ...last!, seq: seq + 1, commandId: 'theirs', text: 'three' };
    expect(await chat.storage.entries.append(next)).toEqual({ ok: true, value: null });
    const theirs = { ...(await heads.get('lobby-two'))!, seq: seq + 1, preview: 'three' };
    await heads.put('lobby-two', theirs);
    expect(await refused(post(room, 'four'))).not.toBe('accepted');
    await until(() => !matchMaker.getLocalRoomById('lobby-two'), 'the room to end');
    await endingOf('lobby-two');
    expect(await heads.get('lobby-two')).toEqual(theirs);
  });

  it('shows somebody by the name they took while they came in', async () => {
    const eve = chat.visitor('Eve');
    const { documents } = chat.storage;
    const get = documents.get.bind(documents);
    const spy = vi.spyOn(documents, 'get').mockImplementation((kind, id) => {
      if (kind === 'reading' && id.endsWith(eve.person.id)) chat.rename(eve, 'Evelyn');
      return get(kind, id);
    });
    const room = await chat.enter(eve, 'lobby-lobby');
    spy.mockRestore();
    expect(nameOf(room, eve.person.id)).toBe('Evelyn');
    await room.leave();
  });

  it('forgets hundreds who passed by; who comes back may write, and has nothing unread', async () => {
    const lobby = 'lobby-passed';
    const { entries } = chat.storage;
    await chat.conversations.ensureLobby('passed', 'Passed by', '');
    const long = Date.now() - 100 * 24 * 60 * 60 * 1_000;
    const journal = durableJournal(conversation, entries, chat.log, { prefix: 'chat', index: indexOf });
    const settings = {
      title: 'Passed by',
      topic: '',
      language: '',
      slowModeSeconds: 0,
      hasWordFilter: false,
    };
    const events: ConversationEvent[] = [{ type: 'opened', kind: 'public', settings, at: long }];
    const reader = chat.visitor('Reader').person.id;
    const people = Array.from({ length: 200 }, (_, i) => playerId(`person-Passer${i}`));
    for (const id of [...people, reader]) {
      const member = { id, role: 'member', standing: 'active', joinedAt: long, mutedUntil: 0 } as const;
      events.push({ type: 'memberChanged', member, by: id });
    }
    const owner = { id: playerId('person-Owner'), role: 'owner', standing: 'active' } as const;
    events.push({ type: 'memberChanged', member: { ...owner, joinedAt: long, mutedUntil: 0 }, by: '' });
    const by = { kind: 'system' } as const;
    const first = { matchId: matchId(lobby), seq: 1, commandId: commandId('first'), by, at: long };
    await journal.append({ ...first, version: conversation.version, events });
    await chat.records.readings.put(`${lobby}:${reader}`, { no: 0, at: Date.now() });
    await chat.records.readings.put(`${lobby}:${people[7]}`, { no: 0, at: long });

    const passer = await chat.enter(chat.visitor('Passer3'), lobby);
    const inside = async () => {
      let state = conversation.initial;
      for (const { body } of await entries.after(`chat:${lobby}`, 0, 500))
        for (const event of JSON.parse(body).events) state = conversation.evolve(state, event);
      return [...state.members.keys()].sort();
    };
    const lastOf = `${lobby}:${people.at(-1)}`;
    expect(await chat.records.members.get(lastOf)).not.toBeNull();
    const isDone = async () => (await chat.records.members.get(lastOf)) === null;
    await until(isDone, 'the passers-by to be forgotten');
    expect(await inside()).toEqual(['person-Owner', 'person-Passer3', reader]);
    expect(await chat.records.readings.get(`${lobby}:${people[7]}`)).toBeNull();
    for (const text of ['one', 'two']) expect(await refused(post(passer, text))).toBe('accepted');

    const again = chat.visitor('Passer7');
    const back = await chat.enter(again, lobby);
    expect(texts(back)).toEqual(['one', 'two']);
    expect(await refused(post(back, 'here again'))).toBe('accepted');
    const backSince = async () => (await chat.records.members.get(`${lobby}:${again.person.id}`))?.since;
    await until(async () => (await backSince()) === 2, 'them to be a member who missed nothing');
    await back.leave();
    await passer.leave();
  });

  it('keeps several tabs of one person, and counts them as one', async () => {
    const dev = chat.visitor('Dev');
    const [one, two] = [await chat.enter(dev, 'lobby-lobby'), await chat.enter(dev, 'lobby-lobby')];
    await Promise.all([post(one, 'from one'), post(two, 'from two')]);
    await until(() => texts(one).includes('from two') && texts(two).includes('from one'), 'both in both');
    await until(() => stateOf(one).online === 1, 'one person online');
    await one.leave();
    expect(await refused(post(two, 'still here'))).toBe('accepted');
    await two.leave();
  });

  it('lists nobody who was forgotten, also when it is opened anew', async () => {
    await chat.conversations.ensureLobby('left', 'Left', '');
    const [stays, goes] = [chat.visitor('Ana'), chat.visitor('Pal')];
    const ana = await chat.enter(stays, 'lobby-left');
    const pal = await chat.enter(goes, 'lobby-left');
    await post(ana, 'Hello');
    await post(pal, 'Good bye');
    await pal.leave();
    await until(() => namesOf(ana).length === 2, 'both to be listed');
    const record = `lobby-left:${goes.person.id}`;
    await until(async () => (await chat.records.members.get(record)) !== null, 'the record of both');
    chat.vanish(goes);
    for await (const _ of chat.personalData.erase(goes.person.id));
    await until(() => namesOf(ana).join() === 'Ana', 'nobody in their place');
    await chat.forget('lobby-left');
    const again = await chat.enter(stays, 'lobby-left');
    expect(namesOf(again)).toEqual(['Ana']);
    expect(texts(again)).toEqual(['Hello', '']);
    await again.leave();
  });

  it('shows edits, reactions and deletions in the window, and forgets the words of what was deleted', async () => {
    const ana = await chat.enter(chat.visitor('Ana'), 'lobby-lobby');
    const ben = await chat.enter(chat.visitor('Ben'), 'lobby-lobby');
    const { seq } = await post(ana, 'tea lcup');
    await say(ana, { type: 'edit', target: seq, text: 'teal cup', mentions: [] });
    await say(ben, { type: 'join' });
    await say(ben, { type: 'react', target: seq, emoji: '😄' });
    const mine = () => messagesOf(ben).find((message) => message.seq === seq);
    await until(() => mine()?.text === 'teal cup' && (mine()?.extra.includes('😄') ?? false), 'both changes');
    expect(await refused(say(ben, { type: 'edit', target: seq, text: 'mine now', mentions: [] }))).toBe(
      'not_author',
    );
    await say(ana, { type: 'delete', target: seq });
    await until(() => mine()?.deletedBy === 'person-Ana' && mine()?.text === '', 'the tombstone');
    await until(
      async () => (await chat.history.search(['lobby-lobby'], 'teal')).length === 0,
      'nothing to find',
    );
    await until(async () => {
      const rows = await chat.storage.entries.after('chat:lobby-lobby', 0, 500);
      return rows.every(({ body }) => !/teal cup|tea lcup/.test(body));
    }, 'nothing left in the store');
    await ana.leave();
    await ben.leave();
  });

  it('only counts people when there are many: then who wrote is shown, and nobody by what they do', async () => {
    const { crowdPeople } = chat.limits;
    chat.limits.crowdPeople = 4;
    await chat.conversations.ensureLobby('crowded', 'Crowded', '');
    const rooms: Room[] = [];
    const come = async (name: string) => rooms.push(await chat.enter(chat.visitor(name), 'lobby-crowded'));
    for (const name of ['Ana', 'Ben', 'Cleo']) await come(name);
    const [ana, ben] = rooms as [Room, Room];
    const shown = () => namesOf(ben);
    await until(() => shown().length === 3, 'all three');
    await ana.request('typing', {});
    await until(() => sizeOf(stateOf(ben).typing) === 1, 'somebody who writes');
    await come('Dan');
    await until(() => stateOf(ben).online === 4, 'all to be counted');
    await until(() => shown().length === 0 && sizeOf(stateOf(ben).typing) === 0, 'nobody to be listed');
    await ana.request('typing', {});
    await ana.request('presence', { presence: 'away' });
    await post(ana, 'hello, all of you');
    await until(() => shown().join() === 'Ana', 'who wrote');
    await ben.request('clock', {});
    expect(sizeOf(stateOf(ben).typing)).toBe(0);
    // Whoever comes later sees the same.
    await come('Eve');
    expect(namesOf(rooms[4]!)).toEqual(['Ana']);
    for (const room of rooms.splice(2)) await room.leave();
    await until(() => shown().join() === 'Ana,Ben', 'those who are left, by name');
    for (const room of rooms) await room.leave();
    chat.limits.crowdPeople = crowdPeople;
  });

  it('obeys an operator as long as they are one, and no longer, however old the socket is', async () => {
    const [boss, eve] = [chat.visitor('Boss', { isOperator: true }), chat.visitor('Eve')];
    const room = await chat.enter(boss, 'lobby-lobby');
    const eves = await chat.enter(eve, 'lobby-lobby');
    await say(eves, { type: 'join' });
    const mute = (minutes: number) => say(room, { type: 'mute', person: eve.person.id, minutes });
    expect(await refused(mute(10))).toBe('accepted');
    chat.operators.delete(boss.person.id);
    expect(await refused(mute(0))).toBe('not_member');
    // What somebody in a branch wants comes with the rights of its socket, too.
    const lobby = matchMaker.getLocalRoomById('lobby-lobby') as unknown;
    if (!(lobby instanceof ChatRoom)) throw new Error('no lobby');
    const command = { type: 'mute', person: eve.person.id, minutes: 0 } as const;
    const wished = await lobby.wish(
      { ...boss, wantsSeat: false, isScreen: false },
      { id: 'wished', command },
    );
    expect(wished).toMatchObject({ ok: false, error: { code: 'not_member' } });
    await Promise.all([room.leave(), eves.leave()]);
  });

  it('has the newest messages and all the older ones after it slept', async () => {
    const ana = await chat.enter(chat.visitor('Ana', { isOperator: true }), 'lobby-lobby');
    const before = texts(ana);
    await ana.leave();
    await chat.forget('lobby-lobby');
    const again = await chat.enter(chat.visitor('Ana'), 'lobby-lobby');
    expect(texts(again)).toEqual(before);
    await again.leave();
  });
});
