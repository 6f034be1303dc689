import type { Room } from '@colyseus/sdk';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { speakerOf } from '../../server/rooms/chat/speaker.ts';
import type { Visitor } from '../../server/rooms/guard/member.ts';
import { isInSight } from '../../shared/chat/audience.ts';
import {
  messagesOf,
  nameOf,
  namesIn,
  post,
  refused,
  rowsOf,
  say,
  stateOf,
  texts,
} from '../harness/chat-reading.ts';
import { ChatRooms } from '../harness/chat-rooms.ts';
import { until } from '../harness/until.ts';

let chat: ChatRooms;
beforeAll(async () => {
  chat = await ChatRooms.start();
  await chat.conversations.ensureLobby('lobby', 'Lobby', 'Say hello');
});
afterAll(() => chat.stop());

/** All that a socket knows of its conversation. */
const plain = (room: Room) => (room.state as { toJSON(): Record<string, object> }).toJSON();

/** Everything that a socket was shown of what was said, and when by itself, not with the state. */
const seenBy = (room: Room) => [
  ...texts(room),
  ...chat
    .changesOf(room)
    .map(({ message }) => message.text)
    .filter((text) => !texts(room).includes(text)),
];

/** A talk of a new table with these people, and who of them is in it. */
async function talkWith(id: string, ...people: readonly Visitor[]): Promise<[string, ...Room[]]> {
  const talk = `talk-${id}`;
  await chat.conversations.addTalk({ matchId: id, code: 'BAKA', name: 'Warm-up' });
  chat.tableIs(talk, people);
  const rooms: Room[] = [];
  for (const each of people) rooms.push(await chat.enter(each, talk));
  return [talk, ...rooms];
}

afterEach(() => chat.tables.reset());

describe.each(['prompt', 'late', 'lost'] as const)('the talk at a table whose news are %s', (news) => {
  beforeEach(() => {
    chat.tables.news = news;
  });

  it('keeps what is written without the secret from whoever knows it, and what they write waits', async () => {
    const [gus, hal, ivy] = [chat.visitor('Gus'), chat.visitor('Hal'), chat.visitor('Ivy')];
    const people = [gus, hal];
    const [talk, giver, guesser] = (await talkWith(`wall-${news}`, ...people)) as [string, Room, Room];
    await post(giver, 'before the round');
    await until(() => texts(guesser).length === 1, 'what was said before');
    chat.secretBegins(talk, people, gus);
    // The moment that somebody knows it, whatever the talk has heard.
    const insist = () => refused(post(giver, 'it is not B4', {}, 'the-same-wish'));
    expect(await insist()).toBe('after_reveal');
    await post(guesser, 'I think it is B4');
    await post(guesser, 'or C4');
    expect(await insist()).toBe('after_reveal');
    const spectator = await chat.enter(ivy, talk);
    await until(() => chat.changesOf(spectator).length === 2, 'what was held for them');
    expect(seenBy(giver)).toEqual(['before the round']);
    const all = ['before the round', 'I think it is B4', 'or C4'];
    for (const room of [guesser, spectator]) expect(seenBy(room)).toEqual(all);
    const { messages } = await chat.history.before(talk, null);
    for (const [who, read] of [
      [gus, ['before the round']],
      [hal, all],
    ] as const) {
      const sight = await chat.conversations.sightOf(talk, who.person.id);
      expect(messages.filter((each) => sight && isInSight(each, sight)).map(({ text }) => text)).toEqual(
        read,
      );
    }
    chat.tableIs(talk, people);
    for (const room of [giver, guesser, spectator]) await until(() => texts(room).length === 3, 'the reveal');
    expect(await insist()).toBe('accepted');
    for (const room of [giver, guesser, spectator]) {
      await until(() => texts(room).length === 4, 'what waited');
      expect(texts(room)).toEqual([...all, 'it is not B4']);
    }
    await chat.forget(talk);
  });

  it('shows each what is theirs when another one knows the next secret, and nobody wrote in between', async () => {
    const [gus, hal] = [chat.visitor('Gus'), chat.visitor('Hal')];
    const [talk, first, second] = (await talkWith(`next-${news}`, gus, hal)) as [string, Room, Room];
    chat.secretBegins(talk, [gus, hal], gus);
    await post(second, 'is it teal?');
    chat.tableIs(talk, [gus, hal]);
    chat.secretBegins(talk, [gus, hal], hal);
    // Who guessed a moment ago knows something now.
    expect(await refused(post(second, 'B4'))).toBe('after_reveal');
    await post(first, 'no idea');
    await until(() => seenBy(first).length === 2, 'what both sides wrote');
    expect([seenBy(first), seenBy(second)]).toEqual([['is it teal?', 'no idea'], ['is it teal?']]);
    chat.tableIs(talk, [gus, hal]);
    for (const room of [first, second]) {
      await until(() => texts(room).length === 2, 'the reveal');
      expect(texts(room)).toEqual(['is it teal?', 'no idea']);
    }
    await chat.forget(talk);
  });

  it('shows the others the same of a round, whatever the one who knows does there and calls themselves', async () => {
    /** Everything that a guesser and a spectator learn in a round; times apart. */
    const learned = async (run: string, isLoud: boolean) => {
      const [gus, hal, ivy] = [chat.visitor('Gus'), chat.visitor('Hal'), chat.visitor('Ivy')];
      const [talk, giver, guesser] = (await talkWith(run, gus, hal)) as [string, Room, Room];
      await post(giver, 'before');
      await until(() => messagesOf(guesser).length === 1, 'what was said before');
      const old = messagesOf(guesser)[0]!.seq;
      const inbox = await chat.inbox(hal);
      const spectator = await chat.enter(ivy, talk);
      await until(() => Object.keys(plain(guesser).members!).length === 3, 'everybody');
      const learn = (room: Room) => {
        const changed = chat
          .changesOf(room)
          .map((change) => ({ ...change, message: { ...change.message, at: 0, audience: '' } }));
        const { messages: _, ...rest } = plain(room);
        return { changed, rest, texts: texts(room) };
      };
      chat.secretBegins(talk, [gus, hal], gus);
      // Whoever writes has the talk ask, whatever it has heard.
      await guesser.request('typing', {});
      await until(() => chat.youOf(guesser)?.audience !== 'all', 'the round');
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
        await giver.request('typing', {});
        for (const presence of ['away', 'online', 'playing']) await giver.request('presence', { presence });
        for (const wish of wishes) expect(await refused(say(giver, wish)), wish.type).toBe('after_reveal');
        await giver.request('read', { no: 1 });
        chat.rename(gus, 'SECRET B4');
        const second = await chat.enter({ ...gus, session: 'another' }, talk);
        await second.leave();
        await giver.leave();
        await chat.enter({ ...gus, person: { ...gus.person, name: 'SECRET B4' } }, talk);
      }
      // Everything before has come when the answer to this has.
      await guesser.request('clock', {});
      const frames = chat.framesOf(guesser) - before;
      // Somebody else gets a seat in the middle of the round.
      const wall = chat.tables.infos.get(talk)!.wall;
      chat.tableIs(talk, [gus, hal, ivy], { wall });
      await post(guesser, 'It could be teal');
      await until(() => chat.changesOf(spectator).length === 1, 'what a guesser wrote');
      await until(() => stateOf(spectator).lastNo === 2 && stateOf(guesser).lastNo === 2, 'the state');
      await until(() => isMember(talk, ivy), 'the new seat');
      const seen = [guesser, spectator].map(learn);
      const row = () => rowsOf(inbox).find(({ conversation }) => conversation === talk);
      await until(() => row()?.lastNo === 1, 'the list');
      const listed = { ...row(), conversation: '', lastAt: 0, seq: 0 };
      const name = isLoud ? 'SECRET B4' : 'Gus';
      chat.tableIs(talk, [{ ...gus, person: { ...gus.person, name } }, hal, ivy]);
      await until(() => nameOf(spectator, gus.person.id) === name, 'the reveal');
      await chat.forget(talk);
      await inbox.leave();
      return { frames, seen, listed };
    };
    const quiet = await learned(`quiet-${news}`, false);
    expect(await learned(`loud-${news}`, true)).toEqual(quiet);
    expect(quiet.seen[0]?.texts).toEqual(['before']);
  });
});

const isMember = async (talk: string, { person }: Visitor) =>
  (await chat.records.members.get(`${talk}:${person.id}`))?.standing === 'active';

describe('the talk at a table', () => {
  it('opens nothing when the table does not answer: what is written waits, what people do is not seen', async () => {
    const [gus, hal] = [chat.visitor('Gus'), chat.visitor('Hal')];
    const [talk, giver, guesser] = (await talkWith('mute', gus, hal)) as [string, Room, Room];
    const presences = () => Object.values(plain(guesser).members!).map(({ presence }) => presence);
    await until(() => presences().every((presence) => presence === 1), 'both to be here');
    const { answer } = chat.tables;
    chat.tables.answer = () => new Promise(() => {});
    await giver.request('typing', {});
    await giver.request('presence', { presence: 'away' });
    expect(await refused(post(giver, 'B4', {}, 'kept-message'))).toBe('unavailable');
    expect([texts(guesser), presences(), plain(guesser).typing]).toEqual([[], [1, 1], {}]);
    chat.tables.answer = () => Promise.reject(new Error('no such room'));
    expect(await refused(post(giver, 'B4', {}, 'kept-message'))).toBe('unavailable');
    chat.tables.answer = answer;
    await until(() => presences().includes(2), 'what it allows to be seen');
    expect(await refused(post(giver, 'B4', {}, 'kept-message'))).toBe('accepted');
    expect(texts(giver)).toEqual(['B4']);
    await chat.forget(talk);
    chat.tables.answer = () => Promise.reject(new Error('no such room'));
    await expect(chat.enter(gus, talk)).rejects.toThrow();
    chat.tables.answer = answer;
  });

  it('asks a table without secrets when there are news, and not for a message', async () => {
    const [gus, hal] = [chat.visitor('Gus'), chat.visitor('Hal')];
    const [talk, one, other] = (await talkWith('open', gus, hal)) as [string, Room, Room];
    chat.tableIs(talk, [gus, hal], { hasSecrets: false });
    await post(one, 'hello');
    const answer = vi.spyOn(chat.tables, 'answer');
    await post(one, 'again');
    await other.request('typing', {});
    await other.request('presence', { presence: 'away' });
    await until(() => Object.keys(plain(one).typing!).length === 1, 'somebody who writes');
    expect(answer).not.toHaveBeenCalled();
    chat.tableIs(talk, [gus], { hasSecrets: false });
    await until(async () => !(await isMember(talk, hal)), 'the seat to be free');
    expect(answer).toHaveBeenCalledTimes(1);
    answer.mockRestore();
    await chat.forget(talk);
  });

  it('lets all be silent at once, and who watches talk among themselves', async () => {
    const [gus, hal, ivy, jon] = ['Gus', 'Hal', 'Ivy', 'Jon'].map((name) => chat.visitor(name)) as [
      Visitor,
      Visitor,
      Visitor,
      Visitor,
    ];
    const [talk, one, other] = (await talkWith('party', gus, hal)) as [string, Room, Room];
    const [watcher, second] = [await chat.enter(ivy, talk), await chat.enter(jon, talk)];
    const sides = { [gus.person.id]: 'silent', [hal.person.id]: 'silent' };
    chat.tableIs(talk, [gus, hal], { wall: { id: 'all', sides } });
    for (const room of [one, other]) expect(await refused(post(room, 'mine is B4'))).toBe('after_reveal');
    await post(watcher, 'I wonder');
    await until(() => seenBy(second).length === 1, 'what the other one wrote');
    expect([seenBy(one), seenBy(other)]).toEqual([[], []]);
    chat.tableIs(talk, [gus, hal]);
    for (const room of [one, other, watcher, second])
      await until(() => texts(room).length === 1, 'the reveal');
    await chat.forget(talk);
  });

  it('lets teams confer, each for itself', async () => {
    const [ann, art, ben, bo] = ['Ann', 'Art', 'Ben', 'Bo'].map((name) => chat.visitor(name)) as [
      Visitor,
      Visitor,
      Visitor,
      Visitor,
    ];
    const people = [ann, art, ben, bo];
    const [talk, first, second, third] = (await talkWith('teams', ...people)) as [string, Room, Room, Room];
    const sides = { [ann.person.id]: 'red', [art.person.id]: 'red', [ben.person.id]: 'blue' };
    chat.tableIs(talk, people, { wall: { id: 'teams', sides } });
    await post(first, 'red goes left');
    await post(third, 'blue goes right');
    await until(() => seenBy(second).length === 1 && seenBy(third).length === 1, 'what their own wrote');
    expect([seenBy(second), seenBy(third)]).toEqual([['red goes left'], ['blue goes right']]);
    chat.tableIs(talk, people);
    for (const room of [first, second, third]) await until(() => texts(room).length === 2, 'the reveal');
    expect(texts(second)).toEqual(['red goes left', 'blue goes right']);
    await chat.forget(talk);
  });

  it('hears the table when the talk of another one is closed', async () => {
    const gus = chat.visitor('Gus');
    const [other] = await talkWith('matchA', gus);
    const [talk] = await talkWith('matchB');
    await chat.enter(gus, talk);
    await chat.forget(other);
    chat.tableIs(talk, [gus]);
    await until(() => isMember(talk, gus), 'a seat');
    await chat.forget(talk);
  });

  it('reveals nothing of what was taken back behind the wall, however slow the store is then', async () => {
    const [gus, hal] = [chat.visitor('Gus'), chat.visitor('Hal')];
    const [talk, giver, guesser] = (await talkWith('taken', gus, hal)) as [string, Room, Room];
    await post(giver, 'before');
    chat.secretBegins(talk, [gus, hal], gus);
    const { seq } = await post(guesser, 'kanarie');
    const read = chat.history.message.bind(chat.history);
    const gate = Promise.withResolvers<void>();
    let reads = 0;
    const message = vi.spyOn(chat.history, 'message').mockImplementation(async (id, target) => {
      if (++reads > 1) await gate.promise;
      return read(id, target);
    });
    await say(guesser, { type: 'delete', target: seq });
    chat.tableIs(talk, [gus, hal]);
    await until(() => texts(giver).length === 2, 'the reveal');
    gate.resolve();
    await until(() => texts(guesser).length === 2, 'the reveal to all');
    expect([texts(giver), texts(guesser)]).toEqual([
      ['before', ''],
      ['before', ''],
    ]);
    expect(chat.changesOf(guesser).at(-1)?.message.text).toBe('');
    message.mockRestore();
    await chat.forget(talk);
  });

  it('opens behind its wall in the middle of a round, with the names of before', async () => {
    const [gus, hal] = [chat.visitor('Gus'), chat.visitor('Hal')];
    const people = [gus, hal];
    const [talk, early, mate] = (await talkWith('opened', ...people)) as [string, Room, Room];
    await post(early, 'before');
    chat.secretBegins(talk, people, gus);
    await post(mate, 'teal?');
    await chat.forget(talk);
    chat.rename(gus, 'SECRET B4');
    const guesser = await chat.enter(hal, talk);
    const renamed = { ...gus, person: { ...gus.person, name: 'SECRET B4' } };
    const giver = await chat.enter(renamed, talk);
    expect(await refused(post(giver, 'B4'))).toBe('after_reveal');
    expect([seenBy(giver), seenBy(guesser)]).toEqual([['before'], ['before', 'teal?']]);
    const shown = async () => [
      nameOf(guesser, gus.person.id),
      ...(await chat.conversations.peopleIn(talk, [gus.person.id])).map(({ name }) => name),
    ];
    expect(await shown()).toEqual(['Gus', 'Gus']);
    chat.tableIs(talk, [renamed, hal]);
    await until(() => nameOf(guesser, gus.person.id) === 'SECRET B4', 'the reveal');
    expect(await shown()).toEqual(['SECRET B4', 'SECRET B4']);
    await until(() => texts(giver).length === 2, 'the message');
    await chat.forget(talk);
  });

  it('calls people as their table does, also when it opens in the middle of a round', async () => {
    const talk = 'talk-names';
    await chat.conversations.addTalk({ matchId: 'names', code: 'BAKA', name: 'Warm-up' });
    const [one, two, watcher, bot] = ['one', 'two', 'watcher', 'bot-4'].map((id) =>
      chat.visitor('Robin', { id: `seat-${id}` }),
    ) as [Visitor, Visitor, Visitor, Visitor];
    const as = (who: Visitor, name: string, marker: number) => ({ ...who.person, name, marker });
    // They sat down in another order than they come into the talk.
    const seats = [as(two, 'Robin', 7), as(one, 'Robin 2', 8), as(bot, 'Robin 3', 9)];
    let ana = await chat.enter(one, talk);
    await chat.enter(two, talk);
    await chat.enter(watcher, talk);
    const isShown = (room: Room, names: readonly string[]) =>
      until(() => JSON.stringify(namesIn(room, [one, two, watcher])) === JSON.stringify(names), names.join());
    await isShown(ana, ['Robin', 'Robin 2', 'Robin 3']);
    chat.tableIs(talk, [one, two], { seats });
    await isShown(ana, ['Robin 2', 'Robin', 'Robin 4']);
    await post(ana, 'hello');
    chat.secretBegins(talk, [one, two], one, { seats });
    // Its table keeps the names until the reveal, whatever opens meanwhile.
    chat.rename(one, 'SECRET B4');
    chat.rename(two, 'Zoe');
    await chat.forget(talk);
    await chat.enter({ ...two, person: as(two, 'Zoe', 1) }, talk);
    ana = await chat.enter({ ...one, person: as(one, 'SECRET B4', 2) }, talk);
    await chat.enter(watcher, talk);
    await isShown(ana, ['Robin 2', 'Robin', 'Robin 4']);
    const ids = [one, two, watcher].map(({ person }) => person.id);
    expect((await chat.conversations.peopleIn(talk, ids)).map(({ name, marker }) => [name, marker])).toEqual([
      ['Robin 2', 8],
      ['Robin', 7],
      ['Robin 4', watcher.person.marker],
    ]);
    const after = [as(two, 'Zoe', 7), as(one, 'SECRET B4', 8), as(bot, 'Robin 3', 9)];
    chat.tableIs(talk, [one, two], { seats: after });
    await isShown(ana, ['SECRET B4', 'Zoe', 'Robin 4']);
    await chat.forget(talk);
  });

  it('tells its table at once who may not write, so that they do not react there', async () => {
    const [gus, hal] = [chat.visitor('Gus'), chat.visitor('Hal')];
    const boss = chat.visitor('Boss', { isOperator: true });
    const [talk] = (await talkWith('silenced', gus, hal)) as [string, Room];
    // Nothing is secret here, so that nothing else asks the table.
    chat.tableIs(talk, [gus, hal], { hasSecrets: false });
    const seat = await chat.enter(boss, talk);
    const silenced = () => chat.tables.silenced.get(talk);
    const before = Date.now();
    await say(seat, { type: 'mute', person: gus.person.id, minutes: 10 });
    await until(() => silenced()?.length === 1, 'the mute to be told');
    const [mute] = silenced()!;
    expect(mute?.person).toBe(gus.person.id);
    expect(mute?.until).toBeGreaterThanOrEqual(before + 600_000);
    await say(seat, { type: 'mute', person: gus.person.id, minutes: 0 });
    await until(() => silenced()?.length === 0, 'its end to be told');
    await say(seat, { type: 'ban', person: hal.person.id });
    await until(() => silenced()?.length === 1, 'the ban to be told');
    expect(silenced()).toEqual([{ person: hal.person.id, until: null }]);
    await chat.forget(talk);
  });

  it('lets back in whom the table does, also while it sleeps, and nobody whom an operator banned', async () => {
    const talk = 'talk-let-back-in';
    await chat.conversations.addTalk({ matchId: 'let-back-in', code: 'BAKA', name: 'Warm-up' });
    const [ana, ben, eve] = [chat.visitor('Ana'), chat.visitor('Ben'), chat.visitor('Eve')];
    const by = speakerOf(chat.visitor('Boss', { isOperator: true }));
    const away = [ben.person.id, eve.person.id];
    await chat.enter(ana, talk);
    const ban = { type: 'ban', by, person: eve.person.id } as const;
    expect(await chat.conversations.tell(talk, ban)).toEqual({ ok: true, value: null });
    chat.tableIs(talk, [ana], { banned: away });
    await expect.poll(() => chat.enter(ben, talk).catch(String)).toContain('banned');
    await chat.forget(talk);
    chat.tableIs(talk, [ana], { letBackIn: away });
    await chat.enter(ben, talk);
    await expect(chat.enter(eve, talk)).rejects.toThrow('banned');
    await chat.forget(talk);
  });
});
