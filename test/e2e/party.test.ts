import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  accessibilityFindings,
  complaintsOf,
  DESKTOP,
  launch,
  PATIENCE_MS,
  PHONE,
} from '../harness/browser.ts';
import { Player, playToTheEnd } from '../harness/player.ts';
import { Product } from '../harness/product.ts';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([Product.start(), launch()]);
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const LONG = { timeout: PATIENCE_MS };
/** Cells that a page shows a marker on, by name. */
const markersOn = (page: Page) =>
  page
    .getByRole('gridcell', { name: / marker/ })
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label')?.split(',')[0]));

const at = (device: typeof DESKTOP | typeof PHONE, width: number, height: number) => ({
  ...device,
  viewport: { width, height },
});
/** Who comes to a party, the host first: two phones and four desks, one without a mouse, one with a screen reader. */
const GUESTS = [
  [at(PHONE, 360, 740), 'touch'],
  [at(DESKTOP, 1280, 800), 'keyboard'],
  [{ ...at(PHONE, 412, 915), colorScheme: 'dark' }, 'touch'],
  [at(DESKTOP, 1024, 768), 'tree'],
  [at(DESKTOP, 1920, 1080), 'mouse'],
  [{ ...at(DESKTOP, 1440, 900), colorScheme: 'dark' }, 'mouse'],
] as const;

/** Some of them at a table whose host has chosen Party; each of them gives once. */
async function atAParty(people: 3 | 6, timers: 'Slow' | 'Off'): Promise<Player[]> {
  const players: Player[] = [];
  for (const [index, [page, style]] of GUESTS.slice(0, people).entries())
    players.push(await Player.open(browser, { ...page, baseURL: product.url }, style, index));
  const [host, ...others] = players.map(({ page }) => page);
  await host!.goto('/');
  await host!.getByRole('button', { name: 'Create a table' }).click(LONG);
  await host!.getByRole('button', { name: /For friends/ }).click(LONG);
  await host!.waitForURL(/\/color-clues\/[A-Z]+$/, LONG);
  for (const page of others) await page.goto(host!.url(), LONG);
  await host!.getByRole('button', { name: 'Change', exact: true }).click(LONG);
  const dialog = host!.getByRole('dialog', { name: 'What to play' });
  await dialog.getByText('Party', { exact: true }).click();
  await dialog.getByRole('group', { name: 'Timers' }).getByText(timers, { exact: true }).click();
  await dialog.getByRole('group', { name: 'Turns each' }).getByText('1', { exact: true }).click();
  expect(await accessibilityFindings(host!)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await others[0]!.getByText('party', { exact: true }).waitFor(LONG);
  await host!.getByRole('button', { name: `Start with ${people}` }).click(LONG);
  return players;
}

/** A screen that shows the table to a room. */
async function screenAt(host: Player) {
  const tv = await browser.newContext({ ...at(DESKTOP, 1920, 1080), baseURL: product.url });
  tv.setDefaultTimeout(PATIENCE_MS);
  const page = await tv.newPage();
  const complaints = complaintsOf(page);
  await page.goto(`/tv/${host.page.url().split('/').at(-1)}`);
  await page.getByRole('region', { name: 'Players' }).waitFor();
  return { page, complaints, close: () => tv.close() };
}

describe('a party of six, on phones and desks, and a screen that shows it', () => {
  it('is played to the end: all place at once, see how many have and nobody where, and then all (rules 8.2, 8.4)', async () => {
    const players = await atAParty(6, 'Slow');
    const tv = await screenAt(players[0]!);
    let isMoved = false;
    let isShown = false;
    const given = new Set<Player>();
    const placed = new Set<Player>();
    await playToTheEnd(players, async (player, what) => {
      const others = [...players.filter((other) => other !== player), tv];
      if (what.startsWith('clue')) given.add(player);
      if (what.startsWith('place')) placed.add(player);
      if (!isMoved && what.startsWith('place')) {
        isMoved = true;
        for (const { page } of others) await page.getByText('1 of 5 have placed').first().waitFor(LONG);
        for (const { page } of others) expect(await markersOn(page)).toEqual([]);
        expect(await markersOn(player.page)).toEqual([what.split(' ')[1]]);
        await player.page.getByRole('grid').locator('[tabindex="0"]').focus();
        await player.page.keyboard.type('P30');
        await player.page.keyboard.press('Enter');
        await player.page.getByRole('gridcell', { name: /^P30,.* Your marker/ }).waitFor(LONG);
        expect(await markersOn(player.page)).toEqual(['P30']);
        for (const { page } of others) expect(await markersOn(page)).toEqual([]);
        for (const { page } of [...players, tv]) expect(await accessibilityFindings(page)).toEqual([]);
      } else if (!isShown && what === 'ready') {
        isShown = true;
        for (const { page } of [...players, tv]) {
          expect(await markersOn(page)).toContain('P30');
          expect((await markersOn(page)).length).toBe(5);
        }
      }
    });
    expect([isMoved, isShown]).toEqual([true, true]);
    expect([given.size, placed.size]).toEqual([players.length, players.length]);
    await tv.page.locator('.tv-ranking > li').nth(5).waitFor();
    for (const { page } of players) expect(await page.locator('ol.ranking > li').count()).toBe(6);
    for (const { page, complaints } of [...players, tv]) {
      expect(await accessibilityFindings(page)).toEqual([]);
      expect(complaints).toEqual([]);
    }
    for (const { context } of players) await context.close();
    await tv.close();
  });
});

describe('a party without a clock', () => {
  /** Everybody does what there is to do, the host first, until somebody else has given a clue. */
  async function untilTheHostGuesses(players: readonly Player[]): Promise<void> {
    const [host] = players;
    const end = Date.now() + 3 * PATIENCE_MS;
    while (Date.now() < end) {
      for (const player of players) {
        const what = await player.act().catch(() => null);
        if (what?.startsWith('clue') && player !== host) return;
        if (what !== null) break;
      }
    }
    throw new Error('nobody but the host gave a clue');
  }

  it('ends placing when the host wants it, who has placed, and not before (rule 8.6)', async () => {
    const players = await atAParty(3, 'Off');
    await untilTheHostGuesses(players);
    const [{ page: host }] = players as [Player];
    const skip = host.getByRole('button', { name: 'Skip', exact: true });
    await host.getByRole('region', { name: 'Your turn' }).waitFor(LONG);
    expect(await skip.count()).toBe(0);
    expect(await players[0]!.act()).toMatch(/^place/);
    await skip.waitFor(LONG);
    expect(await accessibilityFindings(host)).toEqual([]);
    expect(await players[1]!.page.getByRole('button', { name: 'Skip', exact: true }).count()).toBe(0);
    await skip.click(LONG);
    for (const { page } of players) await page.getByRole('region', { name: 'The reveal' }).waitFor(LONG);
    for (const { context, complaints } of players) {
      expect(complaints).toEqual([]);
      await context.close();
    }
  });
});

describe('two teams, of two people and two bots', () => {
  it('are chosen by the host, told by shape and letter, and one of them wins (rules 16.1, 16.5)', async () => {
    const players: Player[] = [];
    for (const [index, [page, style]] of GUESTS.slice(0, 2).entries())
      players.push(await Player.open(browser, { ...page, baseURL: product.url }, style, index));
    const [host, guest] = players.map(({ page }) => page) as [Page, Page];
    await host.goto('/');
    await host.getByRole('button', { name: 'Create a table' }).click(LONG);
    await host.getByRole('button', { name: /For friends/ }).click(LONG);
    await host.waitForURL(/\/color-clues\/[A-Z]+$/, LONG);
    await guest.goto(host.url(), LONG);
    await host.getByRole('button', { name: 'Change', exact: true }).click(LONG);
    const dialog = host.getByRole('dialog', { name: 'What to play' });
    await dialog.getByText('Party', { exact: true }).click();
    const together = dialog.getByRole('group', { name: 'Who plays with whom' });
    expect(await dialog.getByRole('group', { name: 'Teams', exact: true }).count()).toBe(0);
    await together.getByText('Teams', { exact: true }).click();
    await dialog.getByRole('group', { name: 'Points' }).getByText('4 3 2 1', { exact: true }).click();
    await dialog.getByRole('group', { name: 'Turns each' }).getByText('1', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await guest
      .getByText(/▲ Team\sA/)
      .first()
      .waitFor(LONG);
    await host.getByRole('button', { name: 'Fill with bots' }).click(LONG);
    await host.getByRole('button', { name: 'Start with 4' }).click(LONG);
    await playToTheEnd(players, async () => {});
    for (const page of [host, guest]) {
      await page.getByRole('heading', { level: 1, name: /Team [AB]/ }).waitFor(LONG);
      expect(await page.getByText(/^[▲●] Team\s[AB] · /).count()).toBe(4);
      expect(await accessibilityFindings(page)).toEqual([]);
    }
    for (const { context, complaints } of players) {
      expect(complaints).toEqual([]);
      await context.close();
    }
  });
});
