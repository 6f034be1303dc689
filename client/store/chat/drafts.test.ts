import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DRAFT_MS, keepDraft, readDraft } from './drafts.ts';

let kept: Map<string, string>;

beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('localStorage', {
    get length() {
      return kept.size;
    },
    key: (i: number) => [...kept.keys()][i] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('a draft', () => {
  it('is kept per person and conversation until it is sent or cleared', () => {
    keepDraft('ana', 'lobby-a', 'half a thought');
    expect(readDraft('ana', 'lobby-a')).toBe('half a thought');
    expect([readDraft('ana', 'lobby-b'), readDraft('ben', 'lobby-a')]).toEqual(['', '']);
    keepDraft('ana', 'lobby-a', '');
    expect([readDraft('ana', 'lobby-a'), kept.size]).toEqual(['', 0]);
  });

  it('is forgotten when nobody touched it for long', () => {
    keepDraft('ana', 'lobby-a', 'old', 1_000);
    expect(readDraft('ana', 'lobby-a', 1_000 + DRAFT_MS - 1)).toBe('old');
    expect(readDraft('ana', 'lobby-a', 1_000 + DRAFT_MS)).toBe('');
    keepDraft('ana', 'lobby-b', 'new', 1_000 + DRAFT_MS);
    expect(kept.size).toBe(1);
  });

  it('is one of fifty at the most, the oldest go', () => {
    kept.set('color-clues:preferences', '{}');
    for (let i = 0; i < 60; i++) keepDraft('ana', `lobby-${i}`, 'x', 1_000 + i);
    expect([readDraft('ana', 'lobby-9', 2_000), readDraft('ana', 'lobby-10', 2_000)]).toEqual(['', 'x']);
    expect(kept.size).toBe(51);
  });

  it('that something else wrote over is none, and nothing fails without a store', () => {
    for (const junk of ['7', 'null', '{"text":1}']) {
      kept.set('color-clues:draft:ana:lobby-a', junk);
      expect(readDraft('ana', 'lobby-a')).toBe('');
    }
    vi.stubGlobal('localStorage', undefined);
    keepDraft('ana', 'lobby-a', 'x');
    expect(readDraft('ana', 'lobby-a')).toBe('');
  });
});
