import { ClientState, SchemaSerializer } from '@colyseus/core';
import { expect, it } from 'vitest';
import { nameOf, textOf } from '../../loadtest/lobbies/texts.ts';
import { MessageWindow } from '../../server/rooms/chat/conversation/message-window.ts';
import {
  type Face,
  hideMember,
  newConversationState,
  showMember,
} from '../../server/schema/conversation-mirror.ts';
import { playerId } from '../../shared/core/ids.ts';
import { WINDOW } from '../../shared/protocol/chat-wire.ts';

/** Messages that were written before the first that is counted: the window is full, and numbers are as long as they are. */
const BEFORE = 300;
const COUNTED = 100;
const AT = 1_790_000_000_000;

/** The bytes of one patch after another of a lobby in which each message is by somebody else, as in the load test. */
function heardInALobby(isCrowd: boolean): number[] {
  const state = newConversationState();
  const window = new MessageWindow(state);
  const serializer = new SchemaSerializer();
  serializer.reset(state);
  const bytes: number[] = [];
  const receiver = {
    state: ClientState.JOINED,
    raw: (frame: Uint8Array) => void bytes.push(frame.length),
  };
  const idOf = (writer: number) => String(writer).padStart(12, 'p');
  const faceOf = (writer: number): Face => ({
    name: nameOf(writer),
    marker: 3,
    role: 'member',
    presence: isCrowd ? 'offline' : 'online',
    readNo: 0,
  });
  const all = BEFORE + COUNTED;
  if (!isCrowd) for (let writer = 1; writer <= all; writer++) showMember(state, idOf(writer), faceOf(writer));
  for (let no = 1; no <= all; no++) {
    const at = AT + no;
    const text = textOf({ writer: no, count: 1, dueAt: at });
    window.add({
      ...{ seq: all + no, no, at, author: playerId(idOf(no)), text, replyTo: null, mentions: [], card: null },
      ...{ editedAt: 0, deletedBy: '', reactions: {}, audience: 'all' },
    });
    if (isCrowd) {
      showMember(state, idOf(no), faceOf(no));
      hideMember(state, idOf(no - WINDOW));
    }
    state.seq = all + no;
    state.lastNo = no;
    serializer.applyPatches([receiver] as never);
  }
  return bytes.slice(-COUNTED);
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

it('a message of 76 characters takes 150 bytes, and 51 more in a crowd, where whoever wrote is listed with it', () => {
  const [lobby, crowd] = [false, true].map((isCrowd) => Math.round(mean(heardInALobby(isCrowd))));
  expect([lobby, crowd]).toEqual([150, 201]);
});
