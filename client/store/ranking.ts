import type { SeatId } from '../../shared/core/ids.ts';
import type { GameView } from '../../shared/games/color-clues/types.ts';
import { describeCell, labelOf } from './cells.ts';
import { type Face, faceOf, listOf, type MySeat, type View } from './faces.ts';

/** A line of the final ranking. */
export interface RankRow {
  readonly face: Face;
  readonly place: number;
  readonly isShared: boolean;
  readonly score: number;
  readonly best: string;
}

/** Everybody by place; equal scores share one. */
export function ranking(view: View, me: MySeat): readonly RankRow[] {
  const { game } = view;
  if (!game) return [];
  const placed = game.players.map((player) => ({
    player,
    place: player.place ?? 1 + game.players.filter((other) => other.score > player.score).length,
  }));
  return placed
    .sort((a, b) => a.place - b.place || b.player.score - a.player.score)
    .map(({ player, place }) => ({
      face: faceOf(view, player.seat, me),
      place,
      isShared: placed.filter((other) => other.place === place).length > 1,
      score: player.score,
      best: bestMoment(game, player.seat),
    }));
}

/** The round that brought a seat the most: `+5 on “moss”, round 3`; without points, the clue one remembers. */
function bestMoment(game: GameView, seat: SeatId): string {
  let best: { points: number; clue: string; isGiver: boolean; round: number } | null = null;
  for (const record of game.history) {
    const points = record.gains.find((gain) => gain.seat === seat)?.points ?? 0;
    if (points > (best?.points ?? 0)) {
      const clue = record.clues.join(' · ');
      best = { points, clue, isGiver: record.giver === seat, round: record.round };
    }
  }
  if (!best) {
    const said = game.history.findLast(({ giver, clues }) => giver === seat && clues.length > 0)?.clues[0];
    return said === undefined
      ? 'No points, but good company.'
      : `No points, but “${said}” will be remembered.`;
  }
  const { points, clue, isGiver, round } = best;
  return isGiver
    ? `+${points} for the clue “${clue}”, round ${round}`
    : `+${points} on “${clue}”, round ${round}`;
}

/** `Ana wins`, `You and Ben share the win`. */
export function verdict(rows: readonly RankRow[]): string {
  const first = rows.filter((row) => row.place === 1).map((row) => row.face);
  if (rows.length > 0 && rows.every(({ score }) => score === 0)) return 'Nobody scored: the colors win';
  const mineFirst = [...first].sort((a, b) => Number(b.isMine) - Number(a.isMine));
  if (first.length > 1)
    return `${listOf(mineFirst.map((face) => (face.isMine ? 'You' : face.name)))} share the win`;
  const [winner] = first;
  if (!winner) return 'The game is over';
  return winner.isMine ? 'You win' : `${winner.name} wins`;
}

/** The result as text to paste anywhere. */
export function shareText(view: View, link: string): string {
  const rows = ranking(view, null);
  const rounds = (view.game?.history ?? []).flatMap((record) =>
    record.target === null ? [] : [`“${record.clues.join(' · ')}” → ${describeCell(record.target)}`],
  );
  const players = rows.map((row) => `${row.place}. ${row.face.name} ${row.score}`);
  return ['Color Clues', ...players, '', ...rounds, '', link].join('\n');
}

/** A cell's coordinate for the strip of rounds, or a dash. */
export const targetLabel = (target: number | null): string => (target === null ? '–' : labelOf(target));
