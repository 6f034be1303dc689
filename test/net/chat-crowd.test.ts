import type { Duplex } from 'node:stream';
import { matchMaker } from '@colyseus/core';
import type { Room } from '@colyseus/sdk';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { BRANCH } from '../../server/rooms/chat/branch/branch-news.ts';
import { ChatRoom, LOBBY_CROWD_MS } from '../../server/rooms/chat/conversation/ChatRoom.ts';
import { CROWD_SOCKETS } from '../../server/rooms/guard/SafeRoom.ts';
import { post, texts } from '../harness/chat-reading.ts';
import { ChatRooms } from '../harness/chat-rooms.ts';
import { until } from '../harness/until.ts';

/** More than there can be writes to somebody, on a machine that is busy with other tests. */
const MESSAGES = 40;
/** So that one person may write that many at once. */
const WRITERS = 10;

let chat: ChatRooms;
beforeAll(async () => {
  chat = await ChatRooms.start();
  await chat.conversations.ensureLobby('crowd', 'Crowd', '');
});
afterAll(() => chat.stop());

it('in a lobby with a crowd messages come a few times a second, in order; who writes sees it at once', async () => {
  const people: Room[] = [];
  for (let number = 0; number < CROWD_SOCKETS; number++)
    people.push(await chat.enter(chat.visitor(`Crowd ${number}`), 'lobby-crowd'));
  const room = matchMaker.getLocalRoomById('lobby-crowd');
  const [listener] = people.slice(-1) as [Room];
  const { ref } = room.clients.getById(listener.sessionId)!;
  const { _socket: stream } = ref as unknown as { readonly _socket: Duplex };
  const spies = [vi.spyOn(stream, '_write'), vi.spyOn(stream, '_writev' as '_write')];
  const startedAt = performance.now();
  const said: string[] = [];
  for (let number = 0; number < MESSAGES; number++) {
    const writer = people[number % WRITERS]!;
    said.push(`Word ${number}`);
    await post(writer, `Word ${number}`);
    expect(texts(writer)).toEqual(said);
  }
  await until(() => people.every((each) => texts(each).length === MESSAGES), 'all messages');
  const rounds = Math.floor((performance.now() - startedAt) / LOBBY_CROWD_MS) + 2;
  for (const each of people) expect(texts(each)).toEqual(said);
  const writes = spies.reduce((sum, { mock }) => sum + mock.calls.length, 0);
  expect(writes).toBeLessThanOrEqual(rounds);
});

it('is so in lobbies and their branches, and in no other conversation', async () => {
  const crowdMs = (id: string) =>
    (matchMaker.getLocalRoomById(id) as unknown as { readonly crowdMs: number | null }).crowdMs;
  const { roomId } = await matchMaker.createRoom(BRANCH, { conversation: 'lobby-crowd' });
  expect([crowdMs('lobby-crowd'), crowdMs(roomId)]).toEqual([LOBBY_CROWD_MS, LOBBY_CROWD_MS]);
  const [ana, ben] = [chat.visitor('Ana'), chat.visitor('Ben')];
  const group = await chat.group(ana, ben);
  await chat.enter(ana, group);
  expect(matchMaker.getLocalRoomById(group) as unknown).toBeInstanceOf(ChatRoom);
  expect(crowdMs(group)).toBeNull();
});
