import { SECOND_GAME } from '../games/index.ts';
import { tablesOf } from '../tables/tables-of.ts';
import type { Scenario } from './scenario.ts';

export const secondGame: Scenario = {
  name: 'second-game',
  line: 'Tables of two play whole games of other rules, in which everybody sees everything.',
  unit: SECOND_GAME.seats,
  players: 300,
  seconds: 30,
  headline: ['move seen', 'move answered'],
  open: (world) => tablesOf(world, SECOND_GAME),
};
