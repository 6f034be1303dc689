import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRng } from '../../shared/core/seeded-rng.ts';
import { ChildServer, type Kind } from '../harness/child-server.ts';
import { ROOM } from '../harness/naive-room.ts';
import type { RawSocket } from '../harness/raw-ws.ts';
import { until } from '../harness/until.ts';
import { answerTo, ask, call, message, READY, rawHttp, Visitor } from '../harness/visitor.ts';

/** Attacks of which one is enough to end a process of plain Colyseus, with every room on it. */
const withServer = async (kind: Kind, use: (server: ChildServer) => Promise<void>, env = {}) => {
  const server = await ChildServer.start(kind, env);
  try {
    await use(server);
  } finally {
    await server.stop();
  }
};

/** The process answers, nothing slipped through to the last net, and an innocent socket still works. */
async function expectUnharmed(server: ChildServer, bystander: RawSocket): Promise<void> {
  expect((await call(server.url, '/live')).status).toBe(200);
  expect((await server.stats()).unhandled).toBe(0);
  await bystander.send(ask(99, 'shout', {}));
  expect((await answerTo(bystander, 99)).status).toBe(0);
}

const WIDE = {
  LIMIT_BAD_MESSAGES: '1000000',
  LIMIT_MESSAGE_RATE: '1000000',
  LIMIT_MESSAGE_BURST: '1000000',
  LIMIT_SEATS_PER_ADDRESS: '100000',
  LIMIT_SEATS_PER_PERSON: '100000',
  LIMIT_UPGRADES_PER_ADDRESS: '100000',
  LIMIT_REQUESTS_PER_ADDRESS: '100000',
};

describe('one message does not end the process (promise 10)', () => {
  let product: ChildServer;
  let bystander: RawSocket;

  beforeAll(async () => {
    product = await ChildServer.start('product');
    bystander = await (await Visitor.arrive(product, '10.9.9.9')).join('BABE');
  });
  afterAll(() => product.stop());

  const hostile = ['a b', '', '[::', 'x:99999', 'a@b', '127.0.0.1', 'localhost:1', 'evil.example'];

  it('W1 plain: a request with a strange host', async () => {
    await withServer('plain', async (server) => {
      await rawHttp(server.url, 'GET /__healthcheck HTTP/1.1\r\nHost: a b\r\n\r\n');
      expect(await server.exit()).toBe(1);
    });
  });

  it('W1 product: refuses every host but its own, before any URL is parsed', async () => {
    const { host } = new URL(product.url);
    for (const path of [
      '/__healthcheck',
      '/',
      '/api/session',
      '/a:99999',
      '//[',
      '/%zz',
      '*',
      'http://[::/',
    ]) {
      for (const name of hostile) {
        const answer = await rawHttp(product.url, `GET ${path} HTTP/1.1\r\nHost: ${name}\r\n\r\n`);
        expect(answer.slice(0, 12), `${path} at ${name}`).toMatch(/^HTTP\/1\.1 4/);
      }
    }
    for (const proto of ['a b', 'http://[', 'x'.repeat(500)]) {
      const head = `GET /live HTTP/1.1\r\nHost: ${host}\r\nX-Forwarded-Proto: ${proto}\r\nConnection: close\r\n\r\n`;
      expect(await rawHttp(product.url, head)).toMatch(/^HTTP\/1\.1 200/);
    }
    await expectUnharmed(product, bystander);
  });

  it('W1 product: an upgrade with a strange host or path is answered, not parsed', async () => {
    const { host } = new URL(product.url);
    const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n';
    for (const [path, name] of [
      ['/p/r?sessionId=x', 'a b'],
      ['//[', host],
      ['/', host],
      ['/%zz/%zz?%zz', host],
    ]) {
      const head = `GET ${path} HTTP/1.1\r\nHost: ${name}\r\nOrigin: ${product.url}\r\n${upgrade}\r\n`;
      expect(await rawHttp(product.url, head)).toMatch(/^HTTP\/1\.1 4/);
    }
    await expectUnharmed(product, bystander);
  });

  it('W2 plain: a message whose type is too long for a close reason', async () => {
    await withServer('plain', async (server) => {
      const socket = await (await Visitor.arrive(server)).join('BABA');
      await socket.send(message('t'.repeat(200)));
      expect(await server.exit()).toBe(1);
    });
  });

  it('W2 product: drops what it does not know, and closes the socket when it repeats', async () => {
    const socket = await (await Visitor.arrive(product, '10.0.2.1')).join('BABA');
    await socket.send(message('t'.repeat(200)));
    await socket.send(ask(1, 't'.repeat(200)));
    await socket.send(ask(2, 'unknown'));
    expect(await answerTo(socket, 2)).toMatchObject({
      status: 1,
      text: expect.stringContaining('bad_message'),
    });
    for (let i = 0; i < 10; i++) await socket.send(message('t'.repeat(200)));
    expect(await socket.closed()).toBe(4002);
    await expectUnharmed(product, bystander);
  });

  it('W3 plain: a payload that makes a handler throw', async () => {
    await withServer('plain', async (server) => {
      const socket = await (await Visitor.arrive(server)).join('BABA');
      await socket.send(message('rename', {}));
      expect(await server.exit()).toBe(1);
    });
  });

  it('W3 product: a handler that throws, at once or later, is refused and stays in its room', async () => {
    const socket = await (await Visitor.arrive(product, '10.0.3.1')).join('BABA');
    await socket.send(message('rename', {}));
    for (const [id, type] of [
      [1, 'rename'],
      [2, 'later'],
    ] as const) {
      await socket.send(ask(id, type, {}));
      expect(await answerTo(socket, id)).toMatchObject({
        status: 1,
        text: expect.stringContaining('internal'),
      });
    }
    expect(socket.isClosed).toBe(false);
    socket.cut();
    await expectUnharmed(product, bystander);
  });

  it('W4 plain: a filter on metadata that a room does not have', async () => {
    await withServer('plain', async (server) => {
      const visitor = await Visitor.arrive(server);
      const answer = await visitor.call('/matchmake/joinOrCreate/lobby', { method: 'POST', body: {} });
      const socket = await visitor.open(JSON.parse(answer.text));
      await socket.frame((frame) => frame[0] === READY[0], 'the welcome');
      await socket.send(READY);
      await socket.send(message('filter', { name: ROOM, metadata: { a: 1 } }));
      expect(await server.exit()).toBe(1);
    });
  });

  it('W4 product: has no lobby room and no way to ask for one', async () => {
    const visitor = await Visitor.arrive(product, '10.0.4.1');
    for (const method of ['join', 'joinOrCreate', 'create', 'joinById', 'reconnect']) {
      const answer = await visitor.call(`/matchmake/${method}/lobby`, { method: 'POST', body: {} });
      expect(answer.status).toBe(405);
    }
    await expectUnharmed(product, bystander);
  });

  it('writes nothing into the log of what could not be read or came too slowly', async () => {
    await withServer(
      'product',
      async (server) => {
        const visitor = await Visitor.arrive(server, '10.0.4.1');
        const socket = await visitor.join('BABA');
        const canary = Buffer.from('CANARY');
        const text = Buffer.concat([Buffer.from([0xa0 | canary.length]), canary]);
        const tails = [
          [text, Buffer.from([0x01])], // more than one value
          [Buffer.from([0x92]), text], // a list that ends too early
          [Buffer.from([0x81]), text], // a map without a value
          [Buffer.from([0xc1]), text], // a byte that means nothing
          [Buffer.from([0xdf, 0xff, 0xff, 0xff, 0xff]), text], // a map without end
        ];
        for (const [i, tail] of tails.entries()) await socket.send(Buffer.concat([ask(i, 'shout'), ...tail]));
        for (const tail of tails) await socket.send(Buffer.concat([message('CANARY'), ...tail]));
        const { host } = new URL(server.url);
        const head = `POST /api/session?CANARY HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${server.url}\r\n`;
        const slow = `${head}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"CANARY`;
        expect(await rawHttp(server.url, slow, 20_000)).toMatch(/^HTTP\/1\.1 408 [\s\S]*Connection: close/);
        await until(() => server.output.includes('came too slowly'), 'the log');
        expect(server.output).toContain('could not be read');
        expect(server.output).not.toContain('CANARY');
        for (const line of server.output.trim().split('\n')) expect(JSON.parse(line).level).toBeLessThan(40);
        expect((await server.stats()).unhandled).toBe(0);
      },
      { ...WIDE, LOG_LEVEL: 'debug' },
    );
  });

  it('W5 plain: frames with a few wrong bytes', async () => {
    await withServer('plain', async (server) => {
      await fuzz(server, 20_000, 1);
      expect(await server.exit()).toBe(1);
    });
  });

  it('W5 product: survives thousands of them', async () => {
    await withServer(
      'product',
      async (server) => {
        const innocent = await (await Visitor.arrive(server, '10.9.9.9')).join('BABE');
        const sent = await fuzz(server, 6_000, 2);
        expect(sent).toBe(6_000);
        await expectUnharmed(server, innocent);
      },
      WIDE,
    );
  });

  it.each<Kind>(['plain', 'product'])('W3 %s: a throw and a rejection that nobody catches', async (kind) => {
    await withServer(kind, async (server) => {
      const socket = await (await Visitor.arrive(server)).join('BABA');
      await socket.send(ask(1, 'stray'));
      if (kind === 'plain') {
        expect(await server.exit()).toBe(1);
        return;
      }
      expect((await answerTo(socket, 1)).status).toBe(0);
      await until(async () => (await server.stats()).unhandled === 2, 'both to be counted');
      await socket.send(ask(2, 'shout', {}));
      expect((await answerTo(socket, 2)).status).toBe(0);
    });
  });
});

/** Sends frames that are almost right, as one visitor after another; ends early when the server is gone. */
async function fuzz(server: ChildServer, count: number, seed: number): Promise<number> {
  const rng = seededRng(seed);
  const models = [
    ask(1, 'rename', { name: 'abc' }),
    ask(1, 'later', { name: 'abc' }),
    ask(2, 'echo', [1, 'two', { three: 3 }]),
    message('rename', { name: 'abc' }),
    message('echo', 'x'.repeat(100)),
    READY,
    Buffer.from([18]),
    Buffer.from([17, 0xa4, 1, 2, 3, 4, 5]),
    Buffer.from([30, 1, 2, 3, 4]),
  ];
  let sent = 0;
  let failures = 0;
  while (sent < count && failures < 3) {
    try {
      const socket = await (await Visitor.arrive(server, `10.5.${sent >> 8}.${sent & 0xff}`)).join('BABA');
      while (sent < count && !socket.isClosed) {
        const frames = Array.from({ length: 8 }, () => mutated(rng.pick(models), rng));
        sent += frames.length;
        const seen = socket.frames.length;
        await socket.sendAll([...frames, ask(99, 'shout', {})]);
        await until(() => socket.isClosed || isAnswered(socket.frames.slice(seen)), 'the end of a batch');
      }
      socket.cut();
      failures = 0;
    } catch {
      failures++;
    }
  }
  return sent;
}

const isAnswered = (frames: readonly Buffer[]): boolean =>
  frames.some((frame) => frame[0] === 22 && frame[1] === 99);

function mutated(model: Buffer, rng: ReturnType<typeof seededRng>): Buffer {
  const frame = Buffer.from(model);
  for (let i = rng.int(4); i >= 0; i--) frame[rng.int(frame.length)] = rng.int(256);
  return rng.int(5) === 0 ? frame.subarray(0, rng.int(frame.length)) : frame;
}
