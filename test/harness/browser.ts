import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';

import { until } from './until.ts';

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];
/** A name of this machine that browsers do not trust as they trust `localhost`: plain http, as on a home network. */
export const LAN_HOST = 'play.test';
const LAN = `--host-resolver-rules=MAP ${LAN_HOST} 127.0.0.1`;

/** A page that takes longer than this to show what is waited for never will, ms, also on a busy machine. */
export const PATIENCE_MS = 30_000;

/** What opening a page takes at the most while nothing else runs, ms. */
const OPENED_MS = 1_000;

/** Opens a page; resolves to how many times as long as on a quiet machine that took, 1 to 4: more is the page's own fault. */
export async function openTimed(page: Page, path: string): Promise<number> {
  const start = performance.now();
  await page.goto(path);
  return Math.min(4, Math.max(1, (performance.now() - start) / OPENED_MS));
}

/** Pages are tried without the worker that keeps them for later; what a test does to the network is what they meet. */
const PLAIN = { serviceWorkers: 'block' } as const;

export const DESKTOP = { ...PLAIN, viewport: { width: 1280, height: 800 } } satisfies BrowserContextOptions;
export const PHONE = {
  ...PLAIN,
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
} satisfies BrowserContextOptions;

/** How a real Chromium is started. `CHROMIUM_PATH` names another one. */
function started(): { readonly executablePath: string; readonly args: string[] } {
  const executablePath = [process.env.CHROMIUM_PATH, ...CANDIDATES].find((path) => path && existsSync(path));
  if (!executablePath) throw new Error('Chromium is missing: install it, or set CHROMIUM_PATH.');
  return { executablePath, args: [...FLAGS, LAN] };
}

export const launch = (): Promise<Browser> => chromium.launch(started());

/** A browser whose owner has turned cookies off. */
export async function launchWithoutCookies(options: BrowserContextOptions): Promise<BrowserContext> {
  const profile = mkdtempSync(join(tmpdir(), 'color-clues-profile-'));
  mkdirSync(join(profile, 'Default'));
  const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  const context = await chromium.launchPersistentContext(profile, { ...started(), ...options });
  // Chromium says it is closed a moment before its last process has written its last file.
  context.once('close', () => rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }));
  return context;
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe holds against a page, in words; empty when it finds nothing. */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  // Evaluated by the debugger, which the page's security policy does not concern.
  const violations = await page.evaluate(`${axe};axe.run().then((result) => result.violations)`);
  return (violations as Finding[]).flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} (${failureSummary ?? ''})`),
  );
}

/** Collects what a page complains about in its console, and everything it throws. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error.stack)));
  return complaints;
}

/** What has the focus: its name, or its tag where it has none; null when nothing has. */
export const focusOn = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    return at.getAttribute('aria-label') ?? (at.textContent?.trim() || at.tagName);
  });

/** Waits until something has the focus again: what had it is gone. */
export const expectFocus = (page: Page): Promise<void> =>
  until(async () => (await focusOn(page)) !== null, 'something to have the focus');
