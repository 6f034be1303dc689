import { Protocol } from '@colyseus/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChildServer, type Kind } from '../harness/child-server.ts';
import { CANARY, INSIDE } from '../harness/naive-room.ts';
import { RawSocket } from '../harness/raw-ws.ts';
import { until } from '../harness/until.ts';
import { answerTo, ask, call, Visitor } from '../harness/visitor.ts';

const MEBIBYTE = 2 ** 20;
const DEALS = 3_000;

/** Everything that may arrive at the wrong place: hidden state, insides, answers, seats. */
describe.each<Kind>(['plain', 'product'])('secrets: %s', (kind) => {
  const isProduct = kind === 'product';
  let server: ChildServer;

  beforeAll(async () => {
    server = await ChildServer.start(kind, { LIMIT_BUFFERED_BYTES: String(1_024 * MEBIBYTE) });
  });
  afterAll(() => server.stop());

  it(`W7: a spectator who stops reading ${isProduct ? 'gets exactly what was meant for everybody' : 'gets hidden state'}`, async () => {
    const spectator = await (await Visitor.arrive(server, '10.0.7.1')).join('BABA');
    const holder = await (await Visitor.arrive(server, '10.0.7.2')).join('BABA');
    await holder.send(ask(1, 'hold'));
    await answerTo(holder, 1);
    spectator.pause();
    await holder.send(ask(2, 'deal', { bytes: DEALS }));
    await answerTo(holder, 2);
    spectator.resume();
    const patchesOf = ({ frames }: RawSocket) =>
      frames
        .filter((frame) => frame[0] === Protocol.ROOM_STATE_PATCH)
        .map((frame) => frame.toString('latin1'));
    await until(() => spectator.frames.length > DEALS && patchesOf(spectator).length >= DEALS, 'all patches');
    const patches = patchesOf(spectator);
    const leaks = patches.filter((text) => text.includes(CANARY)).length;
    const ticks = patches.flatMap((text) => /public (\d+) /.exec(text)?.[1] ?? []);
    const isInOrder = ticks.length === DEALS && ticks.every((tick, i) => tick === String(i + 1));
    expect({ leaks: leaks > 0, isInOrder }).toEqual({ leaks: !isProduct, isInOrder: isProduct });
    expect(patchesOf(holder).some((text) => text.includes(CANARY))).toBe(true);
    spectator.cut();
    holder.cut();
  });

  it(`W9: what goes wrong inside ${isProduct ? 'stays inside' : 'is told to the client'}`, async () => {
    const visitor = await Visitor.arrive(server, '10.0.9.1');
    if (isProduct) await visitor.call('/api/me', { method: 'PATCH', body: { name: 'Explode' } });
    const refused = await visitor.open(await visitor.seat('BABE', { explode: true }));
    const error = await refused.frame((frame) => frame[0] === Protocol.ERROR, 'the error');
    expect(error.includes(INSIDE)).toBe(!isProduct);
    expect(await refused.closed()).toBe(4002);

    const socket = await (await Visitor.arrive(server, '10.0.9.2')).join('BABE');
    await socket.send(ask(1, 'fail'));
    const { status, text } = await answerTo(socket, 1);
    expect(text.includes(INSIDE)).toBe(!isProduct);
    expect(status).toBe(isProduct ? 1 : 2);
    if (isProduct) {
      await socket.send(ask(2, 'fail', { id: 'wish-of-a-page' }));
      expect((await answerTo(socket, 2)).text).toContain('wish-of-');
      await until(() => server.output.includes('"requestId":"wish-of-a-page"'), 'the log');
    }
    socket.cut();
  });

  it(`W12: answers are ${isProduct ? 'not readable' : 'readable'} from another page`, async () => {
    const headers = { Origin: 'https://evil.example', Cookie: 'sid=x' };
    if (!isProduct) {
      const answer = await call(server.url, '/me', { headers });
      expect(answer.headers['access-control-allow-origin']).toBe('https://evil.example');
      expect(answer.headers['access-control-allow-credentials']).toBe('true');
      return;
    }
    for (const path of [
      '/',
      '/t/BABA',
      '/live',
      '/ready',
      '/me',
      '/api/session',
      '/api/nope',
      '/matchmake/join/naive',
    ]) {
      for (const method of ['GET', 'OPTIONS', 'POST', 'PATCH', 'DELETE']) {
        const answer = await call(server.url, path, { method, headers });
        const open = Object.keys(answer.headers).filter((name) => name.startsWith('access-control'));
        expect(open, `${method} ${path}`).toEqual([]);
      }
    }
  });

  it(`W13: a socket from another page is ${isProduct ? 'refused' : 'let in'}`, async () => {
    const { host, port } = new URL(server.url);
    const strangers = [
      'https://evil.example',
      'null',
      `https://${host}`,
      `http://${host}.evil.example`,
      `http://evil.${host}`,
      `http://127.0.0.1:${Number(port) + 1}`,
      'http://127.0.0.1',
      `${server.url}/`,
      '',
    ];
    for (const [index, origin] of strangers.entries()) {
      const visitor = await Visitor.arrive(server, `10.0.13.${index}`);
      const socket = await visitor.open(await visitor.seat('BABI'), { Origin: origin });
      expect(socket.status, origin).toBe(isProduct ? 403 : 101);
      socket.cut();
    }
  });
});

describe('seats and sessions of the product', () => {
  let server: ChildServer;

  beforeAll(async () => {
    server = await ChildServer.start('product', { LIMIT_SEAT_SECONDS: '1' });
  });
  afterAll(() => server.stop());

  const open = (path: string, headers: Record<string, string>) =>
    RawSocket.open(server.url, { path, headers: { Origin: server.url, ...headers } });

  it('opens a socket only for the person who got the ticket, once', async () => {
    const owner = await Visitor.arrive(server, '10.1.0.1');
    const thief = await Visitor.arrive(server, '10.1.0.2');
    const seat = await owner.seat('BABA');
    const path = `/${seat.processId}/${seat.roomId}?sessionId=${seat.sessionId}`;
    expect((await open(path, { Cookie: thief.cookie })).status).toBe(403);
    expect((await open(path, {})).status).toBe(401);
    expect((await open(path, { Cookie: 'sid=guess' })).status).toBe(401);
    for (const more of ['&reconnectionToken=x', '&skipHandshake=1', '&_authToken=x', '&sessionId=x'])
      expect((await open(path + more, { Cookie: owner.cookie })).status).toBe(404);
    expect((await open(path, { Cookie: owner.cookie, Host: 'evil.example' })).status).toBe(400);
    const first = await open(path, { Cookie: owner.cookie });
    expect(first.status).toBe(101);
    await first.frame((frame) => frame[0] === Protocol.JOIN_ROOM, 'the welcome');
    expect((await open(path, { Cookie: owner.cookie })).status).toBe(404);
    first.cut();
  });

  it('lets a ticket expire', async () => {
    const owner = await Visitor.arrive(server, '10.1.1.1');
    const seat = await owner.seat('BABA');
    const path = `/${seat.processId}/${seat.roomId}?sessionId=${seat.sessionId}`;
    expect((await server.stats()).reserved).toBe(1);
    await until(async () => (await server.stats()).reserved === 0, 'the ticket to expire');
    expect((await open(path, { Cookie: owner.cookie })).status).toBe(404);
  });

  it('closes the older socket when a person connects again', async () => {
    const visitor = await Visitor.arrive(server, '10.1.2.1');
    const older = await visitor.join('BABA');
    const newer = await visitor.join('BABA');
    expect(await older.closed()).toBe(4012);
    await newer.send(ask(1, 'shout', {}));
    expect((await answerTo(newer, 1)).status).toBe(0);
    newer.cut();
  });

  it('changes nothing for another page, by GET, or for anything but JSON', async () => {
    const visitor = await Visitor.arrive(server, '10.1.3.1');
    const rename = { method: 'PATCH', body: { name: 'Mallory' } };
    for (const headers of [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { Origin: '' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
    ] as Record<string, string>[]) {
      expect((await visitor.call('/api/me', { ...rename, headers })).status).toBe(403);
    }
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/json; charset=utf-16',
      '',
    ]) {
      const answer = await visitor.call('/api/me', { ...rename, headers: { 'Content-Type': type } });
      expect(answer.status, type).toBe(415);
    }
    expect((await visitor.call('/api/me')).status).toBe(404);
    const extra = await visitor.call('/api/me', { method: 'PATCH', body: { name: 'Mallory', id: 'x' } });
    expect(extra.status).toBe(400);
    const me = await visitor.call('/api/session', { method: 'POST', body: {} });
    expect(JSON.parse(me.text).player).toMatchObject({ id: visitor.id });
    expect(me.text).not.toContain('Mallory');
  });

  it('keeps the session out of reach of scripts and of its own log', async () => {
    const answer = await call(server.url, '/api/session', { method: 'POST', body: {} });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^sid=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
    const secret = cookie.slice(4, 47);
    expect(answer.text).not.toContain(secret);
    expect(server.output).not.toContain(secret);
  });

  it('what a request was answered with is found in the log by its id', async () => {
    const visitor = await Visitor.arrive(server, '10.0.9.3');
    const lost = await visitor.call('/api/nope');
    expect([lost.status, lost.headers['x-request-id']]).toEqual([404, expect.stringMatching(/^[\w-]{12}$/)]);
    const broken = await visitor.call('/api/matches/brokenbrokenbroken/deck');
    const id = String(broken.headers['x-request-id']);
    expect([broken.status, broken.text.includes(INSIDE)]).toEqual([500, false]);
    expect(JSON.parse(broken.text).message).toContain(id);
    await until(() => server.output.includes(`"requestId":"${id}"`), 'the log');
    expect(server.output).toContain('ECONNREFUSED');
    expect(server.output).not.toContain('hunter2');
  });

  it('never answers with a stack, a version or a path of its own', async () => {
    const visitor = await Visitor.arrive(server, '10.1.4.1');
    for (const path of [
      '/',
      '/nope',
      '/nope.js',
      '/api/nope',
      '/__healthcheck',
      '/monitor',
      '/playground',
      '/assets/%2e%2e/x',
    ]) {
      const { text, headers } = await visitor.call(path);
      expect(text).not.toMatch(/node_modules|\/work\/|at .*\(|[Cc]olyseus|[Ee]xpress/);
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });
});
