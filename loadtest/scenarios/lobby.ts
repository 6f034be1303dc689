import { lobbiesOf } from '../lobbies/lobbies-of.ts';
import type { Scenario, World } from './scenario.ts';

/** Everybody is in the same lobby and writes in their turn. */
const oneLobby = (world: World, wantsInbox: boolean) =>
  lobbiesOf(world, () => ({ name: 'one', people: world.players }), true, wantsInbox);

const LOBBY = {
  unit: 1,
  players: 500,
  seconds: 30,
  headline: ['message seen', 'message answered'],
} as const;

export const lobby: Scenario = {
  ...LOBBY,
  name: 'lobby',
  line: 'Everybody talks in one lobby, twenty messages a second, with an inbox open.',
  open: (world) => oneLobby(world, true),
};

export const lobbyBare: Scenario = {
  ...LOBBY,
  name: 'lobby-bare',
  line: 'The same without inboxes, and nobody tells how far they read: what does the lobby alone cost?',
  open: (world) => oneLobby(world, false),
};
