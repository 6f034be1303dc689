import { describe, expect, it } from 'vitest';
import { ANSWER_MS, GONE_MS, openTabs, type Said } from './tabs.ts';

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** One browser: its pages hear each other at once, time passes when the test says so. */
class Browser {
  #pages = new Map<object, (said: Said) => void>();
  #timers: { readonly at: number; readonly done: () => void }[] = [];
  #now = 0;
  #names = 0;

  /** @param session what is remembered for a tab; the same for a page that is loaded again, a copy for a copied tab */
  page(session: { name: string | null } = { name: null }) {
    const page = {};
    const tabs = openTabs({
      tell: (said) => {
        for (const [other, hear] of this.#pages) if (other !== page) queueMicrotask(() => hear(said));
      },
      hear: (act) => void this.#pages.set(page, act),
      recall: () => session.name,
      remember: (name) => {
        session.name = name;
      },
      newName: () => `tab ${++this.#names}`,
      wait: (ms) => new Promise((done) => this.#timers.push({ at: this.#now + ms, done })),
    });
    return { tabs, session, end: () => void this.#pages.delete(page) };
  }

  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      await settled();
      const next = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#now = next.at;
      next.done();
    }
    this.#now = end;
  }
}

/** The name that a page takes. */
async function nameOf(browser: Browser, page: ReturnType<Browser['page']>): Promise<string> {
  const name = page.tabs.mine();
  await browser.pass(ANSWER_MS);
  return name;
}

describe('the name of a tab', () => {
  it('is kept when the page is loaded again', async () => {
    const browser = new Browser();
    const before = browser.page();
    const name = await nameOf(browser, before);
    before.end();
    expect(await nameOf(browser, browser.page(before.session))).toBe(name);
  });

  it('is another one in a copied tab, whose original is open', async () => {
    const browser = new Browser();
    const original = browser.page();
    const name = await nameOf(browser, original);
    const copy = browser.page({ ...original.session });
    expect(await nameOf(browser, copy)).not.toBe(name);
    expect(await nameOf(browser, original)).toBe(name);
  });
});

describe('what waits for a tab to be gone', () => {
  async function heir(signal = new AbortController().signal) {
    const browser = new Browser();
    const [old, here] = [browser.page(), browser.page()];
    const name = await nameOf(browser, old);
    const acts: string[] = [];
    const watch = () => here.tabs.whenGone(name, signal, async () => void acts.push(name));
    return { browser, old, name, acts, watch };
  }

  it('happens at once when it is gone already', async () => {
    const { browser, old, name, acts, watch } = await heir();
    old.end();
    watch();
    await browser.pass(ANSWER_MS);
    expect(acts).toEqual([name]);
  });

  it('happens once, some time after it was closed', async () => {
    const { browser, old, name, acts, watch } = await heir();
    watch();
    await browser.pass(10 * GONE_MS);
    expect(acts).toEqual([]);
    old.end();
    await browser.pass(3 * GONE_MS);
    expect(acts).toEqual([name]);
    await browser.pass(10 * GONE_MS);
    expect(acts).toEqual([name]);
  });

  it('does not happen while it is loaded again', async () => {
    const { browser, old, acts, watch } = await heir();
    watch();
    await browser.pass(ANSWER_MS + GONE_MS - 10);
    old.end();
    await browser.pass(ANSWER_MS);
    const again = browser.page(old.session);
    void again.tabs.mine();
    await browser.pass(10 * GONE_MS);
    expect(acts).toEqual([]);
  });

  it('does not happen any more when nobody wants it', async () => {
    const controller = new AbortController();
    const { browser, old, acts, watch } = await heir(controller.signal);
    watch();
    await browser.pass(GONE_MS);
    controller.abort();
    old.end();
    await browser.pass(10 * GONE_MS);
    expect(acts).toEqual([]);
  });
});
