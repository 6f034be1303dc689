import { createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** What an answer to an upgrade proves with, RFC 6455 4.2.2. */
const WEBSOCKET = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** A request as it came through a proxy. */
export interface Heard {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

/** Stands where a process of the product would stand behind a proxy, and notes what comes. */
export class EchoProcess {
  readonly name: string;
  readonly address: string;
  readonly heard: Heard[] = [];
  /** What everything is answered with, but the question whether it is there. */
  status = 200;
  readonly #server: Server;
  readonly #sockets: Set<Duplex>;

  private constructor(name: string, server: Server, sockets: Set<Duplex>) {
    this.name = name;
    this.#server = server;
    this.#sockets = sockets;
    this.address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async start(nameOf: (port: number) => string): Promise<EchoProcess> {
    const sockets = new Set<Duplex>();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const echo = new EchoProcess(nameOf((server.address() as AddressInfo).port), server, sockets);
    const note = (method = '', url = '', headers: IncomingHttpHeaders) => {
      if (url !== '/live') echo.heard.push({ method, url, headers });
    };
    server.on('request', (request, response) => {
      note(request.method, request.url, request.headers);
      request
        .resume()
        .on('end', () => response.writeHead(request.url === '/live' ? 200 : echo.status).end(echo.name));
    });
    server.on('upgrade', ({ method, url, headers }, socket) => {
      note(method, url, headers);
      sockets.add(socket);
      socket.on('error', () => {});
      const proof = createHash('sha1').update(`${headers['sec-websocket-key']}${WEBSOCKET}`).digest('base64');
      const lines = ['Connection: Upgrade', 'Upgrade: websocket', `Sec-WebSocket-Accept: ${proof}`];
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`);
    });
    return echo;
  }

  stop(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
