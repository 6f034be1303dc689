import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ME, play, steps } from '../../test/harness/bad-network.ts';

describe('a conversation over a bad network', () => {
  it('stores every message once, in the order of its tab, and keeps refused ones', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const { server, posts, browser, pages } = await play(all, false);
        const mine = server.messages.filter(({ author }) => author === ME).map(({ text }) => text);
        const rude = [...posts.values()].flat().filter((text) => text.endsWith('!'));
        const kind = [...posts.values()].map((texts) => texts.filter((text) => !text.endsWith('!')));
        expect([...mine].sort()).toEqual(kind.flat().sort());
        for (const texts of kind) expect(mine.filter((text) => texts.includes(text))).toEqual(texts);
        expect([...browser.rows.values()].map(({ text }) => text).sort()).toEqual([...rude].sort());
        const failed = pages.flatMap(({ outgoing }) => outgoing.pending.value);
        expect(failed.every(({ state }) => state === 'failed')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('never shows a gap, a message twice, or none of a message that was just posted', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const { wrong, pages } = await play(all, false);
        expect([...wrong, ...pages.flatMap((each) => each.wrong)]).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['all may see', false],
    ['only some may see', true],
  ])('ends with the log of the server, of messages that %s', async (_, isSecret) => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const { server, pages } = await play(all, isSecret);
        for (const { history } of pages) {
          const shown = history.messages.value;
          expect(shown).toEqual(server.messages.slice(-shown.length));
          expect(history.hasOlder.value).toBe(shown.length < server.messages.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});
