import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AccountHouse, OTHER_PASSWORD, PASSWORD, signsOut } from '../harness/account-pages.ts';

/** Wrong passwords before one has to wait. */
const GUESSES = 5;

let house: AccountHouse;

beforeAll(async () => {
  house = await AccountHouse.open();
});
afterEach(() => house.empty());
afterAll(() => house?.close());

describe('a password', () => {
  it('can be another one: this browser stays, all others have to log in with the new one', async () => {
    const [first, second] = await house.twoBrowsersOf('Kurt Kelp');
    await first.press('Change password');
    await first.fill({ 'Your password now': OTHER_PASSWORD, 'New password': OTHER_PASSWORD });
    await first.press('Change it');
    await first.refusal.filter({ hasText: 'That is not your password.' }).waitFor();
    await first.fill({ 'Your password now': PASSWORD });
    await signsOut(second, () => first.press('Change it'));
    await first.dialog.getByText('Your password is changed').waitFor();
    await first.page.reload();
    await first.isKnownAs('Kurt Kelp');
    await second.page.goto('/');
    await second.openAccount();
    await second.logIn('Kurt Kelp');
    await second.refusal.filter({ hasText: 'do not belong together' }).waitFor();
    await second.fill({ Password: OTHER_PASSWORD });
    await second.press('Log in');
    await second.isKnownAs('Kurt Kelp');
  });

  it('that is guessed has to wait, which is said with how long', async () => {
    await (await house.arrive()).claim('Gerd Gate');
    const guesser = await house.arrive();
    await guesser.press('I have an account: log in');
    await guesser.fill({ Name: 'Gerd Gate' });
    const guess = async (password: string, sentence: string) => {
      await guesser.fill({ Password: password });
      const answer = guesser.page.waitForResponse('**/api/account/login');
      await guesser.press('Log in');
      await answer;
      await guesser.refusal.filter({ hasText: sentence }).waitFor();
    };
    for (let i = 0; i < GUESSES; i++) await guess(`guess ${i}`, 'do not belong together');
    await guess(PASSWORD, 'That was a lot at once. Try again in 15 minutes.');
    expect(await guesser.findings()).toEqual([]);
    expect(guesser.surprises).toEqual([]);
  });
});
