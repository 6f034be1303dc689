import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP } from '../harness/browser.ts';
import { ChatHouse, ChatPage, SOON } from '../harness/chat-pages.ts';
import { Player, playToTheEnd } from '../harness/player.ts';
import { until } from '../harness/until.ts';

let house: ChatHouse;

beforeAll(async () => {
  house = await ChatHouse.open();
});
afterEach(() => house.empty());
afterAll(() => house?.close());

/** Somebody who plays and talks on the same page. */
interface Person {
  readonly player: Player;
  readonly chat: ChatPage;
}

async function person(index: number): Promise<Person> {
  const at = { ...DESKTOP, baseURL: house.product.url };
  const player = await Player.open(house.browser, at, 'mouse', index);
  return { player, chat: ChatPage.of(player.page) };
}

/** Three people in the first round of a private game. */
async function round(): Promise<Person[]> {
  const [ana, ...others] = (await Promise.all([0, 1, 2].map(person))) as [Person, Person, Person];
  const { page } = ana.player;
  await page.goto('/');
  await page.getByRole('button', { name: 'Create a table' }).click();
  await page.getByRole('button', { name: /For friends/ }).click();
  await page.waitForURL(/\/color-clues\/[A-Z]+$/, { timeout: SOON.timeout });
  for (const { player } of others) await player.page.goto(page.url());
  for (const { chat } of [ana, ...others]) await chat.composer.waitFor(SOON);
  await page.getByRole('button', { name: 'Start with 3' }).click();
  for (const { player } of [ana, ...others]) await player.page.getByRole('timer').waitFor(SOON);
  return [ana, ...others];
}

describe('the talk of a table', () => {
  it('goes on being written when the turn of whoever writes comes', async () => {
    const people = await round();
    const isGiver = ({ player }: Person) => player.page.getByPlaceholder('One word').isVisible();
    await until(async () => (await Promise.all(people.map(isGiver))).includes(true), 'a giver');
    const roles = await Promise.all(people.map(isGiver));
    const giver = people[roles.indexOf(true)]!;
    const guessers = people.filter((each) => each !== giver);
    for (const { chat } of guessers) {
      await chat.composer.focus();
      await chat.page.keyboard.type('May');
    }
    await until(async () => /^clue/.test((await giver.player.act()) ?? ''), 'a clue');
    const turns = guessers.map(({ player }) => player.page.getByRole('region', { name: /^Your turn/ }));
    await until(
      async () => (await Promise.all(turns.map((turn) => turn.isVisible()))).includes(true),
      'a turn',
    );
    for (const { chat } of guessers) {
      await chat.page.keyboard.type('be teal');
      await chat.page.keyboard.press('Enter');
    }
    for (const { chat } of guessers)
      await expect.poll(() => chat.said(), SOON).toEqual(['Maybe teal', 'Maybe teal']);
    expect((await Promise.all(turns.map((turn) => turn.isVisible()))).includes(true)).toBe(true);

    const reveals = people.map(({ player }) => player.page.getByRole('region', { name: 'The reveal' }));
    const isRevealed = async () =>
      (await Promise.all(reveals.map((each) => each.isVisible()))).every(Boolean);
    await until(
      async () => {
        for (const { player } of people)
          if (!(await reveals[people.findIndex((each) => each.player === player)]!.isVisible()))
            await player.act().catch(() => null);
        return isRevealed();
      },
      'the reveal',
      60_000,
    );
    // About to write, with nothing written yet.
    for (const { chat } of people) await chat.composer.focus();
    await until(
      async () => (await Promise.all(people.map(isGiver))).includes(true),
      'the next giver',
      20_000,
    );
    for (const { chat } of people) await chat.page.keyboard.type('Good one');
    for (const { chat } of people) expect(await chat.composer.inputValue()).toBe('Good one');
  });

  it('keeps apart what giver and guessers write until the reveal, and is kept when the game is over (promise 6)', async () => {
    const people = await round();
    const fields = () =>
      Promise.all(people.map(({ player }) => player.page.getByPlaceholder('One word').count()));
    await expect.poll(async () => (await fields()).sort(), SOON).toEqual([0, 0, 1]);
    const giver = people[(await fields()).indexOf(1)]!;
    const [guesser, friend] = people.filter((each) => each !== giver) as [Person, Person];
    await guesser.chat.say('It could be teal');
    // Who knows the color can write, too; it waits.
    await giver.chat.write('They will never know');
    await giver.player.page.getByText('Waits for the reveal').waitFor();
    await friend.chat.say('Or cyan');
    for (const { chat } of [guesser, friend])
      await expect.poll(() => chat.said(), SOON).toEqual(['It could be teal', 'Or cyan']);

    const secrets = () => [
      giver.chat.hasHeard('It could be teal'),
      giver.chat.hasHeard('Or cyan'),
      guesser.chat.hasHeard('They will never know'),
      friend.chat.hasHeard('They will never know'),
    ];
    await until(
      async () => {
        for (const { player } of people) {
          const heard = secrets();
          const said = await giver.chat.said();
          const act = await player.act().catch(() => null);
          if (act === 'ready') return true;
          // Who could still act did so before the reveal.
          if (act === null) continue;
          expect(heard).toEqual([false, false, false, false]);
          expect(said).toEqual(['They will never know']);
        }
        return false;
      },
      'the reveal',
      60_000,
    );
    // What the giver wrote waited.
    const all = ['It could be teal', 'Or cyan', 'They will never know'];
    for (const { chat } of people) await expect.poll(() => chat.said(), SOON).toEqual(all);
    await giver.chat.onTheirWay.first().waitFor({ state: 'detached', ...SOON });
    expect(secrets()).toEqual([true, true, true, true]);

    await playToTheEnd(people.map(({ player }) => player));
    await giver.chat.say('Good game');
    for (const { chat } of people) await expect.poll(() => chat.said(), SOON).toEqual([...all, 'Good game']);
    await friend.player.page.reload();
    await expect.poll(() => friend.chat.said(), SOON).toEqual([...all, 'Good game']);
  });
});
