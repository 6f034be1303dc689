import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';

/** Every screen of the client without a server behind it, in states that are hard to play to. */
export class Gallery {
  readonly page: Page;
  readonly #vite: ViteDevServer;

  private constructor(page: Page, vite: ViteDevServer) {
    this.page = page;
    this.#vite = vite;
  }

  static async open(browser: Browser): Promise<Gallery> {
    const vite = await createServer({
      configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
      root: fileURLToPath(new URL('../../client', import.meta.url)),
      // A cache of its own: servers of development are tried at the same time.
      cacheDir: fileURLToPath(new URL('../../node_modules/.vite/gallery', import.meta.url)),
      server: { host: '127.0.0.1', port: 0, hmr: false, ws: false },
      logLevel: 'error',
    });
    await vite.listen();
    const page = await browser.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(`${vite.resolvedUrls?.local[0]}gallery.html?screen=place`);
    await page.locator('canvas:not(.board-pixels)').waitFor();
    return new Gallery(page, vite);
  }

  /** Shows another state at once. @param query as described at the top of `client/gallery.tsx` */
  async show(query: string): Promise<void> {
    await this.page.evaluate((search) => {
      history.pushState(null, '', search);
      dispatchEvent(new PopStateEvent('popstate'));
    }, `?${query}`);
    await this.settle();
  }

  async resize(width: number, height: number): Promise<void> {
    await this.page.setViewportSize({ width, height });
    await this.settle();
  }

  /** Two frames: everything that follows from a change has been drawn. */
  async settle(): Promise<void> {
    await this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  }

  async close(): Promise<void> {
    await this.page.close();
    await this.#vite.close();
  }
}
