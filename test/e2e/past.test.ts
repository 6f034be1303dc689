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
import { playColorClues } from '../harness/color-clues-game.ts';
import { Product } from '../harness/product.ts';
import { tableOf } from '../harness/table-client.ts';
import type { Visitor } from '../harness/visitor.ts';

let product: Product;
let browser: Browser;
let ana: Visitor;

beforeAll(async () => {
  const limits = { LIMIT_MESSAGE_RATE: '1000', LIMIT_MESSAGE_BURST: '1000' };
  [product, browser] = await Promise.all([Product.start(limits), launch()]);
  const { clients } = await tableOf(product, 3);
  await playColorClues(clients);
  ana = clients[0]!.visitor;
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe.each([
  ['desk, light', DESKTOP, 'light'],
  ['phone, dark', PHONE, 'dark'],
] as const)('a finished game (%s)', (_name, options, colorScheme) => {
  it('is found in the list, and gone through by keyboard alone; axe and the console find nothing', async () => {
    const context = await browser.newContext({ ...options, colorScheme, reducedMotion: 'reduce' });
    context.setDefaultTimeout(PATIENCE_MS);
    const [name = '', value = ''] = ana.cookie.split('=');
    await context.addCookies([{ name, value, url: product.url }]);
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await page.goto(`${product.url}/games`);
    const link = page.getByRole('link', { name: 'Watch again' });
    await page.getByText('Average distance', { exact: true }).waitFor();
    await link.waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await link.focus();
    await page.keyboard.press('Enter');
    const steps = page.getByRole('slider', { name: 'Step' });
    await page.getByRole('grid').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await steps.focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { name: 'lagoon' }).waitFor();
    await page.getByRole('combobox', { name: 'Jump to' }).selectOption('Round 3 of 3');
    await page.getByRole('heading', { name: /is choosing a clue/ }).waitFor();
    await button(page, 'One step back').press('Enter');
    await page
      .getByText(/^It was [A-P]\d/)
      .first()
      .waitFor();
    await steps.focus();
    await page.keyboard.press('End');
    await page.getByRole('heading', { name: 'The rounds' }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await button(page, 'Play').press('Enter');
    await button(page, 'Pause').waitFor();
    await expect.poll(() => steps.getAttribute('aria-valuetext')).toMatch(/^Step [2-9] of/);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
