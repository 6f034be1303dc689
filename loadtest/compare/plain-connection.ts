import WebSocket from 'ws';
import type { Answer, Connection } from '../client/connection.ts';
import type { Traffic } from '../client/room.ts';

/** What somebody makes of what the hand-written server tells them. */
export interface Picture<S> {
  readonly state: S;
  /** The server told this; the first of it is everything there is so far. */
  take(said: unknown): void;
}

interface Answered {
  readonly type: 'answer';
  readonly id: string;
  readonly refusal: string | null;
  readonly seq: number;
}

/** One socket to the hand-written server. */
export class PlainConnection<S> implements Connection<S> {
  onState: (bytes: number) => void = () => {};
  onLost: (code: number) => void = () => {};
  readonly #socket: WebSocket;
  readonly #traffic: Traffic;
  readonly #picture: Picture<S>;
  readonly #waiting = new Map<string, (answer: Answer) => void>();
  #isClosing = false;

  private constructor(socket: WebSocket, traffic: Traffic, picture: Picture<S>) {
    this.#socket = socket;
    this.#traffic = traffic;
    this.#picture = picture;
  }

  /** Resolves when there is a first state. @throws Error when the socket cannot be opened */
  static open<S>(address: string, traffic: Traffic, picture: Picture<S>): Promise<PlainConnection<S>> {
    const socket = new WebSocket(address, { perMessageDeflate: false, skipUTF8Validation: true });
    const connection = new PlainConnection<S>(socket, traffic, picture);
    return new Promise((resolve, reject) => {
      socket.on('error', reject);
      socket.on('close', (code) => connection.#ended(code));
      socket.on('message', (frame: Buffer) => connection.#take(frame, () => resolve(connection)));
    });
  }

  get state(): S {
    return this.#picture.state;
  }

  ask(_type: string, payload: unknown, done: (answer: Answer) => void): void {
    this.#waiting.set((payload as { readonly id: string }).id, done);
    this.#socket.send(JSON.stringify(payload));
  }

  close(): void {
    this.#isClosing = true;
    this.#socket.terminate();
  }

  #ended(code: number): void {
    for (const done of this.#waiting.values()) done({ code: 'closed', seq: 0 });
    if (!this.#isClosing) this.onLost(code);
  }

  #take(frame: Buffer, opened: () => void): void {
    this.#traffic.frames++;
    this.#traffic.bytes += frame.length;
    const said = JSON.parse(frame.toString()) as Answered | { readonly type: string };
    if (isAnswer(said)) {
      this.#waiting.get(said.id)?.({ code: said.refusal, seq: said.seq });
      this.#waiting.delete(said.id);
      return;
    }
    this.#picture.take(said);
    opened();
    this.onState(frame.length);
  }
}

const isAnswer = (said: { readonly type: string }): said is Answered => said.type === 'answer';
