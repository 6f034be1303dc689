import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AccountHouse, OTHER_PASSWORD, PASSWORD, signsOut, textOf } from '../harness/account-pages.ts';
import { DESKTOP } from '../harness/browser.ts';

const CODE = /^[a-z0-9]{5}(?:-[a-z0-9]{5}){3}$/;

let house: AccountHouse;

beforeAll(async () => {
  house = await AccountHouse.open();
});
afterEach(() => house.empty());
afterAll(() => house?.close());

describe('recovery codes', () => {
  it('are shown once, until they are kept: copied, downloaded, not closed by mistake', async () => {
    const ana = await house.arrive({ ...DESKTOP, permissions: ['clipboard-read', 'clipboard-write'] });
    await ana.fill({ Name: 'Carla Codes', Password: PASSWORD });
    await ana.press('Keep this name');
    const codes = await ana.codes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(CODE);
    await ana.page.keyboard.press('Escape');
    expect(await ana.codes()).toEqual(codes);
    await ana.page.mouse.click(5, 5);
    expect(await ana.codes()).toEqual(codes);

    await ana.press('Copy');
    await ana.dialog.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await ana.page.evaluate(() => navigator.clipboard.readText());
    const [file] = await Promise.all([ana.page.waitForEvent('download'), ana.press('Download')]);
    expect(file.suggestedFilename()).toBe('color-clues-codes.txt');
    for (const text of [copied, await textOf(file)]) {
      expect(text).toContain('Carla Codes');
      expect(text.split('\n').filter((line) => CODE.test(line))).toEqual(codes);
    }
    await ana.press('I have kept them');
    await ana.dialog.getByText('10 recovery codes left').waitFor();
    await ana.page.reload();
    await ana.openAccount();
    await ana.dialog.getByText('10 recovery codes left').waitFor();
    for (const code of codes) expect(await ana.page.content()).not.toContain(code);
  });

  it('are selected where the browser has no clipboard', async () => {
    const ana = await house.arrive();
    await ana.page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await ana.fill({ Name: 'Hanna Hand', Password: PASSWORD });
    await ana.press('Keep this name');
    const codes = await ana.codes();
    await ana.press('Copy');
    await ana.dialog.getByRole('status').getByText('They are selected').waitFor();
    const selected = await ana.page.evaluate(() => String(getSelection()));
    for (const code of codes) expect(selected).toContain(code);
  });

  it('let in with a new password, each once', async () => {
    const [code = ''] = await (await house.arrive()).claim('Rita Reed');
    const later = await house.arrive();
    await later.recover('Rita Reed', code);
    await later.isKnownAs('Rita Reed');
    await later.openAccount();
    await later.dialog.getByText('9 recovery codes left').waitFor();
    const again = await house.arrive();
    await again.recover('Rita Reed', code);
    await again.refusal.filter({ hasText: 'used before' }).waitFor();
    await again.press('Back');
    await again.logIn('Rita Reed', OTHER_PASSWORD);
    await again.isKnownAs('Rita Reed');
  });

  it('can be made anew: the old ones are worthless', async () => {
    const ana = await house.arrive();
    const [old = ''] = await ana.claim('Nora Newt');
    await ana.press('New recovery codes');
    await ana.fill({ 'Your password': PASSWORD });
    await ana.press('Show new codes');
    expect(await ana.codes()).not.toContain(old);
    const later = await house.arrive();
    await later.recover('Nora Newt', old);
    await later.refusal.filter({ hasText: 'does not belong to this name' }).waitFor();
  });
});

describe('what somebody wrote', () => {
  it('is in their file, and goes with them from the pages of others; the name is free', async () => {
    const words = 'words that will go';
    const ana = await house.arrive();
    await ana.claim('Ephemera');
    const chat = await ana.tab('/chat/lobby');
    await chat.composer.fill(words);
    await chat.composer.press('Enter');
    const ben = await house.arrive();
    const log = (await ben.tab('/chat/lobby')).page.getByRole('log');
    await log.getByText(words).waitFor();
    const before = await log.getByRole('article').count();

    const [file] = await Promise.all([ana.page.waitForEvent('download'), ana.press('Download my data')]);
    expect(file.suggestedFilename()).toBe('color-clues.json');
    const data = JSON.parse(await textOf(file));
    expect(data).toMatchObject({ person: { name: 'Ephemera' }, account: { recoveryCodesLeft: 10 } });
    expect(data.messages).toEqual([expect.objectContaining({ text: words })]);

    await ana.press('Delete my account');
    await ana.fill({ 'Your password': 'not this one' });
    await ana.press('Delete for good');
    await ana.refusal.filter({ hasText: 'That is not your password.' }).waitFor();
    await log.getByText(words).waitFor();
    await ana.fill({ 'Your password': PASSWORD });
    // Whoever goes by themselves is not told that they were logged out elsewhere.
    await ana.page.evaluate(() => {
      const look = () => {
        const isTold = document.querySelector('h1')?.textContent === 'You were logged out';
        if (isTold) sessionStorage.setItem('told', 'yes');
      };
      new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    });
    await signsOut(chat, () => ana.press('Delete for good'));
    await log.getByText('Message deleted').waitFor();
    expect(await log.getByRole('article').count()).toBe(before);
    expect(await log.innerText()).not.toContain(words);
    await expect.poll(() => log.innerText()).not.toContain('Ephemera');
    await log.getByText('Deleted account').first().waitFor();
    await ana.isNobody();
    expect(await ana.page.evaluate(() => sessionStorage.getItem('told'))).toBeNull();
    await ben.claim('Ephemera');
  });
});
