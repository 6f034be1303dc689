import { matchMaker } from '@colyseus/core';
import type { Room } from '@colyseus/sdk';
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { isInSight } from '../../server/rooms/chat/conversation/sight.ts';
import { inboxRoomId } from '../../server/rooms/chat/inbox/InboxRoom.ts';
import { indexOf } from '../../server/rooms/chat/records/history.ts';
import type { Visitor } from '../../server/rooms/guard/member.ts';
import { SafeRoom } from '../../server/rooms/guard/SafeRoom.ts';
import { durableJournal } from '../../server/storage/journal.ts';
import { Unavailable } from '../../server/storage/types.ts';
import { conversation } from '../../shared/chat/conversation.ts';
import type { ConversationEvent } from '../../shared/chat/types.ts';
import { commandId, matchId, playerId } from '../../shared/core/ids.ts';
import type { InboxRow, WireConversation, WireInbox, WireMessage } from '../../shared/protocol/chat-wire.ts';
import { ChatRooms } from '../harness/chat-rooms.ts';
import { until } from '../harness/until.ts';

let chat: ChatRooms;
beforeAll(async () => {
  chat = await ChatRooms.start();
  await chat.conversations.ensureLobby('lobby', 'Lobby', 'Say hello');
});
afterAll(() => chat.stop());

const stateOf = (room: Room) => room.state as WireConversation;
function messagesOf(room: Room): WireMessage[] {
  const all: WireMessage[] = [];
  stateOf(room).messages.forEach((message) => {
    all.push(message);
  });
  return all.sort((a, b) => a.seq - b.seq);
}
function nameOf(room: Room, person: string): string | undefined {
  let name: string | undefined;
  stateOf(room).members.forEach((member, id) => {
    if (id === person) name = member.name;
  });
  return name;
}
const namesIn = (room: Room, people: readonly Visitor[]) =>
  people.map(({ person }) => nameOf(room, person.id));
/** All that a socket knows of its conversation. */
const plain = (room: Room) => (room.state as { toJSON(): Record<string, object> }).toJSON();
const texts = (room: Room) => messagesOf(room).map(({ text }) => text);
const say = (room: Room, command: object, id = nanoid()): Promise<{ seq: number }> =>
  room.request('command', { id, command }, { timeout: 5_000 });
const post = (room: Room, text: string, more: object = {}, id = nanoid()) =>
  say(room, { type: 'post', text, replyTo: null, mentions: [], table: null, ...more }, id);
const refused = async (answer: Promise<unknown>): Promise<unknown> => {
  try {
    await answer;
  } catch (error) {
    return (error as { reason?: { code?: string } }).reason?.code;
  }
  return 'accepted';
};
function rowsOf(room: Room): InboxRow[] {
  const rows: InboxRow[] = [];
  (room.state as WireInbox).rows.forEach((json) => {
    rows.push(JSON.parse(json) as InboxRow);
  });
  return rows;
}

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
    await vi.waitFor(async () => expect(await head()).toBe('ZEISIG for @Una'));
    expect(await stored()).not.toContain('KANARIENVOGEL');
    await say(theirs, { type: 'delete', target: seq });
    await vi.waitFor(async () => expect(await head()).toBe('what stays'));
    expect(await stored()).not.toContain('ZEISIG');
    expect(await chat.records.mentions.list(una.person.id, { limit: 10 })).toEqual(new Map());
    await Promise.all([room.leave(), theirs.leave()]);
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

  it('of which another owner knows more takes nothing back in the records', async () => {
    await chat.conversations.ensureLobby('two', 'Two', '');
    const room = await chat.enter(chat.visitor('Ana'), 'lobby-two');
    await post(room, 'one');
    const { heads } = chat.records;
    await until(async () => (await heads.get('lobby-two'))?.preview === 'one', 'the head');
    const spy = vi.spyOn(heads, 'put').mockRejectedValue(new Unavailable('away'));
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
    await SafeRoom.ending('lobby-two');
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

  it('forgets a thousand who passed by; who comes back may write, and has nothing unread', async () => {
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
    const people = Array.from({ length: 1_000 }, (_, i) => playerId(`person-Passer${i}`));
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
    await until(isDone, 'the passers-by to be forgotten', 20_000);
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

describe('a private talk', () => {
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

describe('the talk at a table', () => {
  it('hears the table when the talk of another one is closed', async () => {
    const gus = chat.visitor('Gus');
    for (const id of ['matchA', 'matchB']) {
      await chat.conversations.addTalk({ matchId: id, code: 'BAKA', name: 'Warm-up' });
    }
    await chat.enter(gus, 'talk-matchA');
    const room = await chat.enter(gus, 'talk-matchB');
    await chat.forget('talk-matchA');
    chat.tableSays('talk-matchB', { members: [gus.person.id], keeper: null });
    await until(async () => (await refused(post(room, 'hello'))) === 'accepted', 'a seat');
    await room.leave();
  });

  it('keeps what the guessers write from the giver until the reveal, and what the giver writes waits for it', async () => {
    const talk = 'talk-match1';
    await chat.conversations.addTalk({ matchId: 'match1', code: 'BAKA', name: 'Warm-up' });
    const [gus, hal, ivy] = [chat.visitor('Gus'), chat.visitor('Hal'), chat.visitor('Ivy')];
    const giver = await chat.enter(gus, talk);
    const guesser = await chat.enter(hal, talk);
    const members = [gus.person.id, hal.person.id];
    chat.tableSays(talk, { members, keeper: null });
    await until(async () => (await refused(post(giver, 'before the round'))) === 'accepted', 'a seat');
    chat.tableSays(talk, { members, keeper: gus.person });
    await post(guesser, 'I think it is B4');
    const insist = () => refused(post(giver, 'it is not B4', {}, 'the-same-wish'));
    expect(await insist()).toBe('after_reveal');
    const spectator = await chat.enter(ivy, talk);
    await until(() => chat.changesOf(spectator).length === 1, 'what was held for them');
    const seenBy = (room: Room) => [
      ...texts(room),
      ...chat.changesOf(room).map(({ message }) => message.text),
    ];
    expect(seenBy(giver)).toEqual(['before the round']);
    expect(seenBy(guesser)).toEqual(['before the round', 'I think it is B4']);
    expect(seenBy(spectator)).toEqual(['before the round', 'I think it is B4']);
    const sights = await Promise.all(
      [gus, hal].map((each) => chat.conversations.sightOf(talk, each.person.id)),
    );
    const { messages } = await chat.history.before(talk, null);
    expect(
      sights.map((sight) =>
        messages.filter((each) => sight && isInSight(each, sight)).map(({ text }) => text),
      ),
    ).toEqual([['before the round'], ['before the round', 'I think it is B4']]);
    chat.tableSays(talk, { members, keeper: null });
    expect(await insist()).toBe('accepted');
    const all = ['before the round', 'I think it is B4', 'it is not B4'];
    for (const room of [giver, guesser, spectator]) await until(() => texts(room).length === 3, 'the reveal');
    expect(texts(giver)).toEqual(all);
    chat.tableSays(talk, { members, keeper: hal.person });
    await post(giver, 'next round');
    expect(texts(guesser)).toEqual(all);
    await Promise.all([giver.leave(), guesser.leave(), spectator.leave()]);
  });

  it('reveals nothing of what a guesser took back, however slow the store is then', async () => {
    const talk = 'talk-taken';
    await chat.conversations.addTalk({ matchId: 'taken', code: 'BAKA', name: 'Warm-up' });
    const [gus, hal] = [chat.visitor('Gus'), chat.visitor('Hal')];
    const [giver, guesser] = [await chat.enter(gus, talk), await chat.enter(hal, talk)];
    const members = [gus.person.id, hal.person.id];
    chat.tableSays(talk, { members, keeper: null });
    await until(async () => (await refused(post(giver, 'before'))) === 'accepted', 'a seat');
    chat.tableSays(talk, { members, keeper: gus.person });
    const { seq } = await post(guesser, 'kanarie');
    const read = chat.history.message.bind(chat.history);
    const gate = Promise.withResolvers<void>();
    let reads = 0;
    const message = vi.spyOn(chat.history, 'message').mockImplementation(async (id, target) => {
      if (++reads > 1) await gate.promise;
      return read(id, target);
    });
    await say(guesser, { type: 'delete', target: seq });
    chat.tableSays(talk, { members, keeper: null });
    await until(() => texts(giver).length === 2, 'the reveal');
    gate.resolve();
    expect([texts(giver), texts(guesser)]).toEqual([
      ['before', ''],
      ['before', ''],
    ]);
    expect(chat.changesOf(guesser).at(-1)?.message.text).toBe('');
    message.mockRestore();
    await Promise.all([giver.leave(), guesser.leave()]);
  });

  it('shows guessers the same of a round, whatever its giver does in the talk and calls themselves', async () => {
    /** Everything that a guesser and a spectator learn in a round; times apart. */
    const learned = async (run: string, isLoud: boolean) => {
      const talk = `talk-${run}`;
      await chat.conversations.addTalk({ matchId: run, code: 'BAKA', name: 'Warm-up' });
      const [gus, hal, ivy] = [chat.visitor('Gus'), chat.visitor('Hal'), chat.visitor('Ivy')];
      const giver = await chat.enter(gus, talk);
      const guesser = await chat.enter(hal, talk);
      const members = [gus.person.id, hal.person.id];
      chat.tableSays(talk, { members, keeper: null });
      await until(async () => (await refused(post(giver, 'before'))) === 'accepted', 'a seat');
      await until(() => messagesOf(guesser).length === 1, 'what was said before');
      const old = messagesOf(guesser)[0]!.seq;
      const inbox = await chat.inbox(hal);
      await giver.request('typing', {});
      await until(() => Object.keys(plain(guesser).typing!).length === 1, 'a sign of writing');
      chat.tableSays(talk, { members, keeper: gus.person });
      const spectator = await chat.enter(ivy, talk);
      const sizeOf = (field: string) => Object.keys(plain(guesser)[field]!).length;
      await until(() => sizeOf('typing') === 0 && sizeOf('members') === 3, 'the round');
      const learn = (room: Room) => {
        const changed = chat
          .changesOf(room)
          .map((change) => ({ ...change, message: { ...change.message, at: 0 } }));
        const { messages: _, ...rest } = plain(room);
        return { changed, rest, texts: texts(room) };
      };
      const before = chat.framesOf(guesser);
      if (isLoud) {
        const mentions = [hal.person.id];
        const wishes = [
          { type: 'post', text: '@Hal B4', replyTo: null, table: null, mentions },
          { type: 'edit', target: old, text: 'B4', mentions },
          { type: 'delete', target: old },
          { type: 'react', target: old, emoji: '👍' },
          { type: 'pin', target: old },
          { type: 'leave' },
          { type: 'join' },
          { type: 'configure', settings: { title: 'B4' } },
        ];
        for (const wish of wishes) expect(await refused(say(giver, wish)), wish.type).toBe('after_reveal');
        await giver.request('typing', {});
        for (const presence of ['away', 'online', 'playing']) await giver.request('presence', { presence });
        await giver.request('read', { no: 1 });
        chat.rename(gus, 'SECRET B4');
        const second = await chat.enter({ ...gus, session: 'another' }, talk);
        await second.leave();
        await giver.leave();
        await chat.enter({ ...gus, person: { ...gus.person, name: 'SECRET B4' } }, talk);
        await guesser.request('clock', {});
      }
      const frames = chat.framesOf(guesser) - before;
      // Somebody else gets a seat in the middle of the round.
      chat.tableSays(talk, { members: [...members, ivy.person.id], keeper: gus.person });
      await post(guesser, 'It could be teal');
      await until(() => chat.changesOf(spectator).length === 1, 'what a guesser wrote');
      await until(() => stateOf(spectator).lastNo === 2 && stateOf(guesser).lastNo === 2, 'the state');
      const all = { frames: isLoud ? frames - 1 : frames, seen: [guesser, spectator].map(learn) };
      const rowOf = () => rowsOf(inbox).find(({ conversation }) => conversation === talk);
      await until(() => rowOf()?.lastNo === 1, 'the list');
      const row = { ...rowOf(), conversation: '', lastAt: 0, seq: 0 };
      chat.tableSays(talk, { members, keeper: null });
      const name = isLoud ? 'SECRET B4' : 'Gus';
      await until(() => nameOf(spectator, gus.person.id) === name, 'the reveal');
      await chat.forget(talk);
      await inbox.leave();
      return { ...all, row };
    };
    const quiet = await learned('quiet', false);
    expect(await learned('loud', true)).toEqual(quiet);
    expect(quiet.seen[0]?.texts).toEqual(['before']);
  });

  it.each(['old', 'new'])(
    'opens in the middle of a round with its wall, and its giver under the %s name',
    async (name) => {
      const talk = `talk-opened-${name}`;
      await chat.conversations.addTalk({ matchId: `opened-${name}`, code: 'BAKA', name: 'Warm-up' });
      const [gus, hal] = [chat.visitor('Gus'), chat.visitor('Hal')];
      const members = [gus.person.id, hal.person.id];
      const early = await chat.enter(gus, talk);
      chat.tableSays(talk, { members, keeper: null });
      await until(async () => (await refused(post(early, 'before'))) === 'accepted', 'a seat');
      await chat.forget(talk);
      chat.rename(gus, 'SECRET B4');
      const { info } = chat.tables;
      // The round begins while the talk asks how things are: what it is told is newer than the answer.
      chat.tables.info = async () => {
        chat.tableSays(talk, { members, keeper: gus.person });
        return { members, keeper: null };
      };
      const guesser = await chat.enter(hal, talk);
      chat.tables.info = info;
      const giver = await chat.enter({ ...gus, person: { ...gus.person, name: 'SECRET B4' } }, talk);
      expect(await refused(post(giver, 'B4'))).toBe('after_reveal');
      if (name === 'new') {
        chat.tableSays(talk, { members, keeper: null });
        await until(() => nameOf(guesser, gus.person.id) === 'SECRET B4', 'the reveal');
      }
      const keeper = name === 'old' ? gus.person : null;
      expect(nameOf(guesser, gus.person.id)).toBe(keeper?.name ?? 'SECRET B4');
      expect(await chat.conversations.peopleIn(talk, [gus.person.id])).toMatchObject([
        { name: keeper?.name ?? 'SECRET B4' },
      ]);
      await chat.forget(talk);
    },
  );

  it('calls people as their table does, also when it opens in the middle of a round', async () => {
    const talk = 'talk-names';
    await chat.conversations.addTalk({ matchId: 'names', code: 'BAKA', name: 'Warm-up' });
    const [one, two, watcher, bot] = ['one', 'two', 'watcher', 'bot-4'].map((id) =>
      chat.visitor('Robin', { id: `seat-${id}` }),
    ) as [Visitor, Visitor, Visitor, Visitor];
    const as = (who: Visitor, name: string, marker: number) => ({ ...who.person, name, marker });
    // They sat down in another order than they come into the talk.
    const seats = [as(two, 'Robin', 7), as(one, 'Robin 2', 8), as(bot, 'Robin 3', 9)];
    const members = [one.person.id, two.person.id];
    let ana = await chat.enter(one, talk);
    await chat.enter(two, talk);
    await chat.enter(watcher, talk);
    const isShown = (room: Room, names: readonly string[]) =>
      until(() => JSON.stringify(namesIn(room, [one, two, watcher])) === JSON.stringify(names), names.join());
    await isShown(ana, ['Robin', 'Robin 2', 'Robin 3']);
    chat.tableSays(talk, { members, keeper: null, seats });
    await isShown(ana, ['Robin 2', 'Robin', 'Robin 4']);
    await post(ana, 'hello');
    chat.tableSays(talk, { members, keeper: as(one, 'Robin 2', 8), seats });
    // Its table keeps the names until the reveal, whatever opens meanwhile.
    chat.rename(one, 'SECRET B4');
    chat.rename(two, 'Zoe');
    await chat.forget(talk);
    const { info } = chat.tables;
    chat.tables.info = async () => ({ members, keeper: as(one, 'Robin 2', 8), seats });
    await chat.enter({ ...two, person: as(two, 'Zoe', 1) }, talk);
    ana = await chat.enter({ ...one, person: as(one, 'SECRET B4', 2) }, talk);
    await chat.enter(watcher, talk);
    chat.tables.info = info;
    await isShown(ana, ['Robin 2', 'Robin', 'Robin 4']);
    const ids = [one, two, watcher].map(({ person }) => person.id);
    expect((await chat.conversations.peopleIn(talk, ids)).map(({ name, marker }) => [name, marker])).toEqual([
      ['Robin 2', 8],
      ['Robin', 7],
      ['Robin 4', watcher.person.marker],
    ]);
    const after = [as(two, 'Zoe', 7), as(one, 'SECRET B4', 8), as(bot, 'Robin 3', 9)];
    chat.tableSays(talk, { members, keeper: null, seats: after });
    await isShown(ana, ['SECRET B4', 'Zoe', 'Robin 4']);
    await chat.forget(talk);
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
