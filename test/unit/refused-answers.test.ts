import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CATALOGUES } from '../../scripts/protocol/refusals.ts';
import { sentenceFor } from '../../shared/core/refusals.ts';
import { SOCKET_REFUSALS } from '../../shared/protocol/socket-refusals.ts';

/** A page that is read in some language, and what it shows when the server refuses. */
async function pageIn(language: string) {
  vi.resetModules();
  vi.stubGlobal('document', {});
  vi.stubGlobal('navigator', { languages: [language] });
  const { refusalIn } = await import('../../client/net/api.ts');
  return async (code: string, detail?: string) => {
    const message = sentenceFor(
      { code, ...(detail !== undefined && { detail }) },
      ...Object.values(CATALOGUES),
    );
    return (await refusalIn(new Response(JSON.stringify({ code, detail, message }), { status: 409 })))
      .message;
  };
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

describe('what the server refuses', () => {
  let german: Awaited<ReturnType<typeof pageIn>>;
  beforeEach(async () => {
    german = await pageIn('de');
  });

  it('is read in the language of the page, whatever it is about', async () => {
    expect(await german('name_taken')).toBe('Dieser Name ist vergeben. Wähle einen anderen.');
    expect(await german('bad_name', 'long')).toBe('Ein Name hat höchstens 20 Zeichen.');
    const codes = Object.entries(CATALOGUES)
      .filter(([file, each]) => !file.includes('/games/') && each !== SOCKET_REFUSALS)
      .flatMap(([, each]) => Object.values(each).flatMap((part) => Object.keys(part)));
    expect(codes.length).toBeGreaterThan(80);
    for (const code of codes)
      expect(await german(code), code).not.toBe(sentenceFor({ code }, ...Object.values(CATALOGUES)));
  });

  it('says how long to wait', async () => {
    expect(await german('rate_limited', '30')).toContain('30 Sekunden');
    expect(await (await pageIn('ja'))('rate_limited', '120')).toContain('2 分');
  });

  it('is read in the words of the server in English, and where nobody knows the code', async () => {
    expect(await (await pageIn('en'))('name_taken')).toBe('That name is taken. Choose another one.');
    expect(await german('never_heard_of')).toBe('That did not work.');
  });
});
