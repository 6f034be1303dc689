import { largeAndSmall, lobbiesOf } from '../lobbies/lobbies-of.ts';
import type { Scenario } from './scenario.ts';

export const chat: Scenario = {
  name: 'chat',
  line: 'One large lobby and many small ones; everybody has an inbox open and reads along.',
  unit: 1,
  players: 200,
  seconds: 30,
  headline: ['message seen', 'message answered'],
  open: (world) => lobbiesOf(world, largeAndSmall(world.players), true),
};
