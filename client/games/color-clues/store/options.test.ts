import { describe, expect, it } from 'vitest';
import { optionRows, readOptions } from '../../../store/options.ts';
import { durationAt } from '../../../store/waiting.ts';
import { sample } from '../samples.ts';
import { readAids } from './aids.ts';
import { isClueChecked, options as optionsNow } from './options.ts';
import { colorCluesWords } from './words.ts';

const options = optionsNow();

describe('the options of Color Clues', () => {
  it('count turns', () => {
    const turns = (raw: unknown, players: number) =>
      optionRows(options, readOptions(options, raw), players).find(([term]) => term === 'Turns each')?.[1];
    expect([turns(null, 6), turns(null, 7), turns({ turns: 4 }, 7)]).toEqual(['2', '1', '4']);
  });

  it('say how long a game takes those who are here, and those who are missing', () => {
    const words = colorCluesWords();
    const { view } = sample('table-few');
    const at = (options: unknown, players: number, bots = 0) =>
      durationAt(words, {
        ...view,
        options,
        seats: Array.from({ length: players }, (_, i) => ({
          ...view.seats[0]!,
          kind: i < bots ? ('bot' as const) : ('human' as const),
        })),
      });
    expect(at(null, 10)).toBe('About 35 minutes with 10 people.');
    expect(at({ preset: 'party' }, 4, 3)).toBe('About 3 minutes with 1 person and 3 bots.');
    expect(at(null, 2, 1)).toMatch(/ with 2 people and 1 bot\.$/);
    expect(durationAt({ ...words, duration: undefined } as never, view)).toBeNull();
  });

  it('say whether clues are checked', () => {
    expect([isClueChecked(null), isClueChecked({ clueCheck: 'off' })]).toEqual([true, false]);
  });
});

describe('the aids for telling colors apart', () => {
  it('survive anything in storage', () => {
    expect(readAids({ names: 3, familyBands: 'x' })).toEqual({
      names: true,
      familyBands: false,
      familyTexture: false,
    });
    expect(readAids({ names: false, familyTexture: true })).toMatchObject({
      names: false,
      familyTexture: true,
    });
  });
});
