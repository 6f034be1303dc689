import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { complaintsOf, DESKTOP, LAN_HOST, launch, PATIENCE_MS } from './browser.ts';
import { freePort } from './chaos-port.ts';
import { Line } from './chaos-proxy.ts';
import { Product } from './product.ts';
import { until } from './until.ts';

/** For `expect.poll`: as long as a page may take. */
export const SOON = { timeout: PATIENCE_MS };
const ON_ITS_WAY = /^(?:Sending(?:…| slowly.*)|Waits (?:for the connection|for the reveal|its turn))$/;

/** What the server is started with, every time. */
type Env = Readonly<Record<'DATA_DIR' | 'PORT' | 'ALLOWED_ORIGINS', string>>;

/** The product on a store that outlives it, a real browser, and the people who use both. */
export class ChatHouse {
  readonly browser: Browser;
  /** Another way to the server, which can be broken. */
  readonly line: Line;
  readonly #env: Env;
  #product: Product;

  private constructor(env: Env, line: Line, product: Product, browser: Browser) {
    this.#env = env;
    this.line = line;
    this.#product = product;
    this.browser = browser;
  }

  static async open(): Promise<ChatHouse> {
    const port = await freePort();
    const line = await Line.open(port);
    const env = {
      DATA_DIR: mkdtempSync(join(tmpdir(), 'color-clues-chat-')),
      PORT: String(port),
      ALLOWED_ORIGINS: `${line.origin},http://${LAN_HOST}:${port}`,
    };
    return new ChatHouse(env, line, ...(await Promise.all([Product.start(env), launch()])));
  }

  /** How others in the same network reach the server: plain http, which browsers give less than `localhost`. */
  get lanUrl(): string {
    return `http://${LAN_HOST}:${this.#env.PORT}`;
  }

  get product(): Product {
    return this.#product;
  }

  /** Somebody who was never here, in a browser of their own. */
  async visitor(path: string, options: BrowserContextOptions = DESKTOP): Promise<ChatPage> {
    const at = { baseURL: this.#product.url, reducedMotion: 'reduce', ...options } as const;
    const context = await this.browser.newContext(at);
    context.setDefaultTimeout(PATIENCE_MS);
    return ChatPage.open(context, path);
  }

  /** Somebody with a name, in a lobby. */
  async guest(
    name: string,
    path = '/chat/lobby',
    options: BrowserContextOptions = DESKTOP,
  ): Promise<ChatPage> {
    const chat = await this.visitor(path, options);
    await chat.chooseName(name);
    return chat;
  }

  /** Somebody in a lobby of their own, opened from the directory. */
  async owner(name: string, title: string, options: BrowserContextOptions = DESKTOP): Promise<ChatPage> {
    const chat = await this.guest(name, '/chat/lobby', options);
    await chat.page.goto('/chat');
    await chat.button('Create a lobby').click();
    const dialog = chat.page.getByRole('dialog', { name: 'Create a lobby' });
    await dialog.getByLabel('Title').fill(title);
    await dialog.getByRole('button', { name: 'Create' }).click();
    await chat.composer.waitFor();
    return chat;
  }

  /** Ends the server in the middle of everything; `start` brings it back with what it had. */
  async crash(): Promise<void> {
    await this.#product.stop('SIGKILL');
  }

  async start(): Promise<void> {
    this.#product = await Product.start(this.#env);
  }

  /** Everybody closes their browser. */
  async empty(): Promise<void> {
    for (const context of this.browser.contexts()) await context.close();
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.line.close();
    await this.#product.stop('SIGKILL');
    rmSync(this.#env.DATA_DIR, { recursive: true, force: true });
  }
}

/** A tab of somebody who chats: sees and does only what the page offers. */
export class ChatPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: string[];
  readonly #frames: Buffer[] = [];

  private constructor(page: Page) {
    this.page = page;
    this.context = page.context();
    this.complaints = complaintsOf(page);
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => this.#frames.push(Buffer.from(payload)));
    });
  }

  /** A page that somebody else has made and not loaded yet. */
  static of(page: Page): ChatPage {
    return new ChatPage(page);
  }

  /** One more tab of a browser. */
  static async open(context: BrowserContext, path: string): Promise<ChatPage> {
    const chat = new ChatPage(await context.newPage());
    await chat.page.goto(path);
    return chat;
  }

  get composer(): Locator {
    return this.page.getByRole('textbox', { name: /^Message / });
  }

  /** All messages of the page, in order; own ones that are on their way, too. */
  get messages(): Locator {
    return this.page.getByRole('log').getByRole('article');
  }

  message(text: string): Locator {
    return this.messages.filter({ hasText: text });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name });
  }

  /** Chooses the name that the place of the composer asks for; resolves when one can write. */
  async chooseName(name: string): Promise<void> {
    await this.button('Choose a name').click();
    await this.page.getByLabel('Your name').fill(name);
    await this.button('Save').click();
    await this.composer.waitFor();
  }

  /** Writes messages, one after the other, whether or not they can be sent. */
  async write(...texts: readonly string[]): Promise<void> {
    for (const text of texts) {
      await this.composer.fill(text);
      await this.composer.press('Enter');
      await until(async () => (await this.composer.inputValue()) === '', 'the message to be on its way');
    }
  }

  /** Writes messages and waits until the server has answered to all of them. */
  async say(...texts: readonly string[]): Promise<void> {
    await this.write(...texts);
    await this.onTheirWay.first().waitFor({ state: 'detached', ...SOON });
  }

  /** Own messages without an answer of the server. */
  get onTheirWay(): Locator {
    return this.messages.filter({ has: this.page.getByText(ON_ITS_WAY) });
  }

  /** The texts of the messages. */
  said(): Promise<string[]> {
    return this.messages.locator('.msg-text').allInnerTexts();
  }

  /** Whether these words ever came over a socket of this page, shown or not. */
  hasHeard(words: string): boolean {
    return this.#frames.some((frame) => frame.includes(words));
  }

  /** Opens what can be done about somebody whose message is on the page. */
  async about(name: string): Promise<Locator> {
    await this.messages.getByRole('button', { name, exact: true }).last().click();
    return this.dialog(name);
  }

  /** Opens what can be done about a message; resolves to the dialog. */
  async more(text: string): Promise<Locator> {
    await this.message(text).hover();
    await this.message(text).getByRole('button', { name: 'More about this message' }).click();
    return this.page.getByRole('dialog');
  }

  /** How far the page can be scrolled to the side, px. */
  overflow(): Promise<number> {
    return this.page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return Math.max(scrollWidth, document.body.scrollWidth) - clientWidth;
    });
  }
}
