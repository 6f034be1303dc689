import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Protocol } from '@colyseus/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askSeat, bodyOf, RoomClient, ticketFor, verdictOf } from '../harness/matrix-client.ts';
import { browserOf, Grounds, type Known } from '../harness/matrix-people.ts';
import {
  OPERATORS_ROUTES,
  partsOf,
  pathTo,
  ROUTES,
  routesInDocs,
  routesOfServer,
} from '../harness/matrix-routes.ts';
import { post } from '../harness/matrix-worlds.ts';
import type { Product } from '../harness/product.ts';
import { RawSocket } from '../harness/raw-ws.ts';
import { until } from '../harness/until.ts';
import { call, type Seat, Visitor } from '../harness/visitor.ts';

const RACES = 200;
let grounds: Grounds;
let product: Product;
/** Whose table, conversation and inbox it is. */
let owner: Visitor;
let ownerKnown: Known;
let stranger: Visitor;
const place = { code: '', conversation: '' };
/** What a browser sends as `Cookie`, by the state of its session. */
const states = new Map<string, string>();

beforeAll(async () => {
  grounds = await Grounds.open();
  ownerKnown = await grounds.person('Ottilie');
  const friend = await grounds.person('Friedrich');
  const known = {
    'idle for 31 days': await grounds.personSeen(31),
    'used until today, but 91 days old': await grounds.personSeen(91, 65, 40, 15, 1),
    'of a person who is not there': await grounds.orphan(),
  };
  product = await grounds.start();
  owner = await browserOf(product, ownerKnown);
  stranger = await Visitor.arrive(product);
  const { code } = await post(owner, '/api/tables', { visibility: 'private' });
  place.code = String(code);
  const group = { title: 'Ottilie’s', people: [friend.id] };
  const { conversation } = await post(owner, '/api/chat/groups', group);
  place.conversation = String(conversation);

  const secret = owner.cookie.slice('sid='.length);
  for (const [state, { cookie }] of Object.entries(known)) states.set(state, cookie);
  states.set('none', '');
  states.set('empty', 'sid=');
  states.set('too short', `sid=${secret.slice(1)}`);
  states.set('too long', `sid=${secret}a`);
  states.set('of another alphabet', `sid=${'+'.repeat(43)}`);
  states.set('the id instead of the secret', `sid=${owner.id}`);
  states.set('unknown', `sid=${randomBytes(32).toString('base64url')}`);
  states.set('one character off', `sid=${secret[0] === 'a' ? 'b' : 'a'}${secret.slice(1)}`);
  for (const name of ['session', 'SID', '__Host-sid', '__Secure-sid', 'sid2', 'colyseus'])
    states.set(`under the name ${name}`, `${name}=${secret}`);
  states.set('behind a forged first one', `sid=${'a'.repeat(43)}; sid=${secret}`);
  const signedOut = await Visitor.arrive(product);
  await signedOut.call('/api/account/logout', { method: 'POST', body: {} });
  states.set('signed out', signedOut.cookie);
  const gone = await Visitor.arrive(product);
  await gone.call('/api/account/delete', { method: 'POST', body: { password: null, name: gone.playerName } });
  states.set('of a person who was deleted', gone.cookie);
});
afterAll(() => grounds.stop());

/** One request; a stream is left as soon as it begins. */
async function verdict(route: string, path: string, cookie: string, body: unknown): Promise<string> {
  const { method } = partsOf(route);
  if (!path.endsWith('/live'))
    return verdictOf(await call(product.url, path, { method, body, headers: { Cookie: cookie } }));
  const stop = new AbortController();
  const { status } = await fetch(product.url + path, { signal: stop.signal, headers: { Cookie: cookie } });
  stop.abort();
  return String(status);
}
const bodyFor = ({ method }: { method: string }, sample: unknown) =>
  method === 'GET' ? undefined : (sample ?? {});

describe('the list of routes', () => {
  it('is complete: what the server has, what the page of the protocol says, and what is tried here', () => {
    const mine = [...ROUTES.map(({ route }) => route), ...OPERATORS_ROUTES].sort();
    expect(routesOfServer().sort()).toEqual(mine);
    const page = readFileSync(new URL('../../docs/protocol.md', import.meta.url), 'utf8');
    expect(routesInDocs(page).sort()).toEqual(mine);
  });
});

describe('every state of a session', () => {
  it('is refused by every route, and nothing is stored or shown to anybody', async () => {
    const witness = await RoomClient.enter(owner, place.code);
    await RoomClient.enter(owner, place.conversation);
    const frames = witness.socket.frames.length;
    // Whoever was deleted is forgotten little by little.
    const erasing = async () => (await grounds.rows()).filter((row) => row.includes('"kind":"erasing"'));
    await expect.poll(erasing).toEqual([]);
    const before = await grounds.rows();
    const through: string[] = [];
    for (const [state, cookie] of states) {
      const wanted = ROUTES.filter(({ route }) => route !== 'POST /api/session');
      await Promise.all(
        wanted.map(async (row) => {
          const path = pathTo(row, place);
          const sample = bodyFor(partsOf(row.route), row.body?.sample);
          const said = await verdict(row.route, path, cookie, sample);
          if (said !== (row.toStrangers ?? '401 no_session')) through.push(`${state}: ${row.route}: ${said}`);
        }),
      );
    }
    expect(through).toEqual([]);
    expect(await grounds.rows()).toEqual(before);
    expect(witness.socket.frames.slice(frames)).toEqual([]);
  });

  it('gets a person of its own when it asks who it is, and no other', async () => {
    const ids = new Set([owner.id]);
    for (const [state, cookie] of states) {
      const answer = await call(product.url, '/api/session', {
        method: 'POST',
        body: {},
        headers: { Cookie: cookie },
      });
      const { player } = bodyOf(answer) as { player: { id: string } };
      expect([state, ids.has(player.id), String(answer.headers['set-cookie'])]).toEqual([
        state,
        false,
        expect.stringMatching(/^sid=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/),
      ]);
      ids.add(player.id);
    }
  });

  it('would have been let in with the right cookie: every route does something else then', async () => {
    const through: string[] = [];
    for (const row of ROUTES.filter(({ toStrangers }) => !toStrangers)) {
      const { method } = partsOf(row.route);
      const someone = await Visitor.arrive(product);
      const said = verdictOf(
        await someone.call(pathTo(row, place), { method, body: bodyFor({ method }, row.body?.sample) }),
      );
      if (/no_session|bad_request|bad_type|bad_method/.test(said)) through.push(`${row.route}: ${said}`);
    }
    expect(through).toEqual([]);
  });
});

const entries = { table: () => place.code, conversation: () => place.conversation, inbox: () => 'inbox' };

describe.each(Object.entries(entries))('a ticket for the %s', (_name, where) => {
  it('is worth nothing without the session of its owner, and stays good for the owner', async () => {
    const ticket = await ticketFor(owner, where());
    const through: string[] = [];
    for (const [state, cookie] of states) {
      const { status } = await owner.open(ticket, { Cookie: cookie });
      if (status !== 401) through.push(`${state}: ${status}`);
    }
    expect(through).toEqual([]);
    expect((await stranger.open(ticket)).status).toBe(403);
    const socket = await owner.open(ticket);
    expect(socket.status).toBe(101);
    await socket.frame((frame) => frame[0] === Protocol.JOIN_ROOM, 'the welcome');
    socket.cut();
  });

  it('opens one door once', async () => {
    const ticket = await ticketFor(owner, where());
    const socket = await owner.open(ticket);
    await socket.frame((frame) => frame[0] === Protocol.JOIN_ROOM, 'the welcome');
    expect((await owner.open(ticket)).status).toBe(404);
    socket.cut();
    expect((await owner.open(ticket)).status).toBe(404);
  });

  it('opens no other room, no made-up one, and nothing with a letter changed', async () => {
    const ticket = await ticketFor(owner, where());
    const rooms = [
      place.code,
      place.conversation,
      `inbox-${owner.id}`,
      `inbox-${stranger.id}`,
      'lobby-lobby',
    ];
    const others: Seat[] = [
      ...[...rooms, 'ZUZU', 'constructor', '__proto__']
        .filter((roomId) => roomId !== ticket.roomId)
        .map((roomId) => ({ ...ticket, roomId })),
      { ...ticket, sessionId: `${ticket.sessionId.slice(1)}a` },
      { ...ticket, sessionId: 'constructor'.padEnd(22, '_') },
    ];
    for (const other of others) expect([other, (await owner.open(other)).status]).toEqual([other, 404]);
    const { processId, roomId, sessionId } = ticket;
    for (const path of [
      `/${processId}/${roomId}`,
      `/${processId}/${roomId}?sessionId=`,
      `/${processId}/${roomId}?sessionId=${sessionId}&reconnectionToken=x`,
      `/${processId}/${roomId}?reconnectionToken=${sessionId}`,
      `/${processId}/${roomId}?sessionId[]=${sessionId}`,
      `//${processId}/${roomId}?sessionId=${sessionId}`,
      `/${processId}/${roomId}/?sessionId=${sessionId}`,
      `/${processId}/../${processId}/${roomId}?sessionId=${sessionId}`,
      '/',
    ]) {
      const headers = { Origin: new URL(product.url).origin, Cookie: owner.cookie };
      expect([path, (await RawSocket.open(product.url, { path, headers })).status]).toEqual([path, 404]);
    }
  });
});

describe('a ticket of another process', () => {
  it('opens nothing, also with the same cookie and the same store', async () => {
    const other = await grounds.startTwin();
    const there = await browserOf(other, ownerKnown);
    const ticket = await ticketFor(owner, 'lobby-lobby');
    const theirs = await ticketFor(there, 'lobby-lobby');
    // Its path names the process, which says so; under another name nobody knows it.
    expect((await there.open(ticket)).status).toBe(421);
    expect((await there.open({ ...ticket, processId: theirs.processId })).status).toBe(404);
    expect((await owner.open(ticket)).status).toBe(101);
  });
});

describe('two sockets that race for one ticket', () => {
  it(`are one winner and one loser, ${RACES} times`, async () => {
    const winners: number[] = [];
    for (let race = 0; race < RACES; race++) {
      const ticket = await ticketFor(owner, 'lobby-lobby');
      const sockets = await Promise.all([1, 2].map(() => owner.open(ticket).catch((): null => null)));
      const hasJoined = (socket: RawSocket | null) =>
        socket?.frames.some((frame) => frame[0] === Protocol.JOIN_ROOM) ?? false;
      const isDecided = (socket: RawSocket | null) =>
        socket === null || socket.status !== 101 || socket.isClosed || hasJoined(socket);
      await until(() => sockets.every(isDecided), 'both to know');
      winners.push(sockets.filter(hasJoined).length);
      for (const socket of sockets) socket?.cut();
    }
    expect(winners).toEqual(Array(RACES).fill(1));
  });
});

describe('a seat', () => {
  it('is refused in words to everybody whose session is no good', async () => {
    const visitor = await Visitor.arrive(product);
    for (const where of [place.code, place.conversation, 'inbox']) {
      const answer = await askSeat(visitor, where, { Cookie: 'sid=' });
      expect(bodyOf(answer)).toEqual({
        code: 'no_session',
        message: 'Your visit has expired. Reload the page.',
      });
    }
  });
});
