import type { SeatId } from '../../core/ids.ts';
import { teamsIn } from './presets.ts';
import type { GameState, Player } from './state.ts';
import type { GameOptions } from './types.ts';

/** The team of each seat, dealt in turn by the order in which they sit; null where each plays alone. Rule 16.1. */
export function dealTeams(
  seats: readonly SeatId[],
  options: GameOptions,
): ReadonlyMap<SeatId, number> | null {
  const teams = teamsIn(options);
  return teams === 0 ? null : new Map(seats.map((seat, place) => [seat, place % teams]));
}

/** Those of a team, in playing order. */
const membersOf = ({ players }: GameState, team: number): readonly Player[] =>
  players.filter((player) => player.team === team);

/** Where a newcomer belongs: the team with the fewest, the first of equal ones; null where each plays alone. Rule 16.6. */
export function teamForNewcomer(state: GameState): number | null {
  const sizes = state.teamScores.map((_, team) => membersOf(state, team).length);
  return sizes.length === 0 ? null : sizes.indexOf(Math.min(...sizes));
}

/** The team whose turn to give comes next. */
export const nextTeam = ({ turnTeam, teamScores }: GameState): number => (turnTeam + 1) % teamScores.length;

/**
 * Who gives for a team: of those who are there whoever gave longest ago, or never, so that its members take turns.
 * Rule 16.2. Null when nobody of it is there.
 */
export function giverFor(
  state: GameState,
  team: number,
  isThere: (player: Player) => boolean,
): Player | null {
  let chosen: { readonly player: Player; readonly last: number } | null = null;
  for (const player of membersOf(state, team)) {
    if (!isThere(player)) continue;
    const last = state.history.findLastIndex(({ giver }) => giver === player.seat);
    if (chosen === null || last < chosen.last) chosen = { player, last };
  }
  return chosen?.player ?? null;
}
