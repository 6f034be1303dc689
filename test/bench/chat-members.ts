import { Protocol } from '@colyseus/core';
import WebSocket from 'ws';
import { until } from '../harness/until.ts';
import { ask, READY, Visitor } from '../harness/visitor.ts';

const LOBBY = 'lobby-lobby';
/** Every text begins with this and a number of six digits, which is found in any frame without decoding it. */
const MARK = '#bench';
const DIGITS = 6;
const REST = ' is what somebody wrote about a color that has no name yet, and it goes on.';

/** How long a message may be on its way, on a machine that is busy with other things, ms. */
const ARRIVAL_MS = 30_000;

/** What all members of a lobby heard together. */
export class Tally {
  /** Messages that arrived, at each member once. */
  delivered = 0;
  /** Bytes of everything that arrived but answers, without the headers of frames. */
  bytes = 0;
  latenciesMs: number[] = [];
  readonly #members: number;
  readonly #sentAt = new Map<number, number>();
  #sent = 0;
  #trouble = '';

  constructor(members: number) {
    this.#members = members;
  }

  get sent(): number {
    return this.#sent;
  }

  /** The next text; from now on its deliveries are timed. */
  nextText(): string {
    this.#sent++;
    this.#sentAt.set(this.#sent, performance.now());
    return `${MARK}${String(this.#sent).padStart(DIGITS, '0')}${REST}`;
  }

  /** Resolves when all but this many of the messages are everywhere; rejects when one never will be. */
  arrived(allBut: number): Promise<void> {
    const isDone = () => {
      if (this.#trouble !== '') throw new Error(this.#trouble);
      return this.delivered >= (this.#sent - allBut) * this.#members;
    };
    return isDone() ? Promise.resolve() : until(isDone, 'a message to arrive everywhere', ARRIVAL_MS);
  }

  /** A message was refused, or a member cut off: then nothing that is counted means anything. */
  fail(trouble: string): void {
    this.#trouble = trouble;
  }

  /** Everybody who takes this frame does the same work, whichever server it comes from. */
  take(frame: Buffer): void {
    this.bytes += frame.length;
    const place = frame.indexOf(MARK);
    if (place < 0) return;
    const from = place + MARK.length;
    const sentAt = this.#sentAt.get(Number(frame.toString('latin1', from, from + DIGITS)));
    if (sentAt === undefined) return;
    this.delivered++;
    this.latenciesMs.push(performance.now() - sentAt);
  }
}

/** Somebody in the lobby, on either server. */
export interface Member {
  say(text: string): void;
  close(): void;
}

/** A name that no filter can read anything into, as digits can be: `Member` and the index in letters. */
const nameOf = (index: number): string =>
  `Member ${[...index.toString(5)].map((digit) => 'blnvz'[Number(digit)]).join('')}`;

/** How often a page tells how far it has read, at most, ms. */
const READ_MS = 1_000;

/** Opens what a page opens besides a conversation: all conversations of this person. */
async function openInbox(url: string, visitor: Visitor, tally: Tally): Promise<WebSocket> {
  const socket = await openRoom(url, visitor, 'inbox');
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.once('close', (code) => tally.fail(`an inbox was cut off: ${code}`));
    socket.on('message', (frame: Buffer) => {
      if (frame[0] === Protocol.JOIN_ROOM) socket.send(READY);
      else if (frame[0] === Protocol.ROOM_STATE) resolve();
      else tally.bytes += frame.length;
    });
  });
  return socket;
}

async function openRoom(url: string, visitor: Visitor, where: string): Promise<WebSocket> {
  const path = `/api/chat/${where}/seat`;
  const seat = await visitor.call(path, { method: 'POST', body: { protocol: [1, 1] } });
  if (seat.status !== 200) throw new Error(`no seat: ${seat.text}`);
  const { processId, roomId, sessionId } = JSON.parse(seat.text).reservation;
  return new WebSocket(`${url.replace('http', 'ws')}/${processId}/${roomId}?sessionId=${sessionId}`, {
    headers: { Cookie: visitor.cookie, Origin: url },
    perMessageDeflate: false,
  });
}

/**
 * Comes into the lobby of the product, with a name, as a member. With `isPage` it does what a page does besides: it has
 * an inbox, and tells how far it has read.
 */
export async function productMember(
  url: string,
  index: number,
  tally: Tally,
  isPage: boolean,
): Promise<Member> {
  const visitor = await Visitor.arrive({ kind: 'product', url });
  const named = await visitor.call('/api/me', { method: 'PATCH', body: { name: nameOf(index) } });
  if (named.status !== 200) throw new Error(`no name: ${named.text}`);
  const inbox = isPage ? await openInbox(url, visitor, tally) : null;
  const socket = await openRoom(url, visitor, LOBBY);
  let asked = 0;
  let readAt = 0;
  const read = () => {
    const now = performance.now();
    if (!isPage || now - readAt < READ_MS) return;
    readAt = now;
    socket.send(ask(++asked % 100, 'read', { no: tally.sent }));
  };
  const wish = (command: object) =>
    socket.send(ask(++asked % 100, 'command', { id: `bench-${visitor.id}-${asked}`, command }));
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.once('close', (code) => tally.fail(`a member was cut off: ${code}`));
    socket.on('message', (frame: Buffer) => {
      if (frame[0] === Protocol.ROOM_STATE_PATCH || frame[0] === Protocol.ROOM_DATA) {
        tally.take(frame);
        read();
      } else if (frame[0] === Protocol.JOIN_ROOM) socket.send(READY);
      else if (frame[0] === Protocol.ROOM_STATE) wish({ type: 'join' });
      else if (frame[0] === Protocol.ROOM_RESPONSE) {
        if (frame[2] !== 0) tally.fail(`refused: ${frame.toString('latin1', 3)}`);
        resolve();
      }
    });
  });
  return {
    say: (text) => wish({ type: 'post', text, replyTo: null, mentions: [], table: null }),
    close: () => {
      inbox?.terminate();
      socket.terminate();
    },
  };
}

/** Comes into the room of the hand-written server. */
export async function plainMember(url: string, index: number, tally: Tally): Promise<Member> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/bench-${index}`, { perMessageDeflate: false });
  let asked = 0;
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.once('close', (code) => tally.fail(`a member was cut off: ${code}`));
    socket.on('message', (frame: Buffer) => {
      const type = frame.toString('latin1', 9, 10);
      if (type === 'w') resolve();
      else if (type === 'm') tally.take(frame);
      else if (!frame.includes('"refusal":null')) tally.fail(`refused: ${frame}`);
    });
  });
  return {
    say: (text) => socket.send(JSON.stringify({ id: `bench-${index}-${++asked}`, text })),
    close: () => socket.terminate(),
  };
}
