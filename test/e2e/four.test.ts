import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFindings, DESKTOP, launch, openTimed, PHONE } from '../harness/browser.ts';
import { FourPlayer } from '../harness/four-player.ts';
import { Product } from '../harness/product.ts';
import { until } from '../harness/until.ts';

/** Least width of something to be touched, CSS pixels. */
const TOUCH_PX = 44;

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([Product.start({ BOT_PACE: '0.02' }), launch()]);
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const open = (device: typeof DESKTOP | typeof PHONE, style: 'mouse' | 'touch' | 'keyboard', more = {}) =>
  FourPlayer.open(browser, { ...device, ...more, baseURL: product.url }, style);

/** Axe finds nothing on any of these pages. */
async function expectAccessible(...players: readonly FourPlayer[]): Promise<void> {
  for (const { page } of players) expect(await accessibilityFindings(page)).toEqual([]);
}

describe('Four in a Row', () => {
  it('is played to the end by mouse and by keyboard alone, with a refresh, a spectator and a rematch', async () => {
    const ana = await open(DESKTOP, 'mouse');
    const ben = await open(DESKTOP, 'keyboard', { colorScheme: 'dark' });
    const cleo = await open(PHONE, 'touch');
    await ana.choose();
    await ana.page.getByRole('button', { name: 'Create a table' }).click();
    await ana.page.getByRole('button', { name: /For friends/ }).click();
    await ana.page.waitForURL(/\/four-in-a-row\/[A-Z]+$/);
    await ben.page.goto(ana.page.url());
    const start = ana.page.getByRole('button', { name: 'Start with 2' });
    await start.waitFor();
    await expectAccessible(ana, ben);
    await start.click();
    await cleo.page.goto(ana.page.url());
    await cleo.page.getByText('You are watching.').waitFor();

    const isAnaFirst = await Promise.any([
      ana.turn.waitFor().then(() => true),
      ben.turn.waitFor().then(() => false),
    ]);
    const [first, second] = isAnaFirst ? [ana, ben] : [ben, ana];
    await first.drop(1);
    await second.drop(7);
    await second.page
      .getByText(/is thinking/)
      .first()
      .waitFor();
    await expectAccessible(ana, ben, cleo);
    await first.page.reload();
    await first.drop(1);
    await second.drop(7);
    expect((await first.board).filter((label) => !label?.endsWith('empty'))).toEqual([
      'Column 1, 2 discs, yours on top',
      expect.stringMatching(/^Column 7, 2 discs, .+’s on top$/),
    ]);
    await first.drop(1);
    await second.drop(7);
    await first.drop(1);
    // The last disc is seen where it fell before the result is.
    for (const { page } of [second, cleo])
      await page
        .locator('.playing')
        .getByRole('button', { name: /^Column 1, 4 discs/ })
        .waitFor();

    for (const [player, headline] of [
      [first, /^You win$/],
      [second, /^.+ wins$/],
      [cleo, /^.+ wins$/],
    ] as const)
      await player.page.getByRole('heading', { name: headline }).waitFor();
    expect((await cleo.board)[0]).toMatch(/^Column 1, 4 discs, .+’s on top$/);
    await expectAccessible(ana, ben, cleo);
    const words = ben.page.getByRole('textbox', { name: /^Message/ });
    await words.focus();
    await ben.page.keyboard.type('good');
    await ana.press(ana.page.getByRole('button', { name: 'Rematch' }));
    await ben.page.getByRole('timer').waitFor();
    await ben.page.keyboard.type(' game');
    expect(await words.inputValue()).toBe('good game');
    for (let disc = 0; disc < 3; disc++) {
      await second.drop(4);
      await first.drop(4);
    }
    await second.turn.waitFor();
    await second.press(second.column(4));
    await second.page.getByText('Column 4 is full. Choose another one.').waitFor();
    await second.drop(3);
    await first.turn.waitFor();
    for (const { complaints, context } of [ana, ben, cleo]) {
      expect(complaints).toEqual([]);
      await context.close();
    }
  });

  it('is played by a lone visitor against a bot within five seconds, by touch, and again', async () => {
    const visitor = await open(PHONE, 'touch');
    const { page } = visitor;
    const slowness = await openTimed(page, '/');
    await visitor.choose();
    await visitor.press(page.getByRole('button', { name: 'How to play' }));
    const rules = page.getByRole('dialog', { name: 'How to play Four in a Row' });
    await rules.getByText('Look ahead').waitFor();
    await expectAccessible(visitor);
    await page.keyboard.press('Escape');
    await rules.waitFor({ state: 'hidden' });
    await expectAccessible(visitor);
    const pressed = performance.now();
    await visitor.press(page.getByRole('button', { name: 'Play now' }));
    await visitor.column(1).waitFor();
    expect(performance.now() - pressed).toBeLessThan(5_000 * slowness);
    expect((await visitor.column(1).boundingBox())!.width).toBeGreaterThanOrEqual(TOUCH_PX);
    for (let game = 1; game <= 2; game++) {
      for (let move = 0; !(await visitor.isOver); move++) {
        await visitor.turn.or(page.getByRole('button', { name: 'Share result' })).waitFor();
        const open = (await visitor.board).findIndex((label) => !label?.includes('full'));
        if (await visitor.turn.isVisible()) await visitor.drop(open + 1);
        expect(move).toBeLessThan(42);
      }
      await expectAccessible(visitor);
      await visitor.press(page.getByRole('button', { name: 'Rematch' }));
      await visitor.turn
        .or(page.getByText(/is thinking/).first())
        .first()
        .waitFor();
    }
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });

  it('gives the seat of its bot to whoever comes to play', async () => {
    const [ana, ben] = [await open(DESKTOP, 'mouse'), await open(DESKTOP, 'mouse')];
    for (const player of [ana, ben]) {
      await player.choose();
      await player.press(player.page.getByRole('button', { name: 'Play now' }));
      await player.column(1).waitFor();
    }
    expect(ben.page.url()).toBe(ana.page.url());
    const people = async () => (await ana.page.locator('.player-list').innerText()).toLowerCase();
    await until(async () => !(await people()).includes('bot'), 'the bot to be gone');
    for (const { context } of [ana, ben]) await context.close();
  });
});
