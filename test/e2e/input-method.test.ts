import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP } from '../harness/browser.ts';
import { ChatHouse } from '../harness/chat-pages.ts';
import { Player } from '../harness/player.ts';
import { Product } from '../harness/product.ts';
import { until } from '../harness/until.ts';

let house: ChatHouse;

beforeAll(async () => {
  house = await ChatHouse.open();
});
afterEach(() => house.empty());
afterAll(() => house?.close());

/** In which order a browser tells of the Enter that confirms a candidate. */
const ORDERS = ['Enter within the composing', 'Enter after its end, as Safari tells'] as const;
type Order = (typeof ORDERS)[number];

/** Writes a word with an input method and confirms it with Enter: real events, as the browser makes them of real keys. */
async function compose(field: Locator, word: string, order: Order): Promise<void> {
  await field.focus();
  const session = await field.page().context().newCDPSession(field.page());
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 };
  const end = { selectionStart: word.length, selectionEnd: word.length };
  await session.send('Input.imeSetComposition', { text: word, ...end });
  if (order === ORDERS[0]) await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
  await session.send('Input.insertText', { text: word });
  if (order === ORDERS[1])
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', text: '\r', ...enter });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
  await session.detach();
}

/** Whatever an Enter asked of the server would have been asked by now: the page has drawn twice. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );

/** A field keeps the word that was composed in it, and what an Enter would have ended is still there. */
async function expectKept(
  field: Locator,
  word: string,
  order: Order,
  isThere: () => Promise<boolean> = () => field.isVisible(),
): Promise<void> {
  await field.fill('');
  await compose(field, word, order);
  await settled(field.page());
  expect([await field.inputValue(), await isThere()]).toEqual([word, true]);
}

describe.each(ORDERS)('the Enter that confirms a candidate (%s)', (order) => {
  it('does nothing else where one chats', async () => {
    const ana = await house.owner('Ana', `Composing ${ORDERS.indexOf(order)}`);
    const { page, composer } = ana;
    await expectKept(composer, '色', order, async () => (await ana.messages.count()) === 0);
    await composer.press('Enter');
    await ana.message('色').waitFor();
    await (await ana.more('色')).getByRole('button', { name: 'Edit' }).click();
    const edit = page.getByRole('textbox', { name: 'Edit your message' });
    await expectKept(edit, '青', order);
    await page.keyboard.press('Escape');
    await ana.button('About this conversation').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Settings' }).click();
    const title = page.getByRole('dialog').getByLabel('Title');
    await expectKept(title, 'いろ', order);
  });

  it('does nothing else on the first page', async () => {
    const { page } = await house.visitor('/');
    const code = page.getByLabel('Code of a table');
    await expectKept(code, 'moka', order, async () => new URL(page.url()).pathname === '/');
    await page.getByRole('button', { name: 'Change name and marker' }).click();
    const name = page.getByLabel('Your name');
    await expectKept(name, 'アナ', order);
    await page.getByRole('button', { name: 'Keep this name, or log in' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Password', { exact: true }).fill('quiet otter paints a door');
    const owned = dialog.getByLabel('Name', { exact: true });
    await expectKept(owned, 'アナ', order);
  });
});

describe('a clue', () => {
  it('is not given by the Enter that confirms a candidate', async () => {
    const product = await Product.start({ BOT_PACE: '0.02' });
    try {
      const at = { ...DESKTOP, baseURL: product.url };
      const player = await Player.open(house.browser, at, 'mouse', 0);
      await player.page.goto('/');
      await player.page.getByRole('button', { name: 'Play now' }).click();
      const clue = player.page.getByPlaceholder('One word', { exact: true });
      const isGiver = async (): Promise<boolean> => {
        // One that holds a word was just given, and is about to go.
        if (await clue.evaluateAll(([field]) => (field as HTMLInputElement | undefined)?.value === ''))
          return true;
        await player.act().catch(() => null);
        return false;
      };
      await until(isGiver, 'this player to be the giver', 60_000);
      for (const order of ORDERS) await expectKept(clue, '紫', order);
      await player.context.close();
    } finally {
      await product.stop();
    }
  });
});
