import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Download } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AccountPage, OTHER_PASSWORD, PASSWORD } from '../harness/account-pages.ts';
import { DESKTOP, launch, PATIENCE_MS, PHONE } from '../harness/browser.ts';
import { Product } from '../harness/product.ts';

/** An ended session closes its pages at once: long before the server looks for such sessions by itself, ms. */
const SIGNED_OUT_MS = 15_000;
/** Wrong passwords before one has to wait. */
const GUESSES = 5;
const CODE = /^[a-z0-9]{5}(?:-[a-z0-9]{5}){3}$/;

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([Product.start(), launch()]);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** Somebody in a browser of their own, at the first page, with nothing opened. */
async function visit(options: BrowserContextOptions = DESKTOP): Promise<AccountPage> {
  const context = await browser.newContext({ ...options, baseURL: product.url, reducedMotion: 'reduce' });
  context.setDefaultTimeout(PATIENCE_MS);
  return AccountPage.open(context, '/');
}

/** Somebody in a browser of their own, at the account dialog. */
async function arrive(options?: BrowserContextOptions): Promise<AccountPage> {
  const account = await visit(options);
  await account.openAccount();
  return account;
}

/** Two browsers of one person: the first at the dialog, the second in chat. */
async function twoBrowsersOf(name: string): Promise<[AccountPage, AccountPage]> {
  const [first, second] = [await arrive(), await arrive()];
  await first.claim(name);
  await second.logIn(name);
  await second.isKnownAs(name);
  await second.page.goto('/chat/lobby');
  await second.composer.waitFor();
  return [first, second];
}

/** Watches a page in chat being signed out: its sockets close, and it is told that it is somebody without a name. */
async function signsOut({ page }: AccountPage, act: () => Promise<void>): Promise<void> {
  const guest = page.waitForResponse('**/api/session');
  await act();
  const actedAt = performance.now();
  await guest;
  expect(performance.now() - actedAt).toBeLessThan(SIGNED_OUT_MS);
  await page.getByRole('button', { name: 'Choose a name' }).waitFor();
}

const textOf = async (file: Download): Promise<string> => readFileSync(await file.path(), 'utf8');

describe.each([
  ['at a desk', 'Desk', DESKTOP],
  ['on a phone', 'Phone', PHONE],
] as const)('a name of one’s own, %s', (_place, word, options) => {
  const name = `Nadja ${word}`;

  it('is kept by keyboard alone; the focus goes into the dialog and comes back', async () => {
    const ana = await visit(options);
    const { page } = ana;
    await ana.tabTo('Change name and marker');
    await page.keyboard.press('Enter');
    await ana.tabTo('Keep this name, or log in');
    await page.keyboard.press('Enter');
    await ana.dialog.waitFor();
    const hasFocus = () => ana.dialog.evaluate((dialog) => dialog.contains(document.activeElement));
    expect(await hasFocus()).toBe(true);
    await page.keyboard.press('Tab'); // the cross
    await page.keyboard.press('Tab');
    await ana.type(name);
    await page.keyboard.press('Tab');
    await ana.type('password1234');
    await ana.tabTo('Keep this name');
    await page.keyboard.press('Enter');
    await ana.refusal.filter({ hasText: 'easy to guess' }).waitFor();
    await ana.type(PASSWORD); // the focus is in the field that was refused
    await page.keyboard.press('Enter');
    await ana.codes();
    await ana.tabTo('I have kept them');
    await page.keyboard.press('Enter');
    await ana.dialog.getByText('10 recovery codes left').waitFor();
    expect(await hasFocus()).toBe(true);
    await page.keyboard.press('Escape');
    await ana.dialog.waitFor({ state: 'detached' });
    const account = page.getByRole('button', { name: 'Account', exact: true });
    expect(await account.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await page.getByLabel('Your name').inputValue()).toBe(name);
    expect(ana.surprises).toEqual([]);
  });

  it('has nothing against it in any state: axe, overflow, the console', async () => {
    const ana = await arrive(options);
    const look = async (state: string) => expect([state, await ana.findings()]).toEqual([state, []]);
    const lookAt = async (step: string, ...refused: readonly (() => Promise<void>)[]) => {
      await ana.press(step);
      await look(step);
      for (const act of refused) {
        await act();
        await ana.refusal.waitFor();
        await look(`${step}, refused`);
      }
      await ana.press('Back');
    };
    await look('a guest');
    await ana.press('I have an account: log in');
    await lookAt('Forgot your password?', async () => {
      await ana.fill({ Name: name, 'Recovery code': 'abcde', 'New password': PASSWORD });
      await ana.press('Log in');
    });
    await lookAt('I have an account: log in', async () => {
      await ana.fill({ Name: 'Nobody at all', Password: PASSWORD });
      await ana.press('Log in');
    });
    await lookAt('Delete everything about me');
    await ana.fill({ Name: `Anna ${word}`, Password: 'short' });
    await ana.press('Keep this name');
    await ana.refusal.waitFor();
    await look('a guest, refused');
    await ana.fill({ Password: PASSWORD });
    await ana.press('Keep this name');
    await ana.codes();
    await look('codes');
    await ana.press('I have kept them');
    await ana.dialog.getByText('10 recovery codes left').waitFor();
    await look('an account');
    await lookAt('Where I am logged in');
    await lookAt('Change password', async () => {
      await ana.fill({ 'Your password now': 'wrong', 'New password': OTHER_PASSWORD });
      await ana.press('Change it');
    });
    await lookAt('New recovery codes');
    await lookAt('Delete my account', async () => {
      await ana.fill({ 'Your password': 'wrong' });
      await ana.press('Delete for good');
    });
    expect(ana.surprises).toEqual([]);
  });
});

describe('a name', () => {
  it('that looks like somebody else’s is refused, and stays in the field', async () => {
    await (await arrive()).claim('Perla');
    const late = await arrive();
    await late.fill({ Name: 'Per1a', Password: PASSWORD });
    await late.press('Keep this name');
    await late.refusal.filter({ hasText: 'That name is taken.' }).waitFor();
    expect(await late.dialog.getByLabel('Name', { exact: true }).inputValue()).toBe('Per1a');
  });

  it('is left by logging out, in every tab, and found again by name and password', async () => {
    const ana = await arrive();
    await ana.claim('Wilma Wide');
    const chat = await ana.tab('/chat/lobby');
    await chat.composer.waitFor();
    await signsOut(chat, () => ana.press('Log out'));
    await ana.isNobody();
    await ana.logIn('Wilma Wide', 'not the right password');
    await ana.refusal.filter({ hasText: 'do not belong together' }).waitFor();
    await ana.fill({ Password: PASSWORD });
    await ana.press('Log in');
    await ana.isKnownAs('Wilma Wide');
  });

  it('is open in two browsers until one of them is logged out from the other', async () => {
    const [first, second] = await twoBrowsersOf('Ottilie');
    await first.press('Where I am logged in');
    const rows = first.dialog.getByRole('listitem');
    await expect.poll(() => rows.count()).toBe(2);
    expect(await rows.first().innerText()).toContain('this browser');
    await signsOut(second, () => first.dialog.getByRole('button', { name: /^Log out / }).click());
    await expect.poll(() => rows.count()).toBe(1);
    expect(await first.dialog.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
    await second.page.goto('/');
    await second.isNobody();
  });
});

describe('a password', () => {
  it('can be another one: this browser stays, all others have to log in with the new one', async () => {
    const [first, second] = await twoBrowsersOf('Kurt Kelp');
    await first.press('Change password');
    await first.fill({ 'Your password now': OTHER_PASSWORD, 'New password': OTHER_PASSWORD });
    await first.press('Change it');
    await first.refusal.filter({ hasText: 'That is not your password.' }).waitFor();
    await first.fill({ 'Your password now': PASSWORD });
    await signsOut(second, () => first.press('Change it'));
    await first.dialog.getByText('Your password is changed').waitFor();
    await first.page.reload();
    await first.isKnownAs('Kurt Kelp');
    await second.page.goto('/');
    await second.openAccount();
    await second.logIn('Kurt Kelp');
    await second.refusal.filter({ hasText: 'do not belong together' }).waitFor();
    await second.fill({ Password: OTHER_PASSWORD });
    await second.press('Log in');
    await second.isKnownAs('Kurt Kelp');
  });

  it('that is guessed has to wait, which is said with how long', async () => {
    await (await arrive()).claim('Gerd Gate');
    const guesser = await arrive();
    await guesser.press('I have an account: log in');
    await guesser.fill({ Name: 'Gerd Gate' });
    const guess = async (password: string, sentence: string) => {
      await guesser.fill({ Password: password });
      const answer = guesser.page.waitForResponse('**/api/account/login');
      await guesser.press('Log in');
      await answer;
      await guesser.refusal.filter({ hasText: sentence }).waitFor();
    };
    for (let i = 0; i < GUESSES; i++) await guess(`guess ${i}`, 'do not belong together');
    await guess(PASSWORD, 'That was a lot at once. Try again in 15 minutes.');
    expect(await guesser.findings()).toEqual([]);
    expect(guesser.surprises).toEqual([]);
  });
});

describe('recovery codes', () => {
  it('are shown once, until they are kept: copied, downloaded, not closed by mistake', async () => {
    const ana = await arrive({ ...DESKTOP, permissions: ['clipboard-read', 'clipboard-write'] });
    await ana.fill({ Name: 'Carla Codes', Password: PASSWORD });
    await ana.press('Keep this name');
    const codes = await ana.codes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(CODE);
    await ana.page.keyboard.press('Escape');
    expect(await ana.codes()).toEqual(codes);
    await ana.page.mouse.click(5, 5);
    expect(await ana.codes()).toEqual(codes);

    await ana.press('Copy');
    await ana.dialog.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await ana.page.evaluate(() => navigator.clipboard.readText());
    const [file] = await Promise.all([ana.page.waitForEvent('download'), ana.press('Download')]);
    expect(file.suggestedFilename()).toBe('color-clues-codes.txt');
    for (const text of [copied, await textOf(file)]) {
      expect(text).toContain('Carla Codes');
      expect(text.split('\n').filter((line) => CODE.test(line))).toEqual(codes);
    }
    await ana.press('I have kept them');
    await ana.dialog.getByText('10 recovery codes left').waitFor();
    await ana.page.reload();
    await ana.openAccount();
    await ana.dialog.getByText('10 recovery codes left').waitFor();
    for (const code of codes) expect(await ana.page.content()).not.toContain(code);
  });

  it('are selected where the browser has no clipboard', async () => {
    const ana = await arrive();
    await ana.page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await ana.fill({ Name: 'Hanna Hand', Password: PASSWORD });
    await ana.press('Keep this name');
    const codes = await ana.codes();
    await ana.press('Copy');
    await ana.dialog.getByRole('status').getByText('They are selected').waitFor();
    const selected = await ana.page.evaluate(() => String(getSelection()));
    for (const code of codes) expect(selected).toContain(code);
  });

  it('let in with a new password, each once', async () => {
    const [code = ''] = await (await arrive()).claim('Rita Reed');
    const later = await arrive();
    await later.recover('Rita Reed', code);
    await later.isKnownAs('Rita Reed');
    await later.openAccount();
    await later.dialog.getByText('9 recovery codes left').waitFor();
    const again = await arrive();
    await again.recover('Rita Reed', code);
    await again.refusal.filter({ hasText: 'used before' }).waitFor();
    await again.press('Back');
    await again.logIn('Rita Reed', OTHER_PASSWORD);
    await again.isKnownAs('Rita Reed');
  });

  it('can be made anew: the old ones are worthless', async () => {
    const ana = await arrive();
    const [old = ''] = await ana.claim('Nora Newt');
    await ana.press('New recovery codes');
    await ana.fill({ 'Your password': PASSWORD });
    await ana.press('Show new codes');
    expect(await ana.codes()).not.toContain(old);
    const later = await arrive();
    await later.recover('Nora Newt', old);
    await later.refusal.filter({ hasText: 'does not belong to this name' }).waitFor();
  });
});

describe('what somebody wrote', () => {
  it('is in their file, and goes with them from the pages of others; the name is free', async () => {
    const words = 'words that will go';
    const ana = await arrive();
    await ana.claim('Ephemera');
    const chat = await ana.tab('/chat/lobby');
    await chat.composer.fill(words);
    await chat.composer.press('Enter');
    const ben = await arrive();
    const log = (await ben.tab('/chat/lobby')).page.getByRole('log');
    await log.getByText(words).waitFor();
    const before = await log.getByRole('article').count();

    const [file] = await Promise.all([ana.page.waitForEvent('download'), ana.press('Download my data')]);
    expect(file.suggestedFilename()).toBe('color-clues.json');
    const data = JSON.parse(await textOf(file));
    expect(data).toMatchObject({ person: { name: 'Ephemera' }, account: { recoveryCodesLeft: 10 } });
    expect(data.messages).toEqual([expect.objectContaining({ text: words })]);

    await ana.press('Delete my account');
    await ana.fill({ 'Your password': 'not this one' });
    await ana.press('Delete for good');
    await ana.refusal.filter({ hasText: 'That is not your password.' }).waitFor();
    await log.getByText(words).waitFor();
    await ana.fill({ 'Your password': PASSWORD });
    await signsOut(chat, () => ana.press('Delete for good'));
    await log.getByText('Message deleted').waitFor();
    expect(await log.getByRole('article').count()).toBe(before);
    expect(await log.innerText()).not.toContain(words);
    await expect.poll(() => log.innerText()).not.toContain('Ephemera');
    await ana.isNobody();
    await ben.claim('Ephemera');
  });
});
