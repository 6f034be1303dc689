import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFindings, DESKTOP, PHONE } from '../harness/browser.ts';
import { ChatHouse, type ChatPage, SOON } from '../harness/chat-pages.ts';

let house: ChatHouse;

beforeAll(async () => {
  house = await ChatHouse.open();
});
afterEach(() => house.empty());
afterAll(() => house?.close());

/** Nothing is wrong with the page as it is now. */
async function expectFine(chat: ChatPage): Promise<void> {
  expect(await accessibilityFindings(chat.page)).toEqual([]);
  expect(await chat.overflow()).toBe(0);
  expect(chat.complaints).toEqual([]);
}

describe.each([
  ['desk, light', { ...DESKTOP, colorScheme: 'light' }, ['Ana', 'Ben']],
  ['phone, dark', { ...PHONE, colorScheme: 'dark' }, ['Cleo', 'Dev']],
] as const)('axe and the console find nothing, and nothing is too wide (%s)', (look, options, people) => {
  it('in the directory, in a lobby before and after one has a name, and in its settings', async () => {
    const ana = await house.visitor('/chat', options);
    await ana.page.getByRole('main').getByRole('link').first().waitFor();
    await expectFine(ana);
    await ana.page.goto('/chat/lobby');
    await ana.button('Choose a name').waitFor();
    await expectFine(ana);
    await ana.page.goto('/chat');
    await ana.button(/change name and marker/).click();
    await ana.page.getByLabel('Your name').fill('Ana');
    await expectFine(ana);
    await ana.button('Save').click();
    await ana.button('Create a lobby').click();
    const dialog = ana.dialog('Create a lobby');
    await dialog.getByLabel('Title').fill(`Hues (${look})`);
    await dialog
      .getByLabel('Topic')
      .fill('Everything between teal and cyan, and what to call it when nobody agrees');
    await expectFine(ana);
    await dialog.getByRole('button', { name: 'Create' }).click();
    await ana.say('**Bold**, `code`, ||hidden|| and a-very-long-word'.padEnd(200, 'x'));
    await expectFine(ana);
    await ana.button('About this conversation').click();
    await ana.page.getByRole('dialog').getByRole('button', { name: 'Copy the link' }).waitFor();
    await expectFine(ana);
    await ana.page.getByRole('dialog').getByRole('button', { name: 'Settings' }).click();
    await ana.page.getByLabel('Slow mode').waitFor();
    await expectFine(ana);
    await ana.button('Close').click();
    await ana.button('People').click();
    await ana.page.getByRole('listitem').getByRole('button', { name: 'Ana' }).waitFor();
    await expectFine(ana);
  });

  it('with a request, in a private talk, in the drawer and in the settings of chat', async () => {
    const [asking, asked] = people;
    const ben = await house.guest(asked, '/chat/lobby', options);
    await ben.say('Hello');
    const ana = await house.guest(asking);
    await (await ana.about(asked)).getByRole('button', { name: `Write to ${asked}` }).click();
    await ana.page.getByRole('textbox', { name: `Message ${asked}` }).waitFor();
    await ana.say('A word in private?');
    await ben.page.goto('/chat');
    await ben.button(`Accept ${asking}`).waitFor();
    await expectFine(ben);
    await ben.button(`Accept ${asking}`).click();
    await ben.message('A word in private?').waitFor();
    await ben.say('Yes');
    await expectFine(ben);
    await (await ben.more('A word in private?')).waitFor();
    await expectFine(ben);
    await ben.page.goto('/');
    await ben.button(/^Chat/).click();
    await ben.dialog('Chat').getByRole('link', { name: asking }).waitFor();
    await expectFine(ben);
    await ben.dialog('Chat').getByRole('link', { name: 'All conversations' }).click();
    await ben.button('Chat settings').click();
    await ben.dialog('Chat settings').getByText('Who may write to me').waitFor();
    await expectFine(ben);
  });
});

describe('who comes for the first time', () => {
  it('is not refused anything, however long it takes to become somebody', async () => {
    const ana = await house.visitor('/');
    // Away from every page of ours, so that none asks anything between losing who one was and coming anew.
    await ana.page.goto('about:blank');
    await ana.context.clearCookies();
    await ana.page.route('**/api/session', async (route) => {
      await ana.page.getByRole('heading', { name: 'Lobbies' }).waitFor();
      await route.continue();
    });
    await ana.page.goto('/chat');
    await ana.page.getByRole('main').getByRole('link').first().waitFor();
    expect(ana.complaints).toEqual([]);
  });
});

describe('on a phone', () => {
  it('one comes by touch from the first page to a lobby, writes, and goes back', async () => {
    const ana = await house.visitor('/', PHONE);
    await ana.button(/^Chat/).tap();
    await ana.dialog('Chat').getByRole('link', { name: 'Lobbies' }).tap();
    await ana.page
      .getByRole('main')
      .getByRole('link', { name: /^Lobby/ })
      .tap();
    await ana.button('Choose a name').tap();
    await ana.page.getByLabel('Your name').fill('Ana');
    await ana.button('Save').tap();
    await ana.composer.tap();
    await ana.composer.fill('From a phone');
    await ana.button('Send').tap();
    await ana.onTheirWay.first().waitFor({ state: 'detached' });
    expect((await ana.said()).at(-1)).toBe('From a phone');
    expect(await ana.overflow()).toBe(0);
    await ana.message('From a phone').tap();
    await ana.button('More about this message').tap();
    await ana.dialog('Your message').getByRole('button', { name: 'Close' }).tap();
    await ana.button(/^All conversations/).tap();
    await ana.page.getByRole('navigation').getByRole('link', { name: 'Lobby' }).waitFor();
    expect(await ana.overflow()).toBe(0);
    expect(ana.complaints).toEqual([]);
  });
});

describe('what assistive technology is told', () => {
  it('is what others write, and neither what was there before nor what one writes oneself', async () => {
    const ana = await house.guest('Ana');
    await ana.say('Before');
    const log = ana.page.getByRole('log', { name: 'Messages in Lobby' });
    await ana.page.reload();
    await ana.message('Before').waitFor();
    expect(await log.getAttribute('aria-live')).toBe('off');
    await expect.poll(() => log.getAttribute('aria-live'), SOON).toBe('polite');
    expect(await log.getAttribute('aria-relevant')).toBe('additions');
    await ana.write('Mine');
    expect(await ana.message('Mine').getAttribute('aria-live')).toBe('off');
    await ana.onTheirWay.first().waitFor({ state: 'detached' });
    expect(await ana.message('Mine').getAttribute('aria-live')).toBe('off');
    const ben = await house.guest('Ben');
    await ben.say('Yours');
    await ana.message('Yours').waitFor();
    expect(await ana.message('Yours').getAttribute('aria-live')).toBe(null);
    expect(await log.getAttribute('aria-live')).toBe('polite');
  });
});
