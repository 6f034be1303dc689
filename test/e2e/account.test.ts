import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AccountHouse, OTHER_PASSWORD, PASSWORD, signsOut } from '../harness/account-pages.ts';
import { DESKTOP, PHONE } from '../harness/browser.ts';

let house: AccountHouse;

beforeAll(async () => {
  house = await AccountHouse.open();
});
afterEach(() => house.empty());
afterAll(() => house?.close());

describe.each([
  ['at a desk', 'Desk', DESKTOP],
  ['on a phone', 'Phone', PHONE],
] as const)('a name of one’s own, %s', (_place, word, options) => {
  const name = `Nadja ${word}`;

  it('is kept by keyboard alone; the focus goes into the dialog and comes back', async () => {
    const ana = await house.visit(options);
    const { page } = ana;
    await ana.tabTo('Change name and marker');
    await page.keyboard.press('Enter');
    await ana.tabTo('Keep this name, or log in');
    await page.keyboard.press('Enter');
    await ana.dialog.waitFor();
    const hasFocus = () => ana.dialog.evaluate((dialog) => dialog.contains(document.activeElement));
    expect(await hasFocus()).toBe(true);
    await page.keyboard.press('Tab'); // the cross
    await page.keyboard.press('Tab');
    await ana.type(name);
    await page.keyboard.press('Tab');
    await ana.type('password1234');
    await ana.tabTo('Keep this name');
    await page.keyboard.press('Enter');
    await ana.refusal.filter({ hasText: 'easy to guess' }).waitFor();
    await ana.type(PASSWORD); // the focus is in the field that was refused
    await page.keyboard.press('Enter');
    await ana.codes();
    await ana.tabTo('I have kept them');
    await page.keyboard.press('Enter');
    await ana.dialog.getByText('10 recovery codes left').waitFor();
    expect(await hasFocus()).toBe(true);
    await page.keyboard.press('Escape');
    await ana.dialog.waitFor({ state: 'detached' });
    const account = page.getByRole('button', { name: 'Account', exact: true });
    expect(await account.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await page.getByLabel('Your name').inputValue()).toBe(name);
    expect(ana.surprises).toEqual([]);
  });

  it('has nothing against it in any state: axe, overflow, the console', async () => {
    const ana = await house.arrive(options);
    const look = async (state: string) => expect([state, await ana.findings()]).toEqual([state, []]);
    const lookAt = async (step: string, ...refused: readonly (() => Promise<void>)[]) => {
      await ana.press(step);
      await look(step);
      for (const act of refused) {
        await act();
        await ana.refusal.waitFor();
        await look(`${step}, refused`);
      }
      await ana.press('Back');
    };
    await look('a guest');
    await ana.press('I have an account: log in');
    await lookAt('Forgot your password?', async () => {
      await ana.fill({ Name: name, 'Recovery code': 'abcde', 'New password': PASSWORD });
      await ana.press('Log in');
    });
    await lookAt('I have an account: log in', async () => {
      await ana.fill({ Name: 'Nobody at all', Password: PASSWORD });
      await ana.press('Log in');
    });
    await lookAt('Delete everything about me');
    await ana.fill({ Name: `Anna ${word}`, Password: 'short' });
    await ana.press('Keep this name');
    await ana.refusal.waitFor();
    await look('a guest, refused');
    await ana.fill({ Password: PASSWORD });
    await ana.press('Keep this name');
    await ana.codes();
    await look('codes');
    await ana.press('I have kept them');
    await ana.dialog.getByText('10 recovery codes left').waitFor();
    await look('an account');
    await lookAt('Where I am logged in');
    await lookAt('Change password', async () => {
      await ana.fill({ 'Your password now': 'wrong', 'New password': OTHER_PASSWORD });
      await ana.press('Change it');
    });
    await lookAt('New recovery codes');
    await lookAt('Delete my account', async () => {
      await ana.fill({ 'Your password': 'wrong' });
      await ana.press('Delete for good');
    });
    expect(ana.surprises).toEqual([]);
  });
});

describe('a name', () => {
  it('that looks like somebody else’s is refused, and stays in the field', async () => {
    await (await house.arrive()).claim('Perla');
    const late = await house.arrive();
    await late.fill({ Name: 'Per1a', Password: PASSWORD });
    await late.press('Keep this name');
    await late.refusal.filter({ hasText: 'That name is taken.' }).waitFor();
    expect(await late.dialog.getByLabel('Name', { exact: true }).inputValue()).toBe('Per1a');
  });

  it('is left by logging out, in every tab, and found again by name and password', async () => {
    const ana = await house.arrive();
    await ana.claim('Wilma Wide');
    const chat = await ana.tab('/chat/lobby');
    await chat.composer.waitFor();
    await signsOut(chat, () => ana.press('Log out'));
    await ana.isNobody();
    await ana.logIn('Wilma Wide', 'not the right password');
    await ana.refusal.filter({ hasText: 'do not belong together' }).waitFor();
    await ana.fill({ Password: PASSWORD });
    await ana.press('Log in');
    await ana.isKnownAs('Wilma Wide');
  });

  it('of a guest is left behind by logging in, which is said before', async () => {
    const gina = await house.visit();
    await gina.press('Change name and marker', gina.page);
    await gina.page.getByLabel('Your name').fill('Gina Guest');
    await gina.press('Save', gina.page);
    await gina.isKnownAs('Gina Guest');
    await gina.page.getByRole('button', { name: 'Log in' }).click();
    await gina.dialog.getByText('What Gina Guest played and said does not come along').waitFor();
  });

  it('is open in two browsers until one of them is logged out from the other', async () => {
    const [first, second] = await house.twoBrowsersOf('Ottilie');
    await first.press('Where I am logged in');
    const rows = first.dialog.getByRole('listitem');
    await expect.poll(() => rows.count()).toBe(2);
    expect(await rows.first().innerText()).toContain('this browser');
    await signsOut(second, () => first.dialog.getByRole('button', { name: /^Log out / }).click());
    await expect.poll(() => rows.count()).toBe(1);
    expect(await first.dialog.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
    await second.page.goto('/');
    await second.isNobody();
  });
});
