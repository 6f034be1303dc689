import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FLOOD_MESSAGES } from '../../shared/chat/types.ts';
import { DESKTOP } from '../harness/browser.ts';
import { ChatHouse, ChatPage, SOON } from '../harness/chat-pages.ts';
import { RoomClient } from '../harness/matrix-client.ts';
import { writing } from '../harness/matrix-worlds.ts';
import { until } from '../harness/until.ts';
import { Visitor } from '../harness/visitor.ts';

let house: ChatHouse;

beforeAll(async () => {
  house = await ChatHouse.open();
});
afterEach(() => house.empty());
afterAll(() => house?.close());

/** Waits until every page shows exactly these messages, in this order. */
async function expectOn(pages: readonly ChatPage[], texts: readonly string[]): Promise<void> {
  for (const chat of pages) await expect.poll(() => chat.said(), SOON).toEqual(texts);
}

describe('a public lobby', () => {
  it('is created from the directory, shared by its address, read by anybody, written in with a name (promises 1, 5)', async () => {
    const ana = await house.owner('Ana', 'Color theory');
    await ana.say('Welcome!');
    await ana.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await ana.button('About this conversation').click();
    await ana.dialog('Color theory').getByRole('button', { name: 'Copy the link' }).click();
    await ana.button('Copied').waitFor();
    const link = await ana.page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(`${house.product.url}/chat/color-theory`);
    await ana.page.keyboard.press('Escape');
    const ben = await house.visitor(link);
    await expectOn([ben], ['Welcome!']);
    expect(await ben.composer.count()).toBe(0);
    await ben.chooseName('Ben');
    await ben.say('Hello', 'Is that teal?');
    await ana.say('More of a cyan');
    await expectOn([ana, ben], ['Welcome!', 'Hello', 'Is that teal?', 'More of a cyan']);
    expect([...ana.complaints, ...ben.complaints]).toEqual([]);
  });

  it('is found in the directory by who looks for it', async () => {
    await house.owner('Ana', 'Mauve corner');
    const ben = await house.visitor('/chat');
    await ben.page.getByRole('searchbox', { name: 'Find a lobby' }).fill('mauve');
    const found = ben.page.getByRole('main').getByRole('link');
    await expect.poll(() => found.count(), SOON).toBe(1);
    await found.click();
    await ben.page.getByRole('heading', { name: 'Mauve corner' }).waitFor();
    expect(new URL(ben.page.url()).pathname).toBe('/chat/mauve-corner');
  });
});

/** How many messages the browser holds for the server. */
const keptIn = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open('color-clues:outbox');
        opening.onsuccess = () => {
          const counting = opening.result.transaction('rows').objectStore('rows').count();
          counting.onsuccess = () => resolve(counting.result);
        };
      }),
  );

describe('without a connection (promise 7)', () => {
  it('messages wait, and are sent in order and once when there is one again', async () => {
    const ana = await house.owner('Ana', 'Tunnel');
    const ben = await house.guest('Ben', ana.page.url());
    await ana.say('before');
    await ana.context.setOffline(true);
    await ana.page.getByText('Offline: messages wait here.').waitFor();
    await ana.write('one', 'two', 'three');
    await expect.poll(() => ana.page.getByText('Waits for the connection').count(), SOON).toBe(3);
    await ben.say('meanwhile');
    await ana.context.setOffline(false);
    await ana.page.getByText('Back. Everything is up to date.').waitFor();
    await ana.say('after');
    await expectOn([ana, ben], ['before', 'meanwhile', 'one', 'two', 'three', 'after']);
  });

  it.each([
    ['on this machine', 'Long tunnel', () => house.product.url],
    ['in the home network, on plain http', 'Home tunnel', () => house.lanUrl],
  ])('they also wait while the page is loaded again (%s)', async (_where, title, url) => {
    const ana = await house.owner('Ana', title, { ...DESKTOP, baseURL: url() });
    expect(await ana.page.evaluate(() => isSecureContext)).toBe(url() !== house.lanUrl);
    const ben = await house.guest('Ben', new URL(ana.page.url()).pathname);
    await ana.context.setOffline(true);
    await ana.page.getByText('Offline: messages wait here.').waitFor();
    await ana.write('one', 'two', 'three');
    // The page can be loaded before anything can be sent.
    await ana.page.route('**/seat', (route) => route.abort());
    await ana.context.setOffline(false);
    await ana.page.reload();
    await ana.page.getByRole('heading', { name: 'Opening…' }).waitFor();
    expect(await ben.said()).toEqual([]);
    await ana.page.unroute('**/seat');
    await ana.say('after');
    await expectOn([ana, ben], ['one', 'two', 'three', 'after']);
  });

  it('what a closed tab has left is sent by the next one, in the home network as well', async () => {
    const ana = await house.owner('Ana', 'Closed tunnel', { ...DESKTOP, baseURL: house.lanUrl });
    const lobby = ana.page.url();
    await ana.context.setOffline(true);
    await ana.page.getByText('Offline: messages wait here.').waitFor();
    await ana.write('one', 'two');
    await until(
      async () => (await keptIn(ana.page)) === 2,
      'both messages to be in the store of the browser',
    );
    await ana.page.close();
    await ana.context.setOffline(false);
    const next = await ChatPage.open(ana.context, lobby);
    await next.message('two').waitFor();
    await next.say('three');
    await expectOn([next], ['one', 'two', 'three']);
  });

  it('those whose answer was lost are not said twice, also not by the page that comes after', async () => {
    const { line } = house;
    const ana = await house.owner('Ana', 'Broken tunnel', { baseURL: line.origin });
    const ben = await house.guest('Ben', new URL(ana.page.url()).pathname);
    const ways = line.sound;
    for (const way of ways) way.strike('drop-down');
    await ana.write('one', 'two', 'three');
    await ben.message('one').waitFor();
    expect(await ana.onTheirWay.count()).toBe(3);
    await ana.page.route('**/seat', (route) => route.abort());
    for (const way of ways) way.destroy();
    await ana.page.reload();
    await ana.page.unroute('**/seat');
    await ana.say('after');
    await expectOn([ana, ben], ['one', 'two', 'three', 'after']);
  });
});

describe('two tabs of one person', () => {
  it('write at the same time, more than may be said at once: nothing is lost, doubled or moved', async () => {
    const one = await house.owner('Ana', 'Two tabs');
    const two = await ChatPage.open(one.context, one.page.url());
    const ben = await house.guest('Ben', one.page.url());
    await two.composer.waitFor();
    const [ones, twos] = [1, 2].map((tab) =>
      Array.from({ length: FLOOD_MESSAGES - 2 }, (_, i) => `${tab} says ${i}`),
    ) as [string[], string[]];
    await Promise.all([one.write(...ones), two.write(...twos)]);
    await expect
      .poll(async () => (await ben.said()).length, { timeout: 30_000 })
      .toBe(ones.length + twos.length);
    await ben.say('the end');
    const all = await ben.said();
    expect(all.filter((text) => text.startsWith('1'))).toEqual(ones);
    expect(all.filter((text) => text.startsWith('2'))).toEqual(twos);
    expect(all).toHaveLength(ones.length + twos.length + 1);
    await expectOn([one, two], all);
  });
});

describe('a killed server', () => {
  /** Messages of people without a browser, in order; no one of them says more than is let through at once. */
  async function fill(conversation: string, texts: readonly string[]): Promise<void> {
    for (let i = 0; i < texts.length; i += FLOOD_MESSAGES) {
      const visitor = await Visitor.arrive(house.product);
      await visitor.call('/api/me', { method: 'PATCH', body: { name: `Guest ${i}` } });
      const client = await RoomClient.enter(visitor, conversation);
      for (const text of texts.slice(i, i + FLOOD_MESSAGES))
        expect((await client.say(writing(text))).code).toBe('ok');
      client.socket.cut();
    }
  }

  it('comes back with everything; pages are back by themselves, and what is written then arrives (promise 2)', async () => {
    const old = Array.from({ length: 10 * FLOOD_MESSAGES }, (_, i) => `old ${i}`);
    const ana = await house.owner('Ana', 'History');
    await fill('lobby-history', old);
    const ben = await house.guest('Ben', ana.page.url());
    await ben.say('before');
    await ana.message('before').waitFor();
    await house.crash();
    for (const { page } of [ana, ben]) await page.getByText('Reconnecting… messages wait here.').waitFor();
    await ben.write('in between');
    await house.start();
    await ana.message('in between').waitFor();
    await ana.say('after');
    for (const chat of [ana, ben])
      expect((await chat.said()).slice(-4)).toEqual([old.at(-1), 'before', 'in between', 'after']);
    const cleo = await house.visitor(ana.page.url());
    await cleo.message('after').waitFor();
    const all = [...old, 'before', 'in between', 'after'];
    const readUp = async (): Promise<string[]> => {
      await cleo.messages.first().scrollIntoViewIfNeeded();
      return cleo.said();
    };
    await expect.poll(readUp, SOON).toEqual(all);
  });
});
