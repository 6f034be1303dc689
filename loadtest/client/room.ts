import { Decoder, decode, encode, Reflection } from '@colyseus/schema';
import { pack, unpack } from 'msgpackr';
import WebSocket from 'ws';
import type { Answer, Connection } from './connection.ts';
import { RefusedError } from './http.ts';
import { answerPing } from './pongs.ts';

/** The first byte of every frame; see docs/protocol.md, "On the socket". */
const FRAME = { welcome: 10, message: 13, state: 14, patch: 15, request: 21, answer: 22 } as const;
const READY = Buffer.from([FRAME.welcome]);
/** Room for a number in its longest form. */
const NUMBER_BYTES = 9;

/** Where a socket is opened, and as who. */
export interface Opening {
  /** `http://…` of the server. */
  readonly url: URL;
  readonly cookie: string;
  readonly address: string;
  readonly reservation: Reservation;
  /** How long it may take until the first state is there, ms. */
  readonly patienceMs: number;
  /** Is shown every frame that comes. */
  readonly tap?: (frame: Buffer) => void;
}

/** What asking for a seat was answered with. */
export interface Reservation {
  readonly processId: string;
  readonly roomId: string;
  readonly sessionId: string;
}

/** What came over one socket so far, without the headers of WebSocket frames. */
export interface Traffic {
  frames: number;
  bytes: number;
}

/**
 * One socket in one room, with the real decoder of the state. It costs little: types are read once per kind of room,
 * and nothing is copied. `S` is the structure of the state, of `shared/protocol`.
 */
export class Room<S> implements Connection<S> {
  /** Called after the first state and after each patch, with the bytes of it. */
  onState: (bytes: number) => void = () => {};
  /** Called when the socket is gone without `close` having been called, with the code of it. */
  onLost: (code: number) => void = () => {};
  readonly #socket: WebSocket;
  readonly #traffic: Traffic;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #decoder: Decoder | null = null;
  #asked = 0;
  #isClosing = false;

  private constructor(socket: WebSocket, traffic: Traffic) {
    this.#socket = socket;
    this.#traffic = traffic;
  }

  /**
   * Opens a seat that was asked for; resolves when the first whole state is there.
   * @throws Error when the socket is refused or closed before; RefusedError `no_answer` when it takes too long
   */
  static open<S>(opening: Opening, traffic: Traffic): Promise<Room<S>> {
    const { url, reservation, patienceMs } = opening;
    const { processId, roomId, sessionId } = reservation;
    const socket = new WebSocket(
      `${url.protocol === 'https:' ? 'wss' : 'ws'}://${url.host}/${processId}/${roomId}?ready=1&sessionId=${sessionId}`,
      {
        headers: {
          Cookie: opening.cookie,
          Origin: url.origin,
          ...(opening.address !== '' && { 'X-Forwarded-For': opening.address }),
        },
        perMessageDeflate: false,
        skipUTF8Validation: true,
        autoPong: false,
      },
    );
    const room = new Room<S>(socket, traffic);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new RefusedError('no_answer', `a socket in room ${roomId}`));
        room.close();
      }, patienceMs);
      const opened = () => {
        clearTimeout(timer);
        resolve(room);
      };
      socket.on('error', reject);
      socket.on('close', (code) => {
        clearTimeout(timer);
        reject(new Error(`closed with ${code} before the first state`));
        room.#ended(code);
      });
      socket.on('ping', (data) => answerPing(socket, data));
      socket.on('message', (frame: Buffer) => {
        opening.tap?.(frame);
        room.#take(frame, opened);
      });
    });
  }

  /** The state as decoded so far. Read it, keep nothing of it. */
  get state(): S {
    return this.#decoder?.state as S;
  }

  /** Sends a request; `done` is called once, also when the socket is lost. */
  ask(type: string, payload: unknown, done: (answer: Answer) => void): void {
    const id = this.#asked++;
    const head = Buffer.allocUnsafe(1 + NUMBER_BYTES + 1 + type.length);
    head[0] = FRAME.request;
    const it = { offset: 1 };
    encode.number(head, id, it);
    encode.string(head, type, it);
    this.#waiting.set(id, done);
    this.#socket.send(Buffer.concat([head.subarray(0, it.offset), pack(payload)]));
  }

  /** Leaves, without a word. */
  close(): void {
    this.#isClosing = true;
    this.#socket.terminate();
  }

  #ended(code: number): void {
    for (const done of this.#waiting.values()) done({ code: 'closed', seq: 0 });
    this.#waiting.clear();
    if (!this.#isClosing) this.onLost(code);
  }

  #take(frame: Buffer, opened: () => void): void {
    this.#traffic.frames++;
    this.#traffic.bytes += frame.length;
    switch (frame[0]) {
      case FRAME.patch:
        this.#decoder?.decode(frame, { offset: 1 });
        this.onState(frame.length);
        break;
      case FRAME.answer:
        this.#answered(frame);
        break;
      case FRAME.welcome:
        this.#decoder = decoderFor(typesIn(frame));
        this.#socket.send(READY);
        break;
      case FRAME.state:
        this.#decoder?.decode(frame, { offset: 1 });
        opened();
        this.onState(frame.length);
        break;
    }
  }

  #answered(frame: Buffer): void {
    const it = { offset: 1 };
    const id = decode.number(frame, it);
    const status = frame[it.offset++];
    const done = this.#waiting.get(id);
    this.#waiting.delete(id);
    const said: unknown = status === 2 ? null : unpack(frame.subarray(it.offset));
    if (status === 0) done?.({ code: null, seq: (said as { readonly seq?: number } | null)?.seq ?? 0 });
    else done?.({ code: (said as { readonly code?: string } | null)?.code ?? 'error', seq: 0 });
  }
}

/** The description of the state's types inside the welcome: two short texts, then length and bytes. */
function typesIn(frame: Buffer): Buffer {
  const it = { offset: 1 };
  for (let text = 0; text < 2; text++) it.offset += 1 + (frame[it.offset] ?? 0);
  const length = decode.number(frame, it);
  return frame.subarray(it.offset, it.offset + length);
}

const known = new Map<string, Decoder>();

/** A decoder for these types. To read them makes classes, so it is done once, however many sockets come. */
function decoderFor(types: Buffer): Decoder {
  const key = types.toString('latin1');
  const model = known.get(key) ?? Reflection.decode(types);
  known.set(key, model);
  const State = model.state.constructor as new () => Decoder['state'];
  return new Decoder(new State(), model.context);
}
