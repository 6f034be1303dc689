import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FLOOD_MESSAGES } from '../../shared/chat/types.ts';
import { accessibilityFindings, DESKTOP, PHONE } from '../harness/browser.ts';
import { ChatHouse, ChatPage, SOON } from '../harness/chat-pages.ts';

let house: ChatHouse;

beforeAll(async () => {
  house = await ChatHouse.open();
});
afterEach(() => house.empty());
afterAll(() => house?.close());

describe('a draft', () => {
  it('is there after its tab was closed, until it is sent', async () => {
    const ana = await house.owner('Ana', 'Half a thought');
    const lobby = ana.page.url();
    await ana.composer.fill('What I meant to say');
    await ana.page.close();
    const again = await ChatPage.open(ana.context, lobby);
    await expect.poll(() => again.composer.inputValue(), SOON).toBe('What I meant to say');
    await again.composer.press('Enter');
    await again.message('What I meant to say').waitFor();
    await again.page.reload();
    await again.composer.waitFor();
    expect(await again.composer.inputValue()).toBe('');
  });
});

describe('a long text', () => {
  it.each([
    ['desk', DESKTOP],
    ['phone', PHONE],
  ])('that is pasted is kept whole, counted, and sent when it fits (%s)', async (name, options) => {
    const ana = await house.owner('Ana', `Much to say ${name}`, options);
    const { page, composer } = ana;
    const text = `${'many words '.repeat(227)}end of it`;
    await composer.fill(text);
    expect((await composer.inputValue()).length).toBe(text.length);
    await page.getByText('2,006 too many').waitFor();
    const send = page.getByRole('button', { name: 'Send', exact: true });
    expect(await send.getAttribute('aria-disabled')).toBe('true');
    await composer.press('Enter');
    await page.getByText(/take out 2,006 letters, or send it in parts/).waitFor();
    expect([await composer.inputValue(), await ana.messages.count()]).toEqual([text, 0]);
    expect(await ana.overflow()).toBe(0);
    expect(await accessibilityFindings(page)).toEqual([]);
    await composer.fill('short');
    await ana.say('short');
    await (await ana.more('short')).getByRole('button', { name: 'Edit' }).click();
    const edit = page.getByRole('textbox', { name: 'Edit your message' });
    await edit.fill(text);
    await edit.press('Enter');
    await page.getByText(/take out 2,006 letters/).waitFor();
    expect((await edit.inputValue()).length).toBe(text.length);
  });
});

describe('a browser that keeps nothing', () => {
  it('says so where a message waits', async () => {
    const ana = await house.guest('Vera');
    await ana.page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }));
    await ana.page.reload();
    await ana.composer.waitFor();
    await ana.context.setOffline(true);
    await ana.write('Is this kept?');
    await ana.page.getByText('while this page stays open: this browser keeps nothing').waitFor();
  });
});

describe('what is pasted into a small field', () => {
  it('and does not fit is not thrown away without a word, whether some or none of it fits', async () => {
    const ana = await house.visitor('/', { ...DESKTOP, permissions: ['clipboard-read', 'clipboard-write'] });
    await ana.button('Change name and marker').click();
    const name = ana.page.getByLabel('Your name');
    await ana.page.evaluate(() => navigator.clipboard.writeText('abcdefghijklmnopqrstuvwxyz'));
    const said = () => name.evaluate((field: HTMLInputElement) => field.validationMessage);
    await name.fill('');
    await name.press('ControlOrMeta+v');
    await expect
      .poll(said, SOON)
      .toBe('Only the beginning fits: 6 of the characters you pasted were left out.');
    expect(await name.inputValue()).toBe('abcdefghijklmnopqrst');
    await name.press('End');
    expect(await said()).toBe('');
    await name.press('ControlOrMeta+v');
    await expect.poll(said, SOON).toMatch(/26 of the characters/);
    await ana.button('Save').click();
    await ana.page.getByText('abcdefghijklmnopqrst').first().waitFor();
  });
});

describe('somebody who writes fast', () => {
  it('sees that sending is slow, why, and when the next one goes', async () => {
    const ana = await house.owner('Ana', 'Quick fingers');
    const all = Array.from({ length: FLOOD_MESSAGES + 2 }, (_, i) => `quick ${i}`);
    await ana.write(...all);
    await ana.page
      .getByText(/^Sending slowly, at most 8 messages in 10 s: this one goes (?:in \d+ s|now)$/)
      .waitFor();
    await ana.page.getByText('Waits its turn').waitFor();
    expect(await accessibilityFindings(ana.page)).toEqual([]);
    await ana.onTheirWay.first().waitFor({ state: 'detached', timeout: 25_000 });
    expect(await ana.said()).toEqual(all);
  });
});

describe('a lobby that is not there', () => {
  it('can be created where one looked for it', async () => {
    const ana = await house.guest('Ana', '/chat/lobby', PHONE);
    await ana.page.goto('/chat/free-address');
    await ana.page.getByRole('heading', { name: 'There is no such lobby yet' }).waitFor();
    expect(await accessibilityFindings(ana.page)).toEqual([]);
    await ana.button('Create it').click();
    const dialog = ana.dialog('Create a lobby');
    await dialog.getByText('Everybody finds it at /chat/free-address').waitFor();
    await dialog.getByRole('button', { name: 'Create' }).click();
    await ana.say('First!');
    expect(await ana.said()).toEqual(['First!']);
  });
});

describe('whoever has no name yet', () => {
  it('is asked for one when they create a lobby, and loses nothing of it', async () => {
    const ana = await house.visitor('/chat', PHONE);
    await ana.button('Create a lobby').click();
    await ana.page.getByLabel('Title').fill('Named late');
    await ana.page.getByRole('button', { name: 'Create', exact: true }).click();
    await ana.dialog('You').waitFor();
    expect(await accessibilityFindings(ana.page)).toEqual([]);
    await ana.dialog('You').getByRole('button', { name: 'Close' }).click();
    await ana.page.getByRole('alert').filter({ hasText: 'Choose a name first' }).waitFor();
    await ana.page.getByRole('button', { name: 'Create', exact: true }).click();
    await ana.page.getByLabel('Your name').fill('Ana');
    await ana.button('Save').click();
    await ana.say('Here we are');
    await ana.page.getByRole('heading', { name: 'Named late' }).waitFor();
  });
});

describe('a search', () => {
  it('finds a word of two Chinese letters, and one of a single Japanese one', async () => {
    const ana = await house.owner('Ana', 'Words of two');
    await ana.say('今天天气很好', '絵を描きましょう');
    for (const [word, text] of [
      ['天气', '今天天气很好'],
      ['絵', '絵を描きましょう'],
    ] as const) {
      await ana.page.getByLabel('Find a conversation or a message').fill(word);
      await ana.page.getByRole('navigation').getByRole('button', { name: text }).waitFor();
    }
  });
});

describe('a first visit to a lobby', () => {
  it('counts nothing as new, also once one takes part', async () => {
    const ana = await house.owner('Ana', 'Old talk');
    await ana.say('one', 'two', 'three');
    const ben = await house.visitor(ana.page.url());
    await ben.message('three').waitFor();
    expect(await ben.page.getByText('New', { exact: true }).count()).toBe(0);
    await ben.chooseName('Ben');
    await ben.say('Hello');
    const row = ben.page.getByRole('navigation').getByRole('link', { name: 'Old talk' });
    await row.getByText('You: Hello').waitFor();
    expect(await row.getByText(/unread/).count()).toBe(0);
    const other = await ChatPage.open(ben.context, '/chat');
    const listed = other.page.getByRole('navigation').getByRole('link', { name: 'Old talk' });
    await listed.getByText('You: Hello').waitFor();
    expect(await listed.getByText(/unread/).count()).toBe(0);
  });
});
