import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFindings } from '../harness/browser.ts';
import { ChatHouse, ChatPage, SOON } from '../harness/chat-pages.ts';

let house: ChatHouse;

beforeAll(async () => {
  house = await ChatHouse.open();
});
afterEach(() => house.empty());
afterAll(() => house?.close());

const WORDS = 'A word in private?';

const requestsOn = ({ page }: ChatPage) => page.getByRole('list', { name: 'Requests' });

/**
 * Two strangers who met in the lobby; the first one has written to the second one, who has not answered. Each pair has
 * names of its own: a name that somebody had in the lobby before gets a number.
 */
async function strangers(asking: string, asked: string): Promise<[ChatPage, ChatPage]> {
  const [ana, ben] = [await house.guest(asking), await house.guest(asked)];
  await ben.say('Anybody here?');
  await (await ana.about(asked)).getByRole('button', { name: `Write to ${asked}` }).click();
  await ana.page.getByRole('textbox', { name: `Message ${asked}` }).waitFor();
  await ana.say(WORDS);
  await requestsOn(ben).getByText('wants to write to you').waitFor();
  return [ana, ben];
}

/** Writes what nobody wants to hear: it is refused, and no word of it is on the other page. */
async function expectRefused(ana: ChatPage, ben: ChatPage, asked: string, sentence: string): Promise<void> {
  await ana.write('Hello?');
  await ana.message('Hello?').getByText(sentence).waitFor();
  await ana.page.getByRole('heading', { name: asked }).waitFor();
  await ben.page.reload();
  await ben.page.getByRole('navigation', { name: 'Conversations' }).getByRole('link').first().waitFor();
  expect(await ben.page.getByText(/Hello\?|wants to write|A word in private/).count()).toBe(0);
}

describe('a stranger (promise 5)', () => {
  it('asks with words that are not shown yet, is accepted, answered, and told what was seen', async () => {
    const [ana, ben] = await strangers('Ana', 'Ben');
    await ana.page.getByText('Ben must accept first.').waitFor();
    await expect.poll(() => ben.page.title(), SOON).toMatch(/^\(1\)/);
    // The lists know the words by now.
    await ana.page.getByRole('navigation').getByRole('link', { name: 'Ben' }).getByText(WORDS).waitFor();
    await ben.page.reload();
    await requestsOn(ben).waitFor();
    expect(ben.hasHeard(WORDS)).toBe(false);
    expect(await ben.page.getByText(WORDS).count()).toBe(0);
    await ana.message(WORDS).getByText('Sent', { exact: true }).waitFor();
    await ben.button('Accept Ana').click();
    await ben.message(WORDS).waitFor();
    await ana.page.getByText('Ben must accept first.').waitFor({ state: 'detached' });
    expect(ben.hasHeard(WORDS)).toBe(true);
    await ana.message(WORDS).getByText('Seen', { exact: true }).waitFor();
    await ben.say('Of course');
    await ana.say('Teal or cyan?');
    for (const chat of [ana, ben])
      await expect.poll(() => chat.said(), SOON).toEqual([WORDS, 'Of course', 'Teal or cyan?']);
    expect([...ana.complaints, ...ben.complaints]).toEqual([]);
  });

  it('is told of to whoever looks elsewhere and wants to be told, also as the first one of all', async () => {
    const ben = await house.visitor('/');
    const name = await ben.page.evaluate(async () => {
      localStorage.setItem('color-clues:chat-notices', 'on');
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch('/api/session', { method: 'POST', headers, body: '{}' });
      return (await answer.json()).player.name as string;
    });
    const told: string[] = [];
    await ben.page.exposeFunction('told', (title: string) => told.push(title));
    await ben.page.addInitScript(() => {
      Object.defineProperty(document, 'hidden', { get: () => true });
      function notice(title: string) {
        (globalThis as unknown as { told(title: string): void }).told(title);
        return new EventTarget();
      }
      Object.assign(globalThis, { Notification: Object.assign(notice, { permission: 'granted' }) });
    });
    await ben.page.goto('/chat/lobby');
    await ben.button('Choose a name').waitFor();
    const ana = await house.guest('Zelda');
    await ana.button('People').click();
    await ana.page.getByRole('listitem').getByRole('button', { name }).click();
    await ana
      .dialog(name)
      .getByRole('button', { name: /^Write to/ })
      .click();
    await ana.page.getByRole('textbox', { name: `Message ${name}` }).waitFor();
    await ana.say(WORDS);
    await expect.poll(() => told, SOON).toEqual(['Zelda']);
  });

  it('is not heard any more when declined', async () => {
    const [ana, ben] = await strangers('Cleo', 'Dev');
    await ben.button('Decline Cleo').click();
    await requestsOn(ben).waitFor({ state: 'detached' });
    await expectRefused(ana, ben, 'Dev', 'New messages are not taken here.');
  });

  it('is not heard any more when blocked, and covered where everybody writes, until unblocked', async () => {
    const [ana, ben] = await strangers('Ema', 'Finn');
    await ben.button('Block Ema').click();
    await requestsOn(ben).waitFor({ state: 'detached' });
    await expectRefused(ana, ben, 'Finn', 'You and this person cannot write to each other.');
    await ana.page.goto('/chat/lobby');
    await ana.say('Does Finn hear me?');
    await ben.page.goto('/chat/lobby');
    await ben.message('Message of somebody you blocked.').waitFor();
    expect(await ben.message('Does Finn hear me?').count()).toBe(0);
    await ben.button('Chat settings').click();
    await ben.button('Unblock: Ema').waitFor();
    expect(await accessibilityFindings(ben.page)).toEqual([]);
    await ben.button('Unblock: Ema').click();
    await ben.button('Close').click();
    await ben.message('Does Finn hear me?').waitFor();
  });
});

describe('what was read', () => {
  it('is not counted again, however soon one goes away', async () => {
    const [ana, ben] = [await house.owner('Ana', 'Short visit'), await house.guest('Ben')];
    await ben.page.goto(ana.page.url());
    await ben.say('one', 'two');
    await expect.poll(() => ben.page.title(), SOON).toBe('Short visit · Color Clues');
    await ana.say('three');
    const listed = ben.page.getByRole('navigation').getByRole('link', { name: 'Short visit' });
    await listed.getByText('Ana: three').waitFor();
    expect(await listed.getByText(/unread/).count()).toBe(0);
    await ben.page.goto('/');
    await ben.button('Chat').click();
    const row = ben.dialog('Chat').getByRole('link', { name: 'Short visit' });
    await row.getByText('Ana: three').waitFor();
    expect(await row.getByText(/unread/).count()).toBe(0);
  });
});

describe('what was not read (promise 5)', () => {
  it('is counted in every tab and in its title, and read in all of them when it is read in one', async () => {
    const ana = await house.owner('Ana', 'Two eyes');
    const ben = await house.guest('Ben', ana.page.url());
    const lobby = ana.page.url();
    await ana.page.goto('/');
    const other = await ChatPage.open(ana.context, '/chat');
    const row = other.page.getByRole('navigation').getByRole('link', { name: 'Two eyes' });
    await row.waitFor();
    await ben.say('one', 'two');
    await ana.page.getByRole('button', { name: 'Chat, 2 unread', exact: true }).waitFor();
    await expect.poll(() => ana.page.title(), SOON).toBe('(2) Color Clues');
    await row.getByText('2 unread messages').waitFor();
    await expect.poll(() => other.page.title(), SOON).toBe('(2) Chat · Color Clues');
    // What is taken back is not waiting any more, neither now nor after a reload.
    const dialog = await ben.more('two');
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await dialog.getByRole('button', { name: 'Yes, delete for everybody' }).click();
    await row.getByText('1 unread message', { exact: false }).waitFor();
    await row.getByText('Ben: one').waitFor();
    await expect.poll(() => ana.page.title(), SOON).toBe('(1) Color Clues');
    await other.page.reload();
    await row.getByText('Ben: one').waitFor();
    await expect.poll(() => other.page.title(), SOON).toBe('(1) Chat · Color Clues');
    await row.click();
    await other.message('one').waitFor();
    expect(other.page.url()).toBe(lobby);
    await ana.page.getByRole('button', { name: 'Chat', exact: true }).waitFor();
    await expect.poll(() => ana.page.title(), SOON).toBe('Color Clues');
    await expect.poll(() => other.page.title(), SOON).toBe('Two eyes · Color Clues');
    // Nothing of somebody blocked waits, in whatever tab.
    const about = await other.about('Ben');
    await about.getByRole('button', { name: 'Block' }).click();
    await about.getByRole('button', { name: /^Yes/ }).click();
    await ben.say('three', '@Ana four');
    await other.page
      .getByText(/of somebody you blocked/)
      .last()
      .waitFor();
    await other.page.goto('/');
    await other.button('Chat').click();
    const listed = other.dialog('Chat').getByRole('link', { name: 'Two eyes' });
    await listed.waitFor();
    expect(await listed.getByText(/unread|mentions/).count()).toBe(0);
    for (const { page } of [ana, other]) expect(await page.title()).toBe('Color Clues');
  });
});
