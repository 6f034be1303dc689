import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { networkAddresses } from '../../server/http/network.ts';
import {
  accessibilityFindings,
  complaintsOf,
  DESKTOP,
  launch,
  PATIENCE_MS,
  PHONE,
} from '../harness/browser.ts';
import { Product } from '../harness/product.ts';
import { until } from '../harness/until.ts';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  // Slow bots: the first turn of a game stays as it is while it is looked at.
  [product, browser] = await Promise.all([Product.start({ BOT_PACE: '10' }), launch()]);
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function open(options: typeof DESKTOP | typeof PHONE, colorScheme: 'light' | 'dark', path = '/') {
  const context = await browser.newContext({
    ...options,
    colorScheme,
    baseURL: product.url,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  await page.goto(path);
  return { page, complaints, context };
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

describe.each([
  ['desk, light', DESKTOP, 'light'],
  ['phone, dark', PHONE, 'dark'],
] as const)('axe and the console find nothing (%s)', (_name, options, scheme) => {
  it('on the landing page, with and without its dialogs', async () => {
    const { page, complaints, context } = await open(options, scheme);
    await page.getByText('Your name').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await button(page, /How to play/)
      .first()
      .click();
    await page.getByRole('dialog').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('in a waiting room, and in a game', async () => {
    const { page, complaints, context } = await open(options, scheme);
    await button(page, 'Create a table').click();
    await button(page, /For friends/).click();
    await page.getByText('Say this code').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByLabel('New bots').selectOption('sage');
    await button(page, 'Fill with bots').click();
    await page.getByText('bot · sage').nth(1).waitFor();
    await button(page, 'Start with 3').click();
    await page.getByRole('grid').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('where there is no such table', async () => {
    const { page, context } = await open(options, scheme, '/t/ZUZU');
    await page
      .getByText(/no table/i)
      .first()
      .waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await context.close();
  });
});

interface AxNode {
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value: unknown } }[];
}

describe('the form for one’s name', () => {
  it('keeps what is typed at the very moment when it opens', async () => {
    const { page, context } = await open(DESKTOP, 'light');
    await page.locator('[aria-label="Change name and marker"]:enabled').waitFor();
    await page.evaluate(async () => {
      const isThere = () => document.querySelector<HTMLInputElement>('#my-name');
      document.querySelector<HTMLElement>('[aria-label="Change name and marker"]')?.click();
      // Before the next frame: nothing has happened yet that waits for one.
      for (let i = 0; i < 100 && !isThere(); i++) await null;
      const field = isThere();
      if (!field) throw new Error('the form did not open at once');
      field.focus();
      field.value = 'Quick Quill';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await button(page, 'Save').click();
    await page.getByText('Quick Quill').waitFor();
    await context.close();
  });
});

describe('what assistive technology is told (promise 4)', () => {
  it('is a grid of 480 named cells, one of them a tab stop, and one polite live region', async () => {
    const { page, context } = await open(DESKTOP, 'light');
    await button(page, 'Play now').click();
    await page.getByRole('grid').waitFor();
    const session = await context.newCDPSession(page);
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] };
    const cells = nodes.filter((node) => node.role?.value === 'gridcell');
    expect(cells).toHaveLength(480);
    expect(new Set(cells.map((cell) => cell.name?.value.split(',')[0])).size).toBe(480);
    for (const cell of cells) expect(cell.name?.value).toMatch(/^[A-P]([1-9]|[12]\d|30), .+/);
    expect(await page.locator('[role=gridcell][tabindex="0"]').count()).toBe(1);
    const live = nodes.filter((node) =>
      node.properties?.some(({ name, value }) => name === 'live' && value.value === 'polite'),
    );
    expect(live.length).toBeGreaterThan(0);
    await context.close();
  });

  it('follows the keyboard: arrows, Home, End, pages, and a typed cell', async () => {
    const { page, context } = await open(DESKTOP, 'light');
    await button(page, 'Play now').click();
    await page.getByRole('grid').waitFor();
    await page.locator('[role=gridcell][tabindex="0"]').focus();
    const at = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label')?.split(',')[0]);
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
      return at();
    };
    await page.keyboard.type('h14');
    expect(await at()).toBe('H14');
    expect(await press('ArrowRight', 'ArrowDown')).toBe('I15');
    expect(await press('Home')).toBe('I1');
    expect(await press('End')).toBe('I30');
    expect(await press('PageUp')).toBe('E30');
    expect(await press('PageDown')).toBe('I30');
    expect(await press('Control+Home')).toBe('A1');
    expect(await press('Control+End')).toBe('P30');
    await context.close();
  });
});

describe('the weight of pages (gzip, script and style; promise 11)', () => {
  const dist = fileURLToPath(new URL('../../dist/client', import.meta.url));
  const weigh = (files: readonly string[]) =>
    files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0);

  const isOfGame = (file: string) => /painter|color-clues|four-in-a-row/.test(file);

  const isCode = (file: string) => /\.(?:js|css)$/.test(file);

  /** A page of somebody who has never been here. */
  async function stranger(): Promise<Page> {
    const context = await browser.newContext({ ...DESKTOP, baseURL: product.url });
    context.setDefaultTimeout(PATIENCE_MS);
    return context.newPage();
  }

  /** What a first visit loads of our code, when the page has come to rest. */
  async function visit(path: string, go: (page: Page) => Promise<void>): Promise<string[]> {
    const page = await stranger();
    await page.goto(path, { waitUntil: 'networkidle' });
    await go(page);
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
    );
    await page.context().close();
    return [...new Set(loaded.filter(isCode))];
  }

  it('of the landing page is at most 25 KB before it can be used: what its page names is enough', async () => {
    const html = readFileSync(join(dist, 'index.html'), 'utf8');
    const named = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file ?? '').filter(isCode);
    expect(named.length).toBeGreaterThan(1);
    expect(weigh(named)).toBeLessThanOrEqual(25_000);
    const page = await stranger();
    await page.route(
      ({ pathname }) => isCode(pathname) && !named.includes(pathname),
      (route) => route.abort(),
    );
    await page.goto('/');
    await button(page, 'Create a table').click();
    await button(page, /For friends/).click();
    await page.waitForURL(/\/color-clues\/[A-Z]+$/);
    await page.context().close();
  });

  it('of chat is at most 85 KB in all, and nothing of it is a game', async () => {
    const all = await visit('/chat/lobby', (page) => page.getByRole('log').waitFor());
    expect(weigh(all)).toBeLessThanOrEqual(85_000);
    expect(all.filter(isOfGame)).toEqual([]);
  });

  it('of a game is at most 260 KB in all, with the talk beside it', async () => {
    const all = await visit('/', async (page) => {
      await button(page, 'Play now').click();
      // Phaser's canvas; the plain one under it is there at once.
      await page.locator('canvas:not(.board-pixels)').waitFor();
      await page.getByRole('log').waitFor();
    });
    expect(all.filter(isOfGame).length).toBeGreaterThan(1);
    expect(weigh(all)).toBeLessThanOrEqual(260_000);
  });

  it('of Four in a Row is at most 128 KB in all, and nothing of it is another game', async () => {
    const all = await visit('/', async (page) => {
      await page.getByText('Four in a Row').first().click();
      await button(page, 'Play now').click();
      await page.getByRole('region', { name: /Your turn|Now/ }).waitFor();
      await page.getByRole('log').waitFor();
    });
    expect(all.filter((file) => /four-in-a-row/.test(file)).length).toBeGreaterThan(0);
    expect(all.filter((file) => /painter|color-clues/.test(file))).toEqual([]);
    expect(weigh(all)).toBeLessThanOrEqual(128_000);
  });

  it('of a table does not hold the painter of the board before there is a game', async () => {
    const all = await visit('/', async (page) => {
      await button(page, 'Create a table').click();
      await button(page, /For friends/).click();
      await page.getByText('Say this code').waitFor();
      await page.getByRole('log').waitFor();
    });
    expect(all.filter(isOfGame).length).toBeGreaterThan(0);
    expect(all.filter((file) => /painter/.test(file))).toEqual([]);
  });
});

describe('an idle table', () => {
  it('costs the browser nothing: no frame is drawn while nothing happens', async () => {
    const { page, context } = await open(DESKTOP, 'light');
    await button(page, 'Create a table').click();
    await button(page, /For friends/).click();
    await button(page, 'Fill with bots').click();
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByRole('dialog').getByText('Off', { exact: true }).first().click();
    await page.keyboard.press('Escape');
    await button(page, 'Start with 3').click();
    await page.getByRole('grid').waitFor();
    // Phaser's canvas; the plain one under it is there at once.
    await page.locator('canvas:not(.board-pixels)').waitFor();
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    const busy = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      // Of its own thread, seconds: what else runs on this machine does not count.
      return metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN;
    };
    const spent = async (ms: number) => {
      const before = await busy();
      await page.evaluate((wait) => new Promise((resolve) => setTimeout(resolve, wait)), ms);
      return (await busy()) - before;
    };
    let last = Number.POSITIVE_INFINITY;
    // Something is still being painted, the longer the busier the machine is.
    await until(async () => {
      last = await spent(3_000);
      return last < 0.05;
    }, 'the table to come to rest').catch(() => expect(last).toBeLessThan(0.05));
    await context.close();
  });
});

describe('the way back', () => {
  it('is on the landing page: by its own button, and by Play now', async () => {
    const { page, context } = await open(PHONE, 'light');
    await button(page, 'Play now').click();
    await page.getByRole('grid').waitFor();
    const table = page.url();
    for (const way of [/^Return to table/, 'Play now']) {
      await page.goto('/');
      await button(page, /^Return to table/).waitFor();
      expect(await accessibilityFindings(page)).toEqual([]);
      await button(page, way).click();
      await page.getByRole('grid').waitFor();
      expect(page.url()).toBe(table);
    }
    await context.close();
  });
});

describe('a machine that slept', () => {
  it('shows the right countdown at the first answer after waking', async () => {
    const { page, context } = await open(DESKTOP, 'light');
    await button(page, 'Create a table').click();
    await button(page, /For friends/).click();
    await button(page, 'Fill with bots').click();
    await button(page, 'Start with 3').click();
    const ring = page.getByRole('timer');
    await ring.waitFor();
    const left = async () => Number(/\d+/.exec((await ring.getAttribute('aria-label')) ?? '')?.[0]);
    // No more is shown than the whole wait: a clock that is behind by four seconds is seen when five are over.
    await until(async () => (await left()) <= 70, 'some of the time to be over', PATIENCE_MS);
    const [before, since] = [await left(), Date.now()];
    // As after a sleep of 4 s: the time of day went on, the page's own clock did not.
    await page.evaluate(() => {
      const now = performance.now.bind(performance);
      performance.now = () => now() - 4_000;
    });
    // A clock that is still behind gets there four seconds later.
    await until(async () => (await left()) <= before - 3, 'the clock to be right', 5_000);
    expect(before - (Date.now() - since) / 1_000 - (await left())).toBeLessThan(1.5);
    await context.close();
  });
});

describe('the link of a table', () => {
  /** Opens a waiting room on the machine of the server; resolves to where its QR code leads. */
  async function linkAt(server: Product, folder: string | undefined) {
    const context = await browser.newContext({ ...PHONE, baseURL: server.url, reducedMotion: 'reduce' });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    await page.goto('/');
    await button(page, 'Create a table').click();
    await button(page, /For friends/).click();
    await button(page, 'QR').waitFor();
    const says = page.getByText('Only this computer can open the link.');
    await page.waitForLoadState('networkidle');
    const isOnlyHere = await says.isVisible();
    if (folder) await page.screenshot({ path: join(folder, `invite-${isOnlyHere}-phone.png`) });
    if (folder) {
      await page.setViewportSize(DESKTOP.viewport);
      await page.screenshot({ path: join(folder, `invite-${isOnlyHere}-desk.png`) });
    }
    await button(page, 'QR').click();
    const label = await page.getByRole('img', { name: /QR code for/ }).getAttribute('aria-label');
    await context.close();
    return { origin: new URL(label!.replace('QR code for ', '')).origin, isOnlyHere };
  }

  it('leads to where friends reach the server, and says so when they do not', async () => {
    const folder = process.env.SCREENSHOTS;
    expect(await linkAt(product, folder)).toEqual({ origin: product.url, isOnlyHere: true });
    const open = await Product.start({ HOST: '0.0.0.0' });
    const { port } = new URL(open.url);
    const [address] = networkAddresses();
    const expected = address
      ? { origin: `http://${address}:${port}`, isOnlyHere: false }
      : { origin: open.url, isOnlyHere: true };
    expect(await linkAt(open, folder)).toEqual(expected);
    await open.stop();
  });
});
