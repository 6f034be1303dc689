import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RoomClient, ticketFor, verdictOf } from '../harness/matrix-client.ts';
import { browserOf, Grounds } from '../harness/matrix-people.ts';
import { partsOf, pathTo, ROUTES, type RouteRow } from '../harness/matrix-routes.ts';
import { post } from '../harness/matrix-worlds.ts';
import type { Product } from '../harness/product.ts';
import { RawSocket } from '../harness/raw-ws.ts';
import { type Answer, rawHttp, type Visitor } from '../harness/visitor.ts';

type Headers = Readonly<Record<string, string>>;

let grounds: Grounds;
let product: Product;
let owner: Visitor;
let port = '';
const place = { code: '', conversation: '' };

beforeAll(async () => {
  grounds = await Grounds.open();
  const [known, friend] = [await grounds.person('Ottilie'), await grounds.person('Friedrich')];
  product = await grounds.start();
  ({ port } = new URL(product.url));
  owner = await browserOf(product, known);
  const { code } = await post(owner, '/api/tables', { visibility: 'private' });
  place.code = String(code);
  const group = { title: 'Ottilie’s', people: [friend.id] };
  const { conversation } = await post(owner, '/api/chat/groups', group);
  place.conversation = String(conversation);
  // What is asked on a day is stored when somebody looks at it first.
  await owner.call('/api/daily');
});
afterAll(() => grounds.stop());

/** What the browser of somebody who is on another page would send; with their cookie, as if nothing kept it back. */
const otherPages = (): Readonly<Record<string, Headers>> => {
  const own = { Origin: `http://127.0.0.1:${port}` };
  return {
    'an evil page': { Origin: 'https://evil.example' },
    'a sandboxed frame or a file': { Origin: 'null' },
    'no origin at all': {},
    'an empty origin': { Origin: '' },
    'a name that begins like ours': { Origin: `http://127.0.0.1.evil.example:${port}` },
    'a name that ends like ours': { Origin: `http://evil-127.0.0.1:${port}` },
    'a name below ours': { Origin: `http://evil.localhost:${port}` },
    'a name with a dot at the end': { Origin: `http://localhost.:${port}` },
    'our name as a user': { Origin: `http://127.0.0.1:${port}@evil.example` },
    'our port and more': { Origin: `http://127.0.0.1:${port}0` },
    'another port': { Origin: 'http://127.0.0.1:1' },
    'no port': { Origin: 'http://127.0.0.1' },
    'another scheme': { Origin: `https://127.0.0.1:${port}` },
    'a path behind ours': { Origin: `http://127.0.0.1:${port}/` },
    'two origins': { Origin: `http://127.0.0.1:${port}, https://evil.example` },
    'capital letters': { Origin: `HTTP://LOCALHOST:${port}` },
    'our origin, but the browser says cross-site': { ...own, 'Sec-Fetch-Site': 'cross-site' },
    'our origin, but the browser says same-site': { ...own, 'Sec-Fetch-Site': 'same-site' },
    'our origin, but the browser says none': { ...own, 'Sec-Fetch-Site': 'none' },
    'an evil page that says same-origin': { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-origin' },
  };
};

const writing = ROUTES.filter(({ route }) => !route.startsWith('GET '));
const reading = ROUTES.filter(({ route }) => route.startsWith('GET ') && !route.endsWith('/live'));

/** One request with exactly these headers and this body. */
function send(method: string, path: string, headers: Headers, body?: string): Promise<Answer> {
  const all = { Cookie: owner.cookie, ...headers };
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname: '127.0.0.1', port, path, method, agent: false, headers: all });
    outgoing.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
const JSON_TYPE = { 'Content-Type': 'application/json' };
const bodyFor = ({ body }: RouteRow) => JSON.stringify(body?.sample ?? {});

/** Runs attempts side by side; resolves to those that were not refused as wanted, and to what changed. */
async function attempts(tries: readonly (() => Promise<string | null>)[]): Promise<unknown[]> {
  const before = await grounds.rows();
  const through = (await Promise.all(tries.map((attempt) => attempt()))).filter((each) => each !== null);
  const after = new Set(await grounds.rows());
  return [...through, ...before.filter((row) => !after.has(row)), after.size - before.length];
}
const NOTHING = [0];
const unless = (isRefused: boolean, what: string) => (isRefused ? null : what);
const isOpen = ({ headers }: Answer) =>
  Object.keys(headers).some((name) => name.startsWith('access-control'));

describe('a page of another origin', () => {
  it('changes nothing by any route, and cannot read the answer', async () => {
    const tries = Object.entries(otherPages()).flatMap(([page, headers]) =>
      writing.map((row) => async () => {
        const { method } = partsOf(row.route);
        const answer = await send(method, pathTo(row, place), { ...JSON_TYPE, ...headers }, bodyFor(row));
        const isRefused = verdictOf(answer) === '403 bad_origin' && !isOpen(answer);
        return unless(isRefused, `${page}: ${row.route}: ${verdictOf(answer)}`);
      }),
    );
    expect(await attempts(tries)).toEqual(NOTHING);
  });

  it('cannot read anything: no answer says that another origin may', async () => {
    const tries = Object.entries(otherPages()).flatMap(([page, headers]) =>
      reading.map((row) => async () => {
        const answer = await send('GET', pathTo(row, place), headers);
        const isKept = !isOpen(answer) && answer.headers['cross-origin-resource-policy'] === 'same-origin';
        return unless(isKept, `${page}: ${row.route}`);
      }),
    );
    expect(await attempts(tries)).toEqual(NOTHING);
  });

  it('opens no socket, also with a good ticket and the cookie', async () => {
    const seats = await Promise.all(
      [place.code, place.conversation, 'inbox'].map((where) => ticketFor(owner, where)),
    );
    const through: string[] = [];
    for (const [page, headers] of Object.entries(otherPages())) {
      if (headers.Origin === `http://127.0.0.1:${port}`) continue; // sockets are judged by their origin alone
      for (const { processId, roomId, sessionId } of seats) {
        const path = `/${processId}/${roomId}?sessionId=${sessionId}`;
        const cookie = { Cookie: owner.cookie };
        const { status } = await RawSocket.open(product.url, { path, headers: { ...cookie, ...headers } });
        if (status !== 403) through.push(`${page}: ${roomId}: ${status}`);
      }
    }
    expect(through).toEqual([]);
    for (const seat of seats) {
      const socket = await owner.open(seat);
      expect(socket.status).toBe(101);
      socket.cut();
    }
  });

  it('gets no permission beforehand', async () => {
    const asked = { 'Access-Control-Request-Method': 'POST', Origin: 'https://evil.example' };
    const tries = ROUTES.map((row) => async () => {
      const answer = await send('OPTIONS', pathTo(row, place), asked);
      return unless(answer.status === 405 && !isOpen(answer), `${row.route}: ${verdictOf(answer)}`);
    });
    expect(await attempts(tries)).toEqual(NOTHING);
  });
});

describe('a form', () => {
  const boundary = 'xxx';
  const multipart = (json: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="a"\r\n\r\n${json}\r\n--${boundary}--\r\n`;
  const types: Readonly<Record<string, (json: string) => string>> = {
    'text/plain': (json) => json,
    'text/plain; application/json': (json) => json,
    'application/x-www-form-urlencoded': (json) => `${encodeURIComponent(json)}=`,
    [`multipart/form-data; boundary=${boundary}`]: multipart,
    'application/json, text/plain': (json) => json,
    'application/jsonp': (json) => json,
    'application/csp-report': (json) => json,
    'application/json; charset=utf-16': (json) => Buffer.from(json, 'utf16le').toString('latin1'),
    '': (json) => json,
  };

  it('changes nothing by any route, even from our own page', async () => {
    const own = { Origin: product.url };
    const tries = Object.entries(types).flatMap(([type, write]) =>
      writing.map((row) => async () => {
        const { method } = partsOf(row.route);
        const headers = { ...own, ...(type && { 'Content-Type': type }) };
        const answer = await send(method, pathTo(row, place), headers, write(bodyFor(row)));
        return unless(verdictOf(answer) === '415 bad_type', `${type}: ${row.route}: ${verdictOf(answer)}`);
      }),
    );
    expect(await attempts(tries)).toEqual(NOTHING);
  });
});

describe('a mere link', () => {
  it('changes nothing: not by GET, and not by what pretends to be another method', async () => {
    const witness = await RoomClient.enter(owner, place.code);
    const frames = witness.socket.frames.length;
    const pretending: Headers[] = [
      {},
      { 'X-HTTP-Method-Override': 'POST' },
      { 'X-HTTP-Method': 'POST' },
      { 'X-Method-Override': 'POST' },
    ];
    const tries = pretending.flatMap((headers) =>
      writing.flatMap((row) =>
        ['GET', 'HEAD'].flatMap((method) =>
          ['', '?_method=POST', '?method=POST'].map((query) => async () => {
            const answer = await send(method, pathTo(row, place) + query, headers);
            // Some paths can also be read.
            const isRead = reading.some(({ route }) => partsOf(route).path === partsOf(row.route).path);
            return unless(answer.status === (isRead ? 200 : 404), `${method} ${row.route}: ${answer.status}`);
          }),
        ),
      ),
    );
    expect(await attempts(tries)).toEqual(NOTHING);
    expect(witness.socket.frames.slice(frames)).toEqual([]);
  });

  it('that is read by whoever may, changes nothing either', async () => {
    const tries = reading.map((row) => async () => {
      const { status } = await send('GET', pathTo(row, place), {});
      return unless(status < 500, `${row.route}: ${status}`);
    });
    expect(await attempts(tries)).toEqual(NOTHING);
  });

  it('is answered to the end, whatever the method, the list that never ends included', async () => {
    const methods = ['HEAD', 'OPTIONS', 'PUT', 'TRACE'];
    const tries = ROUTES.flatMap((row) =>
      methods.map((method) => async () => {
        const { status, text } = await send(method, pathTo(row, place), {});
        const isRefused = method === 'HEAD' ? text === '' : status === 405;
        return unless(status < 500 && isRefused, `${method} ${row.route}: ${status}`);
      }),
    );
    expect(await attempts(tries)).toEqual(NOTHING);
    // None of them holds a place of the live list.
    const lists = Array.from({ length: 60 }, () => send('HEAD', '/api/tables/live', {}));
    expect(new Set((await Promise.all(lists)).map(({ status }) => status))).toEqual(new Set([200]));
  });

  it.each(['PUT', 'DELETE', 'TRACE', 'CONNECT', 'PROPFIND', 'post'])('is no %s', async (method) => {
    const head = `Host: 127.0.0.1:${port}\r\nCookie: ${owner.cookie}\r\nOrigin: ${product.url}\r\n`;
    const text = await rawHttp(product.url, `${method} /api/account HTTP/1.1\r\n${head}\r\n`, 300);
    expect(text).not.toMatch(/^HTTP\/1\.1 [23]/);
  });
});
