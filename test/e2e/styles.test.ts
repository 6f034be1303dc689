import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP, launch, PHONE } from '../harness/browser.ts';
import { Product } from '../harness/product.ts';
import { until } from '../harness/until.ts';

const SIDEWAYS = { ...PHONE, viewport: { width: 740, height: 360 } } satisfies BrowserContextOptions;

/** So long nothing comes to a page that is complete; its clocks tick every second. */
const QUIET_MS = 600;

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([Product.start({ BOT_PACE: '10' }), launch()]);
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function visit(device: BrowserContextOptions, path: string): Promise<Page> {
  const context = await browser.newContext({ ...device, baseURL: product.url, reducedMotion: 'reduce' });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

/** Waits until no part of a page is under way: nothing in it changes between two clocks that tick. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState();
  await page.evaluate(async (quietMs) => {
    await new Promise<void>((resolve) => {
      let timer = setTimeout(resolve, quietMs);
      new MutationObserver(() => {
        clearTimeout(timer);
        timer = setTimeout(resolve, quietMs);
      }).observe(document, { childList: true, subtree: true });
    });
    await document.fonts.ready;
  }, QUIET_MS);
}

/** Begins a game alone, with bots, as the first page offers it. */
async function playNow(device: BrowserContextOptions, game: string): Promise<Page> {
  const page = await visit(device, '/');
  await page.getByText(game).first().click();
  await press(page, 'Play now');
  await page.locator('.felt .board-slot').waitFor();
  return page;
}

/** Lays the sheets of a page, but the first, out in the opposite order, and tells what changed by that. */
async function changedByOrder(page: Page): Promise<string[]> {
  await settled(page);
  return page.evaluate(async () => {
    const LOOKED_AT = [
      'display position inset padding margin borderWidth borderRadius background color opacity',
      'font lineHeight letterSpacing whiteSpace textAlign gap alignItems justifyContent flex',
      'gridTemplateAreas gridArea maxWidth minHeight zIndex',
    ];
    const keys = LOOKED_AT.join(' ').split(' ') as (keyof CSSStyleDeclaration)[];
    const looks = () =>
      new Map(
        [...document.body.querySelectorAll('*')].map((node) => {
          const style = getComputedStyle(node);
          return [node, keys.map((key) => `${String(key)}: ${style[key]}`)] as const;
        }),
      );
    const before = looks();
    const [, ...later] = document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]');
    for (const link of later.reverse()) {
      const copy = link.cloneNode() as HTMLLinkElement;
      const loaded = new Promise((resolve) => copy.addEventListener('load', resolve));
      document.head.append(copy);
      await loaded;
      link.remove();
    }
    return [...looks()].flatMap(([node, now]) => {
      const then = before.get(node) ?? now;
      const other = now.filter((line, i) => line !== then[i]);
      return other.length === 0 ? [] : [`${node.tagName}.${node.getAttribute('class')} ${other.join('; ')}`];
    });
  });
}

describe.each([
  ['a desk', DESKTOP],
  ['a phone', PHONE],
  ['a phone on its side', SIDEWAYS],
])('on %s', (_, device) => {
  it('no page depends on which of its style sheets came first', async () => {
    const pages = new Map<string, Page>();
    for (const path of ['/', '/daily', '/chat', '/games', '/new/color-clues'])
      pages.set(path, await visit(device, path));
    const practice = await visit(device, '/practice');
    await press(practice, /Ten colors/);
    pages.set('practice', practice);
    const waiting = await visit(device, '/');
    await press(waiting, 'Create a table');
    await press(waiting, /For friends/);
    await waiting.getByText('Say this code').waitFor();
    pages.set('waiting', waiting);
    const playing = await playNow(device, 'Color Clues');
    pages.set('playing', playing);
    pages.set('tv', await visit(device, new URL(playing.url()).pathname.replace('color-clues', 'tv')));
    pages.set('four', await playNow(device, 'Four in a Row'));
    const found: Record<string, string[]> = {};
    // Where fewer than three are loaded, none can be swapped.
    for (const name of ['chat', 'playing']) {
      const page = pages.get(name) ?? pages.get(`/${name}`);
      expect(await page!.locator('link[rel="stylesheet"]').count()).toBeGreaterThan(2);
    }
    for (const [name, page] of pages) {
      const changed = await changedByOrder(page);
      if (changed.length > 0) found[name] = changed;
      await page.context().close();
    }
    expect(found).toEqual({});
  });
});

describe('on a phone on its side', () => {
  /** The share of the height of the screen that the board takes, and whether its left half is left to the words. */
  const boardOf = (page: Page) =>
    page.locator('.board-slot').evaluate((node) => {
      const { height, left } = node.getBoundingClientRect();
      return { isHigh: height / innerHeight > 0.8, isBeside: left > 200 };
    });

  it('the board is as high as the screen lets it, at a table and alone', async () => {
    const pages = [await playNow(SIDEWAYS, 'Color Clues'), await playNow(SIDEWAYS, 'Four in a Row')];
    pages.push(await visit(SIDEWAYS, '/daily'));
    const practice = await visit(SIDEWAYS, '/practice');
    await press(practice, /Ten clues/);
    pages.push(practice);
    for (const page of pages) {
      await settled(page);
      expect(await boardOf(page), page.url()).toEqual({ isHigh: true, isBeside: true });
      await page.context().close();
    }
  });

  it('the first page can be begun with at once', async () => {
    const page = await visit(SIDEWAYS, '/');
    await settled(page);
    const isInSight = () =>
      page
        .getByRole('button', { name: 'Play now' })
        .evaluate((node) => node.getBoundingClientRect().bottom <= innerHeight);
    await until(isInSight, 'Play now to be in sight');
    await page.context().close();
  });
});

it('nothing on a page is wider than the narrowest phone, in any language', async () => {
  const wide: Record<string, number> = {};
  for (const locale of ['en', 'de', 'fr', 'es', 'pt', 'ja']) {
    const narrow = { ...PHONE, viewport: { width: 320, height: 640 }, locale };
    const page = await visit(narrow, '/');
    for (const path of ['/', '/daily', '/games', '/new/color-clues']) {
      await page.goto(path);
      await settled(page);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 320) wide[`${path} ${locale}`] = width;
    }
    await page.context().close();
  }
  expect(wide).toEqual({});
});
