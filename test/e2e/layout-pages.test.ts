import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, PATIENCE_MS } from '../harness/browser.ts';
import { Gallery } from '../harness/gallery.ts';

let browser: Browser;
let gallery: Gallery;

beforeAll(async () => {
  browser = await launch();
  gallery = await Gallery.open(browser);
});

afterAll(async () => {
  await gallery?.close();
  await browser?.close();
});

/** What of this is not whole inside of the window: its words, or its tag. */
const notInSight = (selector: string): Promise<string[]> =>
  gallery.page.locator(selector).evaluateAll((nodes) => {
    if (nodes.length === 0) return ['nothing'];
    const isWhole = (node: Element) => {
      const { top, bottom, left, right } = node.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth;
    };
    return nodes.filter((node) => !isWhole(node)).map((node) => node.textContent || node.tagName);
  });

/** Loads a screen of the gallery anew, until this is on it. */
async function open(screen: string, selector: string): Promise<void> {
  await gallery.page.goto(new URL(`?screen=${screen}`, gallery.page.url()).href);
  await gallery.page.locator(selector).first().waitFor({ timeout: PATIENCE_MS });
  await gallery.settle();
}

const SCREENS = [
  ['landing', '.choice, .pair'],
  ['table', '.seat-tile'],
  ['table-host', '.host-actions'],
  ['end', '.keepsakes'],
  ['end-host', '.keepsakes'],
] as const;

describe.each([
  [360, 740],
  [1280, 800],
])('at %s × %s', (width, height) => {
  beforeAll(() => gallery.resize(width, height));

  it('no button reaches over the edge, before a game and after it', async () => {
    for (const [screen, selector] of SCREENS) {
      await open(screen, selector);
      const over = await gallery.page
        .locator('button, a')
        .evaluateAll((nodes) =>
          nodes
            .filter((node) => node.checkVisibility() && node.getBoundingClientRect().right > innerWidth)
            .map((node) => node.textContent),
        );
      expect(over, screen).toEqual([]);
    }
  });

  it('the ways to create a table are in sight when they are asked for', async () => {
    await open('landing', '.pair');
    await gallery.page.getByRole('button', { name: 'Create a table' }).click();
    await expect.poll(() => notInSight('.choice button')).toEqual([]);
  });

  it('changed options can be saved without searching for the button', async () => {
    await open('table-host', '.host-actions');
    await gallery.page.getByRole('button', { name: 'Change', exact: true }).click();
    await gallery.page.getByRole('dialog', { name: 'What to play' }).waitFor();
    // A sheet comes from below.
    await expect.poll(() => notInSight('.dialog-act .button')).toEqual([]);
  });

  it('names of two lines stand in the middle under their markers, also where they cannot be pressed', async () => {
    await open('table', '.seat-tile');
    const off = await gallery.page.locator('.seat-tile:has(.marker)').evaluateAll((tiles) =>
      tiles.map((tile) => {
        const name = tile.querySelector('strong')!;
        name.textContent = 'Breezy Walruses';
        const range = document.createRange();
        range.selectNodeContents(name);
        const middleOf = ({ left, right }: DOMRect) => (left + right) / 2;
        const lines = [...range.getClientRects()];
        return Math.max(
          ...lines.map((line) => middleOf(line) - middleOf(tile.getBoundingClientRect())).map(Math.abs),
        );
      }),
    );
    expect(off.length).toBeGreaterThan(1);
    expect(Math.max(...off)).toBeLessThan(4);
  });
});

it('a name that is given to whoever comes is whole on a phone, and moves nothing', async () => {
  await gallery.resize(360, 740);
  await open('landing', '.identity strong');
  const strong = gallery.page.locator('.identity strong');
  const heightWith = (name: string) =>
    strong.evaluate((node, text) => {
      node.textContent = text;
      const isCut = node.scrollWidth > node.clientWidth;
      return isCut ? 'cut' : node.closest('.identity')!.getBoundingClientRect().height;
    }, name);
  const heights: (number | string)[] = [];
  for (const name of ['Ana', 'Eager Toucan', 'Cheerful Hummingbird']) heights.push(await heightWith(name));
  expect(heights).toEqual(heights.map(() => heights[0]));
  expect(heights).not.toContain('cut');
});

it('every field speaks in the letters of the page', async () => {
  await open('landing', '.identity strong');
  const letters = await gallery.page.evaluate(() =>
    ['button', 'input', 'select', 'textarea'].map((tag) => {
      const { fontFamily, fontSize } = getComputedStyle(
        document.body.appendChild(document.createElement(tag)),
      );
      return `${fontSize} ${fontFamily}`;
    }),
  );
  const page = await gallery.page.evaluate(() => getComputedStyle(document.body).fontFamily);
  expect(letters).toEqual(letters.map(() => `16px ${page}`));
});

describe('in longer words than English has, on a phone', () => {
  beforeAll(() => gallery.resize(360, 740));

  it('no line of the round is a number alone', async () => {
    await open('place&code=PUMOMU', '.round');
    const widths = await gallery.page.locator('.round').evaluate((node) => {
      node.textContent = 'Runde 1 von 8';
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()].map(({ width }) => width);
    });
    expect(widths).toHaveLength(2);
    expect(Math.min(...widths)).toBeGreaterThan(20);
  });

  it('no way to invite leaves half of its row empty', async () => {
    await open('table-host', '.invite-ways');
    const empty = await gallery.page.locator('.invite-ways').evaluate((row) => {
      row.querySelector('.button')!.append(' und noch ein Wort');
      const last = row.querySelector('a.button')!;
      return row.getBoundingClientRect().right - last.getBoundingClientRect().right;
    });
    expect(empty).toBeLessThan(2);
  });
});
