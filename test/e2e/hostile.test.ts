import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP, launch, PATIENCE_MS, PHONE } from '../harness/browser.ts';
import { CANARY, HOSTILE_TEXTS } from '../harness/hostile-texts.ts';
import { bodyOf, ticketFor } from '../harness/matrix-client.ts';
import { fillWithHostileTexts, type HostilePlaces } from '../harness/matrix-hostile.ts';
import { browserOf, Grounds } from '../harness/matrix-people.ts';
import { withAccount } from '../harness/operators.ts';
import type { Product } from '../harness/product.ts';
import { until } from '../harness/until.ts';
import { call } from '../harness/visitor.ts';

let grounds: Grounds;
let product: Product;
let browser: Browser;
let places: HostilePlaces;

beforeAll(async () => {
  grounds = await Grounds.open();
  const operator = await grounds.person('Operetta');
  [product, browser] = await Promise.all([grounds.start({ OPERATORS: operator.id }), launch()]);
  const setting = {
    server: product,
    operator: await withAccount(await browserOf(product, operator), 'Operetta'),
  };
  places = await fillWithHostileTexts(setting);
});
afterAll(async () => {
  await browser?.close();
  await grounds?.stop();
});

/** What must not happen on a page. */
class Watch {
  readonly incidents: string[] = [];

  async over(context: BrowserContext): Promise<void> {
    const note = (what: string) => void this.incidents.push(what);
    await context.exposeFunction(CANARY, () => note('a script was executed'));
    await context.exposeFunction('reportViolation', (what: string) => note(`the policy stopped ${what}`));
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
        const report = Reflect.get(globalThis, 'reportViolation') as (what: string) => void;
        report(`${violatedDirective}: ${blockedURI} ${sample}`);
      });
    });
    context.on('page', (page) => {
      page.on('dialog', (dialog) => {
        note(`a dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on('popup', () => note('a window was opened'));
      page.on('pageerror', (error) => note(`an error: ${error.stack}`));
      page.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        const isOwn = origin.replace(/^ws/, 'http') === product.url;
        if (!isOwn && protocol !== 'blob:' && protocol !== 'data:') note(`a request to ${request.url()}`);
      });
    });
  }
}

/** A browser of somebody who may see everything. */
async function lookIn(options: typeof DESKTOP | typeof PHONE) {
  const context = await browser.newContext({ ...options, baseURL: product.url, reducedMotion: 'reduce' });
  context.setDefaultTimeout(PATIENCE_MS);
  const [name = '', value = ''] = places.reader.cookie.split('=');
  await context.addCookies([{ name, value, url: product.url }]);
  const watch = new Watch();
  await watch.over(context);
  return { context, watch, page: await context.newPage() };
}

/** Elements that no text of ours is made of, and addresses that no link of ours has. */
const foreign = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = [];
    const forbidden =
      'script:not([src^="/assets/"]),iframe,object,embed,base,meta[http-equiv],frame,portal,math,marquee,video,audio,form[action],[formaction],[srcdoc],[style*="expression"]';
    for (const element of document.querySelectorAll(forbidden)) found.push(element.outerHTML.slice(0, 200));
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name)) found.push(`${element.tagName} ${name}=${value}`);
        const isAddress = /^(?:href|src|action|data|poster|xlink:href)$/i.test(name);
        if (isAddress && !/^(?:https?:|\/|#|blob:|data:image\/(?:svg|png|webp))/i.test(value))
          found.push(`${element.tagName} ${name}=${value.slice(0, 80)}`);
      }
    }
    const inMessages = '.msg-text :not(p,pre,code,blockquote,strong,em,s,span,a[rel],button,br)';
    for (const element of document.querySelectorAll(inMessages)) found.push(element.outerHTML.slice(0, 200));
    return found;
  });

/** What sticks out of the page to the side; empty when nothing can be scrolled that way. */
const overflow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth && document.body.scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return [
      `${scrollWidth} > ${clientWidth}`,
      ...wide.slice(0, 5).map((each) => each.outerHTML.slice(0, 160)),
    ];
  });

/** Scrolls back to the first message, so that every one was on the page; resolves to how many there are. */
async function readAll(page: Page, wanted: number): Promise<number> {
  const box = page.locator('.log-box').first();
  await page.locator('[data-seq]').first().waitFor();
  const count = () => page.locator('.log-box [data-seq]').count();
  await until(
    async () => {
      await box.evaluate((element) => element.scrollTo(0, 0));
      return (await count()) >= wanted;
    },
    `${wanted} messages`,
    PATIENCE_MS,
  );
  return count();
}

/** Uncovers whatever is covered. */
async function uncover(page: Page): Promise<void> {
  const covered = page.locator('.msg-text button.spoiler');
  while ((await covered.count()) > 0) await covered.first().evaluate((button: HTMLElement) => button.click());
}

describe('the texts', () => {
  it('are many, and what they try would be noticed', async () => {
    expect(HOSTILE_TEXTS.length).toBeGreaterThanOrEqual(200);
    const { context, watch, page } = await lookIn(DESKTOP);
    await page.goto('/');
    await page.evaluate(`${CANARY}()`);
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = 'https://evil.example/';
      const picture = document.createElement('img');
      picture.src = 'https://evil.example/';
      document.body.append(frame, picture);
    });
    await until(() => watch.incidents.length >= 3, 'all three to be noticed');
    expect((await foreign(page)).length).toBeGreaterThan(0);
    await context.close();
  });
});

describe.each([
  ['phone', PHONE],
  ['desk', DESKTOP],
] as const)('on a %s, nothing that people write does anything', (_name, options) => {
  it('in lobbies, with every message', async () => {
    const { context, watch, page } = await lookIn(options);
    for (const path of [...places.lobbies, places.names]) {
      await page.goto(path);
      const id = `lobby-${path.slice('/chat/'.length)}`;
      await readAll(page, places.taken.get(id) ?? 50);
      await uncover(page);
      expect([path, await foreign(page), await overflow(page)]).toEqual([path, [], []]);
    }
    // Every text was there to be read.
    await page.goto(places.lobbies[0]!);
    const literal = `<img src=x onerror=${CANARY}()>`;
    await page.locator('.msg-text').getByText(literal, { exact: true }).first().waitFor();
    expect(watch.incidents).toEqual([]);
    await context.close();
  });

  it('in talks of two, in groups, and in the lists of both', async () => {
    const { context, watch, page } = await lookIn(options);
    for (const path of [places.direct, places.group, '/chat', '/chat/lobby']) {
      await page.goto(path);
      const wanted = places.taken.get(`direct-${path.slice('/chat/d/'.length)}`);
      if (wanted) await readAll(page, wanted);
      else await page.getByRole('navigation').or(page.locator('.log-box')).first().waitFor();
      await uncover(page);
      expect([path, await foreign(page), await overflow(page)]).toEqual([path, [], []]);
    }
    expect(watch.incidents).toEqual([]);
    await context.close();
  });

  it('on the landing page and at a table', async () => {
    const { context, watch, page } = await lookIn(options);
    // From chat, so that the lobbies are known and shown.
    await page.goto('/chat');
    await page.locator('a[href="/"]').first().click();
    await page.getByText('Your name').waitFor();
    await page.locator('.landing-lobbies li').nth(1).waitFor();
    expect([await foreign(page), await overflow(page)]).toEqual([[], []]);
    await page.goto(`/t/${places.table}`);
    await page.getByRole('grid').waitFor();
    const talk = page.getByRole('button', { name: /Talk at this table/ });
    if (await talk.isVisible()) await talk.click();
    await page.locator('[data-seq]').nth(4).waitFor();
    await uncover(page);
    expect([await foreign(page), await overflow(page)]).toEqual([[], []]);
    expect(watch.incidents).toEqual([]);
    await context.close();
  });
});

describe('on a phone, nothing that is typed does anything', () => {
  it('in a search, and in what is found', async () => {
    const { context, watch, page } = await lookIn(PHONE);
    await page.goto('/chat');
    const field = page.getByRole('searchbox').first();
    for (const text of HOSTILE_TEXTS.filter((_, index) => index % 15 === 0)) {
      await field.fill(text.replace(/[\r\n]/g, ' ').slice(0, 100));
      expect([text, await foreign(page), await overflow(page)]).toEqual([text, [], []]);
    }
    expect(watch.incidents).toEqual([]);
    await context.close();
  });

  it('in addresses', async () => {
    const { context, watch, page } = await lookIn(PHONE);
    for (const text of HOSTILE_TEXTS.filter((_, index) => index % 30 === 7)) {
      const part = encodeURIComponent(text.toWellFormed().slice(0, 100));
      for (const path of [`/t/${part}`, `/chat/${part}?search=${part}#${part}`]) {
        await page.goto(path).catch(() => null);
        expect([path, await foreign(page), await overflow(page)]).toEqual([path, [], []]);
      }
    }
    expect(watch.incidents).toEqual([]);
    await context.close();
  });
});

describe('titles and topics', () => {
  it('are never empty, and have nothing in them that turns or hides what stands around', async () => {
    const { lobbies } = bodyOf(await places.reader.call('/api/chat/lobbies')) as {
      lobbies: { title: string; topic: string }[];
    };
    expect(lobbies.length).toBeGreaterThan(40);
    for (const { title, topic } of lobbies) {
      expect(title).toMatch(/[^\s\p{M}]/u);
      expect(title + topic).not.toMatch(/[\p{Cc}\u200b\u2028-\u202e\u2066-\u2069\ufeff]|\p{M}{7}/u);
    }
  });
});

describe('an address with a hostile text', () => {
  it('is answered with the page as it is, or refused, and never with the text', async () => {
    const said: string[] = [];
    for (const text of HOSTILE_TEXTS) {
      const part = encodeURIComponent(text.toWellFormed().slice(0, 300)).slice(0, 1_500);
      for (const path of [
        `/${part}`,
        `/t/${part}`,
        `/chat/${part}`,
        `/?q=${part}`,
        `/api/${part}`,
        `/assets/${part}`,
      ]) {
        const { status, headers, text: body } = await call(product.url, path);
        const isSafe = String(headers['content-security-policy']).startsWith("default-src 'none'");
        if (status >= 500 || body.includes(CANARY) || (status !== 400 && !isSafe))
          said.push(`${status} ${path}`);
      }
    }
    expect(said).toEqual([]);
  });
});

describe('a page of another origin on the same machine, to which the browser sends the cookie', () => {
  /** Everything that a page can try without being asked. Resolves when all of it has failed or come through. */
  const attack = async ({ url, paths, sockets }: { url: string; paths: string[]; sockets: string[] }) => {
    const through: string[] = [];
    const credentials = 'include';
    for (const path of paths) {
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json']) {
        for (const mode of ['no-cors', 'cors'] as const) {
          const headers = { 'content-type': type };
          const request = { method: 'POST', mode, credentials, headers, body: '{}' } as const;
          const answer = await fetch(url + path, request).catch(() => null);
          if (answer && answer.type !== 'opaque') through.push(`${mode} ${type} ${path}: ${answer.status}`);
        }
      }
      const read = await fetch(url + path, { credentials }).catch(() => null);
      if (read) through.push(`reads ${path}`);
      const form = document.createElement('form');
      const frame = document.createElement('iframe');
      frame.name = path;
      document.body.append(frame, form);
      Object.assign(form, { action: url + path, method: 'POST', enctype: 'text/plain', target: path });
      form.submit();
    }
    for (const address of sockets) {
      const socket = new WebSocket(address);
      const isOpen = await new Promise((resolve) => {
        socket.onopen = () => resolve(true);
        socket.onerror = () => resolve(false);
      });
      if (isOpen) through.push(`opens ${address}`);
    }
    return through;
  };

  it('reads nothing, changes nothing and opens no socket', async () => {
    const other = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end('<!doctype html><title>Other</title>');
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { context, page } = await lookIn(DESKTOP);
    const seats = await Promise.all(['inbox', 'lobby-lobby'].map((where) => ticketFor(places.reader, where)));
    const before = await grounds.rows();
    await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
    const { host } = new URL(product.url);
    const through = await page.evaluate(attack, {
      url: product.url,
      paths: [
        '/api/account/logout',
        '/api/session',
        '/api/play',
        '/api/tables',
        '/api/account',
        '/api/chat/block',
      ],
      sockets: seats.map(
        ({ processId, roomId, sessionId }) => `ws://${host}/${processId}/${roomId}?sessionId=${sessionId}`,
      ),
    });
    expect(through).toEqual([]);
    await page.waitForLoadState('networkidle');
    expect(await grounds.rows()).toEqual(before);
    expect((await places.reader.call('/api/account')).status).toBe(200);
    await context.close();
    other.close();
  });
});
