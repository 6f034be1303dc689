import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
/** Japanese has one form for any number. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt'];

/** Values for the parameters of a message, by the type that they have in the English one; the count for numbers. */
const SAMPLES: Readonly<Record<string, (count: number) => unknown>> = {
  number: (count) => count,
  string: () => 'Ana',
  'string | null': () => 'Ana',
  boolean: () => false,
  Who: () => ({ name: 'Ana', isMine: false }),
  'readonly string[]': () => ['Ana', 'Ben'],
  'readonly Who[]': () => [{ name: 'Ana', isMine: false }],
};
const PARAMETERS = /(?:^|\n)( *)(\w+): \(([^(){}]*)\)(?:: string)? =>/g;

/** Messages that have a number in them: where they stand in a part, and the types of their parameters. */
function counting(file: string) {
  const source = readFileSync(join(ROOT, file), 'utf8');
  return [...source.matchAll(PARAMETERS)].flatMap(([, indent = '', name = '', list = '']) => {
    const types = list.split(',').map((parameter) => parameter.split(/\??: /)[1]?.trim() ?? '');
    const isKnown = indent.length === 2 && types.every((type) => type in SAMPLES);
    return isKnown && types.includes('number') ? [{ name, types }] : [];
  });
}

/** Never about one: what a game, a rule or a limit is made of. */
const NEVER_ONE = new Set(
  `alone.ofPoints chat.tooLong chat.unanswered landing.players messages.wonAfter rules.full setup.roundsInAll setup.teamsHelp
  table.inTurns table.upToWords`.split(/\s+/),
);
/** What follows the number is no noun, or one after another number. */
const NO_NOUN = new Set(
  `alone.pointsOf chat.allConversationsUnread chat.onlineCount chat.roomLeft chat.toNewestUnread end.gainedWithClue
  met.more table.coopStanding table.forTheClue table.needs table.placeAfter table.readyOf tables.watching
  talk.chatUnread`.split(/\s+/),
);
/** Of those, where it does change. */
const CHANGES = new Set(
  `fr:alone.pointsOf fr:chat.allConversationsUnread pt:chat.allConversationsUnread fr:chat.toNewestUnread
  pt:chat.toNewestUnread fr:talk.chatUnread pt:talk.chatUnread en:table.placeAfter de:table.placeAfter`.split(
    /\s+/,
  ),
);
const isAlike = (message: string, language: string): boolean =>
  NEVER_ONE.has(message) || (NO_NOUN.has(message) && !CHANGES.has(`${language}:${message}`));

const parts = globSync('client/{i18n,games}/**/en.ts', { cwd: ROOT }).sort();
const cases = parts.flatMap((file) => LANGUAGES.map((language) => ({ file, language })));

describe('what counts has a form for one and another for many', () => {
  it('finds the messages that count', () => {
    expect(parts.flatMap(counting).length).toBeGreaterThan(60);
  });

  it.each(cases)('$file in $language', async ({ file, language }) => {
    const { messages } = await import(join(ROOT, dirname(file), `${language}.ts`));
    const part = basename(dirname(file));
    const wrong = counting(file).flatMap(({ name, types }) => {
      const [one, two] = [1, 2].map((count) =>
        String(messages[name](...types.map((type) => SAMPLES[type]!(count)))).replace(/[12]/g, '#'),
      );
      // Only a number before a word counts: not "round 3", "3 s", "3 of 5".
      const counts = /#[ \u00a0\u202f]\p{L}{4,}/u.test(one!);
      return counts && one === two && !isAlike(`${part}.${name}`, language)
        ? [`${part}.${name}: ${one}`]
        : [];
    });
    expect(wrong).toEqual([]);
  });
});
