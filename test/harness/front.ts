import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { freePort } from './free-port.ts';

/**
 * What stands in front of several processes: pages and requests go to any that can be connected to, a socket to the
 * process that its path begins with.
 */
export class Front {
  readonly kind = 'product';
  readonly url: string;
  readonly #server = createServer((request, response) => this.#pass(request, response));
  readonly #urls = new Map<string, URL>();
  readonly #sockets = new Set<Socket>();
  #turn = 0;

  private constructor(url: string) {
    this.url = url;
  }

  static async start(): Promise<Front> {
    const port = await freePort();
    const front = new Front(`http://127.0.0.1:${port}`);
    front.#server.on('upgrade', (request, socket, head) => front.#tunnel(request, socket as Socket, head));
    await new Promise<void>((resolve) => front.#server.listen(port, '127.0.0.1', resolve));
    return front;
  }

  /** From now on the process of this name is at this address. */
  open(name: string, url: string): void {
    this.#urls.set(name, new URL(url));
  }

  /** Nothing goes to this process any more; what is under way goes on. */
  shut(name: string): void {
    this.#urls.delete(name);
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const urls = [...this.#urls.values()];
    const first = this.#turn++;
    const next = (tries: number): void => {
      const url = urls[(first + tries) % Math.max(1, urls.length)];
      if (!url || tries === urls.length) return void response.writeHead(502).end();
      const { method, url: path } = request;
      const outgoing = httpRequest(new URL(path!, url), {
        method,
        headers: headersFor(request, url),
        agent: false,
      });
      outgoing.on('error', (error: NodeJS.ErrnoException) => {
        if (response.headersSent) response.destroy();
        else if (error.code === 'ECONNREFUSED') next(tries + 1);
        else response.writeHead(502).end();
      });
      outgoing.on('response', (answer) => {
        response.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(response);
      });
      response.on('close', () => outgoing.destroy());
      outgoing.end(body);
    };
    next(0);
  }

  #tunnel(request: IncomingMessage, socket: Socket, head: Buffer): void {
    const url = this.#urls.get(request.url!.split('/')[1]!);
    if (!url)
      return void socket.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    const onward = connect(Number(url.port), url.hostname, () => {
      const headers = Object.entries(headersFor(request, url)).map(
        ([name, value]) => `${name}: ${value}\r\n`,
      );
      onward.write(`GET ${request.url} HTTP/1.1\r\n${headers.join('')}\r\n`);
      onward.write(head);
      socket.pipe(onward).pipe(socket);
    });
    for (const [one, other] of [[socket, onward] as const, [onward, socket] as const]) {
      this.#sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.#sockets.delete(one);
        other.destroy();
      });
    }
  }
}

/** As if it had been sent to that address. */
const headersFor = ({ headers }: IncomingMessage, { host, origin }: URL) => ({
  'x-forwarded-for': '127.0.0.1',
  ...headers,
  host,
  ...(headers.origin !== undefined && { origin }),
});
