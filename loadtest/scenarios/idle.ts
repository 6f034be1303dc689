import { lobbiesOf } from '../lobbies/lobbies-of.ts';
import type { Scenario } from './scenario.ts';

/** People of one lobby in which nobody says anything. */
const PEOPLE = 100;

export const idle: Scenario = {
  name: 'idle',
  line: 'People sit in lobbies with an inbox open and do nothing: what does a connection cost?',
  unit: 1,
  players: 500,
  seconds: 30,
  headline: ['join'],
  emptySeconds: 5,
  open: (world) =>
    lobbiesOf(world, (index) => ({ name: `i${Math.floor(index / PEOPLE)}`, people: PEOPLE }), false),
};
