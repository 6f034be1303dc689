import { expect, it } from 'vitest';
import { bots } from './bots.ts';

it('it is said what bots speak where that is not the language of the table (rule 11.6)', () => {
  const { speech } = bots();
  expect([speech('en'), speech('de')]).toEqual([null, null]);
  expect([speech('fr'), speech('ja')]).toEqual(['Bots speak English here.', 'Bots speak English here.']);
});
