import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { addressOf } from './address.ts';
import { Budget, GuessBudget, OpenCount } from './budgets.ts';
import { refusalOf } from './filter.ts';
import { Hosts } from './hosts.ts';
import { PendingSeats } from './pending-seats.ts';

const from = (remoteAddress: string, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

describe('addresses', () => {
  it.each([
    ['127.0.0.1', undefined, [], '127.0.0.1'],
    ['::ffff:10.0.0.7', undefined, [], '10.0.0.7'],
    ['10.0.0.7', '9.9.9.9', [], '10.0.0.7'],
    ['127.0.0.1', '9.9.9.9, 10.0.0.7', ['127.0.0.1'], '10.0.0.7'],
    ['127.0.0.1', '9.9.9.9, 10.0.0.7', ['127.0.0.1', '10.0.0.7'], '9.9.9.9'],
    ['127.0.0.1', 'nonsense', ['127.0.0.1'], '127.0.0.1'],
    ['2001:db8:1:2:3:4:5:6', undefined, [], '2001:db8:1:2::/64'],
    ['2001:db8::1', undefined, [], '2001:db8:0:0::/64'],
    ['2001:DB8::1%eth0', undefined, [], '2001:db8:0:0::/64'],
    ['127.0.0.9', '9.9.9.9', ['127.0.0.0/8'], '9.9.9.9'],
    ['::1', '9.9.9.9', ['loopback'], '9.9.9.9'],
    ['::ffff:127.0.0.1', '9.9.9.9', ['loopback'], '9.9.9.9'],
    ['172.18.0.2', '9.9.9.9, 192.168.1.1', ['uniquelocal'], '9.9.9.9'],
    ['172.18.0.2', '9.9.9.9', ['loopback', '172.16.0.0/12'], '9.9.9.9'],
    ['fd00::2', '2001:db8::1', ['fd00::/8'], '2001:db8:0:0::/64'],
    ['11.0.0.1', '9.9.9.9', ['10.0.0.0/8'], '11.0.0.1'],
    ['127.0.0.1', '9.9.9.9:4711', ['loopback'], '9.9.9.9'],
    ['127.0.0.1', '[2001:db8::1]:4711', ['loopback'], '2001:db8:0:0::/64'],
  ] as const)('%s, forwarded %s, trusting %j, is %s', (remote, forwarded, trusted, key) => {
    const { trusts } = readConfig({ TRUSTED_PROXIES: trusted.join(', ') });
    expect(addressOf(from(remote, forwarded), trusts)).toBe(key);
  });
});

describe('hosts and origins', () => {
  it('are exact', () => {
    const hosts = new Hosts(readConfig({ PUBLIC_URL: 'https://play.example' }), 2567);
    for (const host of ['localhost:2567', '127.0.0.1:2567', '[::1]:2567', 'play.example', 'PLAY.example'])
      expect(hosts.allowsHost(host), host).toBe(true);
    for (const host of [
      undefined,
      '',
      'localhost',
      'a@localhost:2567',
      'play.example:2567',
      'evil.play.example',
    ])
      expect(hosts.allowsHost(host), host).toBe(false);
    for (const origin of ['https://play.example', 'http://localhost:2567'])
      expect(hosts.allowsOrigin(origin), origin).toBe(true);
    for (const origin of [undefined, 'null', 'https://play.example.evil', 'https://localhost:2567', '*'])
      expect(hosts.allowsOrigin(origin), origin).toBe(false);
  });

  it('include the addresses of the machine when it is open to the network', () => {
    const open = new Hosts(readConfig({ HOST: '0.0.0.0' }), 80);
    expect(open.allowsHost('127.0.0.1')).toBe(true);
    expect(open.allowsHost('203.0.113.9')).toBe(false);
    expect(new Hosts(readConfig({ HOST: '192.168.1.5' }), 80).allowsHost('192.168.1.5')).toBe(true);
  });
});

describe('the filter', () => {
  const refusal = (method: string, url: string, headers: Record<string, string> = {}) =>
    refusalOf({ method, url, headers: { host: 'here', ...headers } } as unknown as IncomingMessage, {
      allowsHost: (host) => host === 'here',
      maxBytes: 100,
    })?.code ?? null;

  it.each([
    ['GET', '/', {}, null],
    ['GET', '/t/BABA?x=1', {}, null],
    ['POST', '/api/session', { 'content-length': '2' }, null],
    ['POST', '/api/session', { 'transfer-encoding': 'chunked' }, null],
    ['GET', '/', { host: 'there' }, 'bad_host'],
    ['DELETE', '/api/me', {}, 'bad_method'],
    ['POST', '/', {}, 'bad_method'],
    ['POST', '/matchmake/create/x', {}, 'bad_method'],
    ['GET', '//evil', {}, 'bad_request'],
    ['GET', 'http://evil/', {}, 'bad_request'],
    ['GET', '/%zz', {}, 'bad_request'],
    ['GET', '/%00', {}, 'bad_request'],
    ['GET', `/${'x'.repeat(3_000)}`, {}, 'bad_request'],
    ['GET', '/', { 'content-length': '1' }, 'bad_request'],
    ['POST', '/api/me', { 'content-length': '101' }, 'too_large'],
  ])('%s %s %j → %s', (method, url, headers, code) => {
    expect(refusal(method, url, headers as Record<string, string>)).toBe(code);
  });
});

describe('budgets', () => {
  it('refuse with the time to wait', async () => {
    const budget = new Budget(2, 60);
    await budget.spend('a');
    await budget.spend('a');
    await expect(budget.spend('a')).rejects.toMatchObject({ code: 'rate_limited', status: 429 });
    expect(await budget.waitFor('a')).toBeGreaterThan(50);
    await budget.spend('b');
  });

  it('take back what was held, and do not count what they refuse', async () => {
    const budget = new Budget(2, 60);
    const [giveBack] = await Promise.all([budget.hold('a'), budget.hold('a')]);
    for (let i = 0; i < 5; i++)
      await expect(budget.hold('a')).rejects.toMatchObject({ code: 'rate_limited' });
    await giveBack();
    await budget.hold('a');
    await expect(budget.hold('a')).rejects.toMatchObject({ code: 'rate_limited' });
  });

  it('let a guesser go on slowly', async () => {
    const guesses = new GuessBudget(new Budget(2, 60), new Budget(1, 60));
    for (let i = 0; i < 5; i++) await guesses.mayGuess('a');
    await guesses.missed('a');
    await guesses.missed('a');
    await guesses.mayGuess('a');
    await expect(guesses.mayGuess('a')).rejects.toMatchObject({ code: 'rate_limited' });
    await guesses.mayGuess('b');
  });

  it('count what is open', () => {
    const count = new OpenCount(2);
    const first = count.open('a');
    expect(count.open('a')).not.toBeNull();
    expect(count.open('a')).toBeNull();
    first?.();
    first?.();
    expect(count.open('a')).not.toBeNull();
    expect(count.open('a')).toBeNull();
  });

  it('give pending seats back when they are used or cancelled', () => {
    const seats = new PendingSeats(readConfig({}).limits);
    const first = seats.open('p', 'a');
    first?.keep('ticket');
    const second = seats.open('p', 'a');
    expect(seats.open('p', 'a')).toBeNull();
    expect(seats.open('q', 'a')).not.toBeNull();
    second?.cancel();
    seats.used('ticket');
    seats.used('ticket');
    expect(seats.open('p', 'a')).not.toBeNull();
    expect(seats.open('p', 'a')).not.toBeNull();
    expect(seats.open('p', 'a')).toBeNull();
  });
});
