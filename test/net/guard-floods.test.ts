import { createConnection } from 'node:net';
import { Protocol } from '@colyseus/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChildServer, type Kind } from '../harness/child-server.ts';
import { HOLDING } from '../harness/naive-room.ts';
import { until } from '../harness/until.ts';
import { answerTo, ask, call, READY, rawHttp, Visitor } from '../harness/visitor.ts';

const MEBIBYTE = 2 ** 20;
const KIBIBYTE = 1_024;
/** How long somebody may take to say that they are ready, ms: more than everything that is looked at before. */
const ACK_MS = 3_000;
/** A slow request that has no answer by then gets none, ms; Node alone would wait for minutes. */
const LONG_MS = 30_000;

/** Attacks that fill memory, processor or tables. Loads are small, but far beyond what a limit lets through. */
describe.each<Kind>(['plain', 'product'])('floods: %s', (kind) => {
  const isProduct = kind === 'product';
  let server: ChildServer;

  beforeAll(async () => {
    server = await ChildServer.start(kind, { LIMIT_JOIN_ACK_MS: String(ACK_MS) });
  });
  afterAll(() => server.stop());

  it(`W20: who never says ready ${isProduct ? 'is cut, and not listened to' : 'collects every message, and may act'}`, async () => {
    const visitor = await Visitor.arrive(server, '10.0.20.1');
    const silent = await visitor.open(await visitor.seat('BABA'));
    await silent.frame((frame) => frame[0] === Protocol.JOIN_ROOM, 'the welcome');
    const before = (await server.stats()).handled;
    const other = await (await Visitor.arrive(server, '10.0.20.2')).join('BABA');
    await silent.send(ask(1, 'shout', { bytes: 1 }));
    for (let i = 1; i <= 20; i++) await other.send(ask(i, 'shout', { bytes: 1_000 }));
    await answerTo(other, 20);
    const { handled, enqueued } = await server.stats();
    expect(handled - before).toBe(isProduct ? 20 : 21);
    expect(enqueued).toBeGreaterThanOrEqual(20);
    if (isProduct) {
      await silent.closed();
      await until(async () => (await server.stats()).enqueued === 0, 'the messages to be forgotten');
    } else {
      await expect(silent.closed(ACK_MS + 1_000)).rejects.toThrow();
    }
    silent.cut();
    other.cut();
  });

  it(`W21: a flood of messages ${isProduct ? 'is refused politely, then closed' : 'is carried out'}`, async () => {
    const flooder = await (await Visitor.arrive(server, '10.0.21.1')).join('BABA');
    const other = await (await Visitor.arrive(server, '10.0.21.2')).join('BABE');
    const before = (await server.stats()).handled;
    const messages = Array.from({ length: 3_000 }, (_, i) => ask(i % 100, 'shout', { bytes: 1 }));
    const sent = flooder.sendAll(messages);
    await other.send(ask(1, 'shout', { bytes: 1 }));
    await answerTo(other, 1);
    await sent;
    if (isProduct) {
      expect(await flooder.closed()).toBe(4008);
      expect(flooder.frames.some((frame) => frame.includes('rate_limited'))).toBe(true);
      expect((await server.stats()).handled - before).toBeLessThan(120);
    } else {
      await until(async () => (await server.stats()).handled - before > 3_000, 'all messages to be handled');
      expect(flooder.isClosed).toBe(false);
    }
    flooder.cut();
    other.cut();
  });

  it(`W22: a flooder who ignores the closing ${isProduct ? 'is cut at once, and finds no new budget' : 'keeps the socket'}`, async () => {
    const visitor = await Visitor.arrive(server, '10.0.22.1');
    const messages = Array.from({ length: 400 }, (_, i) => ask(i % 100, 'shout', { bytes: 1 }));
    if (!isProduct) {
      const answer = await visitor.call(`/matchmake/create/${HOLDING}`, { method: 'POST', body: {} });
      const flooder = await visitor.open(JSON.parse(answer.text));
      await flooder.frame((frame) => frame[0] === Protocol.JOIN_ROOM, 'the welcome');
      await flooder.sendAll([READY, ...messages]);
      await expect(flooder.closed(2_000)).rejects.toThrow();
      flooder.cut();
      return;
    }
    // A person's budget of 80 refills at 2 per second here, so that what is left of it can be told.
    const strict = await ChildServer.start('product', { LIMIT_MESSAGE_RATE: '1' });
    try {
      const person = await Visitor.arrive(strict);
      const flooder = await person.join('BABA');
      flooder.ignoresClose = true;
      await flooder.sendAll(messages);
      // The library behind it would wait 30 seconds for a good-bye.
      await flooder.closed(10_000);
      const again = await person.join('BABA');
      const before = (await strict.stats()).handled;
      await again.sendAll(messages.slice(0, 30));
      await again.frame((frame) => frame.includes('rate_limited'), 'a refusal');
      expect((await strict.stats()).handled - before).toBeLessThan(30);
    } finally {
      await strict.stop();
    }
  });

  it(`W23: seats that nobody takes ${isProduct ? 'are few per person and address' : 'lock the room'}`, async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 12; i++) {
      const visitor = await Visitor.arrive(server, '10.0.23.1');
      statuses.push((await visitor.askSeat('BABO')).status);
    }
    const other = await (await Visitor.arrive(server, '10.0.23.2')).askSeat('BABO');
    if (!isProduct) {
      expect(statuses).toEqual(Array(12).fill(200));
      expect(other.status).not.toBe(200);
      return;
    }
    expect(statuses).toEqual([...Array(10).fill(200), 429, 429]);
    expect(other.status).toBe(200);
    const greedy = await Visitor.arrive(server, '10.0.23.3');
    // A page that is loaded again and again never waits, and holds one seat.
    const seats = [];
    for (let i = 0; i < 8; i++) seats.push(await greedy.seat('BABA'));
    expect(new Set(seats.map(({ sessionId }) => sessionId)).size).toBe(1);
    const socket = await greedy.open(seats[0]!);
    expect(socket.status).toBe(101);
    expect((await greedy.seat('BABA')).sessionId).not.toBe(seats[0]!.sessionId);
    socket.cut();
  });

  it(`W24: rooms ${isProduct ? 'are made few at a time, by known people' : 'are made by anybody without end'}`, async () => {
    const before = (await server.stats()).rooms;
    const visitor = await Visitor.arrive(server, '10.0.24.1');
    for (let i = 0; i < 60; i++)
      await visitor.call('/matchmake/create/naive', { method: 'POST', body: { max: 8 } });
    expect((await server.stats()).rooms - before).toBe(isProduct ? 0 : 60);
    if (!isProduct) return;
    const body = { visibility: 'public' };
    const stranger = await call(server.url, '/api/tables', { method: 'POST', body });
    expect(stranger.status).toBe(401);
    const statuses: number[] = [];
    for (let i = 0; i < 12; i++)
      statuses.push((await visitor.call('/api/tables', { method: 'POST', body })).status);
    expect(statuses).toEqual([...Array(10).fill(201), 429, 429]);
  });

  it.each(['length', 'chunked'])(
    `W25: a body of 32 MB (%s) ${isProduct ? 'is cut off' : 'is read to its end'}`,
    async (how) => {
      const path = isProduct ? '/api/session' : '/matchmake/create/naive';
      const sent = await pour(server.url, path, how === 'chunked', 32 * MEBIBYTE);
      if (isProduct)
        expect(sent).toBeLessThan(12 * MEBIBYTE); // what the kernel takes before it hears of it
      else expect(sent).toBe(32 * MEBIBYTE);
    },
  );
});

describe('floods: a reader who does not read (promise 10)', () => {
  it.each<Kind>(['plain', 'product'])('W19: %s', async (kind) => {
    const server = await ChildServer.start(kind, {
      LIMIT_MESSAGE_RATE: '1000000',
      LIMIT_MESSAGE_BURST: '1000000',
    });
    try {
      const socket = await (await Visitor.arrive(server)).join('BABA');
      socket.pause();
      const echo = ask(1, 'echo', 'x'.repeat(3_900));
      let most = 0;
      for (let i = 0; i < 60 && !socket.isClosed; i++) {
        await socket.sendAll(Array(100).fill(echo));
        await socket.pong();
        most = Math.max(most, (await server.stats()).waiting);
      }
      if (kind === 'plain') {
        expect(most).toBeGreaterThan(8 * MEBIBYTE);
        expect(socket.isClosed).toBe(false);
      } else {
        expect(most).toBeLessThan(300 * KIBIBYTE);
        await until(async () => (await server.stats()).waiting === 0, 'the memory to be given back');
        socket.resume();
        await socket.closed();
      }
      socket.cut();
    } finally {
      await server.stop();
    }
  });
});

describe('floods: the product', () => {
  let server: ChildServer;

  beforeAll(async () => {
    server = await ChildServer.start('product', {
      TRUSTED_PROXIES: '',
      LIMIT_CONNECTIONS_PER_ADDRESS: '20',
      LIMIT_LIVE_STREAMS_PER_ADDRESS: '3',
      LIMIT_REQUEST_MS: '1000',
      LIMIT_HEADERS_MS: '1000',
    });
  });
  afterAll(() => server.stop());

  it('W17: believes no header about an address', async () => {
    for (let i = 0; i < 10; i++) {
      const visitor = await Visitor.arrive(server, `10.0.17.${i}`);
      await visitor.call('/api/tables', { method: 'POST', body: { visibility: 'public' } });
    }
    const visitor = await Visitor.arrive(server, '10.0.17.99');
    const answer = await visitor.call('/api/tables', { method: 'POST', body: { visibility: 'public' } });
    expect(answer.status).toBe(429);
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'rate_limited', message: expect.any(String) });
  });

  it('W27: gives one address only so many connections', async () => {
    const { hostname, port } = new URL(server.url);
    const sockets = Array.from({ length: 40 }, () =>
      createConnection({ host: hostname, port: Number(port) }),
    );
    let open = sockets.length;
    for (const socket of sockets) {
      socket.on('error', () => {});
      socket.once('close', () => {
        open--;
      });
    }
    await until(() => open <= 20, 'the others to be refused');
    for (const socket of sockets) socket.destroy();
    await until(() => open === 0, 'the sockets to be closed');
  });

  it('W28: does not wait long for slow requests', async () => {
    const { host } = new URL(server.url);
    const head = `POST /api/session HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${server.url}\r\n`;
    const slow = `${head}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{`;
    const dripping = `${head}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n`;
    const answers = [slow, dripping, head].map((bytes) => rawHttp(server.url, bytes, LONG_MS));
    for (const answer of await Promise.all(answers))
      expect(answer).toMatch(/^HTTP\/1\.1 408 [\s\S]*Connection: close/);
    expect(server.output).not.toContain('a request failed');
  });

  it('lets one address follow the list of tables only a few times', async () => {
    const leaving = new AbortController();
    const follow = () => fetch(`${server.url}/api/tables/live`, { signal: leaving.signal });
    const statuses = (await Promise.all(Array.from({ length: 5 }, follow))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 200, 200, 429, 429]);
    leaving.abort();
  });

  it('makes guessing codes slow', async () => {
    const patient = await ChildServer.start('product', { LIMIT_SEATS_PER_PERSON: '1000' });
    try {
      const friend = await Visitor.arrive(patient, '10.0.50.1');
      expect((await friend.askSeat('BABA')).status).toBe(200);
      const guesser = await Visitor.arrive(patient, '10.0.50.1');
      const statuses: number[] = [];
      // Who says a password with it guesses the code all the same.
      const ways = [{}, { password: 'moss' }].map((way) => ({ wantsSeat: true, protocol: [1, 1], ...way }));
      for (let i = 0; i < 55; i++) {
        const body = ways[i % ways.length];
        statuses.push((await guesser.call('/api/tables/ZUZU/seat', { method: 'POST', body })).status);
      }
      expect(statuses.slice(0, 50)).toEqual(Array(50).fill(404));
      expect(statuses.slice(50).filter((status) => status === 429).length).toBeGreaterThanOrEqual(4);
      // A friend at the same address gets back in to a table that is known.
      expect((await friend.askSeat('BABA')).status).toBe(200);
    } finally {
      await patient.stop();
    }
  });
});

/** Sends a long body and counts the bytes of it that went out before the server had enough. */
function pour(url: string, path: string, isChunked: boolean, total: number): Promise<number> {
  const { hostname, port, host } = new URL(url);
  const chunk = Buffer.alloc(64 * KIBIBYTE, 'x');
  return new Promise((resolve) => {
    let sent = 0;
    const socket = createConnection({ host: hostname, port: Number(port) });
    const length = isChunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${total}`;
    const done = () => {
      socket.destroy();
      resolve(sent);
    };
    const next = () => {
      if (socket.destroyed) return;
      if (sent >= total) return done();
      const bytes = isChunked
        ? Buffer.concat([Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n')])
        : chunk;
      socket.write(bytes, (error) => {
        if (error) return;
        sent += chunk.length;
        next();
      });
    };
    socket.on('error', done);
    socket.on('close', done);
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${url}\r\nContent-Type: application/json\r\n${length}\r\n\r\n`,
      next,
    );
  });
}
