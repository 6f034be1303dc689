import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGE_LANGUAGES, type PageLanguage } from '../../client/i18n/language.ts';
import { complaintsOf, launch, PATIENCE_MS, PHONE } from '../harness/browser.ts';
import { Product } from '../harness/product.ts';

const CLIENT = join(import.meta.dirname, '../../client');

let product: Product;
let browser: Browser;

beforeAll(async () => {
  // Slow bots: the first turn stays as it is while it is looked at.
  [product, browser] = await Promise.all([Product.start({ BOT_PACE: '10' }), launch()]);
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** What the first lobby is called: its name, not a message. */
const NAMES = new Set(['Lobby']);

/** All plain texts of messages, functions left out. */
function textsIn(messages: unknown): string[] {
  if (typeof messages === 'string') return [messages];
  return typeof messages === 'object' && messages !== null ? Object.values(messages).flatMap(textsIn) : [];
}

/** What all parts and games say in a language. */
async function everythingIn(language: PageLanguage): Promise<ReadonlySet<string>> {
  const files = globSync(`{i18n/*,games/*/messages,games/*/messages/*}/${language}.ts`, { cwd: CLIENT });
  expect(files.length).toBeGreaterThan(25);
  const loaded = await Promise.all(files.map((file) => import(join(CLIENT, file))));
  return new Set(loaded.flatMap(({ messages }) => textsIn(messages)));
}

const messagesOf = async (part: 'landing' | 'settings' | 'table' | 'game' | 'chat', language: PageLanguage) =>
  (await import(join(CLIENT, `i18n/${part}/${language}.ts`))).messages;

/** What is to be read on a page, or read aloud, besides what people wrote and names. */
const readOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isOfPeople = (element: Element) => element.closest('[translate=no], .notranslate, script, style');
    const elements = [...document.body.querySelectorAll('*')].filter(
      (element) => element.checkVisibility() && !isOfPeople(element),
    );
    const read = elements.flatMap((element) => [
      ...[...element.childNodes].filter(({ nodeType }) => nodeType === 3).map((node) => node.textContent),
      ...['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name)),
    ]);
    return read.flatMap((text) => text?.trim() || []);
  });

/** Controls that stick out of what holds them, and labels that something covers. */
const misplacedOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wordsOf = (element: Element) => element.textContent?.trim() || element.outerHTML.slice(0, 60);
    // A page that is too wide makes the window of a phone wider.
    const isOut = (element: Element) => {
      const { left, right } = element.getBoundingClientRect();
      // What has no edges of its own may come near those of the screen.
      const around = element.matches('.quiet') ? null : element.closest('.panel, dialog');
      const edges = around?.getBoundingClientRect() ?? { left: 0, right: screen.width };
      return left < edges.left - 0.5 || right > edges.right + 0.5;
    };
    const seen = (selector: string) =>
      [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
    return [
      ...seen('.button, select, input:not(.unseen)').filter(isOut),
      ...seen('label:not(.unseen)').filter((label) => label.scrollWidth > label.clientWidth + 1),
    ].map(wordsOf);
  });

describe.each(PAGE_LANGUAGES)('the pages in %s', (language) => {
  it('are chosen by a person, stay, and fit a phone', async () => {
    const [english, own] = await Promise.all([everythingIn('en'), everythingIn(language)]);
    const context = await browser.newContext({
      ...PHONE,
      locale: 'en-US',
      baseURL: product.url,
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    const button = (name: string) => page.getByRole('button', { name, exact: true });

    /** The page says what it says in its language, and nothing is wider than the screen. */
    const look = async (where: string) => {
      const read = await readOn(page);
      expect(read.length, where).toBeGreaterThan(5);
      const foreign = read.filter((text) => english.has(text) && !own.has(text) && !NAMES.has(text));
      const broken = read.filter((text) => /undefined|NaN|\[object/.test(text));
      const { lang, tooWide } = await page.evaluate(() => ({
        lang: document.documentElement.lang,
        tooWide: Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - screen.width,
      }));
      const misplaced = await misplacedOn(page);
      expect({ where, lang, foreign, broken, misplaced, tooWide }).toEqual({
        ...{ where, lang: language, foreign: [], broken: [], misplaced: [], tooWide: 0 },
      });
    };

    await page.goto('/');
    await button('Settings').click();
    const landing = await messagesOf('landing', language);
    const settings = await messagesOf('settings', language);
    await page.getByRole('dialog').getByLabel('Language').selectOption(language);
    await button(landing.playNow).waitFor();
    await page.reload();
    await button(landing.playNow).waitFor();
    await look('landing');

    await button(landing.settings).click();
    await page.getByRole('dialog', { name: settings.title }).waitFor();
    await look('settings');
    await page.keyboard.press('Escape');

    await button(landing.logIn).click();
    const account = page.getByRole('dialog');
    await account.locator('input[type=password]').waitFor();
    await look('account');
    // What the server refuses is said in the language of the page, too.
    await account.locator('input').first().fill('nobody');
    await account.locator('input[type=password]').fill('quiet otter paints a door');
    await page.keyboard.press('Enter');
    await account.getByRole('alert').filter({ hasText: /./ }).first().waitFor();
    await look('refused login');
    await page.keyboard.press('Escape');

    await button(landing.createTable).click();
    await page.getByRole('button', { name: landing.forFriends }).click();
    const table = await messagesOf('table', language);
    await button(table.fillWithBots).click();
    const start = button(table.start(3));
    await start.waitFor();
    await look('waiting room');
    await start.click();
    await page.getByRole('timer').waitFor();
    await look('game');

    await page.goto('/chat/lobby');
    await page.getByRole('log').waitFor();
    await look('lobby');
    expect(complaints.filter((each) => !/status of (?:403|429)/.test(each))).toEqual([]);
    await context.close();
  });
});
