import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FakeClock, fakeLog, seededEntropy } from '../../test/harness/fakes.ts';
import { MemoryDocuments } from '../../test/harness/memory-documents.ts';
import { readConfig } from '../config.ts';
import { Identities } from '../identity/identities.ts';
import { securityHeaders } from './headers.ts';
import { clientPages } from './pages.ts';
import { Sessions } from './sessions.ts';

const SECURE = readConfig({ PUBLIC_URL: 'https://play.example' });

describe('pages', () => {
  let server: Server;
  let url: string;
  const directory = mkdtempSync(join(tmpdir(), 'pages-'));

  beforeAll(async () => {
    mkdirSync(join(directory, 'assets'));
    writeFileSync(join(directory, 'index.html'), '<title>page</title>');
    writeFileSync(join(directory, 'assets', 'main-abc.js'), 'void 0;');
    writeFileSync(join(directory, 'sw.js'), 'void 0;');
    writeFileSync(join(directory, 'manifest.webmanifest'), '{}');
    writeFileSync(join(directory, '.env'), 'SECRET');
    const app = express();
    app.use(securityHeaders(SECURE), clientPages(directory).handler);
    server = createServer(app).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
    rmSync(directory, { recursive: true });
  });

  it.each([
    ['/', 200, true],
    ['/t/MOKA', 200, true],
    ['/color-clues/MOKA', 200, true],
    ['/no-such-game/MOKA', 404, true],
    ['/t/moka/', 200, true],
    ['/daily', 200, true],
    ['/daily/2026-11-29', 200, true],
    ['/daily/soon', 404, true],
    ['/practice', 200, true],
    ['/new/color-clues', 200, true],
    ['/new/color-clues?preset=party&name=Long+clues', 200, true],
    ['/new/snap', 404, true],
    ['/new', 404, true],
    ['/nowhere', 404, true],
    ['/t/MOKA/more', 404, true],
    ['/assets/gone-abc.js', 404, false],
    ['/.env', 404, false],
    ['/favicon.ico', 404, false],
  ])('%s is %i', async (path, status, isPage) => {
    const response = await fetch(url + path);
    expect(response.status).toBe(status);
    expect((await response.text()).includes('<title>page</title>')).toBe(isPage);
    if (isPage) expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  it.each([
    ['/sw.js', 'javascript'],
    ['/manifest.webmanifest', 'application/manifest+json'],
  ])('asks for %s every time', async (path, type) => {
    const { headers } = await fetch(url + path);
    expect(headers.get('cache-control')).toBe('public, max-age=0');
    expect(headers.get('content-type')).toContain(type);
    expect(headers.get('content-security-policy')).toContain("manifest-src 'self'");
  });

  it('keeps files with a hash for ever', async () => {
    const { headers } = await fetch(`${url}/assets/main-abc.js`);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('content-type')).toContain('javascript');
  });

  it('says what pages may do', async () => {
    const { headers } = await fetch(url);
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none';script-src 'self';");
    expect(policy).toContain("connect-src 'self' wss://play.example;");
    expect(policy).not.toContain('unsafe-eval');
    expect(headers.get('strict-transport-security')).toContain('max-age=31536000');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('sessions behind https', () => {
  it('use a cookie that only this host over https can set or read', async () => {
    const identities = new Identities({
      documents: new MemoryDocuments(),
      clock: new FakeClock(),
      entropy: seededEntropy(1),
      log: fakeLog(),
      tell: () => {},
    });
    const sessions = new Sessions(identities, SECURE);
    const request = (cookie: string) => ({ headers: { cookie } }) as IncomingMessage;
    const response = new ServerResponse(request(''));
    const { person } = await sessions.begin(request(''), response, async () => {});
    const cookie = String(response.getHeader('set-cookie'));
    expect(cookie).toMatch(
      /^__Host-sid=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    const pair = cookie.split(';', 1)[0]!;
    expect((await sessions.visitor(request(pair)))?.person).toEqual(person);
    expect(await sessions.visitor(request(pair.replace('__Host-', '')))).toBeNull();
    expect(await sessions.visitor(request(''))).toBeNull();
  });
});
