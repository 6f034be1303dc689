import { describe, expect, it } from 'vitest';
import { optionRows, readOptions } from '../../../store/options.ts';
import { readAids } from './aids.ts';
import { isClueChecked, options as optionsNow } from './options.ts';

const options = optionsNow();

describe('the options of Color Clues', () => {
  it('count turns', () => {
    const turns = (raw: unknown, players: number) =>
      optionRows(options, readOptions(options, raw), players).find(([term]) => term === 'Turns each')?.[1];
    expect([turns(null, 6), turns(null, 7), turns({ turns: 4 }, 7)]).toEqual(['2', '1', '4']);
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
