import { PARTY_GAME } from '../games/index.ts';
import { tablesOf } from '../tables/tables-of.ts';
import type { Scenario } from './scenario.ts';

export const party: Scenario = {
  name: 'party',
  line: 'Tables of ten place at the same time; everybody must see how many have, and nobody where.',
  unit: PARTY_GAME.seats,
  players: 300,
  seconds: 30,
  headline: ['move seen', 'move answered'],
  open: (world) => tablesOf(world, PARTY_GAME),
};
