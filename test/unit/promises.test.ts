import { describe, expect, it } from 'vitest';
import { read, tracked } from './repository.ts';

/** Each promise of the README by its first words, with titles of tests that would fail if it were broken. */
const PROOFS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'The whole Classic game': {
    'test/e2e/game.test.ts': ['play a whole game through the interface', 'presses "Play now"'],
    'shared/games/color-clues/rules.prop.test.ts': ['meet every stage, every refusal and every fact'],
  },
  'For every hand and eye': {
    'test/e2e/pages.test.ts': [
      'follows the keyboard: arrows, Home, End, pages, and a typed cell',
      'is a grid of 480 named cells',
      'in a waiting room, and in a game',
    ],
  },
  'Chat lobbies': {
    'test/e2e/chat.test.ts': ['is created from the directory, shared by its address'],
    'test/e2e/chat-private.test.ts': ['asks with words that are not shown yet', 'is counted in every tab'],
    'test/e2e/chat-moderation.test.ts': ['removes a message, of which only its place is left'],
    'test/e2e/chat-table.test.ts': ['keeps apart what giver and guessers write until the reveal'],
  },
  'Nothing said is lost': {
    'test/e2e/chat.test.ts': ['messages wait, and are sent in order and once when there is one again'],
    'test/processes/chaos.test.ts': ['loses, doubles and reorders nothing'],
  },
  'Nothing to peek at': {
    'test/sync/sync.test.ts': ['changes no byte, no number and no order of the frames'],
    'test/net/deck.test.ts': ['can be checked by everybody when the table is closed'],
  },
  'Hard to break': {
    'test/net/guard-crash.test.ts': ['survives thousands of them'],
    'test/net/guard-floods.test.ts': ['a flood of messages', 'a reader who does not read'],
  },
  Light: {
    'test/e2e/pages.test.ts': ['of the landing page is at most 25 KB', 'of a game is at most'],
  },
};

const section = read('README.md').split('## What is in it\n')[1]?.split('\n## ')[0] ?? '';

describe('the promises of the README', () => {
  it('each have a proof', () => {
    const promises = [...section.matchAll(/^- \*\*([^*]+)\*\*/gm)].map(([, words]) => words);
    expect(promises.length).toBeGreaterThan(5);
    expect(Object.keys(PROOFS)).toEqual(promises);
  });

  it('are proven by tests that are there', () => {
    const proofs = Object.values(PROOFS).flatMap((files) =>
      Object.entries(files).flatMap(([file, titles]) => titles.map((title) => ({ file, title }))),
    );
    const isThere = ({ file, title }: (typeof proofs)[number]) =>
      tracked.includes(file) && read(file).includes(title);
    expect(proofs.filter((proof) => !isThere(proof))).toEqual([]);
  });
});
