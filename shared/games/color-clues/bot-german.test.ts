import { describe, expect, it } from 'vitest';
import { messages as germanColors } from '../../../client/games/color-clues/messages/colors/de.ts';
import { BotGame, GERMAN_LEXICON, LEXICON } from '../../../scripts/bots/bot-game.ts';
import { seededRng } from '../../core/seeded-rng.ts';
import { CELLS, cellName, columnOf, distance, parseCell } from './board.ts';
import { GERMAN_SPEECH } from './bot-german.ts';
import { chanceOfFrame, densityOfClues } from './bot-guess.ts';
import { botLanguage } from './bot-language.ts';
import { averageMind, newMind } from './bot-mind.ts';
import { CELL_NAMES, familyOf } from './cell-names.ts';
import { isNameNear, isNameNearIn } from './cell-names-near.ts';
import type { Cell } from './types.ts';

const german = averageMind(GERMAN_LEXICON);
const guess = (...clues: string[]): Cell | null => {
  const density = densityOfClues(clues, german);
  return density ? density.indexOf(Math.max(...density)) : null;
};

it('speak German where it is spoken, and English everywhere else (rule 11.6)', () => {
  expect((['de', 'en', 'fr', 'ja', 'zh'] as const).map(botLanguage)).toEqual(['de', 'en', 'en', 'en', 'en']);
});

describe('guessing in German', () => {
  /** Clue, where most people look, and how far off a bot may be. */
  const KNOWN: readonly (readonly [string, string, number])[] = [
    ['Moos', 'J18', 2],
    ['Ziegelstein', 'L9', 2],
    ['Senf', 'F14', 2],
    ['Lavendel', 'E1', 2],
    ['Lachs', 'F8', 2],
    ['Banane', 'D15', 2],
    ['Aubergine', 'P3', 2],
    ['Rost', 'K10', 2],
    ['Mandarine', 'F11', 1],
    ['Feuerwehrauto', 'K9', 2],
    // Those of the German mail are yellow.
    ['Briefkasten', 'E14', 2],
    ['Schulbus', 'E13', 2],
    ['Mitternachtshimmel', 'P28', 2],
    ['Tomatensuppe', 'I9', 2],
    ['Tiefsee', 'O26', 3],
    ['Schwimmbad', 'E24', 3],
    ['Kaffee mit Milch', 'L12', 3],
    ['nasser Sand', 'I13', 3],
    ['Smaragd', 'J20', 3],
    ['Schokolade', 'O11', 2],
    ['Himmelblau', 'F26', 2],
    ['Schnee', 'A26', 4],
  ];
  it.each(KNOWN)('puts %s at %s or at most %d cells away', (clue, at, most) => {
    const cell = guess(clue)!;
    expect(distance(cell, parseCell(at)!), cellName(cell)).toBeLessThanOrEqual(most);
  });

  it.each([
    ['Tomaten', 'Tomate'],
    ['Bäume', 'Baum'],
    ['Erdbeeren', 'Erdbeere'],
    ['Loewenzahn', 'Löwenzahn'],
    ['Lowenzahn', 'Löwenzahn'],
    ['Strasse', 'Straße'],
    ['rostiger', 'Rost'],
    ['moosig', 'Moos'],
    ['lachsfarbenes', 'Lachs'],
    ['alte Tomate', 'alter Tomate'],
    ['dunkler Wald', 'dunkel Wald'],
    ['saure Gurke', 'sauer Gurke'],
    ['der Mond', 'Mond'],
    ['Schokolaade', 'Schokolade'],
    ['rotes', 'rot'],
  ])('reads %s as %s', (typed, meant) => {
    expect(guess(typed)).not.toBeNull();
    expect(guess(typed)).toBe(guess(meant));
  });

  it('takes compounds apart: the last part is what it is, the first what it is like', () => {
    expect(distance(guess('Feuerwehrhelm')!, guess('Feuerwehr')!)).toBeLessThanOrEqual(1);
    expect(distance(guess('Kirschmarmelade')!, guess('Kirsche')!)).toBeLessThanOrEqual(2);
    expect(guess('Nachtmeer')! - guess('Meer')!).toBeGreaterThan(60);
    expect(guess('Zzxqmarmelade')).toBeNull();
  });

  it('lets a second clue change the first', () => {
    const row = (cell: Cell | null) => Math.floor(cell! / 30);
    expect(row(guess('Moos', 'dunkler'))).toBeGreaterThan(row(guess('Moos')));
    expect(row(guess('Moos', 'dark'))).toBeGreaterThan(row(guess('Moos')));
    expect(row(guess('Moos', 'blasses'))).toBeLessThan(row(guess('Moos')));
    expect(['lime', 'green']).toContain(familyOf(guess('Apfel', 'Limette')!).name);
  });

  it('understands English, too, less surely and fewer words of it', () => {
    const surely = (clue: string, mind = german) =>
      chanceOfFrame(densityOfClues([clue], mind)!, guess(clue)!);
    expect(distance(guess('moss')!, guess('Moos')!)).toBeLessThanOrEqual(1);
    expect(surely('moss')).toBeLessThan(0.75 * surely('Moos'));
    const minds = Array.from({ length: 60 }, (_, seed) => newMind(GERMAN_LEXICON, seededRng(seed)));
    const known = (clue: string) => minds.filter((mind) => densityOfClues([clue], mind) !== null).length;
    expect(known('moss')).toBeLessThan(known('Moos'));
    expect(known('moss')).toBeGreaterThan(20);
    expect(densityOfClues(['Löwenzahn'], averageMind(LEXICON))).toBeNull();
  });
});

describe('giving in German', () => {
  const games = Array.from({ length: 12 }, (_, seed) =>
    new BotGame(seed, 3 + (seed % 4), {}, (rng) => newMind(GERMAN_LEXICON, rng)).play(),
  );
  const rounds = games.flatMap(({ state }) => state.history);

  it('never has a move refused', () => {
    expect(games.flatMap(({ refused }) => refused)).toEqual([]);
    expect(games.every(({ isOver }) => isOver)).toBe(true);
  });

  it('says German words as they are written, not those of the board', () => {
    const said = rounds.flatMap(({ clues }) => clues);
    expect(said.filter((clue) => !/^([a-zäöüß]+ )?[A-ZÄÖÜ][a-zäöüß]+$/.test(clue))).toEqual([]);
    expect(new Set(said).size).toBeGreaterThan(120);
    const shown = rounds.flatMap(({ clues, target }) =>
      target === null ? [] : clues.filter(isNameNearIn(GERMAN_LEXICON, target)),
    );
    expect(shown).toEqual([]);
  });

  it('bends a modifier as its thing asks for', () => {
    const pairs = new Set(GERMAN_LEXICON.pairs.flat());
    for (const pair of ['reife Mango', 'nasser Sand', 'dunkle Jeans', 'dunkles Leder'])
      expect([...pairs]).toContain(pair);
    expect([...pairs].filter((pair) => !/^\p{L}+(er|e|es) \p{Lu}/u.test(pair))).toEqual([]);
  });

  it('has at least three words for every cell, the first of which leads back', () => {
    expect(GERMAN_LEXICON.clues.every((words) => words.length >= 3)).toBe(true);
    const back = GERMAN_LEXICON.clues.filter((words, cell) => distance(guess(words[0]!)!, cell) <= 2);
    expect(back.length / CELLS).toBeGreaterThanOrEqual(0.85);
  });

  it('has words that nobody would look for across the edge of the board', () => {
    const across = GERMAN_LEXICON.clues.flatMap((words, cell) =>
      words.filter((word) => Math.abs(columnOf(guess(word)!) - columnOf(cell)) > 20),
    );
    expect(across).toEqual([]);
  });

  it('says no word of the German name that the board shows for a cell or one beside it', () => {
    const shown = CELL_NAMES.map((name) => germanColors.names[name]!);
    const said = shown.flatMap((_, cell) => {
      const { clues, pairs } = GERMAN_LEXICON;
      const isSaid = isNameNear(cell, shown, GERMAN_SPEECH.formsOf);
      return [...clues[cell]!, ...pairs[cell]!].filter(isSaid).map((clue) => `${cellName(cell)} ${clue}`);
    });
    expect(said).toEqual([]);
    expect(GERMAN_LEXICON.cellNames).toEqual(shown);
  });

  it.each([
    ['Moos', 'moosgrün', true],
    ['Moosbett', 'moosgrün', false],
    ['Ast', 'astgrün', false],
    ['dunkler Wald', 'dunkles Meergrün', true],
    ['heller Wald', 'dunkles Meergrün', false],
    ['Meeresbrise', 'meer', true],
    ['Preussen', 'preußischblau', true],
    ['Loewenzahn', 'löwenzahngelb', true],
  ])('%s beside %s: a word of the name is said: %s', (clue, name, isSaid) => {
    expect(isNameNear(0, [name], GERMAN_SPEECH.formsOf)(clue)).toBe(isSaid);
  });

  it('does not name the English word of a thing that the board shows beside it', () => {
    const lavender = CELL_NAMES.flatMap((name, cell) => (name.includes('lavender') ? [cell] : []));
    expect(lavender.flatMap((cell) => GERMAN_LEXICON.clues[cell]!)).not.toContain('Lavendel');
  });
});
