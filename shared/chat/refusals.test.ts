import { describe, expect, it } from 'vitest';
import { CHAT_REFUSAL_CODES, chatRefusalText } from './refusals.ts';

const EXPECTED =
  'offline unavailable busy rate_limited no_session no_conversation blocked request_pending gone outdated ' +
  'too_many_lobbies name_taken bad_name not_found not_member banned muted slow_mode no_change';

describe('refusals in words', () => {
  it('exist for every code, each its own, so that a mixed-up one is noticed', () => {
    expect(EXPECTED.split(' ').filter((code) => !CHAT_REFUSAL_CODES.includes(code))).toEqual([]);
    const sentences = CHAT_REFUSAL_CODES.map((code) => chatRefusalText({ code }));
    expect(new Set(sentences).size).toBe(CHAT_REFUSAL_CODES.length);
  });

  it('are sentences', () => {
    for (const code of CHAT_REFUSAL_CODES)
      for (const rejection of [{ code }, { code, detail: '61' }]) {
        const text = chatRefusalText(rejection);
        expect(text).toMatch(/^[A-Z].*[.!]$/);
        expect(text).not.toMatch(/undefined|NaN|_/);
        expect(text.length).toBeLessThan(90);
      }
  });

  it.each([
    ['1', '1 second.'],
    ['89', '89 seconds.'],
    ['90', '2 minutes.'],
    ['5399', '90 minutes.'],
    ['5400', '2 hours.'],
    ['604800', '168 hours.'],
    [undefined, 'a moment.'],
    ['soon', 'a moment.'],
  ])('say how long it takes: %s', (detail, end) => {
    expect(chatRefusalText({ code: 'slow_mode', ...(detail && { detail }) })).toBe(
      `Slow mode is on. You can write again in ${end}`,
    );
  });

  it('never leave anybody without an answer', () => {
    expect(chatRefusalText({ code: 'never_heard_of' })).toBe('That did not work.');
    expect(chatRefusalText({ code: 'constructor' })).toBe('That did not work.');
  });
});
