/** Draws the icons of the installed app from `client/assets/icon.svg`: `node scripts/build-icons.ts`, after that was changed. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Size in pixels, share of it that is drawn on (systems cut the edge of a maskable icon off), and the ground. */
const ICONS = [
  { file: 'icon-192.png', size: 192, share: 1, ground: 'transparent' },
  { file: 'icon-512.png', size: 512, share: 1, ground: 'transparent' },
  { file: 'icon-maskable-512.png', size: 512, share: 0.58, ground: '#f9f9f9' },
  { file: 'icon-180.png', size: 180, share: 0.76, ground: '#f9f9f9' },
];

const svg = readFileSync(at('client/assets/icon.svg')).toString('base64');
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const { file, size, share, ground } of ICONS) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body { display: grid; place-items: center; height: 100vh; margin: 0; background: ${ground} }</style>
    <img width="${size * share}" src="data:image/svg+xml;base64,${svg}">`);
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
  await page.screenshot({ path: at(`client/offline/icons/${file}`), omitBackground: true });
}
await browser.close();
