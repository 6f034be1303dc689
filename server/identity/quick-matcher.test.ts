import { englishDataset, englishRecommendedTransformers, type ParsedPattern, RegExpMatcher } from 'obscenity';
import { expect, it, vi } from 'vitest';
import { QuickMatcher } from './quick-matcher.ts';

const options = { ...englishDataset.build(), ...englishRecommendedTransformers };
const slow = new RegExpMatcher(options);
const quick = new QuickMatcher(options);

type Node = ParsedPattern['nodes'][number];

/** A text that a pattern is for, with or without what may be left out. */
const sampleOf = (nodes: readonly Node[], isWhole: boolean): string =>
  nodes
    .map((node): string => {
      if ('chars' in node) return String.fromCodePoint(...node.chars);
      if ('childNode' in node) return isWhole ? sampleOf([node.childNode], isWhole) : '';
      return 'x';
    })
    .join('');

const samples = options.blacklistedTerms.flatMap(({ pattern }) =>
  [true, false].map((isWhole) => sampleOf(pattern.nodes, isWhole)),
);
const around = (word: string): string[] => [
  word,
  word.toUpperCase(),
  `what a ${word}, and it goes on`,
  `x${word}x`,
  [...word].join(' '),
  word.replaceAll('i', '1').replaceAll('o', '0'),
  [...word].map((letter) => letter.repeat(3)).join(''),
];

it('says of every text what the library says', () => {
  const found = { rude: 0, fine: 0 };
  for (const text of [...samples, ...(options.whitelistedTerms ?? [])].flatMap(around)) {
    const isRude = slow.hasMatch(text);
    found[isRude ? 'rude' : 'fine']++;
    expect(quick.hasMatch(text), text).toBe(isRude);
  }
  expect(Math.min(found.rude, found.fine)).toBeGreaterThan(200);
});

it('does not ask the library about a text in which there is nothing', () => {
  const asked = vi.spyOn(RegExpMatcher.prototype, 'hasMatch');
  expect(
    ['moss', 'what somebody wrote about a color that has no name yet'].some((text) => quick.hasMatch(text)),
  ).toBe(false);
  expect(asked).not.toHaveBeenCalled();
  asked.mockRestore();
});
