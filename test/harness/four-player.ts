import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { complaintsOf, expectFocus, PATIENCE_MS } from './browser.ts';
import type { Style } from './player.ts';
import { until } from './until.ts';

/** A person who plays Four in a Row at a browser of their own, and does only what the page offers. */
export class FourPlayer {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: string[];
  readonly #style: Style;

  private constructor(page: Page, context: BrowserContext, style: Style) {
    this.page = page;
    this.context = context;
    this.#style = style;
    this.complaints = complaintsOf(page);
  }

  static async open(
    browser: Browser,
    options: BrowserContextOptions & { baseURL: string },
    style: Style,
  ): Promise<FourPlayer> {
    const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
    context.setDefaultTimeout(PATIENCE_MS);
    return new FourPlayer(await context.newPage(), context, style);
  }

  /** Chooses the game on the landing page. */
  async choose(): Promise<void> {
    await this.page.goto('/');
    await this.page.getByText('Four in a Row').first().click();
  }

  get isOver(): Promise<boolean> {
    return this.page.getByRole('button', { name: 'Share result' }).isVisible();
  }

  get turn(): Locator {
    return this.page.getByRole('region', { name: 'Your turn' });
  }

  /** A column, 1–7 from the left. */
  column(number: number): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^Column ${number},`) });
  }

  /** What the columns say from left to right. */
  get board(): Promise<(string | null)[]> {
    return this.page
      .getByRole('button', { name: /^Column/ })
      .evaluateAll((columns) => columns.map((column) => column.getAttribute('aria-label')));
  }

  /** Waits for the turn, and drops a disc into a column (1–7). */
  async drop(number: number): Promise<void> {
    await this.turn.waitFor();
    const column = this.column(number);
    const before = await column.getAttribute('aria-label');
    if (this.#style === 'keyboard') {
      await this.#tabTo(/^Column/);
      await this.page.keyboard.press(String(number));
      await this.page.keyboard.press('Enter');
    } else await this.press(column);
    await until(async () => (await column.getAttribute('aria-label')) !== before, 'the disc to be there');
    if (this.#style === 'keyboard') await expectFocus(this.page);
  }

  /** Operates a control in the way of this person. */
  async press(control: Locator): Promise<void> {
    if (this.#style === 'touch') await control.tap({ force: true });
    else if (this.#style === 'mouse') await control.click({ force: true });
    else {
      await control.focus();
      await this.page.keyboard.press('Enter');
    }
  }

  /** Goes on with the tab key until a control of this name has the focus. */
  async #tabTo(name: RegExp): Promise<void> {
    for (let i = 0; i < 50; i++) {
      const at = await this.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
      if (name.test(at)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`no tab stop is called ${name}`);
  }
}
