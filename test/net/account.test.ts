import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLOSE } from '../../shared/protocol/codes.ts';
import { Product } from '../harness/product.ts';
import type { Answer } from '../harness/visitor.ts';
import { Visitor } from '../harness/visitor.ts';

const PASSWORD = 'moss brick lagoon';
const OTHER = 'velvet gravel ember';
let product: Product;
beforeAll(async () => {
  product = await Product.start({ TRUSTED_PROXIES: '127.0.0.1' });
});
afterAll(() => product.stop());

let addresses = 0;
const arrive = () => Visitor.arrive(product, `10.1.0.${++addresses}`);
const json = (answer: Answer) => JSON.parse(answer.text);
const post = (visitor: Visitor, path: string, body: unknown = {}) =>
  visitor.call(`/api/account${path}`, { method: 'POST', body });
/** Uses the cookie that an answer hands out, as a browser would. */
function adopt(visitor: Visitor, answer: Answer): Answer {
  const cookie = answer.headers['set-cookie'];
  if (cookie) visitor.cookie = String(cookie).split(';', 1)[0]!;
  return answer;
}
const me = async (visitor: Visitor) =>
  json(await visitor.call('/api/session', { method: 'POST', body: {} })).player;

describe('an account', () => {
  it('keeps the guest’s id, changes the cookie, and opens from another browser', async () => {
    const ana = await arrive();
    const before = ana.cookie;
    const claimed = adopt(ana, await post(ana, '/claim', { name: 'Anastasia', password: PASSWORD }));
    expect([claimed.status, json(claimed).player.id, json(claimed).codes.length]).toEqual([201, ana.id, 10]);
    expect(ana.cookie).not.toBe(before);
    expect(await me(ana)).toMatchObject({ id: ana.id, name: 'Anastasia', isNamed: true, hasAccount: true });
    const phone = await arrive();
    const wrong = await post(phone, '/login', { name: 'Anastasia', password: OTHER });
    const unknown = await post(phone, '/login', { name: 'Somebody', password: OTHER });
    expect([wrong.status, wrong.text]).toEqual([403, unknown.text]);
    adopt(phone, await post(phone, '/login', { name: 'anastasia', password: PASSWORD }));
    expect((await me(phone)).id).toBe(ana.id);
    const list = json(await phone.call('/api/account')).sessions;
    expect(list.map((row: { isThis: boolean }) => row.isThis).sort()).toEqual([false, true]);
  });

  it('refuses what nobody may do, in words', async () => {
    const ben = await arrive();
    await post(ben, '/claim', { name: 'Benedict', password: PASSWORD });
    const eve = await arrive();
    for (const [path, body, status, code] of [
      ['/claim', { name: 'Benedict', password: PASSWORD }, 409, 'name_taken'],
      ['/claim', { name: 'admin', password: PASSWORD }, 422, 'bad_name'],
      ['/claim', { name: 'Evelyn', password: 'short' }, 422, 'password_short'],
      ['/claim', { name: 'Evelyn', password: PASSWORD, id: ben.id }, 400, 'bad_request'],
      ['/password', { old: PASSWORD, password: OTHER }, 409, 'not_named'],
      ['/recover', { name: 'Benedict', code: 'x', password: OTHER }, 403, 'wrong_code'],
      ['/end-session', { session: 'nothing' }, 404, 'not_found'],
    ] as const) {
      const answer = await post(eve, path, body);
      expect([path, answer.status, json(answer).code]).toEqual([path, status, code]);
      expect(json(answer).message.length).toBeGreaterThan(10);
    }
    const renamed = await eve.call('/api/me', { method: 'PATCH', body: { name: 'Evelyn' } });
    expect(renamed.status).toBe(200);
    const stolen = await eve.call('/api/me', { method: 'PATCH', body: { name: 'Bened1ct' } });
    expect(json(stolen).code).toBe('name_taken');
  });

  it('slows down whoever guesses', async () => {
    const cleo = await arrive();
    await post(cleo, '/claim', { name: 'Cleopatra', password: PASSWORD });
    const eve = await arrive();
    const codes: string[] = [];
    for (let i = 0; i < 7; i++)
      codes.push(json(await post(eve, '/login', { name: 'Cleopatra', password: OTHER })).code);
    expect(codes).toEqual([...Array(5).fill('wrong_login'), 'rate_limited', 'rate_limited']);
    const friend = await arrive();
    expect((await post(friend, '/login', { name: 'Cleopatra', password: PASSWORD })).status).toBe(200);
  });
});

describe('the end of a session', () => {
  it.each([
    ['signing out', (visitor: Visitor) => post(visitor, '/logout')],
    ['a new password', (visitor: Visitor) => post(visitor, '/password', { old: PASSWORD, password: OTHER })],
    ['being forgotten', (visitor: Visitor) => post(visitor, '/delete', { password: PASSWORD })],
  ])('by %s closes its sockets and its doors', async (how, act) => {
    const dev = await arrive();
    const name = `Dev ${how}`.slice(0, 20);
    adopt(dev, await post(dev, '/claim', { name, password: PASSWORD }));
    const { code } = json(await dev.call('/api/tables', { method: 'POST', body: { visibility: 'private' } }));
    const socket = await dev.join(code);
    const start = performance.now();
    const answer = await act(dev);
    expect(answer.status).toBe(200);
    expect(await socket.closed()).toBe(CLOSE.signedOut);
    expect(performance.now() - start).toBeLessThan(2_000);
    expect((await dev.askSeat(code)).status).toBe(401);
    expect((await dev.call('/api/account')).status).toBe(401);
  });

  it('can be one of another browser, seen in the list', async () => {
    const ema = await arrive();
    adopt(ema, await post(ema, '/claim', { name: 'Emanuela', password: PASSWORD }));
    const phone = await arrive();
    adopt(phone, await post(phone, '/login', { name: 'Emanuela', password: PASSWORD }));
    const rows = json(await ema.call('/api/account')).sessions;
    const other = rows.find((row: { isThis: boolean }) => !row.isThis);
    expect((await post(ema, '/end-session', { session: other.id })).status).toBe(200);
    expect((await phone.call('/api/account')).status).toBe(401);
    expect((await ema.call('/api/account')).status).toBe(200);
  });
});

describe('what is stored about a person', () => {
  it('can be read by them, and goes when they go', async () => {
    const finn = await arrive();
    adopt(finn, await post(finn, '/claim', { name: 'Finnegan', password: PASSWORD }));
    const data = await finn.call('/api/account/data');
    expect(data.headers['content-disposition']).toContain('color-clues.json');
    expect(json(data)).toMatchObject({
      person: { id: finn.id, name: 'Finnegan' },
      messages: [],
      sessions: [{}],
    });
    expect(data.text).not.toMatch(/argon2|password/);
    expect(json(await post(finn, '/delete', { password: OTHER })).code).toBe('wrong_password');
    expect((await post(finn, '/delete', { password: PASSWORD })).status).toBe(200);
    const next = await arrive();
    expect((await post(next, '/claim', { name: 'Finnegan', password: PASSWORD })).status).toBe(201);
  });
});
