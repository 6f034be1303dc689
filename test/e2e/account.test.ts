import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFindings, complaintsOf, DESKTOP, launch, PHONE } from '../harness/browser.ts';
import { Product } from '../harness/product.ts';

const PASSWORD = 'quiet otter paints a door';
const OTHER_PASSWORD = 'seven lamps over the harbor';
/** An ended session closes its pages within this, ms. */
const SIGNED_OUT_MS = 2_000;

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

/** Somebody in a browser of their own, at the account dialog. */
class Person {
  readonly page: Page;
  readonly complaints: string[];

  private constructor(page: Page) {
    this.page = page;
    this.complaints = complaintsOf(page);
  }

  static async arrive(options: BrowserContextOptions = DESKTOP): Promise<Person> {
    const context = await browser.newContext({ ...options, baseURL: product.url, reducedMotion: 'reduce' });
    context.setDefaultTimeout(10_000);
    const person = new Person(await context.newPage());
    await person.page.goto('/');
    await person.openAccount();
    return person;
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** What a field is refused for. */
  get refusal(): Locator {
    return this.dialog.getByRole('alert').filter({ hasText: /./ });
  }

  async openAccount(): Promise<void> {
    await this.press('Change name and marker', this.page);
    await this.page.getByRole('button', { name: /^(?:Account|Keep this name, or log in)$/ }).click();
    await this.dialog.waitFor();
  }

  async press(name: string, where: Page | Locator = this.dialog): Promise<void> {
    await where.getByRole('button', { name, exact: true }).click();
  }

  async fill(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, value] of Object.entries(fields)) {
      await this.dialog.getByLabel(label, { exact: true }).fill(value);
    }
  }

  /** Makes a name theirs. @returns the recovery codes */
  async claim(name: string): Promise<string[]> {
    await this.fill({ Name: name, Password: PASSWORD });
    await this.press('Keep this name');
    await this.dialog.getByText('If you ever forget the password').waitFor();
    const codes = await this.dialog.getByRole('listitem').allInnerTexts();
    await this.press('I have kept them');
    return codes;
  }

  async logIn(name: string, password: string): Promise<void> {
    await this.press('I have an account: log in');
    await this.fill({ Name: name, Password: password });
    await this.press('Log in');
  }

  /** Whose page this is, once the page was loaded anew. */
  async isKnownAs(name: string): Promise<void> {
    await this.page.locator('.identity strong').filter({ hasText: name }).waitFor();
  }
}

describe.each([
  ['at a desk', DESKTOP],
  ['on a phone', PHONE],
] as const)('a name of one’s own, %s', (place, options) => {
  it('is kept by keyboard, with codes, and nothing is held against any step', async () => {
    const name = place === 'at a desk' ? 'Nadja Desk' : 'Nadja Phone';
    const ana = await Person.arrive(options);
    const { page } = ana;
    const look = async () => {
      expect(await accessibilityFindings(page)).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
    };
    await look();
    await ana.dialog.getByLabel('Name', { exact: true }).focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type(name);
    await page.keyboard.press('Tab');
    await page.keyboard.type('password1234');
    await page.keyboard.press('Enter');
    await ana.refusal.filter({ hasText: 'easy to guess' }).waitFor();
    await look();
    // The focus is back in the field that was refused.
    await page.keyboard.press('Control+A');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await ana.dialog.getByText('If you ever forget the password').waitFor();
    expect(new Set(await ana.dialog.getByRole('listitem').allInnerTexts()).size).toBe(10);
    await look();
    await ana.dialog.getByRole('button', { name: 'I have kept them' }).focus();
    await page.keyboard.press('Enter');
    await ana.dialog.getByText('10 recovery codes left').waitFor();
    await look();
    for (const step of [
      'Where I am logged in',
      'Change password',
      'New recovery codes',
      'Delete my account',
    ]) {
      await ana.press(step);
      await ana.dialog.getByRole('button', { name: 'Back' }).waitFor();
      await look();
      await ana.press('Back');
    }
    await page.keyboard.press('Escape');
    await ana.dialog.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Account');
    expect(await page.getByLabel('Your name').inputValue()).toBe(name);
    // A weak password is refused with a status that browsers write down.
    expect(ana.complaints.filter((text) => !text.includes('422'))).toEqual([]);
  });
});

it('is refused when it looks like somebody else’s', async () => {
  await (await Person.arrive()).claim('Perla');
  const late = await Person.arrive();
  await late.fill({ Name: 'Реrlа', Password: PASSWORD });
  await late.press('Keep this name');
  await late.refusal.waitFor();
  expect(await late.refusal.innerText()).toMatch(/taken|another/);
});

it('opens the same person in another browser, until that session is ended from the first', async () => {
  const first = await Person.arrive();
  await first.claim('Ottilie');
  const second = await Person.arrive();
  await second.logIn('Ottilie', PASSWORD);
  await second.isKnownAs('Ottilie');
  await second.page.goto('/chat/lobby');
  await second.page.getByRole('textbox', { name: /^Message / }).waitFor();

  await first.press('Where I am logged in');
  await expect.poll(() => first.dialog.getByRole('listitem').count()).toBe(2);
  const closed = second.page.waitForEvent('websocket', { timeout: SIGNED_OUT_MS });
  await first.dialog.getByRole('button', { name: /^Log out / }).click();
  // It lost its sockets and asks for new ones, as somebody new, who has no name yet.
  await closed;
  await second.page.getByRole('button', { name: 'Choose a name' }).waitFor();
  await expect.poll(() => first.dialog.getByRole('listitem').count()).toBe(1);
});

it('is left by logging out, and found again by name and password', async () => {
  const ana = await Person.arrive();
  await ana.claim('Wilma Wide');
  await ana.press('Log out');
  await ana.page.locator('.identity').waitFor();
  await expect.poll(() => ana.page.locator('.identity strong').innerText()).not.toBe('Wilma Wide');
  await ana.openAccount();
  await ana.logIn('Wilma Wide', 'not the right password');
  await ana.refusal.filter({ hasText: 'do not belong together' }).waitFor();
  await ana.fill({ Password: PASSWORD });
  await ana.press('Log in');
  await ana.isKnownAs('Wilma Wide');
});

it('has another password from one moment to the next, also for other browsers', async () => {
  const first = await Person.arrive();
  await first.claim('Kurt Kelp');
  const second = await Person.arrive();
  await second.logIn('Kurt Kelp', PASSWORD);
  await second.isKnownAs('Kurt Kelp');
  await first.press('Change password');
  await first.fill({ 'Your password now': PASSWORD, 'New password': OTHER_PASSWORD });
  await first.press('Change it');
  await first.dialog.getByText('Your password is changed').waitFor();
  await first.page.reload();
  await first.isKnownAs('Kurt Kelp');
  await second.page.reload();
  await expect.poll(() => second.page.locator('.identity strong').innerText()).not.toBe('Kurt Kelp');
  await second.openAccount();
  await second.logIn('Kurt Kelp', PASSWORD);
  await second.refusal.waitFor();
  await second.fill({ Password: OTHER_PASSWORD });
  await second.press('Log in');
  await second.isKnownAs('Kurt Kelp');
});

it('is found again by a recovery code, once', async () => {
  const [code = ''] = await (await Person.arrive()).claim('Rita Reed');
  const recover = async (person: Person) => {
    await person.press('I have an account: log in');
    await person.press('Forgot your password?');
    await person.fill({ Name: 'Rita Reed', 'Recovery code': code, 'New password': OTHER_PASSWORD });
    await person.press('Log in');
  };
  const later = await Person.arrive();
  await recover(later);
  await later.isKnownAs('Rita Reed');
  const again = await Person.arrive();
  await recover(again);
  await again.refusal.filter({ hasText: 'used before' }).waitFor();
});

it('asks whoever guesses passwords to wait', async () => {
  await (await Person.arrive()).claim('Gerd Gate');
  const guesser = await Person.arrive();
  await guesser.press('I have an account: log in');
  await guesser.fill({ Name: 'Gerd Gate' });
  const asksToWait = async () => {
    await guesser.fill({ Password: `guess ${Math.random()}` });
    await guesser.press('Log in');
    await guesser.refusal.waitFor();
    return /wait/i.test(await guesser.refusal.innerText());
  };
  await expect.poll(asksToWait, { timeout: 60_000 }).toBe(true);
});

it('takes everything with it when it goes: messages that others look at, too', async () => {
  const ana = await Person.arrive();
  await ana.claim('Ephemera');
  await ana.page.goto('/chat/lobby');
  const field = ana.page.getByRole('textbox', { name: /^Message / });
  await field.fill('words that will go');
  await field.press('Enter');
  const ben = await Person.arrive();
  await ben.page.goto('/chat/lobby');
  const log = ben.page.getByRole('log');
  await log.getByText('words that will go').waitFor();

  await ana.page.goto('/');
  await ana.openAccount();
  const [file] = await Promise.all([
    ana.page.waitForEvent('download'),
    ana.dialog.getByRole('link', { name: 'Download my data' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('color-clues.json');
  const data = readFileSync(await file.path(), 'utf8');
  expect(JSON.parse(data)).toBeTypeOf('object');
  expect(data).toContain('words that will go');

  await ana.press('Delete my account');
  await ana.fill({ 'Your password': PASSWORD });
  await ana.press('Delete for good');
  await log.getByText('words that will go').waitFor({ state: 'detached' });
  await expect.poll(() => log.innerText()).not.toContain('Ephemera');
  await expect.poll(() => ana.page.locator('.identity strong').innerText()).not.toBe('Ephemera');
});
