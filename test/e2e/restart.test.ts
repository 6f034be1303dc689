import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Protocol } from '@colyseus/core';
import { type Decoder, Reflection } from '@colyseus/schema';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WireGame } from '../../shared/games/color-clues/wire.ts';
import type { WireTable } from '../../shared/protocol/wire.ts';
import { accessibilityFindings, DESKTOP, launch, PATIENCE_MS } from '../harness/browser.ts';
import { freePort } from '../harness/chaos-port.ts';
import { FourPlayer } from '../harness/four-player.ts';
import { Player, playToTheEnd } from '../harness/player.ts';
import { Product } from '../harness/product.ts';
import { reflectionIn } from '../harness/table-client.ts';
import { until } from '../harness/until.ts';

/** How long a page may take to be back, once the server is, ms: the game passes over whoever takes 5 s. */
const BACK_MS = 5_000;
/** What a clock that shows whole seconds may be off, read twice, and a page on a busy machine behind it, s. */
const BLUR_S = 3;

let data: string;
let env: Record<string, string>;
let product: Product;
let browser: Browser;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'color-clues-restart-'));
  env = { DATA_DIR: data, PORT: String(await freePort()) };
  [product, browser] = await Promise.all([Product.start(env), launch()]);
});

afterAll(async () => {
  await browser?.close();
  await product?.stop('SIGKILL');
  rmSync(data, { recursive: true, force: true });
});

/** Decodes every state that a page receives, of whatever room; tells whether a secret is among them. */
function secretsOf(page: Page): () => boolean {
  const decoders: Decoder[] = [];
  page.on('websocket', (socket) => {
    let decoder: Decoder | null = null;
    socket.on('framereceived', ({ payload }) => {
      const frame = Buffer.from(payload);
      if (frame[0] === Protocol.JOIN_ROOM) {
        decoder = Reflection.decode(reflectionIn(frame));
        decoders.push(decoder);
      } else if (frame[0] === Protocol.ROOM_STATE || frame[0] === Protocol.ROOM_STATE_PATCH) {
        decoder?.decode(frame, { offset: 1 });
      }
    });
    socket.on('close', () => {
      if (decoder) decoders.splice(decoders.indexOf(decoder), 1);
    });
  });
  return () =>
    decoders.some(({ state }) => Boolean((state as unknown as Partial<WireTable<WireGame>>).game?.secret));
}

/** Everything that a page says of the game, but for the clock. */
const seenBy = async ({ page }: Player) => ({
  url: page.url(),
  players: await page.locator('.players').innerText(),
  sentence: await page.locator('.say-now').innerText(),
  headline: await page.locator('.say-large').innerText(),
  board: await page
    .getByRole('gridcell')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label')).join('\n')),
  card: await page
    .locator('fieldset.card input')
    .evaluateAll((inputs) => inputs.map((input) => input.getAttribute('aria-label'))),
});

/** The markers on the board, and what is said above it. */
const markersOn = async ({ page }: Player): Promise<string> => {
  const cells = page.getByRole('gridcell', { name: / marker/ });
  const marked = await cells.evaluateAll((each) => each.map((cell) => cell.getAttribute('aria-label')));
  return [await page.locator('.say-large').innerText(), ...marked].join('\n');
};

const secondsOn = async ({ page }: Player): Promise<number> =>
  Number.parseInt((await page.getByRole('timer').getAttribute('aria-label')) ?? '', 10);

/** Whoever looks at a table. */
type Watcher = { readonly page: Page };

const isBack = async ({ page }: Watcher): Promise<boolean> =>
  (await page.locator(':is(.table-top, .tv-side) .connection').innerText()) === '';

/** How many discs a page shows. */
const discsOn = async (player: FourPlayer): Promise<number> =>
  (await player.board).reduce((sum, label) => sum + Number(/, (\d) disc/.exec(label ?? '')?.[1] ?? 0), 0);

/** Lets people act until one of them has done what is wanted. */
async function actUntil(players: readonly Player[], wanted: RegExp): Promise<void> {
  await until(
    async () => {
      for (const player of players) {
        if (wanted.test((await player.act().catch(() => null)) ?? '')) return true;
      }
      return false;
    },
    `somebody to do ${wanted}`,
    30_000,
  );
}

/** Ends the server in the middle of everything, and starts it again. */
async function crash(players: readonly Watcher[]): Promise<void> {
  await product.stop('SIGKILL');
  for (const player of players) await until(async () => !(await isBack(player)), 'the loss to be noticed');
  product = await Product.start(env);
}

it('a killed server comes back, and three people go on with their game by themselves, as does a screen that shows it (promise 2)', async () => {
  const at = { ...DESKTOP, baseURL: product.url };
  const players: Player[] = [];
  for (const [index, style] of (['mouse', 'keyboard', 'mouse'] as const).entries()) {
    players.push(await Player.open(browser, at, style, index));
  }
  const secrets = players.map(({ page }) => secretsOf(page));
  const [ana, ...others] = players as [Player, Player, Player];
  await ana.page.goto('/');
  await ana.page.getByRole('button', { name: 'Create a table' }).click();
  await ana.page.getByRole('button', { name: /For friends/ }).click();
  await ana.page.waitForURL(/\/color-clues\/[A-Z]+$/, { timeout: PATIENCE_MS });
  for (const other of others) await other.page.goto(ana.page.url());
  await ana.page.getByRole('button', { name: 'Start with 3' }).click({ timeout: PATIENCE_MS });
  for (const { page } of players) await page.getByRole('timer').waitFor();
  const tv = await Player.open(browser, at, 'mouse', 0);
  secrets.push(secretsOf(tv.page));
  await tv.page.goto(`/tv/${ana.page.url().split('/').at(-1)}`, { timeout: PATIENCE_MS });
  await tv.page.getByRole('grid').waitFor({ timeout: PATIENCE_MS });
  const watchers = [...players, tv];

  const crashAndCompare = async () => {
    const before = await Promise.all(players.map(seenBy));
    const shown = await markersOn(tv);
    const seconds = await secondsOn(ana);
    await crash(watchers);
    const backAt = performance.now();
    for (const watcher of watchers) await until(() => isBack(watcher), 'a page to be back', BACK_MS);
    await until(
      async () => {
        const now = await Promise.all(players.map(seenBy));
        return JSON.stringify(now) === JSON.stringify(before);
      },
      'every page to show the same game as before',
      BACK_MS,
    ).catch(async () => expect(await Promise.all(players.map(seenBy))).toEqual(before));
    await until(async () => (await markersOn(tv)) === shown, 'the screen to show the same board', BACK_MS);
    // While the server was away, no time of the turn passed.
    const sinceBack = (performance.now() - backAt) / 1_000;
    expect(seconds - (await secondsOn(ana))).toBeLessThan(sinceBack + BLUR_S);
    // The secret is where the card is, or was until the clue was given, and on no other wire.
    expect(secrets.filter((hasSecret) => hasSecret())).toHaveLength(1);
    return before;
  };

  const inClue = await crashAndCompare();
  const giver = inClue.findIndex(({ card }) => card.length > 0);
  expect(inClue.map(({ card }) => card.length).sort()).toEqual([0, 0, 4]);
  expect(secrets[giver]!()).toBe(true);

  await actUntil(players, /^clue/);
  await actUntil(players, /^place/);
  for (const { page } of players) await page.getByText(/^placed /).waitFor();
  const inPlace = await crashAndCompare();
  expect(inPlace[giver]!.board).toMatch(/first marker/);
  expect(secrets[giver]!()).toBe(true);

  expect(await playToTheEnd(players)).toBeGreaterThan(20);
  await tv.page.locator('.tv-ranking li').nth(2).waitFor({ timeout: PATIENCE_MS });
  for (const { context } of watchers) await context.close();
});

it('a killed server comes back with a game of turns as well, also on a screen for a room; it is replayed after one more (promise 2)', async () => {
  const at = { ...DESKTOP, baseURL: product.url };
  const [ana, ben] = [
    await FourPlayer.open(browser, at, 'mouse'),
    await FourPlayer.open(browser, at, 'keyboard'),
  ];
  await ana.choose();
  await ana.page.getByRole('button', { name: 'Create a table' }).click();
  await ana.page.getByRole('button', { name: /For friends/ }).click();
  await ana.page.waitForURL(/\/four-in-a-row\/[A-Z]+$/, { timeout: PATIENCE_MS });
  await ben.page.goto(ana.page.url());
  await ana.page.getByRole('button', { name: 'Start with 2' }).click({ timeout: PATIENCE_MS });
  const isAnaFirst = await Promise.any([
    ana.turn.waitFor().then(() => true),
    ben.turn.waitFor().then(() => false),
  ]);
  const [first, second] = isAnaFirst ? [ana, ben] : [ben, ana];
  await first.drop(1);
  await second.drop(7);
  await first.turn.waitFor();
  const tv = await FourPlayer.open(browser, at, 'mouse');
  await tv.page.goto(`/tv/${ana.page.url().split('/').at(-1)}`);
  await until(async () => (await discsOn(tv)) === 2, 'the screen to show both discs');
  const seen = async () => [await ana.board, await ben.board, await tv.board];
  const before = await seen();

  await crash([ana, ben, tv]);
  for (const player of [ana, ben, tv]) await until(() => isBack(player), 'a page to be back', BACK_MS);
  expect(await seen()).toEqual(before);
  for (const column of [1, 1]) {
    await first.drop(column);
    await second.drop(7);
  }
  await first.drop(1);
  await first.page.getByRole('heading', { name: 'You win' }).waitFor();
  await tv.page.getByRole('heading', { name: /^.+ wins$/ }).waitFor();
  expect(tv.complaints.filter((each) => !each.includes('ERR_CONNECTION'))).toEqual([]);

  await ben.page.goto('/games');
  await ben.page.getByRole('link', { name: 'Watch again' }).click();
  const steps = ben.page.getByRole('slider', { name: 'Step' });
  const walk = async () => {
    const discs: number[] = [];
    await steps.press('Home');
    for (let step = 1; ; step++) {
      await until(
        async () => (await steps.getAttribute('aria-valuetext'))!.startsWith(`Step ${step} of`),
        'it',
      );
      if (await ben.page.locator('ol.ranking').isVisible())
        return [discs, await ben.page.locator('ol.ranking').innerText()];
      discs.push(await discsOn(ben));
      await steps.press('ArrowRight');
    }
  };
  const watched = await walk();
  expect(watched[0]).toEqual([0, 1, 2, 3, 4, 5, 6]);
  await crash([]);
  await ben.page.reload();
  await steps.waitFor();
  expect(await walk()).toEqual(watched);
  expect(await accessibilityFindings(ben.page)).toEqual([]);
  for (const { context } of [ana, ben, tv]) await context.close();
});

it('a page gets in at a process that takes no socket which says that it is ready, as earlier versions did', async () => {
  const context = await browser.newContext(DESKTOP);
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  // There such an address has no room behind it.
  await page.addInitScript(() => {
    const Socket = WebSocket;
    window.WebSocket = class extends Socket {
      constructor(url: string | URL) {
        super(String(url).replace('?ready=1&', '?then=404&'));
      }
    };
  });
  const opened: string[] = [];
  page.on('websocket', (socket) => opened.push(new URL(socket.url()).search.split('=', 1)[0]!));
  await page.goto(product.url);
  await page.getByRole('button', { name: 'Play now' }).click();
  await page.getByRole('grid').waitFor();
  expect(opened.slice(0, 2)).toEqual(['?then', '?sessionId']);
  await context.close();
});
