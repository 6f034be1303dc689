import { createServer, type IncomingMessage } from 'node:http';
import {
  type AddressInfo,
  connect,
  createServer as createTcpServer,
  type Server,
  type Socket,
} from 'node:net';
import type { Duplex } from 'node:stream';
import { afterEach, expect, it } from 'vitest';
import { until } from '../../test/harness/until.ts';
import { Relay } from './relay.ts';

const LIMITS = { relays: 2, upgradesPerAddress: 100, upgradesSeconds: 60 };
/** Looks at something that does not change before it is taken for still. */
const STILL = 20;
const servers: Server[] = [];
const sockets: (Socket | Duplex)[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** A process that has rooms: it says what it heard, then whatever `act` does. */
async function other(act: (socket: Socket) => void): Promise<{ port: number; heard(): string }> {
  let heard = '';
  const server = createTcpServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1');
    });
    act(socket);
  });
  return { port: await listen(server), heard: () => heard };
}

/** A process that passes everything on. */
async function passing(relay: Relay): Promise<{ port: number; statuses: number[]; inner: Duplex[] }> {
  const statuses: number[] = [];
  const inner: Duplex[] = [];
  const server = createServer();
  server.on('upgrade', async (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => {});
    inner.push(socket);
    const way = await relay.wayTo(request, 'p2');
    if (!way) return socket.end('HTTP/1.1 421 Misdirected Request\r\n\r\n');
    statuses.push(await relay.carry(way, request, socket, head));
  });
  return { port: await listen(server), statuses, inner };
}

function ask(port: number, more = ''): Socket {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => {});
  socket.write(
    `GET /p2/ROOM?sessionId=x HTTP/1.1\r\nHost: play.example\r\nX-Forwarded-For: 1.2.3.4\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${more}\r\nfirst words`,
  );
  return socket;
}

const relayTo = (port: number | null) =>
  new Relay({
    limits: LIMITS,
    processAddress: async (name) => (name === 'p2' && port !== null ? `http://127.0.0.1:${port}` : null),
  });

it('passes on the request as it came, what came with it, and who asked', async () => {
  const { port, heard } = await other((socket) =>
    socket.write('HTTP/1.1 101 Switching Protocols\r\n\r\nhello'),
  );
  const relay = relayTo(port);
  const { port: front } = await passing(relay);
  const socket = ask(front);
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk;
  });
  await until(() => answer.endsWith('hello') && heard().endsWith('first words'), 'both sides to hear');
  socket.write(' and more');
  await until(() => heard().endsWith('first words and more'), 'what is said later');
  expect(heard()).toContain('GET /p2/ROOM?sessionId=x HTTP/1.1\r\nHost: play.example\r\n');
  expect(heard()).toContain('X-Forwarded-For: 1.2.3.4, 127.0.0.1\r\nX-Relayed: 1\r\n');
  expect(relay.open).toBe(1);
  socket.destroy();
  await until(() => relay.open === 0, 'both ends to be closed');
});

it('passes nothing on twice, and nothing to whom the directory does not know', async () => {
  const { port, heard } = await other(() => {});
  for (const [relay, more] of [
    [relayTo(null), ''],
    [relayTo(port), 'X-Relayed: 1\r\n'],
  ] as const) {
    const { port: front } = await passing(relay);
    const socket = ask(front, more);
    const status = await new Promise<string>((resolve) =>
      socket.once('data', (chunk) => resolve(`${chunk}`)),
    );
    expect(status).toContain('421');
  }
  expect(heard()).toBe('');
});

it('keeps only a little for somebody who does not read, and loses nothing of it', async () => {
  const whole = Buffer.alloc(48 * 2 ** 20, 'abc');
  const { port } = await other((socket) => socket.write(whole));
  const relay = relayTo(port);
  const { port: front, inner } = await passing(relay);
  const socket = ask(front);
  socket.pause();
  let [last, looks] = [0, 0];
  await until(() => {
    const waiting = inner[0]?.writableLength ?? 0;
    looks = waiting > 0 && waiting === last ? looks + 1 : 0;
    last = waiting;
    return looks === STILL;
  }, 'the way to be full');
  expect(inner[0]!.writableLength).toBeLessThan(2 ** 20);
  let bytes = 0;
  socket.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
  });
  socket.resume();
  await until(() => bytes === whole.length, 'everything to arrive');
  expect(inner[0]!.writableLength).toBeLessThan(2 ** 20);
});

it('passes on so many and no more, and none to a process that is gone', async () => {
  const { port } = await other(() => {});
  const relay = relayTo(port);
  const { port: front, statuses } = await passing(relay);
  for (const count of [1, 2, 3]) {
    ask(front);
    await until(() => statuses.length === count, 'the answer');
  }
  expect(statuses).toEqual([101, 101, 503]);
  relay.close();
  await until(() => relay.open === 0, 'all to be closed');
  const gone = await listen(createTcpServer());
  servers.pop()!.close();
  const { port: again, statuses: others } = await passing(relayTo(gone));
  ask(again);
  await until(() => others.length === 1, 'the answer');
  expect(others).toEqual([503]);
});
