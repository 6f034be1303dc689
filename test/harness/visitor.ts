import { request } from 'node:http';
import { createConnection } from 'node:net';
import { getMessageBytes, Protocol } from '@colyseus/core';
import { encode } from '@colyseus/schema';
import type { ChildServer } from './child-server.ts';
import { RawSocket } from './raw-ws.ts';
import { until } from './until.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

export interface Call {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One HTTP request as our own page would send it, unless `headers` say otherwise. */
export function call(
  url: string,
  path: string,
  { method = 'GET', body, headers }: Call = {},
): Promise<Answer> {
  const { origin, hostname, port } = new URL(url);
  const text = body === undefined ? null : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        hostname,
        port,
        path,
        method,
        agent: false,
        headers: {
          Origin: origin,
          ...(text !== null && {
            'Content-Type': 'application/json',
            'Content-Length': Buffer.byteLength(text),
          }),
          ...headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(text ?? undefined);
  });
}

/** What a machine that is busy with other tests makes of a request, and nothing else does. */
const isNotNow = ({ status, text }: Answer): boolean =>
  status === 503 && /"code":"(?:busy|unavailable)"/.test(text);

/** Asks again while the answer is that it cannot be done now. */
export async function patientlyAsked(ask: () => Promise<Answer>): Promise<Answer> {
  let answer = await ask();
  await until(async () => {
    if (isNotNow(answer)) answer = await ask();
    return !isNotNow(answer);
  }, 'another answer than that it cannot be done now');
  return answer;
}

/** An answer that has not begun by then never comes, ms, also on a machine that is busy with other tests. */
const ANSWER_MS = 20_000;

/**
 * Sends bytes to the HTTP port; resolves to whatever came back when the server closes, or says no more for `quietMs`. Until
 * it says something there is time.
 */
export function rawHttp(url: string, bytes: string, quietMs = 1_000): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let text = '';
    const socket = createConnection({ host: hostname, port: Number(port) }, () => socket.write(bytes));
    const done = () => {
      socket.destroy();
      resolve(text);
    };
    socket.setTimeout(Math.max(quietMs, ANSWER_MS), done);
    socket.on('data', (chunk) => {
      socket.setTimeout(quietMs);
      text += chunk.toString('latin1');
    });
    socket.on('close', done);
    socket.on('error', done);
  });
}

/** Where a socket may go. */
export interface Seat {
  readonly name: string;
  readonly sessionId: string;
  readonly roomId: string;
  readonly processId: string;
}

/** Somebody with a browser: on plain Colyseus nobody in particular, on the product a guest with a cookie. */
export class Visitor {
  readonly server: Pick<ChildServer, 'kind' | 'url'>;
  /** The address, as a trusted proxy would tell it. */
  readonly from: string;
  cookie = '';
  id = '';
  /** As the server knows them first. */
  playerName = '';

  private constructor(server: Pick<ChildServer, 'kind' | 'url'>, from: string) {
    this.server = server;
    this.from = from;
  }

  /** The same person at another process: the cookie is good everywhere. */
  async at(server: Pick<ChildServer, 'kind' | 'url'>): Promise<Visitor> {
    const other = await Visitor.arrive(server, this.from);
    other.cookie = this.cookie;
    other.id = this.id;
    return other;
  }

  static async arrive(server: Pick<ChildServer, 'kind' | 'url'>, from = '10.0.0.1'): Promise<Visitor> {
    const visitor = new Visitor(server, from);
    if (server.kind === 'plain') return visitor;
    const answer = await patientlyAsked(() => visitor.call('/api/session', { method: 'POST', body: {} }));
    visitor.cookie = String(answer.headers['set-cookie']).split(';', 1)[0]!;
    const { player } = JSON.parse(answer.text);
    visitor.id = player.id;
    visitor.playerName = player.name;
    return visitor;
  }

  call(path: string, options: Call = {}): Promise<Answer> {
    return call(this.server.url, path, { ...options, headers: { ...this.#headers(), ...options.headers } });
  }

  /** Asks for a seat in the way the server offers. */
  askSeat(code: string, options: unknown = {}): Promise<Answer> {
    return this.server.kind === 'plain'
      ? this.call(`/matchmake/joinById/${code}`, { method: 'POST', body: options })
      : this.call(`/api/tables/${code}/seat`, {
          method: 'POST',
          body: { wantsSeat: true, protocol: [1, 1] },
        });
  }

  async seat(code: string, options?: unknown): Promise<Seat> {
    const answer = await patientlyAsked(() => this.askSeat(code, options));
    if (answer.status !== 200) throw new Error(`no seat: ${answer.status} ${answer.text}`);
    const body = JSON.parse(answer.text);
    return body.reservation ?? body;
  }

  /** Opens the socket of a seat; does not say that it is ready. */
  open(seat: Seat, headers: Readonly<Record<string, string>> = {}): Promise<RawSocket> {
    const { origin } = new URL(this.server.url);
    return RawSocket.open(this.server.url, {
      path: `/${seat.processId}/${seat.roomId}?sessionId=${seat.sessionId}`,
      headers: { Origin: origin, ...this.#headers(), ...headers },
    });
  }

  /** Takes a seat and is ready. */
  async join(code: string, options?: unknown): Promise<RawSocket> {
    return this.take(await this.seat(code, options));
  }

  /** Opens the socket of a seat and is ready. */
  async take(seat: Seat): Promise<RawSocket> {
    const socket = await this.open(seat);
    if (socket.status !== 101)
      throw new Error(`The socket of ${seat.roomId} at ${seat.processId} was refused with ${socket.status}.`);
    await socket.frame((frame) => frame[0] === Protocol.JOIN_ROOM, 'the welcome');
    await socket.send(READY);
    await socket.frame((frame) => frame[0] === Protocol.ROOM_STATE, 'the state');
    return socket;
  }

  #headers(): Record<string, string> {
    return { 'X-Forwarded-For': this.from, ...(this.cookie && { Cookie: this.cookie }) };
  }
}

/** Says that the client is ready. */
export const READY = Buffer.from([Protocol.JOIN_ROOM]);

/** A message that is not answered. */
export const message = (type: string, payload?: unknown): Buffer =>
  getMessageBytes.raw(Protocol.ROOM_DATA, type, payload);

/** A request; ids below 128, so that they are one byte. */
export function ask(id: number, type: string, payload?: unknown): Buffer {
  const head = Buffer.alloc(10);
  const it = { offset: 1 };
  head[0] = Protocol.ROOM_REQUEST;
  encode.number(head, id, it);
  return Buffer.concat([head.subarray(0, it.offset), message(type, payload).subarray(1)]);
}

/** The answer to a request: 0 done, 1 refused, 2 error; and the bytes of what was said. */
export async function answerTo(
  socket: RawSocket,
  id: number,
  ms?: number,
): Promise<{ status: number; text: string }> {
  const frame = await socket.frame(
    (bytes) => bytes[0] === Protocol.ROOM_RESPONSE && bytes[1] === id,
    `the answer to request ${id}`,
    ms,
  );
  return { status: frame[2]!, text: frame.toString('latin1', 3) };
}
