import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFindings, DESKTOP, focusOn, launch, PATIENCE_MS, PHONE } from '../harness/browser.ts';
import { Product } from '../harness/product.ts';
import { until } from '../harness/until.ts';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([Product.start({ BOT_PACE: '10' }), launch()]);
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function visit(path = '/'): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ ...DESKTOP, baseURL: product.url, reducedMotion: 'reduce' });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  await page.goto(path);
  return { page, context };
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Makes a table that everybody can find; resolves to its code. */
async function publicTable(page: Page): Promise<string> {
  await button(page, 'Create a table').click();
  await button(page, /For everybody/).click();
  await page.waitForURL(/\/color-clues\/[A-Z]+$/);
  await page.getByText('Say this code').waitFor();
  return new URL(page.url()).pathname.split('/')[2]!;
}

describe('the address of a table', () => {
  it('names its game, also for whoever came by the code alone', async () => {
    const host = await visit();
    const code = await publicTable(host.page);
    const byLink = await visit(`/t/${code.toLowerCase()}`);
    await byLink.page.waitForURL(`/color-clues/${code}`);
    await byLink.page.getByText('Say this code').waitFor();
    const byCode = await visit();
    await byCode.page.getByLabel('Code of a table').fill(`${product.url}/color-clues/${code}`);
    await button(byCode.page, 'Join').first().click();
    await byCode.page.waitForURL(`/color-clues/${code}`);
    await byCode.page.getByText('Say this code').waitFor();
    const byOtherGame = await visit(`/four-in-a-row/${code}`);
    await byOtherGame.page.waitForURL(`/color-clues/${code}`);
    await byOtherGame.page.getByText('Say this code').waitFor();
    await byCode.page.goBack();
    await button(byCode.page, 'Play now').waitFor();
    for (const { context } of [host, byLink, byCode, byOtherGame]) await context.close();
  });
});

describe('the first page', () => {
  it('is about the game that was chosen or played last, which Play now plays', async () => {
    const { page, context } = await visit();
    const heading = page.getByRole('heading', { level: 1 });
    expect(await heading.textContent()).toBe('Say a word.Find the color.');
    await page.getByText('Four in a Row').first().click();
    expect(await heading.textContent()).toBe('Drop a disc.Make it four.');
    await button(page, 'How to play').click();
    await page
      .getByRole('dialog', { name: 'How to play Four in a Row' })
      .getByRole('listitem')
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await button(page, 'Play now').click();
    await page.waitForURL(/\/four-in-a-row\/[A-Z]+$/);
    await page.goto('/');
    expect(await heading.textContent()).toBe('Drop a disc.Make it four.');
    const host = await visit();
    const code = await publicTable(host.page);
    await page.goto(`/t/${code}`);
    await page.getByText('Say this code').waitFor();
    await page.goto('/');
    expect(await heading.textContent()).toBe('Say a word.Find the color.');
    for (const each of [context, host.context]) await each.close();
  });

  it('shows one’s own table once: as the way back, not among those of others', async () => {
    const { page, context } = await visit();
    const code = await publicTable(page);
    const other = await visit();
    const row = other.page.locator('.landing-side .tables li');
    await row.first().waitFor();
    const name = await row.filter({ hasText: 'waiting to start' }).first().locator('strong').textContent();
    await page.goto('/');
    await button(page, `Return to table ${code}`).waitFor();
    await page.waitForFunction(() => !document.body.textContent?.includes('Looking for tables'));
    expect(await page.locator('.landing-side .tables').getByText(name!, { exact: true }).count()).toBe(0);
    for (const each of [context, other.context]) await each.close();
  });

  it('begins with the mode that was chosen, leads back to each of one’s tables, and remembers people if wanted', async () => {
    const { page, context } = await visit();
    const mode = page.getByLabel('Mode');
    expect(await mode.inputValue()).toBe('');
    await mode.selectOption('Party');
    const first = await publicTable(page);
    await page.locator('.options dd').filter({ hasText: 'party' }).waitFor();
    await page.goto('/');
    expect(await mode.inputValue()).toBe('party');
    await mode.selectOption('As it comes');
    const second = await publicTable(page);
    await page.locator('.options dd').filter({ hasText: 'classic' }).waitFor();
    await page.goto('/');
    for (const code of [first, second]) await button(page, `Return to table ${code}`).waitFor();
    const wish = page.getByRole('switch', { name: /Remember people I play with/ });
    expect(await wish.isChecked()).toBe(false);
    await wish.click();
    await page.getByText('Nobody yet: it begins with the next game that you finish.').waitFor();
    await page.reload();
    await page.getByText('Nobody yet: it begins with the next game that you finish.').waitFor();
    expect(await wish.isChecked()).toBe(true);
    expect(await accessibilityFindings(page)).toEqual([]);
    await context.close();
  });

  it('has a way in for whoever has an account', async () => {
    const { page, context } = await visit();
    await button(page, 'Log in').click();
    await page.getByRole('dialog', { name: 'Log in' }).getByLabel('Password', { exact: true }).waitFor();
    await context.close();
  });
});

describe('a table with a password, on a screen for a room', () => {
  it('lets in who knows it, asks a screen as well, and shows on it who sits there (rules 11.3, 11.7)', async () => {
    const host = await visit();
    await button(host.page, 'Create a table').click();
    await button(host.page, /For friends/).click();
    await host.page.getByText('Say this code').waitFor();
    const code = new URL(host.page.url()).pathname.split('/')[2]!;
    await button(host.page, 'Host controls').click();
    const controls = host.page.getByRole('dialog', { name: 'Host controls' });
    await controls.getByLabel('Password').fill('moss and brick');
    await controls.getByLabel('Password').press('Enter');
    await button(host.page, 'Remove').waitFor();
    expect(await accessibilityFindings(host.page)).toEqual([]);
    const guest = await visit(`/t/${code}`);
    const said = guest.page.getByLabel('Password of this table');
    await said.fill('moss');
    await button(guest.page, 'Come in').click();
    await guest.page.getByText('That is not the password of this table.').waitFor();
    expect(await said.evaluate((field) => getComputedStyle(field).textTransform)).toBe('none');
    await said.fill('moss and brick');
    await button(guest.page, 'Come in').click();
    await guest.page.getByText('Say this code').waitFor();
    // The screen of somebody who has a seat: it is nobody there, and takes nothing over.
    await guest.page.goto(`/tv/${code}`);
    await guest.page.locator('.tv-code').getByText(code).waitFor();
    await guest.page.locator('.tv-seats li').nth(1).waitFor();
    expect(await accessibilityFindings(guest.page)).toEqual([]);
    await guest.page.goto(`/t/${code}`);
    await guest.page.getByText('Say this code').waitFor();
    await host.page.keyboard.press('Escape');
    await button(host.page, 'Add a bot').click();
    await button(host.page, 'Start with 3').click();
    await host.page.getByRole('grid').waitFor();
    await guest.page.goto(`/tv/${code}`);
    await guest.page.getByText(/is choosing a clue/).waitFor();
    expect(await guest.page.getByText(/^Round 1 of/).count()).toBe(1);
    for (const { context } of [host, guest]) await context.close();
  });
});

describe('rules of one’s own', () => {
  it('are kept by the host and sent as a link, with which somebody else begins a table (rule 7.5)', async () => {
    const host = await visit();
    await host.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: product.url });
    await button(host.page, 'Create a table').click();
    await button(host.page, /For friends/).click();
    await host.page.waitForURL(/\/color-clues\/[A-Z]+$/);
    await button(host.page, 'Fill with bots').click();
    await button(host.page, 'Start with 3').waitFor();
    await host.page.getByRole('button', { name: 'Change', exact: true }).click();
    const dialog = host.page.getByRole('dialog', { name: 'What to play' });
    const choose = (group: string, choice: string) =>
      dialog.getByRole('group', { name: group, exact: true }).getByText(choice, { exact: true }).click();
    // Three sit there: it is said why they cannot play what is for two.
    await dialog.getByText('Co-op: for 2 at most, and 3 sit here').waitFor();
    expect(await dialog.getByRole('radio', { name: 'Co-op' }).isDisabled()).toBe(true);
    await choose('Rules', 'Party');
    await choose('Words in a clue', '3');
    await button(host.page, 'Keep these rules').click();
    await dialog.getByText('These rules need a name.').waitFor();
    await dialog.getByLabel('Name for these rules').fill('<b>Long clues</b>');
    await button(host.page, 'Keep these rules').click();
    await dialog.getByText('Kept: <b>Long clues</b>').waitFor();
    await choose('Rules', 'Classic');
    await dialog.getByRole('button', { name: '<b>Long clues</b>', exact: true }).click();
    expect(await dialog.getByRole('radio', { name: 'Party' }).isChecked()).toBe(true);
    expect(await accessibilityFindings(host.page)).toEqual([]);
    await button(host.page, 'Copy a link to <b>Long clues</b>').click();
    await button(host.page, 'Link copied').waitFor();
    const link = await host.page.evaluate(() => navigator.clipboard.readText());
    const { pathname, search } = new URL(link);
    expect(pathname + search).toBe('/new/color-clues?preset=party&words=3&name=%3Cb%3ELong+clues%3C%2Fb%3E');
    await button(host.page, 'Delete <b>Long clues</b>').click();
    await dialog.getByRole('button', { name: '<b>Long clues</b>', exact: true }).waitFor({ state: 'hidden' });
    await host.context.close();

    for (const look of [PHONE, DESKTOP]) {
      const context = await browser.newContext({ ...look, baseURL: product.url, reducedMotion: 'reduce' });
      context.setDefaultTimeout(PATIENCE_MS);
      const page = await context.newPage();
      await page.goto(`${pathname}${search}&speed=9`);
      await page.getByText('Somebody calls these rules “<b>Long clues</b>”.').waitFor();
      await page.getByText('Some of the link cannot be read here.').waitFor();
      await page.getByText('up to 3 in every clue').waitFor();
      expect(await accessibilityFindings(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await button(page, 'Start a table for friends').click();
      await page.waitForURL(/\/color-clues\/[A-Z]+$/);
      await page.getByText('up to 3 in every clue').waitFor();
      await page.getByText('party', { exact: true }).waitFor();
      await context.close();
    }
    const lost = await visit('/new/snap?words=3');
    await lost.page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
    await lost.context.close();
  });
});

describe('without a mouse', () => {
  it('one gets a name, a table and a game, and the focus is never on nothing', async () => {
    const { page, context } = await visit();
    await button(page, 'Change name and marker').and(page.locator(':enabled')).waitFor();
    const tabTo = async (name: RegExp) => {
      for (let tabs = 0; !name.test((await focusOn(page)) ?? ''); tabs++) {
        expect(tabs, `tab stops before ${name}`).toBeLessThan(40);
        await page.keyboard.press('Tab');
      }
    };
    const press = async (name: RegExp, key = 'Enter') => {
      await tabTo(name);
      await page.keyboard.press(key);
    };
    const comesTo = (name: RegExp) =>
      until(async () => name.test((await focusOn(page)) ?? ''), `the focus to be on ${name}`);

    await press(/^Chat/);
    await page.getByRole('dialog', { name: 'Chat' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await comesTo(/^Settings$/);
    expect(await page.getByRole('dialog').count()).toBe(0);

    await press(/^Change name and marker$/);
    await comesTo(/^INPUT$/);
    await page.keyboard.type('Ana');
    await page.keyboard.press('Enter');
    await comesTo(/^Change name and marker$/);

    await press(/^Create a table$/);
    await press(/^For friends/);
    await comesTo(/^Waiting for friends$/);
    await press(/^Fill with bots$/);
    await press(/bot ·.*options$/);
    await page.getByRole('dialog').waitFor();
    await press(/^Send the bot away$/);
    await comesTo(/^Seats$/);
    await press(/^Add a bot$/);
    await press(/^Start with 3$/, 'Space');
    await page.getByRole('grid').waitFor();
    await until(async () => (await focusOn(page)) !== null, 'something to have the focus');
    await press(/^Color Clues$/);
    await page.getByRole('dialog').waitFor();
    await press(/^Leave the game$/);
    await comesTo(/^Say a word\./);
    await context.close();
  });
});
