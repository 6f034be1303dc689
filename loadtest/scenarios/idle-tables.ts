import { FIRST_GAME } from '../games/index.ts';
import { tablesOf } from '../tables/tables-of.ts';
import type { Scenario } from './scenario.ts';

export const idleTables: Scenario = {
  name: 'idle-tables',
  line: 'Tables are full and nobody does anything: what does a player cost who waits?',
  unit: FIRST_GAME.seats,
  players: 600,
  seconds: 30,
  headline: ['join'],
  emptySeconds: 5,
  open: (world) => tablesOf(world, FIRST_GAME, false),
};
