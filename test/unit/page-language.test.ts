import { afterEach, describe, expect, it, vi } from 'vitest';

/** A page that was just opened: what its browser asks for, and what somebody has chosen there before. */
function open(wanted: readonly string[], kept: string | null = null) {
  vi.resetModules();
  let preferences = kept;
  const reload = vi.fn();
  vi.stubGlobal('document', {});
  vi.stubGlobal('location', { reload });
  vi.stubGlobal('navigator', { languages: wanted });
  vi.stubGlobal('localStorage', {
    getItem: () => preferences,
    setItem: (_key: string, value: string) => {
      preferences = value;
    },
  });
  return { reload, kept: () => preferences };
}
const chosen = (language: unknown) => JSON.stringify({ language });
const languageOf = async () => (await import('../../client/i18n/language.ts')).pageLanguage;

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

describe('the language of a page', () => {
  it.each([
    [['de-AT', 'en'], null, 'de'],
    [['it', 'pt-BR', 'fr'], null, 'pt'],
    [['it', 'tlh'], null, 'en'],
    [[], null, 'en'],
    [['DE'], null, 'de'],
    [['de'], chosen('ja'), 'ja'],
    [['de'], chosen(''), 'de'],
    [['de'], chosen('tlh'), 'de'],
    [['de'], chosen(7), 'de'],
    [['de'], 'no JSON', 'de'],
  ])('for a browser that asks for %j, with %j kept, is %s', async (wanted, kept, language) => {
    open(wanted, kept);
    expect(await languageOf()).toBe(language);
  });

  it('is English where there is no page', async () => {
    open(['de']);
    vi.stubGlobal('document', undefined);
    expect(await languageOf()).toBe('en');
  });

  it('is another one on the next page when it is chosen, and again what the browser asks for', async () => {
    const page = open(['de']);
    const { chooseLanguage } = await import('../../client/i18n/language.ts');
    chooseLanguage('fr');
    expect(page.reload).toHaveBeenCalledTimes(1);
    expect(await languageOf()).toBe('de');
    open(['de'], page.kept());
    expect(await languageOf()).toBe('fr');
    const later = await import('../../client/i18n/language.ts');
    later.chooseLanguage(null);
    expect(later.chosenLanguage()).toBeNull();
  });
});

describe('the messages of a page', () => {
  const english = { hello: 'Hello', times: (count: number) => `${count} times` };
  const others = (german: () => Promise<{ messages: typeof english }>) => {
    const never = () => Promise.reject(new Error('of another page'));
    return { de: german, fr: never, es: never, pt: never, ja: never };
  };
  const german = async () => ({
    messages: { hello: 'Hallo', times: (count: number) => `${count}-mal` },
  });

  it('are there at once in English, and nothing else is loaded', async () => {
    open(['en']);
    const { messagesOf, withMessages } = await import('../../client/i18n/messages.ts');
    const load = vi.fn(german);
    expect(messagesOf(english, others(load)).hello).toBe('Hello');
    expect(await withMessages('code')).toBe('code');
    expect(load).not.toHaveBeenCalled();
  });

  it('are in the language of the page when what has them was waited for', async () => {
    open(['de']);
    const { messagesOf, withMessages } = await import('../../client/i18n/messages.ts');
    const text = await withMessages(Promise.resolve().then(() => messagesOf(english, others(german))));
    expect([text.hello, text.times(3)]).toEqual(['Hallo', '3-mal']);
  });

  it('stay English where they cannot be loaded', async () => {
    open(['de']);
    const { messagesOf, withMessages } = await import('../../client/i18n/messages.ts');
    const text = await withMessages(
      messagesOf(
        english,
        others(() => Promise.reject(new Error('offline'))),
      ),
    );
    expect(text.hello).toBe('Hello');
  });
});

describe('a new table', () => {
  /** What the server is told when somebody makes a table, and when somebody plays now. */
  async function asked() {
    const bodies: Record<string, unknown>[] = [];
    vi.stubGlobal('fetch', async (path: string, { body }: { body: string }) => {
      if (path !== '/api/session') bodies.push(JSON.parse(body));
      return Response.json({ player: { id: 'me' }, code: 'MOKA' });
    });
    const { api } = await import('../../client/net/api.ts');
    await api.createTable({ game: 'four', visibility: 'public' });
    await api.playNow('four');
    return bodies.map(({ language }) => language);
  }

  it('is spoken at in the language that was chosen for the page, whatever the browser asks for', async () => {
    open(['de'], chosen('ja'));
    expect(await asked()).toEqual(['ja', 'ja']);
  });

  it('is spoken at in what the browser asks for, which the server knows, where nothing was chosen', async () => {
    open(['it', 'de']);
    expect(await asked()).toEqual([undefined, undefined]);
  });
});

it('writes how much of a file has come as the language does', async () => {
  const words = async (language: string) => {
    open([language]);
    const { bytesWords } = await import('../../client/dom/account/words.ts');
    return [12_300, 1_440_000].map(bytesWords).map((text) => text.replace(/\s/g, ' '));
  };
  expect(await words('en')).toEqual(['13 kB', '1.4 MB']);
  expect(await words('fr')).toEqual(['13 ko', '1,4 Mo']);
});
