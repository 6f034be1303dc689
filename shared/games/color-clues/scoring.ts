import type { SeatId } from '../../core/ids.ts';
import { distance } from './board.ts';
import type { Player, Round } from './state.ts';
import type { Cell, Gain, Marker, PresetName } from './types.ts';

/** A giver gets no more than this in one round. */
export const GIVER_CAP = 9;

/** Points of one marker: 3 on the target, 2 in the frame of 3 × 3, 1 in the frame of 5 × 5. SPEC: scoring. */
export const markerPoints = (cells: number): 0 | 1 | 2 | 3 =>
  cells === 0 ? 3 : cells === 1 ? 2 : cells === 2 ? 1 : 0;

/** Points of the giver: `factor` for each marker in the frame of 3 × 3 (2 with three players), at most nine. */
export function giverPoints(markers: readonly Marker[], target: Cell, factor: 1 | 2): number {
  const inFrame = markers.filter(({ cell }) => distance(cell, target) <= 1).length;
  return Math.min(GIVER_CAP, inFrame * factor);
}

/** Points of the giver in Party: as many as who placed got on the average, rounded. However many play, it is no more. */
export function partyGiverPoints(markers: readonly Marker[], target: Cell): number {
  const placers = new Set(markers.map(({ seat }) => seat)).size;
  const points = markers.reduce((sum, { cell }) => sum + markerPoints(distance(cell, target)), 0);
  return placers === 0 ? 0 : Math.round(points / placers);
}

/** What a round brings to everybody who is still there. Both markers of a guesser count. */
export function scoreRound(
  round: Pick<Round, 'giver' | 'giverFactor' | 'isCondemned' | 'markers'>,
  order: readonly SeatId[],
  target: Cell,
  preset: PresetName,
): Gain[] {
  const forGiver =
    preset === 'party'
      ? partyGiverPoints(round.markers, target)
      : giverPoints(round.markers, target, round.giverFactor);
  return order.map((seat) => {
    if (seat === round.giver) return { seat, points: round.isCondemned ? 0 : forGiver };
    const own = round.markers.filter((marker) => marker.seat === seat);
    return { seat, points: own.reduce((sum, { cell }) => sum + markerPoints(distance(cell, target)), 0) };
  });
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

/**
 * The final ranking, best first. Equal scores share a place; among them exact hits, then markers in the frame, then
 * the smaller mean distance decide who is shown first.
 */
export function rank(players: readonly Player[]): { seat: SeatId; place: number; points: number }[] {
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
