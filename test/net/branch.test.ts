import { matchMaker } from '@colyseus/core';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { BRANCH } from '../../server/rooms/chat/branch/branch-news.ts';
import { ChatRoom } from '../../server/rooms/chat/conversation/ChatRoom.ts';
import { speakerOf } from '../../server/rooms/chat/speaker.ts';
import { conversation } from '../../shared/chat/conversation.ts';
import { CLOSE } from '../../shared/protocol/codes.ts';
import { ChatRooms } from '../harness/chat-rooms.ts';

let chat: ChatRooms;
beforeAll(async () => {
  chat = await ChatRooms.start();
});
afterAll(() => chat.stop());

/** A lobby that is open, and as what it is known to those who ask from elsewhere. */
async function lobby(name: string) {
  const id = `lobby-${name}`;
  await chat.conversations.ensureLobby(name, name, '');
  const owner = await chat.enter(chat.visitor('Owner', { isOperator: true }), id);
  onTestFinished(async () => {
    vi.restoreAllMocks();
    await owner.leave();
  });
  const room = matchMaker.getLocalRoomById(id) as unknown;
  if (!(room instanceof ChatRoom)) throw new Error('no lobby');
  return { id, room };
}

it('shows who writes from a branch when it is stored, and nobody whose words were refused', async () => {
  const { id, room } = await lobby('refusing');
  const guest = { ...chat.visitor('Guest', { isNamed: false }), wantsSeat: false, isScreen: false };
  const muted = { ...chat.visitor('Muted'), wantsSeat: false, isScreen: false };
  const ana = { ...chat.visitor('Ana'), wantsSeat: false, isScreen: false };
  const by = speakerOf(chat.visitor('Owner', { isOperator: true }));
  await chat.join(muted, id);
  const mute = { type: 'mute', by, person: muted.person.id, minutes: 10 } as const;
  expect(await chat.conversations.tell(id, mute)).toEqual({ ok: true, value: null });
  const shown = () => room.follow('branch', 3)?.shown.map(([, { name }]) => name);
  const post = (who: typeof ana, text: string) =>
    room.wish(who, {
      id: `${who.person.name}-${text}`,
      command: { type: 'post', text, replyTo: null, mentions: [], table: null },
    });
  // Of a crowd only who wrote is shown.
  expect(shown()).toEqual([]);
  expect(await post(guest, 'hello')).toEqual({ ok: false, error: { code: 'needs_name' } });
  expect(await post(muted, 'hello')).toMatchObject({ ok: false, error: { code: 'muted' } });
  expect(shown()).toEqual([]);
  expect(await post(ana, 'hello')).toMatchObject({ ok: true });
  expect(shown()).toEqual(['Ana']);
});

it('a branch that meets what a newer program wrote sends its people to the owner, and is not opened again', async () => {
  const { id, room } = await lobby('newer');
  const { roomId } = await matchMaker.createRoom(BRANCH, { conversation: id });
  const branch = matchMaker.getLocalRoomById(roomId);
  const closed = vi.spyOn(branch, 'disconnect');
  const news = room.follow('branch', 1);
  if (!news) throw new Error('no news');
  const seq = news.seq + 1;
  const stored = await chat.storage.entries.append({
    stream: `chat:${id}`,
    seq,
    commandId: 'of-a-newer-program',
    at: Date.now(),
    kind: 'change',
    target: null,
    author: null,
    text: null,
    body: JSON.stringify({ version: conversation.version + 1 }),
  } as Parameters<typeof chat.storage.entries.append>[0]);
  expect(stored).toEqual({ ok: true, value: null });
  vi.spyOn(room, 'follow').mockReturnValue({ ...news, seq });
  await expect.poll(() => closed.mock.calls).toContainEqual([CLOSE.moved]);
  await expect.poll(() => matchMaker.getLocalRoomById(roomId)).toBeUndefined();
  await expect(matchMaker.createRoom(BRANCH, { conversation: id })).rejects.toThrow('gone');
});
