import { Protocol } from '@colyseus/core';
import { unpack } from 'msgpackr';
import { nanoid } from 'nanoid';
import { attackBytes } from './matrix-shapes.ts';
import type { RawSocket } from './raw-ws.ts';
import { until } from './until.ts';
import { type Answer, ask, patientlyAsked, READY, type Seat, type Visitor } from './visitor.ts';

/** Ids of requests that are one byte long. */
const IDS = 127;
/** Requests that one client may have on their way. */
export const AT_ONCE = 100;
/** A room that has not answered by then is silent, ms, also on a machine that is busy with other tests. */
const PATIENCE_MS = 20_000;
export const PROTOCOL = [1, 1];

/** What a room said to a request: `ok` with the reply, a code, or `error`. */
export interface Reply {
  readonly code: string;
  readonly value: { readonly seq?: number } | null;
}

export const bodyOf = (answer: Answer): Record<string, unknown> => JSON.parse(answer.text);
/** `404 no_conversation`; for an answer without a code only the status. */
export const verdictOf = ({ status, text }: Answer): string => {
  const code = /"code":"(\w+)"/.exec(text)?.[1];
  return code === undefined || status < 400 ? String(status) : `${status} ${code}`;
};

/** Where a person goes in: a table by its code, a conversation by its id, or `inbox`. */
export const seatPath = (where: string): string =>
  /^[A-Z]+$/.test(where) ? `/api/tables/${where}/seat` : `/api/chat/${where}/seat`;

export function askSeat(
  visitor: Visitor,
  where: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const isTable = /^[A-Z]+$/.test(where);
  const body = isTable ? { wantsSeat: true, protocol: PROTOCOL } : { protocol: PROTOCOL };
  return visitor.call(seatPath(where), { method: 'POST', body, headers });
}

/** A ticket for a room. Fails when it is refused. */
export async function ticketFor(visitor: Visitor, where: string): Promise<Seat> {
  const answer = await patientlyAsked(() => askSeat(visitor, where));
  if (answer.status !== 200) throw new Error(`${where} is refused: ${verdictOf(answer)}`);
  return (bodyOf(answer) as { reservation: Seat }).reservation;
}

/** Somebody in any room, who sends whatever they like and sees every byte. */
export class RoomClient {
  readonly visitor: Visitor;
  readonly socket: RawSocket;
  #asked = 0;
  #read = 0;
  readonly #waiting = new Map<number, (reply: Reply) => void>();

  constructor(visitor: Visitor, socket: RawSocket) {
    this.visitor = visitor;
    this.socket = socket;
  }

  static async enter(visitor: Visitor, where: string): Promise<RoomClient> {
    const socket = await visitor.open(await ticketFor(visitor, where));
    await socket.frame((frame) => frame[0] === Protocol.JOIN_ROOM, 'the welcome');
    await socket.send(READY);
    await socket.frame((frame) => frame[0] === Protocol.ROOM_STATE, 'the state');
    return new RoomClient(visitor, socket);
  }

  /** A wish, in the envelope of commands. */
  say(command: object): Promise<Reply> {
    return this.request('command', { id: nanoid(), command });
  }

  /** Any request. `closed` when the socket is closed instead, `silence` when nothing comes. */
  async request(type: string, payload: unknown): Promise<Reply> {
    const [reply] = await this.requestAll(type, [attackBytes(payload)]);
    return reply!;
  }

  /** Many requests at once, with payloads of any bytes. At most `AT_ONCE`. */
  async requestAll(
    type: string,
    payloads: readonly Uint8Array[],
    patienceMs = PATIENCE_MS,
  ): Promise<readonly Reply[]> {
    const replies = new Map<number, Reply>();
    const ids = payloads.map(() => this.#asked++ % IDS);
    for (const id of ids) this.#waiting.set(id, (reply) => replies.set(id, reply));
    await this.socket.sendAll(
      payloads.map((payload, index) => Buffer.concat([ask(ids[index]!, type), payload])),
    );
    const isDone = () => {
      this.#readReplies();
      return replies.size === ids.length || this.socket.isClosed;
    };
    const hasCome = await until(isDone, 'the answers', patienceMs).then(
      () => true,
      () => false,
    );
    return ids.map((id) => replies.get(id) ?? { code: hasCome ? 'closed' : 'silence', value: null });
  }

  /** Whether these words ever came to this socket, in whatever message. */
  hasHeard(words: string): boolean {
    return this.socket.frames.some((frame) => frame.includes(words));
  }

  #readReplies(): void {
    for (; this.#read < this.socket.frames.length; this.#read++) {
      const frame = this.socket.frames[this.#read]!;
      if (frame[0] !== Protocol.ROOM_RESPONSE) continue;
      this.#waiting.get(frame[1]!)?.(replyIn(frame));
      this.#waiting.delete(frame[1]!);
    }
  }
}

function replyIn(frame: Buffer): Reply {
  const value: unknown = frame.length > 3 && frame[2] !== 2 ? unpack(frame.subarray(3)) : null;
  const record = (value ?? {}) as { code?: string; seq?: number };
  if (frame[2] === 0) return { code: 'ok', value: record };
  return { code: frame[2] === 1 ? (record.code ?? 'refused') : 'error', value: null };
}
