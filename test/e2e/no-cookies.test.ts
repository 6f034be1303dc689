import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  accessibilityFindings,
  DESKTOP,
  LAN_HOST,
  launch,
  launchWithoutCookies,
  PHONE,
} from '../harness/browser.ts';
import { freePort } from '../harness/free-port.ts';
import { Product } from '../harness/product.ts';
import { Visitor } from '../harness/visitor.ts';

/** Longer than any wait between two tries, ms. */
const LONG_MS = 60_000;

let product: Product;
let browser: Browser;
let port: number;
/** Where the server listens. */
const direct = (): string => `http://127.0.0.1:${port}`;

beforeAll(async () => {
  port = await freePort();
  // Reached by plain http, although its cookies are for https: the browser drops them and says nothing.
  const env = {
    PORT: String(port),
    PUBLIC_URL: 'https://play.example',
    ALLOWED_ORIGINS: `http://${LAN_HOST}:${port}`,
  };
  [product, browser] = await Promise.all([Product.start(env), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** The code of a table that somebody else has made. */
async function tableOfSomebody(): Promise<string> {
  const host = await Visitor.arrive({ kind: 'product', url: direct() });
  const made = await host.call('/api/tables', { method: 'POST', body: { visibility: 'private' } });
  return JSON.parse(made.text).code;
}

/** A page of somebody without cookies, and what it asks the server to do. */
async function pageOf(context: BrowserContext): Promise<{ page: Page; asked: string[] }> {
  const page = await context.newPage();
  await page.clock.install();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST')
      asked.push(`${new URL(request.url()).pathname} ${request.postData() ?? ''}`);
  });
  return { page, asked };
}

/** The page says what is the matter, and asks nothing more however long it is left open. */
async function expectSentence(page: Page, asked: readonly string[]): Promise<void> {
  await page.getByRole('heading', { name: 'This browser keeps no cookies here' }).waitFor();
  await page.clock.runFor(LONG_MS);
  expect(asked.filter((wish) => /^\/api\/session |"withSession":true/.test(wish))).toHaveLength(1);
  // No wish twice: each was tried once.
  expect([...new Set(asked)]).toEqual(asked);
  expect(await accessibilityFindings(page)).toEqual([]);
}

describe('with cookies turned off', () => {
  it('every page says so, after one guest and one try', async () => {
    const context = await launchWithoutCookies({ ...PHONE, baseURL: direct() });
    for (const path of ['/', '/chat/lobby', `/t/${await tableOfSomebody()}`]) {
      const { page, asked } = await pageOf(context);
      await page.goto(path);
      await expectSentence(page, asked);
      await page.close();
    }
    await context.close();
  });
});

describe('where the browser drops the cookie without a word', () => {
  const at = () => ({ ...DESKTOP, baseURL: `http://${LAN_HOST}:${port}` });

  it('a table’s link is tried once, and says so', async () => {
    const context = await browser.newContext(at());
    const { page, asked } = await pageOf(context);
    await page.goto(`/t/${await tableOfSomebody()}`);
    await expectSentence(page, asked);
    // Session and place in one.
    expect(asked[0]).toMatch(/\/seat .*"withSession":true/);
    await context.close();
  });

  it('so does the first page, before anybody has clicked', async () => {
    const context = await browser.newContext(at());
    const { page, asked } = await pageOf(context);
    await page.goto('/');
    await expectSentence(page, asked);
    await context.close();
  });
});
