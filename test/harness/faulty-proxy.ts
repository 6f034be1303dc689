import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decode, encode } from '@colyseus/schema';
import { pack } from 'msgpackr';
import WebSocket, { WebSocketServer } from 'ws';

const REQUEST = 21;
const ANSWER = 22;
const PATCH = 15;

/** What goes wrong between clients and server. Each gets the number of the frame, from 1 on, over all sockets. */
export interface ProxyFaults {
  /** This command never reaches the server, and is answered as if it had been carried out. */
  losesCommand?(count: number): boolean;
  /** This patch never reaches its client. */
  losesPatch?(count: number): boolean;
}

/** Stands between clients and a server: passes on everything, except what it was told to lose. */
export class FaultyProxy {
  readonly url: string;
  readonly #server: Server;
  readonly #target: URL;
  readonly #faults: ProxyFaults;
  #commands = 0;
  #patches = 0;

  private constructor(server: Server, target: string, faults: ProxyFaults) {
    this.#server = server;
    this.#target = new URL(target);
    this.#faults = faults;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async start(target: string, faults: ProxyFaults): Promise<FaultyProxy> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const proxy = new FaultyProxy(server, target, faults);
    proxy.#listen();
    return proxy;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  /** Headers as the server itself would get them. */
  #headers(headers: Readonly<Record<string, unknown>>): Record<string, string> {
    const kept = Object.entries(headers).filter(([name]) => !/^(?:host|connection|upgrade|sec-)/.test(name));
    return { ...Object.fromEntries(kept), origin: this.#target.origin } as Record<string, string>;
  }

  #listen(): void {
    const { hostname, port } = this.#target;
    this.#server.on('request', (incoming, response) => {
      const headers = this.#headers(incoming.headers);
      const outgoing = request(
        { hostname, port, path: incoming.url, method: incoming.method, headers },
        (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
        },
      );
      outgoing.on('error', () => response.destroy());
      incoming.pipe(outgoing);
    });
    const sockets = new WebSocketServer({ server: this.#server, perMessageDeflate: false });
    sockets.on('connection', (client, { url, headers }) => {
      const onward = new WebSocket(`ws://${this.#target.host}${url}`, {
        headers: this.#headers(headers),
        perMessageDeflate: false,
      });
      const opened = new Promise((resolve) => onward.once('open', resolve));
      client.on('message', async (frame: Buffer) => {
        if (
          frame[0] === REQUEST &&
          frame.includes('command') &&
          this.#faults.losesCommand?.(++this.#commands)
        )
          return client.send(this.#lie(frame));
        await opened;
        onward.send(frame);
      });
      onward.on('message', (frame: Buffer) => {
        if (frame[0] === PATCH && this.#faults.losesPatch?.(++this.#patches)) return;
        client.send(frame);
      });
      onward.on('error', () => client.terminate());
      onward.on('close', () => client.terminate());
      client.on('close', () => onward.terminate());
    });
  }

  /** “Done”, with an entry that was never written. */
  #lie(frame: Buffer): Buffer {
    const id = decode.number(frame, { offset: 1 });
    const head = Buffer.alloc(16);
    head[0] = ANSWER;
    const it = { offset: 1 };
    encode.number(head, id, it);
    head[it.offset++] = 0;
    return Buffer.concat([
      head.subarray(0, it.offset),
      pack({ seq: 2 ** 31 + this.#commands, now: Date.now() }),
    ]);
  }
}
