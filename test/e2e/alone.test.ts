import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express from 'express';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { securityHeaders } from '../../server/http/headers.ts';
import { clientPages } from '../../server/http/pages.ts';
import { FakedTime } from '../faults/faked-time.ts';
import {
  accessibilityFindings,
  complaintsOf,
  DESKTOP,
  launch,
  PATIENCE_MS,
  PHONE,
} from '../harness/browser.ts';
import { freePort } from '../harness/chaos-port.ts';
import { Product } from '../harness/product.ts';
import { until } from '../harness/until.ts';

const DAY_S = 24 * 3_600;

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});

afterAll(() => browser?.close());

/** Types the name of a cell into the board, and Enter. */
async function place(page: Page, cell: string): Promise<void> {
  await page.getByRole('grid').locator('[tabindex="0"]').focus();
  for (const key of cell) await page.keyboard.press(key);
  await page.keyboard.press('Enter');
}

describe('the daily', () => {
  it('is played by keyboard, tells what was right only then, and is another one on the next day (rules 12.2, 12.3)', async () => {
    // Noon, so that the day does not end before its time.
    const noon = new Date().setUTCHours(12, 0, 0, 0);
    const ahead = Math.round((noon - Date.now()) / 1_000);
    const data = mkdtempSync(join(tmpdir(), 'color-clues-daily-'));
    const time = new FakedTime(ahead);
    const env = { ...time.env, DATA_DIR: data, PORT: String(await freePort()) };
    let product = await Product.start(env);
    onTestFinished(async () => {
      await product.stop();
      time.destroy();
      rmSync(data, { recursive: true, force: true });
    });
    const context = await browser.newContext({ ...PHONE, colorScheme: 'dark', baseURL: product.url });
    onTestFinished(() => context.close());
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    const answers: string[] = [];
    page.on('response', async (response) => {
      if (response.url().includes('/api/daily')) answers.push(await response.text());
    });
    await page.goto('/');
    await page.getByRole('link', { name: 'Daily' }).click();
    await page.getByRole('grid').waitFor();
    const clues = () =>
      page.getByRole('group', { name: 'Clues of the day' }).locator('.clip').allInnerTexts();
    const first = await clues();
    for (const cell of ['K9', 'F23']) await place(page, cell);
    expect(await accessibilityFindings(page)).toEqual([]);
    await place(page, 'H18');
    expect(answers.join('')).not.toContain('"answers"');
    await page.getByRole('button', { name: 'Send' }).click();
    const result = page.getByRole('heading', { name: /of 9 points/ });
    await result.waitFor();
    expect(await result.evaluate((node) => node === document.activeElement)).toBe(true);
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    await page.reload();
    await result.waitFor();
    await page.getByRole('list').getByRole('link').nth(1).click();
    await page.getByText('A past day').waitFor();

    // The clock of a running server never jumps: it counts on from the time at its start.
    await product.stop();
    time.set(ahead + DAY_S);
    product = await Product.start(env);
    await page.goto('/daily');
    await page.getByText('Clue 1 of 3').waitFor();
    expect(await clues()).not.toEqual(first);
    for (const cell of ['K9', 'F23', 'H18']) await place(page, cell);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText(/2 days in a row\.$/).waitFor();
    const yesterday = page.locator(`a[href="/daily/${new Date(noon).toISOString().slice(0, 10)}"]`);
    const [, points] = /(\d) of 9 points/.exec((await yesterday.textContent()) ?? '') ?? [];
    await yesterday.click();
    await page.getByRole('heading', { name: `${points} of 9 points` }).waitFor();
    expect(await clues()).toEqual(first);
    expect(complaints).toEqual([]);
  });
});

describe('without a connection', () => {
  /** The built client as a server without anything else serves it; it can be stopped, changed and started again. */
  function site() {
    const directory = mkdtempSync(join(tmpdir(), 'color-clues-site-'));
    cpSync(fileURLToPath(new URL('../../dist/client', import.meta.url)), directory, { recursive: true });
    const app = express().use(securityHeaders(readConfig({})), clientPages(directory).handler);
    let server: Server | null = null;
    let port = 0;
    return {
      directory,
      async start(): Promise<string> {
        server = createServer(app).listen(port, '127.0.0.1');
        await new Promise((resolve) => server!.once('listening', resolve));
        ({ port } = server.address() as AddressInfo);
        return `http://127.0.0.1:${port}`;
      },
      async stop(): Promise<void> {
        const closed = new Promise((resolve) => server?.close(resolve));
        server?.closeAllConnections();
        await closed;
      },
      remove: () => rmSync(directory, { recursive: true, force: true }),
    };
  }

  it('practice opens, all else says that it needs one, and a new build is there with the next load', async () => {
    const served = site();
    onTestFinished(() => served.remove());
    const baseURL = await served.start();
    onTestFinished(() => served.stop());
    const context = await browser.newContext({ ...DESKTOP, baseURL, serviceWorkers: 'allow' });
    onTestFinished(() => context.close());
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    await page.goto('/');
    await page.evaluate(() => navigator.serviceWorker.ready);
    const german = await browser.newContext({
      ...DESKTOP,
      baseURL,
      serviceWorkers: 'allow',
      locale: 'de-DE',
    });
    onTestFinished(() => german.close());
    german.setDefaultTimeout(PATIENCE_MS);
    const dort = await german.newPage();
    await dort.goto('/');
    await dort.evaluate(() => navigator.serviceWorker.ready);
    await served.stop();

    await dort.goto('/practice');
    await dort.getByRole('button', { name: /Zehn Hinweise/ }).click();
    await dort.getByRole('grid').waitFor();
    await dort.goto('/color-clues/MOKA');
    await dort.getByRole('heading', { name: 'Keine Verbindung' }).waitFor();
    expect(await accessibilityFindings(dort)).toEqual([]);

    await page.goto('/practice');
    await page.getByRole('button', { name: /Ten clues/ }).click();
    await place(page, 'K9');
    await page
      .getByText(/^It is /)
      .first()
      .waitFor();
    await page.goto('/color-clues/MOKA');
    await page.getByRole('heading', { name: 'No connection' }).waitFor();
    expect(page.url()).toBe(`${baseURL}/color-clues/MOKA`);
    expect(await page.getByRole('link', { name: 'Practice meanwhile' }).getAttribute('href')).toBe(
      '/practice',
    );
    expect(await accessibilityFindings(page)).toEqual([]);

    const change = (file: string, from: string | RegExp, to: string) => {
      const path = join(served.directory, file);
      writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
    };
    change('index.html', '<body>', '<body data-build="next">');
    change('sw.js', /"version":"[^"]*"/, '"version":"next"');
    await served.start();
    // The page without a connection comes back by itself.
    const build = () => page.evaluate(() => document.body.dataset.build ?? '').catch(() => '');
    await until(async () => (await build()) === 'next', 'the new page', PATIENCE_MS);
    const kept = () => page.evaluate(() => caches.keys());
    await until(async () => (await kept()).join() === 'color-clues next', 'the new worker', PATIENCE_MS);
  });
});
