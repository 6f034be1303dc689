import { parseOptions } from '../../../../shared/games/color-clues/options.ts';
import { DEFAULT_OPTIONS, type GameView } from '../../../../shared/games/color-clues/types.ts';
import { text } from '../messages/table/index.ts';

/** A shape for each team, and its letter: told without color. */
const SHAPES = ['▲', '●', '■', '◆'] as const;
const LETTERS = ['A', 'B', 'C', 'D'] as const;

/** `▲`. */
export const teamMark = (team: number): string => SHAPES[team] ?? '';

/** `▲ Team A`. */
export const teamName = (team: number): string => text.team(teamMark(team), LETTERS[team] ?? '');

/** Whether teams play against one another. */
export const areTeams = ({ teams }: GameView): boolean => teams.length > 1;

/** The team of a seat, where teams play; else null. */
export const teamOf = (game: GameView, seat: number): number | null =>
  areTeams(game) ? (game.players.find((player) => player.seat === seat)?.team ?? null) : null;

/** The team that a seat will be of, by its place in the order of seats. Rule 16.1. */
export function seatNote(options: unknown, place: number): string {
  const { together, teams } = parseOptions(options) ?? DEFAULT_OPTIONS;
  return together === 'teams' ? teamName(place % teams) : '';
}

/** How it stands between those who play together: `▲ 12 ● 9`, `12 points, par 11`; empty where each plays alone. */
export function standing({ teams, par }: GameView): string {
  if (par !== null) return text.coopStanding(teams[0]?.score ?? 0, par);
  return teams.length === 0
    ? ''
    : teams.map(({ score }, team) => `${teamMark(team)}\u00a0${score}`).join(' ');
}
