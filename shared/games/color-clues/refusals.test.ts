import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { REFUSAL_CODES, refusalText } from './refusals.ts';

/** Every code that some source file of `shared/` refuses with, other games apart. */
function codesUsed(): string[] {
  const shared = new URL('../../', import.meta.url);
  const files = readdirSync(shared, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^(?!games\/(?!color-clues)).*(?<!\.test)\.ts$/.test(file),
  );
  const source = files.map((file) => readFileSync(new URL(file, shared), 'utf8')).join('\n');
  return [...new Set([...source.matchAll(/\bcode: '(\w+)'|return '(clue_\w+)'|'(clue_\w+)' : null/g)])]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    .filter((code, i, all) => all.indexOf(code) === i);
}

describe('refusals in words', () => {
  it('exist for every code, each its own, so that a mixed-up one is noticed', () => {
    const used = codesUsed();
    expect(used.length).toBeGreaterThan(30);
    expect(used).toContain('clue_number');
    expect(used.filter((code) => !REFUSAL_CODES.includes(code))).toEqual([]);
    const sentences = REFUSAL_CODES.map((code) => refusalText({ code, detail: 'x' }));
    expect(new Set(sentences).size).toBe(REFUSAL_CODES.length);
  });

  it('are sentences', () => {
    for (const code of REFUSAL_CODES)
      for (const rejection of [{ code }, { code, detail: 'greenish' }]) {
        const text = refusalText(rejection);
        expect(text).toMatch(/^[A-Z“0-9].*[.?!]$/);
        expect(text).not.toMatch(/undefined|_/);
        expect(text.length).toBeLessThan(90);
      }
  });

  it('say what it is about', () => {
    expect(refusalText({ code: 'clue_color_name', detail: 'greenish' })).toBe(
      '“greenish” is a color name. Try a thing that has that color.',
    );
    expect(refusalText({ code: 'clue_too_many_words', detail: '1' })).toContain('One word');
    expect(refusalText({ code: 'clue_too_many_words', detail: '2' })).toContain('Two words');
  });

  it('never leave anybody without an answer', () => {
    expect(refusalText({ code: 'never_heard_of' })).toBe('That did not work.');
    expect(refusalText({ code: 'constructor' })).toBe('That did not work.');
  });
});
