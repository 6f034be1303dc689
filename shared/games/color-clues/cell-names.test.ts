import { expect, it } from 'vitest';
import { isRude } from '../../../scripts/colors/names.ts';
import { CELLS, COLUMNS, parseCell } from './board.ts';
import { CELL_NAMES, FAMILIES, familyOf } from './cell-names.ts';

it('every cell has a short, friendly name', () => {
  expect(CELL_NAMES).toHaveLength(CELLS);
  expect(CELL_NAMES.filter((name) => !/^[a-z]+( [a-z]+){0,2}$/.test(name) || name.length > 22)).toEqual([]);
  expect(CELL_NAMES.filter(isRude)).toEqual([]);
  expect(new Set(CELL_NAMES).size).toBeGreaterThan(250);
});

it('the spelling is American', () => {
  expect(CELL_NAMES.filter((name) => /grey|lavendar|fuschia/.test(name))).toEqual([]);
});

it('the families cover all columns, each once, in order', () => {
  const columns = FAMILIES.flatMap(({ from, to }) =>
    Array.from({ length: to - from + 1 }, (_, i) => from + i),
  );
  expect(columns).toEqual(Array.from({ length: COLUMNS }, (_, column) => column));
  expect(new Set(FAMILIES.map(({ name }) => name)).size).toBe(FAMILIES.length);
});

it.each([
  ['A1', 'purple'],
  ['P30', 'indigo'],
  ['K18', 'green'],
  ['F11', 'orange'],
  ['E15', 'yellow'],
  ['J27', 'blue'],
])('%s is %s', (name, family) => {
  expect(familyOf(parseCell(name)!).name).toBe(family);
});
