import { readFileSync } from 'node:fs';
import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Download,
  Locator,
  Page,
} from 'playwright-core';
import { expect } from 'vitest';
import { accessibilityFindings, complaintsOf, DESKTOP, launch, PATIENCE_MS } from './browser.ts';
import { Product } from './product.ts';

export const PASSWORD = 'quiet otter paints a door';
export const OTHER_PASSWORD = 'seven lamps over the harbor';
/** An ended session closes its pages at once: long before the server looks for such sessions by itself, ms. */
const SIGNED_OUT_MS = 15_000;
/** No page has as many places to go by Tab. */
const MOST_TABS = 40;
/** Browsers write down every refused request. */
const REFUSED_REQUEST = /the server responded with a status of (?:403|409|422|429)/;

/** A tab of somebody at the account dialog: sees and does only what the page offers. */
export class AccountPage {
  readonly page: Page;
  readonly complaints: string[];

  private constructor(page: Page) {
    this.page = page;
    this.complaints = complaintsOf(page);
  }

  static async open(context: BrowserContext, path: string): Promise<AccountPage> {
    const account = new AccountPage(await context.newPage());
    await account.page.goto(path);
    return account;
  }

  /** One more tab of the same browser, behind this one. */
  async tab(path: string): Promise<AccountPage> {
    const other = await AccountPage.open(this.page.context(), path);
    await this.page.bringToFront();
    return other;
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** What the dialog refuses, in words. */
  get refusal(): Locator {
    return this.dialog.getByRole('alert').filter({ hasText: /./ });
  }

  /** Where one writes in chat; only whoever has a name can. */
  get composer(): Locator {
    return this.page.getByRole('textbox', { name: /^Message / });
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

  /** Goes on by Tab until something has the focus, as one does without a mouse. */
  async tabTo(name: string): Promise<void> {
    const wanted = this.page.getByRole('button', { name, exact: true });
    await wanted.waitFor();
    for (let i = 0; i < MOST_TABS; i++) {
      await this.page.keyboard.press('Tab');
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`"${name}" cannot be reached by Tab`);
  }

  /** Writes into the field that has the focus, in place of what is there. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(text);
  }

  /** The recovery codes that are shown. */
  async codes(): Promise<string[]> {
    await this.dialog.getByText('If you ever forget the password').waitFor();
    return this.dialog.getByRole('listitem').allInnerTexts();
  }

  /** Makes a name theirs. @returns the recovery codes */
  async claim(name: string): Promise<string[]> {
    await this.fill({ Name: name, Password: PASSWORD });
    await this.press('Keep this name');
    const codes = await this.codes();
    await this.press('I have kept them');
    return codes;
  }

  async logIn(name: string, password = PASSWORD): Promise<void> {
    await this.press('I have an account: log in');
    await this.fill({ Name: name, Password: password });
    await this.press('Log in');
  }

  async recover(name: string, code: string): Promise<void> {
    await this.press('I have an account: log in');
    await this.press('Forgot your password?');
    await this.fill({ Name: name, 'Recovery code': code, 'New password': OTHER_PASSWORD });
    await this.press('Log in');
  }

  /** Whose page this is, once it was loaded anew. */
  async isKnownAs(name: string): Promise<void> {
    await this.page.getByRole('main').getByText(name, { exact: true }).waitFor();
  }

  /** The page was loaded anew, and is that of a guest. */
  async isNobody(): Promise<void> {
    await this.openAccount();
    await this.dialog.getByRole('heading', { name: 'Keep your name' }).waitFor();
  }

  /** What is wrong with the page as it is now. */
  async findings(): Promise<unknown[]> {
    const tooWide = await this.page.evaluate(() =>
      [...document.querySelectorAll('html, dialog, dialog :not(.unseen)')]
        .filter(({ scrollWidth, clientWidth }) => clientWidth > 1 && scrollWidth > clientWidth)
        .map(({ outerHTML }) => outerHTML.slice(0, 100)),
    );
    return [...tooWide, ...(await accessibilityFindings(this.page))];
  }

  /** What the console says besides refusals, which were meant. */
  get surprises(): string[] {
    return this.complaints.filter((text) => !REFUSED_REQUEST.test(text));
  }
}

/** The product, a browser, and people with accounts in it. */
export class AccountHouse {
  readonly #product: Product;
  readonly #browser: Browser;

  private constructor(product: Product, browser: Browser) {
    this.#product = product;
    this.#browser = browser;
  }

  static async open(): Promise<AccountHouse> {
    return new AccountHouse(...(await Promise.all([Product.start(), launch()])));
  }

  /** Somebody in a browser of their own, at the first page, with nothing opened. */
  async visit(options: BrowserContextOptions = DESKTOP): Promise<AccountPage> {
    const at = { ...options, baseURL: this.#product.url, reducedMotion: 'reduce' } as const;
    const context = await this.#browser.newContext(at);
    context.setDefaultTimeout(PATIENCE_MS);
    return AccountPage.open(context, '/');
  }

  /** Somebody in a browser of their own, at the account dialog. */
  async arrive(options?: BrowserContextOptions): Promise<AccountPage> {
    const account = await this.visit(options);
    await account.openAccount();
    return account;
  }

  /** Two browsers of one person: the first at the dialog, the second in chat. */
  async twoBrowsersOf(name: string): Promise<[AccountPage, AccountPage]> {
    const [first, second] = [await this.arrive(), await this.arrive()];
    await first.claim(name);
    await second.logIn(name);
    await second.isKnownAs(name);
    await second.page.goto('/chat/lobby');
    await second.composer.waitFor();
    return [first, second];
  }

  /** Everybody closes their browser. */
  async empty(): Promise<void> {
    for (const context of this.#browser.contexts()) await context.close();
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#product.stop();
  }
}

/** Watches a page in chat being signed out: its sockets close, and it is told that it is somebody without a name. */
export async function signsOut({ page }: AccountPage, act: () => Promise<void>): Promise<void> {
  const guest = page.waitForResponse('**/api/session');
  await act();
  const actedAt = performance.now();
  await guest;
  expect(performance.now() - actedAt).toBeLessThan(SIGNED_OUT_MS);
  await page.getByRole('heading', { name: 'You were logged out' }).waitFor();
  await page.getByRole('button', { name: 'Go on as somebody new' }).click();
  await page.getByRole('button', { name: 'Choose a name' }).waitFor();
}

/** What was downloaded. */
export const textOf = async (file: Download): Promise<string> => readFileSync(await file.path(), 'utf8');
