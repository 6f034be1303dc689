import { matchMaker } from '@colyseus/core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { SafeRoom } from '../../server/rooms/guard/SafeRoom.ts';
import { post } from '../harness/chat-reading.ts';
import { ChatRooms } from '../harness/chat-rooms.ts';
import { until } from '../harness/until.ts';

let chat: ChatRooms;
beforeAll(async () => {
  chat = await ChatRooms.start();
  await chat.conversations.ensureLobby('lobby', 'Lobby', '');
});
afterAll(() => chat.stop());

// A room waits a moment for everything that is under way; what is tested begins after that moment.
it('a room is given on when its last write has ended, however slow the store is: its next owner reads that, too', async () => {
  const room = await chat.enter(chat.visitor('Ana'), 'lobby-lobby');
  const { entries } = chat.storage;
  const append = entries.append.bind(entries);
  const [begun, slow] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const appending = vi.spyOn(entries, 'append').mockImplementation(async (entry) => {
    begun.resolve();
    await slow.promise;
    return append(entry);
  });
  const said = post(room, 'said in the last moment');
  await begun.promise;
  const here = matchMaker.getLocalRoomById('lobby-lobby') as unknown;
  if (!(here instanceof SafeRoom)) throw new Error('no room');
  const letGo = vi.spyOn(here as unknown as { letGo(): object }, 'letGo');
  const rested = here.rest().then(() => entries.before('chat:lobby-lobby', null, 1));
  await until(() => letGo.mock.calls.length > 0, 'the room to be let go of');
  slow.resolve();
  expect((await rested).map(({ text }) => text)).toEqual(['said in the last moment']);
  await said;
  appending.mockRestore();
  here.giveUp();
});
