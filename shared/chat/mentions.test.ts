import { describe, expect, it } from 'vitest';
import { playerId } from '../core/ids.ts';
import { completionsFor, mentionsIn } from './mentions.ts';

const PEOPLE = [
  ['p1', 'Ana'],
  ['p2', 'Ana Bo'],
  ['p3', 'ANA'],
  ['p4', 'Zoë'],
  ['p5', 'Bo Ana'],
  ['p6', ''],
  ['p7', 'Zed Zedson'],
].map(([id = '', name = '']) => ({ id: playerId(id), name }));

describe('people mentioned in a text', () => {
  it.each([
    ['hello @zoë', ['p4']],
    ['@Ana Bo!', ['p2']],
    ['@ana', ['p1', 'p3']],
    ['@ana @Zoë @ana', ['p1', 'p3', 'p4']],
    ['**@Zoë** ||@Bo Ana||\n> @ana bo', ['p2', 'p4', 'p5']],
    ['@anatol, ana, me@ana, @', []],
    ['`@ana` and ```@zoë```', []],
    ['https://example.org/@ana', []],
  ])('%j: %j', (text, ids) => {
    expect(mentionsIn(text, PEOPLE)).toEqual(ids);
  });
});

describe('completions', () => {
  const names = (prefix: string, limit?: number) =>
    completionsFor(prefix, PEOPLE, limit).map(({ name }) => name);

  it('are names that begin so, then those with a word that does', () => {
    expect(names('an')).toEqual(['Ana', 'Ana Bo', 'ANA', 'Bo Ana']);
    expect(names('BO')).toEqual(['Bo Ana', 'Ana Bo']);
    expect(names('x')).toEqual([]);
    expect(names('zed')).toEqual(['Zed Zedson']);
  });

  it('are few', () => {
    expect(names('an', 2)).toEqual(['Ana', 'Ana Bo']);
  });

  it('of nothing are the first people', () => {
    expect(names('', 2)).toEqual(['Ana', 'Ana Bo']);
  });
});
