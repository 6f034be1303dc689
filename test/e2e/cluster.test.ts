import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { DESKTOP, launch, PATIENCE_MS } from '../harness/browser.ts';
import { ChatPage, SOON } from '../harness/chat-pages.ts';
import { startCluster } from '../harness/cluster.ts';
import { freePort } from '../harness/free-port.ts';
import { Player, playToTheEnd } from '../harness/player.ts';
import { ProxyProgram } from '../harness/proxy-program.ts';
import { until } from '../harness/until.ts';
import { Visitor } from '../harness/visitor.ts';

/** How long a page may say "Reconnecting…" on a busy machine, ms; nobody would ever be back without the other process. */
const BACK_MS = 10_000;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

/** The process that the newest socket of a page to this room went to. */
function processOf(page: Page, room: string): () => string {
  let found = '';
  page.on('websocket', (socket) => {
    const [, name = '', roomId] = new URL(socket.url()).pathname.split('/');
    if (roomId === room) found = name;
  });
  return () => found;
}

/** Notes for how long a page says that it is not connected. */
const noteGaps = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const gaps: number[] = [];
    let since: number | null = null;
    const look = () => {
      const isLost = document.querySelector('.table-top .connection')?.textContent !== '';
      if (isLost) since ??= performance.now();
      else if (since !== null) {
        gaps.push(performance.now() - since);
        since = null;
      }
    };
    Object.assign(globalThis, { gaps });
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });

const gapsOf = (page: Page): Promise<number[]> =>
  page.evaluate(() => (globalThis as unknown as { gaps: number[] }).gaps);

it('two people play and talk, over nginx and over HAProxy, while the processes that have table and lobby are killed', async () => {
  const port = await freePort();
  const other = `http://127.0.0.1:${port}`;
  const test = await startCluster({ env: { BOT_PACE: '0.02', ALLOWED_ORIGINS: other } });
  const processes = test.cluster.members.map(({ name, url }) => ({ name, address: new URL(url).host }));
  const haproxy = await ProxyProgram.start('haproxy', { port, processes });
  onTestFinished(() => haproxy.stop());
  const [one, two] = test.cluster.members;
  // The lobby is at the first process and the table at the second: rooms are opened where somebody asks first.
  const early = await Visitor.arrive({ kind: 'product', url: one!.url });
  const seat = await early.call('/api/chat/lobby-lobby/seat', { method: 'POST', body: { protocol: [1, 1] } });
  await early.take(JSON.parse(seat.text).reservation);
  const at = { ...DESKTOP, baseURL: test.url };
  const [ana, ben] = await Promise.all([
    Player.open(browser, at, 'mouse', 0),
    Player.open(browser, { ...at, baseURL: haproxy.url }, 'keyboard', 1),
  ]);
  const players = [ana, ben];
  await ana.page.route('**/api/tables', async (route) => {
    const headers = { ...(await route.request().allHeaders()), host: new URL(two!.url).host };
    await route.fulfill({ response: await route.fetch({ url: `${two!.url}/api/tables`, headers }) });
  });
  await ana.page.goto('/');
  await ana.page.getByRole('button', { name: 'Create a table' }).click();
  await ana.page.getByRole('button', { name: /For friends/ }).click();
  await ana.page.waitForURL(/\/color-clues\/[A-Z]+$/, { timeout: PATIENCE_MS });
  const code = ana.page.url().split('/').at(-1)!;
  const tableProcess = processOf(ben.page, code);
  await ben.page.goto(new URL(ana.page.url()).pathname);
  await ana.page.getByRole('button', { name: 'Add a bot' }).click({ timeout: PATIENCE_MS });
  await ana.page.getByRole('button', { name: 'Change', exact: true }).click({ timeout: PATIENCE_MS });
  const options = ana.page.getByRole('dialog', { name: 'What to play' });
  await options.getByRole('group', { name: 'Turns each' }).getByText('1', { exact: true }).click();
  await options.getByRole('button', { name: 'Save' }).click();
  const talks = [];
  for (const [index, { context }] of players.entries()) {
    const talk = await ChatPage.open(context, '/chat/lobby');
    await talk.chooseName(['Ana', 'Ben'][index]!);
    talks.push(talk);
  }
  const [anaTalks, benTalks] = talks as [ChatPage, ChatPage];
  await ana.page.bringToFront();
  await ana.page.getByRole('button', { name: 'Start with 3' }).click({ timeout: PATIENCE_MS });
  for (const { page } of players) await page.getByRole('timer').waitFor({ timeout: PATIENCE_MS });
  for (const { page } of players) await noteGaps(page);
  await anaTalks.say('before');
  expect(tableProcess()).toBe('p2');

  const said = ['before'];
  const killed: string[] = [];
  const kill = async (phase: string) => {
    const victim = test.cluster.members.find(({ name }) => name === tableProcess())!;
    const { starts } = victim;
    killed.push(`${victim.name} in ${phase}`);
    victim.signal('SIGKILL');
    // At once, before anybody noticed.
    await anaTalks.write(`while ${phase}`);
    await until(
      async () => (await gapsOf(ben.page)).length >= killed.length,
      'the page to be back',
      PATIENCE_MS,
    );
    // What was written first comes first to whoever answers to it.
    await expect.poll(() => benTalks.said(), SOON).toContain(`while ${phase}`);
    await benTalks.say(`after ${phase}`);
    said.push(`while ${phase}`, `after ${phase}`);
    await until(() => victim.starts > starts, 'the process to be started again');
    await victim.ready;
  };
  const givesClue = async () => {
    const fields = players.map(({ page }) => page.getByPlaceholder('One word', { exact: true }));
    return (await Promise.all(fields.map((field) => field.isVisible()))).includes(true);
  };
  await until(
    async () => {
      if (await givesClue()) return true;
      for (const player of players) await player.act().catch(() => null);
      return false;
    },
    'one of the two to be asked for a clue',
    PATIENCE_MS,
  );
  await kill('a clue');
  await playToTheEnd(players, async (_player, what) => {
    if (killed.length === 1 && what.startsWith('place')) await kill('a marker');
  });
  expect(killed).toHaveLength(2);
  for (const talk of talks) await expect.poll(() => talk.said(), SOON).toEqual(said);
  const gaps = (await Promise.all(players.map(({ page }) => gapsOf(page)))).flat();
  process.stdout.write(
    `killed ${killed.join(', ')}; "Reconnecting…" for ${gaps.map((ms) => `${ms.toFixed(0)} ms`).join(', ')}\n`,
  );
  expect(gaps.length).toBeGreaterThanOrEqual(killed.length * players.length);
  expect(Math.max(...gaps)).toBeLessThan(BACK_MS);
  for (const { context } of players) await context.close();
});
