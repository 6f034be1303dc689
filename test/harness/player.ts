import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { complaintsOf, PATIENCE_MS } from './browser.ts';
import { TreeReader } from './tree-reader.ts';

/** Plain things that are no color names; every clue of a test game is another one. */
const WORDS = [
  'moss',
  'brick',
  'lagoon',
  'ember',
  'velvet',
  'gravel',
  'anchovy',
  'orchard',
  'harbor',
  'willow',
  'tundra',
  'copper',
  'saddle',
  'ribbon',
  'meadow',
  'canyon',
  'marble',
  'feather',
  'thistle',
  'walnut',
  'glacier',
  'saffron',
  'cinnamon',
  'basil',
];

/** A page that takes longer than this to do what it offers has moved on in the meantime. */
const MEANWHILE = { timeout: 2_000 };

/** Nobody is refused anything before they did something. */
const TOLD_OFF = 'a turn begins with a refusal';

/** How a player operates the page; `tree` as a screen reader does, by roles and names alone. */
export type Style = 'mouse' | 'touch' | 'keyboard' | 'tree';

/** A person at a browser of their own, who sees and does only what the page offers. */
export class Player {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: string[];
  readonly #style: Style;
  readonly #index: number;
  readonly #tree: TreeReader;
  static #words = 0;
  static #word = () => WORDS[Player.#words++ % WORDS.length]!;

  private constructor(page: Page, context: BrowserContext, style: Style, index: number) {
    this.page = page;
    this.context = context;
    this.#style = style;
    this.#index = index;
    this.complaints = complaintsOf(page);
    this.#tree = new TreeReader(page);
  }

  /** The names of the cells in the player's own row. */
  get #ownRow(): RegExp {
    return new RegExp(`^${String.fromCharCode('C'.charCodeAt(0) + this.#index * 2)}\\d+,(?!.*taken)`);
  }

  static async open(
    browser: Browser,
    options: BrowserContextOptions & { baseURL: string },
    style: Style,
    index: number,
  ): Promise<Player> {
    const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
    context.setDefaultTimeout(PATIENCE_MS);
    return new Player(await context.newPage(), context, style, index);
  }

  get isOver(): Promise<boolean> {
    return this.page.getByRole('button', { name: 'Share result' }).isVisible();
  }

  /**
   * Does what the page asks for, if it asks for something; tells what it did. A marker goes to a cell that belongs to
   * this player and round, so that players do not meet.
   */
  async act(): Promise<string | null> {
    const { page } = this;
    if (this.#style === 'tree') return this.#actByTree();
    const clue = page.getByPlaceholder('One word', { exact: true });
    if (await clue.isVisible()) return this.#giveClue(clue);
    const skip = page.getByRole('button', { name: /No second clue/ });
    if (await skip.isVisible()) {
      if (this.#index % 2 === 0) return this.#press(skip, 'skip');
      return this.#giveClue(page.getByPlaceholder('One or two words'));
    }
    if (await page.getByRole('region', { name: 'Your turn' }).isVisible()) return this.#place();
    const ready = page.getByRole('button', { name: /^(Ready for the next|Next|Show the result)/ });
    if (
      (await ready.isVisible()) &&
      (await ready.getAttribute('aria-disabled', { timeout: 200 })) !== 'true'
    ) {
      return this.#press(ready, 'ready');
    }
    return null;
  }

  async #actByTree(): Promise<string | null> {
    const nodes = await this.#tree.read();
    const find = (role: string, name: RegExp) =>
      nodes.find((node) => node.role === role && name.test(node.name) && !node.isDisabled);
    const clue = find('textbox', /^Your clue for/);
    if (clue) {
      const word = Player.#word();
      await this.#tree.write(clue, word);
      return this.#pressByTree(/^Give clue/, `clue ${word}`);
    }
    if (find('region', /^Your turn$/) && !nodes.some(({ name }) => name === 'Placed')) {
      const cell = find('gridcell', this.#ownRow);
      if (!cell) return null;
      await this.#tree.press(cell);
      return this.#pressByTree(/^Place/, `place ${cell.name.split(',')[0]}`);
    }
    return this.#pressByTree(/^(Ready for the next|Next|Show the result)/, 'ready');
  }

  async #pressByTree(name: RegExp, what: string): Promise<string | null> {
    const button = (await this.#tree.read()).find(
      (node) => node.role === 'button' && name.test(node.name) && !node.isDisabled,
    );
    if (!button) return null;
    await this.#tree.press(button);
    return what;
  }

  async #giveClue(field: ReturnType<Page['getByPlaceholder']>): Promise<string> {
    const word = Player.#word();
    await field.fill(word, MEANWHILE);
    if (this.#style === 'keyboard') await field.press('Enter', MEANWHILE);
    else await this.page.getByRole('button', { name: 'Give clue' }).click(MEANWHILE);
    return `clue ${word}`;
  }

  async #place(): Promise<string | null> {
    const { page } = this;
    // In a party it may still be moved, and needs not be.
    if (await page.getByRole('button', { name: 'Placed', exact: true }).isVisible()) return null;
    const complaint = page.getByText('Your first marker is here');
    if (await complaint.isVisible()) throw new Error(TOLD_OFF);
    const name = await this.#freeCell();
    if (this.#style === 'keyboard') {
      await page.getByRole('grid').locator('[tabindex="0"]').focus(MEANWHILE);
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
    } else {
      const cell = page.getByRole('gridcell', { name: new RegExp(`^${name},`) });
      const box = await cell.boundingBox(MEANWHILE);
      if (!box) return null;
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      if (this.#style === 'touch') await page.touchscreen.tap(x, y);
      else await page.mouse.click(x, y);
      await page.getByRole('button', { name: /^Place/ }).click(MEANWHILE);
    }
    return `place ${name}`;
  }

  /** The first cell of the player's own row where nobody is. */
  async #freeCell(): Promise<string> {
    const labels = await this.page
      .getByRole('gridcell', { name: this.#ownRow })
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label') ?? ''));
    const [free = ''] = labels;
    return free.split(',')[0]!;
  }

  async #press(button: ReturnType<Page['getByRole']>, what: string): Promise<string> {
    if (this.#style === 'keyboard') {
      await button.focus(MEANWHILE);
      await this.page.keyboard.press('Enter');
    } else await button.click(MEANWHILE);
    return what;
  }
}

/** Lets players act in turn until everybody sees the result. Fails when nothing happens for a while. */
export async function playToTheEnd(
  players: readonly Player[],
  onAct: (player: Player, what: string, count: number) => Promise<void> | void = () => {},
  patienceMs = 90_000,
): Promise<number> {
  let lastAct = Date.now();
  let acts = 0;
  for (;;) {
    const over = await Promise.all(players.map((player) => player.isOver));
    if (over.every(Boolean)) return acts;
    for (const player of players) {
      const what = await player.act().catch((error: unknown) => {
        if (String(error).includes(TOLD_OFF)) throw error;
        return null;
      });
      if (what === null) continue;
      lastAct = Date.now();
      await onAct(player, what, ++acts);
    }
    if (Date.now() - lastAct > patienceMs) throw new Error(`nobody did anything for ${patienceMs} ms`);
  }
}
