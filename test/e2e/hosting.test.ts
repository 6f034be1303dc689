import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { START_GRACE_MS } from '../../shared/table/wake-up.ts';
import { accessibilityFindings, DESKTOP, launch, PATIENCE_MS, PHONE } from '../harness/browser.ts';
import { Player } from '../harness/player.ts';
import { Product } from '../harness/product.ts';
import { until } from '../harness/until.ts';

const LONG = { timeout: PATIENCE_MS };

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([Product.start(), launch()]);
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const seats = (page: Page) => page.getByRole('region', { name: 'Seats' });
/** The names in the waiting room, in seat order. */
const names = (page: Page) => seats(page).locator('.seat-tile strong').allInnerTexts();
const seconds = async (page: Page) =>
  Number.parseInt((await page.getByRole('timer').getAttribute('aria-label')) ?? '', 10);

/** Does something in the dialog of the host, and closes it. */
async function control(page: Page, what: (dialog: ReturnType<Page['getByRole']>) => Promise<void>) {
  await button(page, 'Host controls').click(LONG);
  const dialog = page.getByRole('dialog', { name: 'Host controls' });
  await what(dialog);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
}

it('a host moves seats, locks, sends away and lets back in, starts without who has left, and pauses (rules 6.8, 11)', async () => {
  const open = async (options: typeof DESKTOP | typeof PHONE, style: 'mouse' | 'touch', index: number) => {
    const player = await Player.open(browser, { ...options, baseURL: product.url }, style, index);
    player.context.setDefaultTimeout(PATIENCE_MS);
    return player;
  };
  const people = [
    await open(PHONE, 'touch', 0),
    await open(DESKTOP, 'mouse', 1),
    await open(PHONE, 'touch', 2),
    await open(DESKTOP, 'mouse', 3),
  ];
  const [ana, ben, cleo, dev] = people.map(({ page }) => page) as [Page, Page, Page, Page];
  await ana.goto('/');
  await button(ana, 'Create a table').click();
  await button(ana, /For friends/).click();
  await ana.waitForURL(/\/color-clues\/[A-Z]+$/);
  for (const [index, page] of [ben, cleo].entries()) {
    await page.goto(ana.url());
    await until(async () => (await names(ana)).length === index + 2, 'a seat to be taken');
  }
  const [first, second, third] = (await names(ana)) as [string, string, string];

  await button(ana, 'Add a bot').click();
  const bot = seats(ana).locator('.seat-tile').filter({ hasText: 'bot' });
  await bot.click();
  await ana.getByLabel('Level').selectOption('sage');
  await bot.filter({ hasText: 'sage' }).waitFor();
  expect(await accessibilityFindings(ana)).toEqual([]);
  await button(ana, 'Send the bot away').click();
  await until(async () => (await names(ana)).length === 3, 'the bot to go');

  await control(ana, async (dialog) => {
    expect(await accessibilityFindings(ana)).toEqual([]);
    await button(ana, `Move ${third} up`).click();
    await expect.poll(() => names(ben)).toEqual([first, third, second]);
    await dialog.getByLabel('Lock the table').click();
  });
  await dev.goto(ana.url());
  await dev.getByText('The host has locked this table. You may watch.').waitFor();
  expect(await button(dev, 'Sit down').count()).toBe(0);
  await control(ana, (dialog) => dialog.getByLabel('Lock the table').click());
  await button(dev, 'Sit down').click();
  await until(async () => (await names(ana)).length === 4, 'the seat to be taken');
  const left = (await names(ana)).at(-1)!;
  await dev.context().close();
  await seats(ana).getByText('away').waitFor();
  const leftAt = performance.now();

  await seats(ana).getByRole('button').filter({ hasText: third }).click();
  await button(ana, 'Send away').click();
  await button(ana, 'Yes, send away for good').click();
  await cleo.getByRole('heading', { name: 'The host sent you away' }).waitFor();
  await cleo.reload();
  await cleo.getByRole('heading', { name: 'The host sent you away' }).waitFor();
  await control(ana, async () => {
    const away = ana.getByRole('region', { name: 'Sent away' });
    await away.getByText(third, { exact: true }).first().waitFor();
    expect(await accessibilityFindings(ana)).toEqual([]);
    await away.getByRole('button', { name: `Let back in ${third}` }).click();
    await away.waitFor({ state: 'hidden' });
  });
  await cleo.reload();
  await until(async () => (await names(cleo)).includes(third), 'her to sit there again');

  // A browser that was closed before the start: nobody waits for it, turn after turn.
  await until(() => performance.now() > leftAt + START_GRACE_MS, 'it to be away for long');
  await button(ana, 'Start with 3').click();
  for (const page of [ana, ben, cleo]) await page.getByRole('timer').waitFor();
  const listed = await ben.locator('.player-list').innerText();
  expect([listed.includes(first), listed.includes(left)]).toEqual([true, false]);
  await ben.getByText('Round 1 of 6').first().waitFor();

  await button(ana, /^Players\./).click();
  await control(ana, async (dialog) => {
    await dialog.getByText('Counts from the next round on.').waitFor();
    const order = () => dialog.locator('.host-list .clip').allInnerTexts();
    const before = await order();
    await dialog
      .getByRole('button', { name: / down$/ })
      .first()
      .click();
    await expect.poll(order).toEqual([before[1], before[0], before[2]]);
    // Half of the time belongs to whoever is to give, unless that is the host.
    const skip = dialog.getByRole('button', { name: /^Skip / });
    if ((await skip.count()) > 0) expect(await skip.getAttribute('aria-disabled')).toBe('true');
    expect(await accessibilityFindings(ana)).toEqual([]);
    await button(ana, 'Pause the game').click();
  });
  await ana.keyboard.press('Escape');
  for (const page of [ben, cleo]) {
    const paused = page.getByRole('region', { name: 'Paused' });
    await paused.getByText(`${first} paused the game.`).waitFor();
  }
  for (const page of [ana, ben]) expect(await accessibilityFindings(page)).toEqual([]);
  expect(await ben.getByRole('timer').count()).toBe(0);
  expect(await Promise.all(people.slice(0, 3).map((player) => player.act()))).toEqual([null, null, null]);
  await button(ana, 'Go on').click();
  for (const page of [ana, ben, cleo]) await page.getByRole('timer').waitFor();
  expect(await seconds(ben)).toBeGreaterThan(0);
  await until(
    async () =>
      (await Promise.all(people.slice(0, 3).map((player) => player.act()))).some((what) =>
        what?.startsWith('clue'),
      ),
    'a clue to be given',
  );
  for (const { complaints } of people.slice(0, 2)) expect(complaints).toEqual([]);
  for (const { context } of people.slice(0, 3)) await context.close();
});
