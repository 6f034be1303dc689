import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFindings } from '../harness/browser.ts';
import { ChatHouse, type ChatPage, SOON } from '../harness/chat-pages.ts';

let house: ChatHouse;

beforeAll(async () => {
  house = await ChatHouse.open();
});
afterEach(() => house.empty());
afterAll(() => house?.close());

/** The owner of a new lobby, and two who have said something there. */
async function company(title: string): Promise<[ChatPage, ChatPage, ChatPage]> {
  const ana = await house.owner('Ana', title);
  const ben = await house.guest('Ben', ana.page.url());
  const cleo = await house.guest('Cleo', ana.page.url());
  await ben.say('I am Ben');
  await cleo.say('I am Cleo');
  await ana.message('I am Cleo').waitFor();
  return [ana, ben, cleo];
}

describe('whoever opened a lobby (promise 5)', () => {
  it('lets somebody be quiet for a time', async () => {
    const [ana, ben, cleo] = await company('Quiet');
    await (await ana.about('Ben')).getByRole('button', { name: '10 min' }).click();
    await ben.page.getByText('A moderator muted you. You can write again in 10 min.').waitFor();
    expect(await ben.composer.count()).toBe(0);
    await cleo.say('I can write');
    await ben.message('I can write').waitFor();
    await (await ana.about('Ben')).getByRole('button', { name: 'May write again' }).click();
    await ben.say('So can I');
  });

  it('hands it over, and looks after it no more than before', async () => {
    const [ana, ben] = await company('Handed over');
    const dialog = await ana.about('Ben');
    await dialog.getByRole('button', { name: 'Make owner' }).click();
    await dialog.getByRole('button', { name: 'Yes, this is Ben’s from now on' }).click();
    await dialog.waitFor({ state: 'detached' });
    await (await ben.about('Cleo')).getByRole('button', { name: 'Make moderator' }).waitFor();
    expect(await (await ana.about('Ben')).getByRole('button', { name: 'Ban' }).count()).toBe(0);
  });

  it('removes a message, of which only its place is left', async () => {
    const [ana, ben, cleo] = await company('Clean');
    const dialog = await ana.more('I am Ben');
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await dialog.getByRole('button', { name: 'Yes, delete for everybody' }).click();
    for (const chat of [ana, ben, cleo]) {
      await chat.message('Removed by a moderator').waitFor();
      // The list follows a moment later.
      await expect.poll(() => chat.page.getByText('I am Ben').count(), SOON).toBe(0);
    }
  });

  it('sends somebody away, who may come again', async () => {
    const [ana, ben] = await company('Out');
    const dialog = await ana.about('Ben');
    await dialog.getByRole('button', { name: 'Send away' }).click();
    await dialog.getByRole('button', { name: 'Yes, send away for now' }).click();
    await ben.page.getByText('You are not part of this conversation any more.').waitFor();
    expect(await ben.composer.count()).toBe(0);
    await ben.button('Come back').click();
    await ben.say('Here again');
    await ana.message('Here again').waitFor();
  });

  it('keeps somebody away until they are let in again', async () => {
    const [ana, ben] = await company('Closed');
    const dialog = await ana.about('Ben');
    await dialog.getByRole('button', { name: 'Ban' }).click();
    await dialog.getByRole('button', { name: 'Yes, keep away for good' }).click();
    const shut = ben.page.getByRole('heading', { name: 'You were banned from this conversation.' });
    await shut.waitFor();
    expect(await ben.button('Try again').count()).toBe(0);
    await ben.page.reload();
    await shut.waitFor();
    expect(await ben.button('Try again').count()).toBe(0);
    expect(await ben.page.getByText('I am Cleo').count()).toBe(0);
    await ana.button('People').click();
    await ana.button('Unban: Ben').waitFor();
    expect(await accessibilityFindings(ana.page)).toEqual([]);
    await ana.button('Unban: Ben').click();
    await ana.page.getByText('Nobody any more').waitFor();
    await ben.page.reload();
    await ben.say('Here again');
    await ana.message('Here again').waitFor();
  });

  it('slows a lobby down for everybody else', async () => {
    const [ana, ben] = await company('Slow');
    await ana.button('About this conversation').click();
    await ana.dialog('Slow').getByRole('button', { name: 'Settings' }).click();
    await ana.page.getByLabel('Slow mode').selectOption('One message a minute');
    await ana.button('Save').click();
    await ana.dialog('Settings').waitFor({ state: 'detached' });
    await ben.page.getByText(/^Slow mode: you can write again in/).waitFor();
    expect(await ben.composer.count()).toBe(0);
    await ana.say('one', 'two');
    await ben.message('two').waitFor();
  });
});

describe('whoever reads a lobby', () => {
  it('reports a message with a reason', async () => {
    const [, ben] = await company('Report');
    await (await ben.more('I am Cleo')).getByRole('button', { name: 'Report…' }).click();
    const dialog = ben.dialog('Report a message');
    await dialog.getByRole('button', { name: 'Report' }).click();
    await dialog.getByText('Say in a few words what is wrong with it.').waitFor();
    await dialog.getByLabel('What is wrong with it?').fill('Not nice');
    await dialog.getByRole('button', { name: 'Report' }).click();
    await ben.dialog('Reported').getByRole('button', { name: 'Done' }).click();
    await ben.say('Going on');
  });
});
