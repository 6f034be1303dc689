import type { SeatId } from '../../core/ids.ts';
import { distance } from './board.ts';
import { parFor, teamsIn } from './presets.ts';
import type { GameState, Player, Round } from './state.ts';
import type { Cell, Gain, GameOptions, Marker } from './types.ts';

/** A giver gets no more than this in one round. */
export const GIVER_CAP = 9;

type Scoring = GameOptions['scoring'];

/** Points of a marker on the target; each step away brings one less. */
export const HIGHEST: Readonly<Record<Scoring, 3 | 4>> = { normal: 3, wide: 4 };

/** Points of one marker so many steps away: 3, 2, 1; with wide scoring 4, 3, 2, 1. Rules 4.1 and 14.2. */
export const markerPoints = (steps: number, scoring: Scoring = 'normal'): number =>
  Math.max(0, HIGHEST[scoring] - steps);

/** So near a marker must be for its giver in Classic, in steps: the frame of 3 × 3, with wide scoring of 5 × 5. */
export const giverReach = (scoring: Scoring): 1 | 2 => (scoring === 'wide' ? 2 : 1);

/** Points of the giver: `factor` for each marker within reach (2 with three players), at most nine. */
export function giverPoints(
  markers: readonly Marker[],
  target: Cell,
  factor: 1 | 2,
  scoring: Scoring = 'normal',
): number {
  const inFrame = markers.filter(({ cell }) => distance(cell, target) <= giverReach(scoring)).length;
  return Math.min(GIVER_CAP, inFrame * factor);
}

/** What those who placed these markers got on the average, rounded (halves up); 0 without any. However many, it is no more. */
export function averagePoints(markers: readonly Marker[], target: Cell, scoring: Scoring = 'normal'): number {
  const placers = new Set(markers.map(({ seat }) => seat)).size;
  const points = markers.reduce((sum, { cell }) => sum + markerPoints(distance(cell, target), scoring), 0);
  return placers === 0 ? 0 : Math.round(points / placers);
}

/** A round as it is scored. */
type Scored = Pick<Round, 'giver' | 'giverFactor' | 'isCondemned' | 'markers'>;
/** A seat that is still there, and its team. */
type Scorer = Pick<Player, 'seat' | 'team'>;

/** What a round brings to everybody who is still there, and to each team. */
export interface RoundScore {
  readonly gains: Gain[];
  /** None where each plays alone, one in co-op. */
  readonly teamGains: number[];
}

/**
 * Scores a round. Both markers of a guesser count. A team gets what its members who placed got on the average, and what its
 * giver got.
 */
export function scoreRound(
  round: Scored,
  players: readonly Scorer[],
  target: Cell,
  options: GameOptions,
): RoundScore {
  const forGiver = round.isCondemned ? 0 : giverShare(round, players, target, options);
  const gains = players.map(({ seat }): Gain => {
    if (seat === round.giver) return { seat, points: forGiver };
    const own = round.markers.filter((marker) => marker.seat === seat);
    const points = own.map(({ cell }) => markerPoints(distance(cell, target), options.scoring));
    return { seat, points: points.reduce((sum, each) => sum + each, 0) };
  });
  const teamGains = Array.from({ length: teamsIn(options) }, (_, team) => {
    const placed = averagePoints(markersOf(round, players, team), target, options.scoring);
    return placed + (teamOf(players, round.giver) === team ? forGiver : 0);
  });
  return { gains, teamGains };
}

function giverShare(round: Scored, players: readonly Scorer[], target: Cell, options: GameOptions): number {
  const { markers, giver, giverFactor } = round;
  const { together, preset, scoring } = options;
  if (together === 'coop') return 0;
  if (together === 'teams')
    return averagePoints(markersOf(round, players, teamOf(players, giver)), target, scoring);
  return preset === 'party'
    ? averagePoints(markers, target, scoring)
    : giverPoints(markers, target, giverFactor, scoring);
}

const teamOf = (players: readonly Scorer[], seat: SeatId): number | null =>
  players.find((player) => player.seat === seat)?.team ?? null;

/** The markers of those who are of a team. */
function markersOf({ markers }: Scored, players: readonly Scorer[], team: number | null): readonly Marker[] {
  return markers.filter(({ seat }) => team !== null && teamOf(players, seat) === team);
}

/** A player with the markers of a round added to the sums that order equal scores. */
export function addMarkers(player: Player, markers: readonly Marker[], target: Cell): Player {
  const distances = markers
    .filter((marker) => marker.seat === player.seat)
    .map(({ cell }) => distance(cell, target));
  return {
    ...player,
    exactHits: player.exactHits + distances.filter((cells) => cells === 0).length,
    inFrame: player.inFrame + distances.filter((cells) => cells <= 1).length,
    distanceSum: player.distanceSum + distances.reduce((sum, cells) => sum + cells, 0),
    markers: player.markers + distances.length,
  };
}

const meanDistance = (player: Player): number =>
  player.markers === 0 ? Number.POSITIVE_INFINITY : player.distanceSum / player.markers;

/** A line of the final ranking. */
export interface Ranked {
  readonly seat: SeatId;
  readonly place: number;
  readonly points: number;
}

/** The final ranking, best first: of players, or where there are teams by team, whose members share its place and points. */
export function rank({
  players,
  teamScores,
  options,
  rounds,
}: Pick<GameState, 'players' | 'teamScores' | 'options' | 'rounds'>): Ranked[] {
  const alone = rankAlone(players);
  if (teamScores.length === 0) return alone;
  const places = teamPlaces(teamScores, parFor(options, rounds));
  const byTeam = players.map(({ seat, team }): Ranked => {
    const own = team ?? 0;
    return { seat, place: places[own] ?? 1, points: teamScores[own] ?? 0 };
  });
  const shown = new Map(alone.map(({ seat }, index) => [seat, index]));
  const team = new Map(players.map((player) => [player.seat, player.team ?? 0]));
  return byTeam.sort(
    (a, b) =>
      a.place - b.place || team.get(a.seat)! - team.get(b.seat)! || shown.get(a.seat)! - shown.get(b.seat)!,
  );
}

/** The place of each team. In co-op it is the first when par is reached, else the second. */
export const teamPlaces = (scores: readonly number[], par: number | null): readonly number[] =>
  scores.map((score) =>
    par === null ? 1 + scores.filter((other) => other > score).length : score >= par ? 1 : 2,
  );

/**
 * Equal scores share a place; among them exact hits, then markers in the frame, then the smaller mean distance decide who
 * is shown first.
 */
function rankAlone(players: readonly Player[]): Ranked[] {
  return [...players]
    .sort(
      (a, b) =>
        b.score - a.score ||
        b.exactHits - a.exactHits ||
        b.inFrame - a.inFrame ||
        (meanDistance(a) === meanDistance(b) ? 0 : meanDistance(a) - meanDistance(b)),
    )
    .map(({ seat, score }) => ({
      seat,
      place: 1 + players.filter((other) => other.score > score).length,
      points: score,
    }));
}
