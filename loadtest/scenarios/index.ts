import { chat } from './chat.ts';
import { game } from './game.ts';
import { idle } from './idle.ts';
import { idleTables } from './idle-tables.ts';
import { joinStorm } from './join-storm.ts';
import { lobby, lobbyBare } from './lobby.ts';
import { findLimit, mixed, soak } from './mixed.ts';
import { party } from './party.ts';
import { reconnectStorm } from './reconnect-storm.ts';
import type { Scenario } from './scenario.ts';
import { secondGame } from './second-game.ts';
import { spectators } from './spectators.ts';

/** Every scenario, in the order of `--list`; the first is played when none is named. */
export const SCENARIOS: readonly Scenario[] = [
  mixed,
  game,
  party,
  secondGame,
  chat,
  lobby,
  lobbyBare,
  spectators,
  joinStorm,
  reconnectStorm,
  idle,
  idleTables,
  soak,
  findLimit,
];
