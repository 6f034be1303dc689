import type { SeatId } from '../../../../shared/core/ids.ts';
import { HIGHEST } from '../../../../shared/games/color-clues/scoring.ts';
import type { Cell, GameView, PlayerView } from '../../../../shared/games/color-clues/types.ts';
import { type Face, faceOf, type MySeat } from '../../../store/faces.ts';
import type { Played, PlayerLine, ShowBeat, ShowPlan } from '../../game.ts';
import { type RevealTimes, revealTimes } from '../board/reveal.ts';
import { pointsAt, stepsBetween } from './cells.ts';
import type { View } from './view.ts';

/** A marker that is judged at the reveal. */
export interface Judged {
  readonly seat: SeatId;
  readonly cell: Cell;
  readonly points: number;
}

/** The markers of a revealed round, in the order in which the board has them. */
export const judgedMarkers = ({ players, scoring }: GameView, target: Cell): readonly Judged[] =>
  players.flatMap(({ seat, markers }) =>
    markers.flatMap((cell) =>
      cell === null ? [] : [{ seat, cell, points: pointsAt(cell, target, scoring) }],
    ),
  );

/** Markers and times of a round that is being revealed; null at any other time. */
function revealed(
  game: GameView,
): { readonly markers: readonly Judged[]; readonly times: RevealTimes } | null {
  if (game.stage !== 'reveal' || game.target === null) return null;
  const markers = judgedMarkers(game, game.target);
  const highest = HIGHEST[game.scoring];
  return {
    markers,
    times: revealTimes(
      markers.map(({ points }) => points),
      highest,
    ),
  };
}

/** How high one to four points sound, and the giver's share, in semitones. */
const HIGHER = [0, 0, 4, 7, 9] as const;
const SHARE_HIGHER = 12;
const POINT_BUZZ = [35] as const;
const HIT_BUZZ = [40, 60, 40, 60, 120] as const;

/** The reveal: one sound and, for one's own, a short buzz for each marker that gets points; the giver's share at last. */
export function show({ game, gameNumber }: Played<GameView>, me: MySeat): ShowPlan | null {
  const round = revealed(game);
  if (!round) return null;
  const { markers, times } = round;
  const share = game.players.find(({ seat }) => seat === game.giver)?.gain ?? 0;
  const beats: ShowBeat[] = markers.flatMap(({ seat, points }, index) =>
    points === 0
      ? []
      : {
          atMs: times.judged[index] ?? 0,
          tone: 'point' as const,
          higher: HIGHER[points] ?? 0,
          ...(seat === me ? { buzzMs: points === HIGHEST[game.scoring] ? HIT_BUZZ : POINT_BUZZ } : {}),
        },
  );
  if (share > 0)
    beats.push({
      atMs: times.share,
      tone: 'point',
      higher: SHARE_HIGHER,
      ...(game.giver === me ? { buzzMs: POINT_BUZZ } : {}),
    });
  beats.sort((a, b) => a.atMs - b.atMs);
  return { key: `${gameNumber}:${game.round}`, beats, endMs: times.end };
}

/** How the points of a seat come together at the reveal. */
export function countsOf(game: GameView, seat: SeatId, gain: number | null): PlayerLine['counts'] {
  const round = revealed(game);
  if (!round || gain === null) return [];
  if (seat === game.giver) return [{ atMs: round.times.share, points: gain }];
  return round.markers.flatMap((marker, index) =>
    marker.seat === seat ? [{ atMs: round.times.judged[index] ?? 0, points: marker.points }] : [],
  );
}

/** What a round brought somebody. */
export interface Brought {
  readonly seat: SeatId;
  readonly who: Face;
  readonly points: number;
  readonly isGiver: boolean;
}

/** Everybody with what the round brought them: who was farthest away first, the giver last. */
export function judgedList(view: View, me: MySeat, target: Cell): readonly Brought[] {
  const { game } = view;
  if (!game) return [];
  const stepsOf = ({ markers }: PlayerView): number =>
    Math.min(...markers.filter((cell) => cell !== null).map((cell) => stepsBetween(cell, target)));
  const guessers = game.players
    .filter(({ seat, markers }) => seat !== game.giver && markers.some((cell) => cell !== null))
    .sort((a, b) => (a.gain ?? 0) - (b.gain ?? 0) || stepsOf(b) - stepsOf(a));
  const giver = game.players.filter(({ seat }) => seat === game.giver);
  return [...guessers, ...giver].map(({ seat, gain }) => ({
    seat,
    who: faceOf(view, seat, me),
    points: gain ?? 0,
    isGiver: seat === game.giver,
  }));
}
