import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DESKTOP, launch, PATIENCE_MS, PHONE } from '../harness/browser.ts';
import { ChatPage } from '../harness/chat-pages.ts';
import { NamedProcesses } from '../harness/named-processes.ts';
import { Player } from '../harness/player.ts';
import { until } from '../harness/until.ts';

/** How long seats are held up, so that somebody can see what a page shows meanwhile, ms. */
const HELD_MS = 700;
/** What is written of a clue, and of a message. */
const HALF_CLUE = 'lago';
const HALF_TEXT = 'I think it is';

let processes: NamedProcesses;
let browser: Browser;
beforeAll(async () => {
  [processes, browser] = await Promise.all([NamedProcesses.begin(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await processes?.end();
});

/** Everything that a page says of its connection from now on. */
async function wordsOf(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const look = () => {
      for (const node of document.querySelectorAll<HTMLElement>('.connection, .banner')) {
        const words = node.innerText.split('\n')[0]!.trim();
        if (words !== '' && said.at(-1) !== words) said.push(words);
      }
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said);
}

it('while their table goes to another process people see “Moving…” for a moment, and keep what they are writing', async () => {
  const one = await processes.start('one');
  const people = await Promise.all(
    [DESKTOP, DESKTOP, PHONE].map(async (size, index) => {
      const at = { ...size, baseURL: processes.front.url };
      return Player.open(browser, at, index === 2 ? 'touch' : 'mouse', index);
    }),
  );
  const [ana, ...others] = people as [Player, Player, Player];
  await ana.page.goto('/');
  await ana.page.getByRole('button', { name: 'Create a table' }).click();
  await ana.page.getByRole('button', { name: /For friends/ }).click();
  await ana.page.waitForURL(/\/color-clues\/[A-Z]+$/, { timeout: PATIENCE_MS });
  for (const other of others) await other.page.goto(ana.page.url());
  await ana.page.getByRole('button', { name: 'Start with 3' }).click({ timeout: PATIENCE_MS });
  for (const { page } of people) await page.getByRole('timer').waitFor({ timeout: PATIENCE_MS });

  const clues = people.map(({ page }) => page.getByPlaceholder('One word', { exact: true }));
  const giverOf = async () => (await Promise.all(clues.map((clue) => clue.isVisible()))).indexOf(true);
  await until(async () => (await giverOf()) >= 0, 'a giver');
  const clue = clues[await giverOf()]!;
  await clue.fill(HALF_CLUE);
  const writer = [ana, others[0]].find((_, index) => clues[index] !== clue)!;
  const composer = ChatPage.of(writer.page).composer;
  await composer.fill(HALF_TEXT);
  const words = await Promise.all(people.map(({ page }) => wordsOf(page)));

  await processes.start('two');
  for (const { page } of people) {
    await page.route('**/seat', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, HELD_MS));
      await route.continue();
    });
  }
  const stopped = one.stop();
  const moving = people.map(({ page }) => page.locator('.table-top .connection').getByText('Moving…'));
  for (const words of moving) await words.first().waitFor({ state: 'attached', timeout: PATIENCE_MS });
  expect(await stopped).toBe(0);
  processes.front.shut('one');
  for (const { page } of people) {
    const isBack = async () => (await page.locator('.table-top .connection').innerText()) === '';
    await until(isBack, 'a page to be at the other process');
  }
  expect([await clue.inputValue(), await composer.inputValue()]).toEqual([HALF_CLUE, HALF_TEXT]);
  await composer.press('End');
  await composer.pressSequentially(' blue');
  await composer.press('Enter');
  const talk = ChatPage.of(writer.page);
  await expect.poll(() => talk.said(), { timeout: PATIENCE_MS }).toContain(`${HALF_TEXT} blue`);
  await talk.onTheirWay.first().waitFor({ state: 'detached', timeout: PATIENCE_MS });
  await clue.fill(`${HALF_CLUE}on`);
  await clue.press('Enter');
  for (const { page } of people) await page.getByText('lagoon').first().waitFor({ timeout: PATIENCE_MS });
  for (const said of words) {
    const all = new Set(await said());
    expect([...all].filter((each) => !/^(?:Moving…|Back\.|Saving)/.test(each))).toEqual([]);
  }
  for (const { complaints } of people) expect(complaints).toEqual([]);
});
