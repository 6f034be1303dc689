import { FIRST_GAME } from '../games/index.ts';
import { tablesOf } from '../tables/tables-of.ts';
import type { Scenario } from './scenario.ts';

export const game: Scenario = {
  name: 'game',
  line: 'Tables of six play whole legal games; everybody must see every move.',
  unit: FIRST_GAME.seats,
  players: 300,
  seconds: 30,
  headline: ['move seen', 'move answered'],
  open: (world) => tablesOf(world, FIRST_GAME),
};
