import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { addressOf } from './address.ts';
import { Budget, GuessBudget, OpenCount } from './budgets.ts';
import { refusalOf } from './filter.ts';
import { Hosts } from './hosts.ts';
import { friendsOrigin, networkAddresses } from './network.ts';
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

  it('say which setting makes a name one of theirs', () => {
    const words = (env: Record<string, string>, host: string) =>
      new Hosts(readConfig(env), 4300).wordsFor(host);
    expect(words({}, 'localhost:8080')).toContain('PUBLIC_URL=http://localhost:8080 ');
    expect(words({ PUBLIC_URL: 'https://play.example' }, 'here:80')).toContain(
      'ALLOWED_ORIGINS=http://here:80 ',
    );
    expect(words({}, '<script>')).not.toContain('<');
  });

  it('include the addresses of the machine when it is open to the network', () => {
    const open = new Hosts(readConfig({ HOST: '0.0.0.0' }), 80);
    expect(open.allowsHost('127.0.0.1')).toBe(true);
    expect(open.allowsHost('203.0.113.9')).toBe(false);
    expect(new Hosts(readConfig({ HOST: '192.168.1.5' }), 80).allowsHost('192.168.1.5')).toBe(true);
  });
});

describe('links for friends', () => {
  it('lead to where they reach the server, or nowhere', () => {
    const origin = (env: Record<string, string>) => friendsOrigin(readConfig(env), 4300);
    for (const HOST of ['127.0.0.1', 'localhost', '::1', '127.0.0.9']) expect(origin({ HOST })).toBeNull();
    expect(origin({ HOST: '192.168.1.5' })).toBe('http://192.168.1.5:4300');
    expect(origin({ HOST: 'fd00::5' })).toBe('http://[fd00::5]:4300');
    const [address] = networkAddresses();
    const open = address ? `http://${address}:4300` : null;
    for (const HOST of ['0.0.0.0', '::']) expect(origin({ HOST })).toBe(open);
    for (const HOST of ['127.0.0.1', '0.0.0.0'])
      expect(origin({ HOST, PUBLIC_URL: 'https://play.example' })).toBe('https://play.example');
  });
});

describe('the filter', () => {
  const refusal = (method: string, url: string, headers: Record<string, string> = {}) =>
    refusalOf({ method, url, headers: { host: 'here', ...headers } } as unknown as IncomingMessage, {
      allowsHost: (host) => host === 'here',
      wordsForHost: () => '',
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
    await guesses.mayGuess('a', async () => true);
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

  const seats = () => {
    const open = new Set<string>();
    const told: string[] = [];
    let made = 0;
    const limits = readConfig({ LIMIT_PENDING_SEATS_PER_ADDRESS: '4' }).limits;
    const pending = new PendingSeats({
      limits,
      ticketOwner: (_room, ticket) => (open.has(ticket) ? 'p' : null),
      tellUsed: (ticket) => told.push(ticket),
    });
    const ask = async (person: string, room: string, details: readonly unknown[] = []) => {
      const reserve = async () => {
        const sessionId = `ticket-${++made}`;
        open.add(sessionId);
        return { reservation: { roomId: room, sessionId } };
      };
      return (await pending.promise({ person, address: 'a', room, details }, reserve)).reservation.sessionId;
    };
    const use = (ticket: string) => {
      open.delete(ticket);
      pending.used(ticket);
    };
    return { ask, use, told, over: (ticket: string) => pending.over(ticket) };
  };

  it('are over when the ticket is used in another process, which says so of tickets that it does not know', async () => {
    const { ask, use, told, over } = seats();
    const [first] = [await ask('p', 'BABA', [1]), await ask('p', 'BABA', [2])];
    use('of somebody else');
    expect(told).toEqual(['of somebody else']);
    over('of somebody else');
    await expect(ask('p', 'BABA', [3])).rejects.toMatchObject({ code: 'rate_limited' });
    over(first);
    await ask('p', 'BABA', [3]);
    use(first);
    expect(told).toEqual(['of somebody else', first]);
  });

  it('give the very same seat to who asks for it again, and another one when it was used', async () => {
    const { ask, use } = seats();
    for (let i = 0; i < 20; i++) expect(await ask('p', 'BABA')).toBe('ticket-1');
    expect(await ask('p', 'chat')).toBe('ticket-2');
    expect(await ask('p', 'BABA', ['renamed'])).toBe('ticket-3');
    use('ticket-1');
    use('ticket-1');
    expect(await ask('p', 'BABA')).toBe('ticket-4');
  });

  it('keep nobody from a room for seats in others, and nobody fills one with promises', async () => {
    const { ask, use } = seats();
    const [first] = [await ask('p', 'BABA', [1]), await ask('p', 'BABA', [2])];
    await expect(ask('p', 'BABA', [3])).rejects.toMatchObject({ code: 'rate_limited' });
    for (const room of ['chat', 'inbox', 'BABE']) await ask('p', room);
    for (const person of ['q', 'r']) await ask(person, 'BABA');
    await expect(ask('s', 'BABA')).rejects.toMatchObject({ code: 'rate_limited' });
    use(first);
    await ask('s', 'BABA');
  });

  it('do not promise a seat again whose room is gone', async () => {
    const { ask } = seats();
    const limits = readConfig({}).limits;
    const pending = new PendingSeats({ limits, ticketOwner: () => null, tellUsed: () => {} });
    const wish = { person: 'p', address: 'a', room: 'BABA', details: [] };
    const answer = (sessionId: string) => async () => ({ reservation: { roomId: 'BABA', sessionId } });
    await pending.promise(wish, answer('one'));
    expect((await pending.promise(wish, answer('two'))).reservation.sessionId).toBe('two');
    expect(await ask('p', 'BABA')).toBe('ticket-1');
  });
});
