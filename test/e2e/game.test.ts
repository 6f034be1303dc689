import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DecksAnswer } from '../../shared/games/color-clues/deck-record.ts';
import {
  accessibilityFindings,
  DESKTOP,
  expectFocus,
  launch,
  openTimed,
  PATIENCE_MS,
  PHONE,
} from '../harness/browser.ts';
import { Player, playToTheEnd } from '../harness/player.ts';
import { Product } from '../harness/product.ts';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([Product.start({ BOT_PACE: '0.02' }), launch()]);
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** Three people at one private table: the first opens it, the others come by its link; the game is started. */
async function threePlayers(options: typeof DESKTOP | typeof PHONE): Promise<Player[]> {
  const at = { ...options, baseURL: product.url };
  const pointer = options === PHONE ? 'touch' : 'mouse';
  const ana = await Player.open(browser, at, pointer, 0);
  await ana.page.goto('/');
  await ana.page.getByRole('button', { name: 'Create a table' }).click({ timeout: PATIENCE_MS });
  await ana.page.getByRole('button', { name: /For friends/ }).click({ timeout: PATIENCE_MS });
  await ana.page.waitForURL(/\/color-clues\/[A-Z]+$/, { timeout: PATIENCE_MS });
  const others = await Promise.all([
    Player.open(browser, at, pointer, 1),
    Player.open(browser, { ...DESKTOP, baseURL: product.url }, 'keyboard', 2),
  ]);
  for (const other of others) await other.page.goto(ana.page.url(), { timeout: PATIENCE_MS });
  await ana.page.getByRole('button', { name: 'Start with 3' }).click({ timeout: PATIENCE_MS });
  return [ana, ...others];
}

/** What can be done about a clue, where something can. */
const clueMenuOn = (page: Page) => page.getByRole('button', { name: /^About this clue/ });
const objectOn = (page: Page) => page.getByRole('button', { name: /^Object to this clue/ });

/** Looks into the menu of the clue and leaves it, then objects by keyboard: the clue has to be given again. */
async function objectByKeyboard(page: Page): Promise<void> {
  const menu = clueMenuOn(page);
  const isOn = (target: Locator) => target.evaluate((element) => element === document.activeElement);
  await menu.press('Enter');
  await page.keyboard.press('Tab');
  expect(await isOn(objectOn(page))).toBe(true);
  await page.keyboard.press('Escape');
  await objectOn(page).waitFor({ state: 'detached' });
  expect(await isOn(menu)).toBe(true);
  await page.keyboard.press('Space');
  await page.getByRole('heading', { level: 1 }).click();
  await objectOn(page).waitFor({ state: 'detached' });
  expect(await menu.getAttribute('aria-expanded')).toBe('false');
  await menu.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await menu.waitFor({ state: 'detached' });
  await expectFocus(page);
}

/** What a page shows as the final ranking, without the word that marks oneself. */
const rankingOf = ({ page }: Player) =>
  page.locator('ol.ranking > li').evaluateAll((rows) =>
    rows.map((row) => {
      const copy = row.cloneNode(true) as HTMLElement;
      for (const word of copy.querySelectorAll('.player-name > .soft')) word.remove();
      return copy.textContent;
    }),
  );

describe.each([
  ['on a desk', DESKTOP],
  ['on phones', PHONE],
])('three people %s', (_name, options) => {
  it('play a whole game through the interface, while one refreshes and one goes offline (promises 3, 10)', async () => {
    const players = await threePlayers(options);
    const [ana, ben, cleo] = players as [Player, Player, Player];
    let offlineSince: number | null = null;
    let hasObjected = false;
    const acts = await playToTheEnd(players, async (player, what, count) => {
      // What was pressed may be gone; the focus is somewhere all the same.
      if (player === cleo) await expectFocus(cleo.page);
      if (!hasObjected && player !== cleo && what.startsWith('clue')) {
        hasObjected = true;
        for (const { page } of players.filter((other) => other !== player))
          await clueMenuOn(page).waitFor({ timeout: PATIENCE_MS });
        expect(await clueMenuOn(player.page).count()).toBe(0);
        await objectByKeyboard(cleo.page);
        await player.page.getByPlaceholder('One word', { exact: true }).waitFor();
      }
      if (count === 6) await ana.page.reload();
      if (offlineSince === null && player === ana && what.startsWith('clue') && count > 8) {
        offlineSince = Date.now();
        await ben.context.setOffline(true);
        await ben.page
          .getByText(/offline/i)
          .filter({ visible: true })
          .first()
          .waitFor({ timeout: PATIENCE_MS });
        setTimeout(() => void ben.context.setOffline(false), 10_000);
      }
    });
    expect(acts).toBeGreaterThan(20);
    expect(offlineSince).not.toBeNull();
    const [ranking, ...same] = await Promise.all(players.map(rankingOf));
    expect(ranking).toHaveLength(3);
    for (const other of same) expect(other).toEqual(ranking);
    for (const { page } of players)
      expect(await page.locator('p[aria-live=polite]').textContent()).toMatch(
        /The game is over\. .+(?: wins?\.|share.*)$/,
      );
    for (const { page } of players) expect(await accessibilityFindings(page)).toEqual([]);
    expect(cleo.complaints).toEqual([]);
    for (const { context } of players) await context.close();
  });
});

describe('one visitor alone', () => {
  it('presses "Play now", is in a game within five seconds, and finishes it with bots (promise 1)', async () => {
    const visitor = await Player.open(browser, { ...DESKTOP, baseURL: product.url }, 'mouse', 1);
    const slowness = await openTimed(visitor.page, '/');
    const pressed = performance.now();
    await visitor.page.getByRole('button', { name: 'Play now' }).click();
    await visitor.page
      .getByText(/Round 1 of/)
      .first()
      .waitFor();
    expect(performance.now() - pressed).toBeLessThan(5_000 * slowness);
    await playToTheEnd([visitor], async () => expect(await clueMenuOn(visitor.page).count()).toBe(0));
    expect(await rankingOf(visitor)).toHaveLength(4);
    const link = visitor.page.getByRole('link', { name: 'Check the deck' });
    const answer = await fetch(new URL((await link.getAttribute('href'))!, product.url));
    const { decks } = (await answer.json()) as DecksAnswer;
    const [promise, ...others] = decks.map((deck) => deck.promise);
    expect(others).toEqual([]);
    await visitor.page.getByText(`Promised deck ${promise!.slice(0, 4)}…${promise!.slice(-4)}`).waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });
});
