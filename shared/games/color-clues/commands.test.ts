import { describe, expect, it } from 'vitest';
import { gameCommandSchema, gameOptionsSchema } from './commands.ts';
import { parseOptions } from './options.ts';
import { roundsFor } from './presets.ts';
import { DEFAULT_OPTIONS } from './types.ts';

const isCommand = (value: unknown) => gameCommandSchema.safeParse(value).success;

describe('commands as they come from outside', () => {
  it.each([
    { type: 'giveClue', cell: 0, text: 'moss' },
    { type: 'giveClue', cell: 479, text: '' },
    { type: 'giveSecondClue', text: 'x'.repeat(100) },
    { type: 'skipSecondClue' },
    { type: 'placeMarker', cell: 250 },
    { type: 'challengeClue' },
    { type: 'ready' },
  ])('are read: %j', (command) => {
    expect(gameCommandSchema.parse(command)).toEqual(command);
  });

  it.each([
    null,
    'ready',
    {},
    { type: 'timeUp' },
    { type: 'skip', by: 1 },
    { type: 'reorder', order: [1] },
    { type: 'seatLeft', seat: 1 },
    { type: 'ready', seat: 2 },
    { type: 'placeMarker' },
    { type: 'placeMarker', cell: -1 },
    { type: 'placeMarker', cell: 480 },
    { type: 'placeMarker', cell: 1.5 },
    { type: 'placeMarker', cell: '7' },
    { type: 'placeMarker', cell: Number.NaN },
    { type: 'giveClue', cell: 7 },
    { type: 'giveClue', cell: 7, text: 'x'.repeat(101) },
    { type: 'giveSecondClue', text: 7 },
  ])('are refused: %j', (command) => {
    expect(isCommand(command)).toBe(false);
  });
});

describe('options', () => {
  it('are read as a whole at the edge', () => {
    expect(gameOptionsSchema.parse(DEFAULT_OPTIONS)).toEqual(DEFAULT_OPTIONS);
    for (const bad of [
      {},
      { ...DEFAULT_OPTIONS, turns: 6 },
      { ...DEFAULT_OPTIONS, timers: 'fast' },
      { ...DEFAULT_OPTIONS, x: 1 },
      { ...DEFAULT_OPTIONS, preset: 'solo' },
      { ...DEFAULT_OPTIONS, clues: 3 },
    ])
      expect(gameOptionsSchema.safeParse(bad).success).toBe(false);
  });

  it('have a default each, so that older tables keep working', () => {
    expect(parseOptions(null)).toEqual(DEFAULT_OPTIONS);
    const { preset: _, clues: __, ...before } = DEFAULT_OPTIONS;
    expect([parseOptions(before), gameOptionsSchema.parse(before)]).toEqual([
      DEFAULT_OPTIONS,
      DEFAULT_OPTIONS,
    ]);
    expect(parseOptions({ turns: 3 })).toEqual({ ...DEFAULT_OPTIONS, turns: 3 });
  });

  it.each(['x', 7, { turns: 0 }, { turns: '2' }, { timers: 'fast' }, { clueCheck: null }])(
    'that make no sense are noticed: %j',
    (options) => {
      expect(parseOptions(options)).toBeNull();
    },
  );

  it.each([
    ['auto', 3, 2],
    ['auto', 6, 2],
    ['auto', 7, 1],
    ['auto', 10, 1],
    [5, 10, 5],
    [1, 3, 1],
  ] as const)('1.1 Length: %s turns with %i players are %i', (turns, players, each) => {
    expect(roundsFor({ ...DEFAULT_OPTIONS, turns }, players)).toBe(each * players);
  });
});
