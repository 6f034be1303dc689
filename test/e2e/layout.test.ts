import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MARKERS } from '../../client/dom/ui/markers.ts';
import { focusOn, launch, PATIENCE_MS } from '../harness/browser.ts';
import { Gallery } from '../harness/gallery.ts';
import { strangePixels } from '../harness/initials.ts';
import { until } from '../harness/until.ts';

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

/** What cannot be seen or pressed as it should; empty when all is well. */
const faults = (): Promise<string[]> =>
  gallery.page.evaluate(() => {
    const found: string[] = [];
    const isSeen = (node: Element) => node.checkVisibility({ visibilityProperty: true });
    const nameOf = (node: Element) =>
      node.getAttribute('aria-label') ?? node.textContent?.trim().slice(0, 40) ?? node.tagName;
    const all = (selector: string) => [...document.querySelectorAll(selector)].filter(isSeen);
    if (document.documentElement.scrollWidth > innerWidth)
      found.push(`the page is ${document.documentElement.scrollWidth} px wide`);
    const controls =
      '.game :is(button, input:not(.unseen), .card label, .ring, .board, .board-label.is-shade)';
    for (const node of all(controls)) {
      const { left, top, right, bottom, width, height } = node.getBoundingClientRect();
      const isInside =
        left >= -0.5 && top >= -0.5 && right <= innerWidth + 0.5 && bottom <= innerHeight + 0.5;
      if (!isInside) found.push(`${nameOf(node)} is cut off`);
      if (node.matches('.board, .board-label')) continue;
      const top2 = document.elementFromPoint(left + width / 2, top + height / 2);
      const isOnTop = top2 !== null && (node.contains(top2) || top2.contains(node));
      if (!isOnTop) found.push(`${nameOf(node)} is covered by ${top2 && nameOf(top2)}`);
    }
    for (const node of all(
      '.say-now strong, .say-large, .round, .dock-line, .dock-detail, .clue-rules, .dock .button, .dock',
    )) {
      const isCut = node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 2;
      if (getComputedStyle(node).display !== 'inline' && isCut) found.push(`${nameOf(node)} is truncated`);
    }
    return found;
  });

/** What of this is not on the screen, or not whole; a line that says so when there is nothing of it at all. */
const cutOff = (selector: string): Promise<string[]> =>
  gallery.page.evaluate((wanted) => {
    const all = [...document.querySelectorAll(wanted)];
    if (all.length === 0) return [`no ${wanted}`];
    const isWhole = (node: Element) => {
      const { left, top, right, bottom } = node.getBoundingClientRect();
      const { parentElement } = node;
      const edge = parentElement?.closest('.panel')?.getBoundingClientRect().right ?? innerWidth;
      return (
        left >= 0 && top >= 0 && right <= Math.min(edge, innerWidth) + 0.5 && bottom <= innerHeight + 0.5
      );
    };
    return all.filter((node) => !isWhole(node)).map((node) => node.className || node.tagName);
  }, selector);

/** Whether something is where one can press it: nothing lies over its middle. */
const isOnTop = (what: Locator): Promise<boolean> =>
  what.evaluate((node) => {
    const { left, top, width, height } = node.getBoundingClientRect();
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    return there !== null && node.contains(there);
  });

const SIZES = [
  [320, 568],
  [360, 740],
  [740, 360],
  [1280, 800],
] as const;

const STATES = ['moving', 'reconnecting', 'offline', 'busy', 'updating', 'saving', 'connecting'];
const DOCKS = [
  'clue',
  'clue&refuse',
  'clue-wait',
  'place-first',
  'place-first&long',
  'place-objected&long',
  'place',
  'place2&long',
  'place-wait',
  'place-giver',
  'clue2',
  'clue2&long',
  'clue2-wait',
  'reveal',
  'reveal&names=long&long',
  'reveal-giver',
  'reveal-void',
  'paused',
  'watch',
  'place&players=10',
  'party-place',
  'party-host&notimers',
  'teams-place',
  'coop-place',
];

describe.each(SIZES)('at %s × %s', (width, height) => {
  beforeAll(() => gallery.resize(width, height));

  /** What is wrong on which screen. */
  async function faultsOf(screens: readonly string[]): Promise<Record<string, string[]>> {
    const found: Record<string, string[]> = {};
    for (const screen of screens) {
      await gallery.show(`screen=${screen}`);
      const wrong = await faults();
      if (wrong.length > 0) found[screen] = wrong;
    }
    return found;
  }

  it('words about the connection push nothing off the screen, with a code of six letters', async () => {
    const screens = STATES.flatMap((state) =>
      ['place-first', 'place&players=10'].map((screen) => `${screen}&code=MOKABI&state=${state}`),
    );
    expect(await faultsOf(screens)).toEqual({});
  });

  it('every control of every dock is whole, on top and readable', async () => {
    expect(await faultsOf(DOCKS)).toEqual({});
  });

  it('the host sees how to start without scrolling', async () => {
    await gallery.show('screen=table-host&code=MOKABI');
    expect(await cutOff('.host-actions .button')).toEqual([]);
  });
});

describe('enlarged four times, at 320 × 256', () => {
  beforeAll(() => gallery.resize(320, 256));

  it.each(['place', 'clue', 'reveal', 'landing'])(
    '%s needs no scrolling sideways, and all is reached',
    async (screen) => {
      await gallery.show(`screen=${screen}`);
      const { page } = gallery;
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      const act = { place: /^Place/, clue: /^Give clue/, reveal: /^Ready|^Next/, landing: 'Settings' }[
        screen
      ]!;
      const button = page.getByRole('button', { name: act });
      await button.scrollIntoViewIfNeeded();
      expect(await isOnTop(button)).toBe(true);
      if (screen === 'landing') return;
      await page.locator('[role=gridcell][tabindex="0"]').focus();
      await gallery.settle();
      const board = (await page.locator('.board').boundingBox())!;
      expect(board.height).toBeGreaterThan(150);
      expect(board.y).toBeGreaterThanOrEqual(0);
      expect(board.y + board.height).toBeLessThanOrEqual(256);
    },
  );
});

describe('letters and lines farther apart, as somebody may set them (WCAG 1.4.12)', () => {
  it('make nothing wider than a phone', async () => {
    await gallery.resize(360, 740);
    const wide = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-bottom: 2em !important }`;
    const style = await gallery.page.addStyleTag({ content: wide });
    for (const screen of ['landing', 'table-host', 'place', 'end-host']) {
      await gallery.show(`screen=${screen}`);
      const width = await gallery.page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, screen).toBeLessThanOrEqual(360);
    }
    await style.evaluate((node) => (node as Element).remove());
  });
});

describe('what people say from right to left', () => {
  it('keeps its place among other words, and so do numbers beside it', async () => {
    await gallery.resize(1280, 800);
    await gallery.show('screen=place2&players=4');
    const leftOf = await gallery.page.evaluate(() => {
      /** Left edges of what now stands there, in the order in which it is written. */
      const written = (parts: readonly (readonly [Node | null | undefined, string])[]) =>
        parts.map(([node, text]) => {
          if (!node) return Number.NaN;
          node.textContent = text;
          return node;
        });
      const edges = (nodes: readonly (Node | number)[]) =>
        nodes.map((node) => {
          if (typeof node === 'number') return node;
          const range = document.createRange();
          range.selectNodeContents(node);
          return range.getBoundingClientRect().left;
        });
      const clues = document.querySelectorAll('.say-large [translate=no]');
      const name = document.querySelector('.log p.small [translate=no]');
      const line = written([
        [name?.previousSibling, '3 · '],
        [name, 'דנה'],
        [name?.nextSibling, ' · 14'],
      ]);
      return [
        edges(
          written([
            [clues[0], 'דשא'],
            [clues[1], 'ים'],
          ]),
        ),
        edges(line),
      ];
    });
    expect(leftOf.flat()).not.toContain(Number.NaN);
    for (const edges of leftOf) expect(edges).toEqual(edges.toSorted((a, b) => a - b));
  });
});

describe('a screen for a room', () => {
  it.each([
    [1280, 800],
    [1920, 1080],
  ])('is whole at %s × %s, with a code of six letters', async (width, height) => {
    await gallery.resize(width, height);
    for (const screen of ['place', 'place&players=10']) {
      await gallery.show(`screen=${screen}&tv&code=MOKABI`);
      expect(await cutOff('.tv-join, .tv-join *, .tv-scores, .tv-scores .display')).toEqual([]);
    }
    await gallery.show('screen=end&players=10&tv&code=MOKABI');
    await gallery.page.locator('.tv-rounds').waitFor();
    expect(await cutOff('.tv-join, .tv-ranking li, .tv-insights li, .tv-rounds li')).toEqual([]);
  });

  it('has nothing to press, and says who plays for which team, also when it is over', async () => {
    await gallery.resize(1280, 720);
    for (const [screen, list] of [
      ['teams-reveal', '.tv-scores li'],
      ['teams-end', '.tv-ranking li'],
    ]) {
      await gallery.show(`screen=${screen}&players=10&tv`);
      const names = gallery.page.locator(`${list} strong`);
      await names.first().waitFor();
      const marks = (await names.allTextContents()).map((text) => text[0]);
      expect(marks.toSorted().join('')).toBe('▲▲▲▲▲●●●●●');
      expect(await gallery.page.getByRole('button').count()).toBe(0);
    }
  });
});

describe('on a phone upright', () => {
  beforeAll(() => gallery.resize(360, 740));

  it.each(['C5', 'E14', 'J18', 'N25'])(
    'a giver who picks %s sees its color and name, and on the board once the card is put down',
    async (cell) => {
      const { page } = gallery;
      await gallery.show(`screen=clue&aim=${cell}`);
      const picked = page.getByRole('radio', { name: new RegExp(`^${cell},`) });
      await expect.poll(() => picked.isChecked()).toBe(true);
      await page.locator('.card-name').getByText(cell, { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Put this down to see the board' }).click();
      await page.getByRole('region', { name: 'Your card' }).getByText(cell, { exact: true }).waitFor();
      expect(await isOnTop(page.getByRole('gridcell', { name: new RegExp(`^${cell},`) }))).toBe(true);
    },
  );

  it('a giver who may say a second word sees which color it is about', async () => {
    const { page } = gallery;
    await gallery.show('screen=clue2');
    const dock = page.getByRole('region', { name: 'Second clue' });
    await dock.getByText('moss green').waitFor();
    const color = await dock.locator('.swatch').evaluate((node) => getComputedStyle(node).backgroundColor);
    expect(color).not.toBe('rgba(0, 0, 0, 0)');
    expect(await faults()).toEqual([]);
  });

  it('the second marker begins with a free hand, not with a refusal', async () => {
    const { page } = gallery;
    await gallery.show('screen=place&aim=F22&then=place2&after=600');
    await page.getByText('Your turn: second marker', { exact: true }).waitFor();
    const dock = page.getByRole('region', { name: 'Your turn' });
    await dock.getByText('Find the color').waitFor();
    expect(await page.getByText(/first marker is here|is here\. Choose/).count()).toBe(0);
    await page.getByRole('gridcell', { name: /^D9,/ }).click();
    await dock.getByText('D9', { exact: true }).waitFor();
    expect(await dock.getByRole('button', { name: /^Place/ }).getAttribute('aria-disabled')).toBe('false');
  });

  it('of markers on neighboring cells every initial is whole', async () => {
    await gallery.show('screen=place2&players=10');
    const placed = ['H13', 'J18', 'I19', 'K17', 'F22', 'G16', 'L20', 'I15', 'J19', 'H19'].slice(1);
    const initials = placed.map((cell, index) => ({ cell, ...MARKERS[index + 1]! }));
    // The painter of the board may take a frame more, or come only now.
    await expect
      .poll(() => gallery.page.evaluate(strangePixels, initials), { timeout: PATIENCE_MS })
      .toEqual({});
  });

  it('at the reveal the color is marked by name, and one who comes then sees it as close as the others', async () => {
    const { page } = gallery;
    await gallery.show('screen=reveal');
    await page.getByText('It was J18, moss green', { exact: true }).waitFor();
    await page.getByRole('img', { name: /^J18, moss green/ }).waitFor();
    expect(await page.locator('.board-grid').evaluate((grid: HTMLElement) => grid.style.transform)).toMatch(
      /scale\((?!1\))/,
    );
    expect(await isOnTop(page.getByRole('gridcell', { name: /^J18,/ }))).toBe(true);
  });
});

describe('a reveal that is shown step by step', () => {
  it.each(['Enter', 'Escape'])('is skipped with %s, and the focus is where one goes on', async (key) => {
    const { page } = gallery;
    await gallery.resize(1280, 800);
    await gallery.show(`screen=place&then=reveal&after=300&${key}`);
    const skip = page.getByRole('button', { name: 'Skip to the points' });
    await skip.waitFor();
    expect(await page.getByText('Who thinks alike?').count()).toBe(1);
    await skip.focus();
    await page.keyboard.press(key);
    await skip.waitFor({ state: 'detached' });
    await page
      .getByText(/read Ana/)
      .first()
      .waitFor();
    await until(async () => (await focusOn(page)) !== null, 'something to have the focus');
    if (key === 'Enter') expect(await focusOn(page)).toMatch(/^Ready for the next/);
  });

  it('is a list from far to near where motion is unwanted, with nothing to skip', async () => {
    const { page } = gallery;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await gallery.show('screen=place&then=reveal&after=300');
    const list = page.getByRole('list', { name: 'Points, from far to near' });
    await list.waitFor();
    expect(await list.getByRole('listitem').allInnerTexts()).toEqual([
      'Ema +2',
      'Dev +3',
      'Cleo +4',
      'You +4',
      'Ana +5',
    ]);
    expect(await page.getByRole('button', { name: 'Skip to the points' }).count()).toBe(0);
    await page.emulateMedia({ reducedMotion: null });
  });
});

describe('the zoom of a reveal', () => {
  it('is gone in the very moment when somebody else’s card is shown', async () => {
    await gallery.resize(360, 740);
    await gallery.page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      const look = () => {
        const zoom = document.querySelector<HTMLElement>('.board-grid')?.style.transform ?? '';
        seen.push(`${document.querySelector('.say-large')?.textContent}|${zoom}`);
        requestAnimationFrame(look);
      };
      look();
    });
    await gallery.show('screen=place&then=reveal,clue&after=2800');
    await gallery.page.getByText('Your clue', { exact: true }).waitFor();
    await gallery.settle();
    const seen = await gallery.page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect(seen.some((each) => each.startsWith('forest') && each.includes('scale'))).toBe(true);
    expect(seen.filter((each) => each.startsWith('Your clue|'))).not.toEqual([]);
    expect(seen.filter((each) => each.startsWith('Your clue|') && each.includes('scale'))).toEqual([]);
  });
});

describe('a page that the browser translates', () => {
  /** Text outside of what is marked as not to be translated. */
  const translated = () =>
    gallery.page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: string[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const isOwn = node.parentElement?.closest('[translate="no"], .notranslate, script, style');
        if (!isOwn && node.textContent?.trim()) texts.push(node.textContent);
      }
      return texts.join('\n');
    });

  it('keeps names, clues, cells and colors as they are, on every screen of a table', async () => {
    const own =
      /\b(Ana|Ben|Cleo|Dev|Ema|forest|wet log|flamingo|mustard|moss green|[A-P]\d{1,2}|Friday colors)\b/;
    for (const [width, height] of [
      [360, 740],
      [1280, 800],
    ] as const) {
      await gallery.resize(width, height);
      for (const screen of [...DOCKS, 'table', 'table-host', 'end', 'end-host', 'landing']) {
        await gallery.show(`screen=${screen}`);
        const left = (await translated()).split('\n').filter((text) => own.test(text));
        expect(left, `${screen} at ${width}`).toEqual([]);
      }
    }
  });
});
