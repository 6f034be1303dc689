import type { GameWords, Played, ResultRow } from '../games/game.ts';
import { type Face, faceOf, listOf, type MySeat } from './faces.ts';

/** A line of the final ranking. */
export interface RankRow extends ResultRow {
  readonly face: Face;
  readonly isShared: boolean;
}

/** How a game ended, for one viewer. */
export interface Ranking {
  readonly headline: string;
  readonly rows: readonly RankRow[];
}

/** Everybody by place. */
export function ranking(game: GameWords, view: Played, me: MySeat): Ranking {
  const { rows: plain, headline } = game.result(view, me);
  const rows = plain.map((row) => ({
    ...row,
    face: faceOf(view, row.seat, me),
    isShared: plain.filter((other) => other.place === row.place).length > 1,
  }));
  return { headline: headline ?? verdict(rows), rows };
}

/** `Ana wins`, `You and Ben share the win`. */
function verdict(rows: readonly RankRow[]): string {
  const first = rows.filter((row) => row.place === 1).map((row) => row.face);
  const mineFirst = [...first].sort((a, b) => Number(b.isMine) - Number(a.isMine));
  if (first.length > 1)
    return `${listOf(mineFirst.map((face) => (face.isMine ? 'You' : face.name)))} share the win`;
  const [winner] = first;
  if (!winner) return 'The game is over';
  return winner.isMine ? 'You win' : `${winner.name} wins`;
}

/** The result as text to paste anywhere. */
export function shareText(game: GameWords, view: Played, link: string): string {
  const { rows, summary = [] } = game.result(view, null);
  const players = rows.map(({ place, seat, score }) => {
    const { name } = faceOf(view, seat, null);
    return score === null ? `${place}. ${name}` : `${place}. ${name} ${score}`;
  });
  return [game.about.title, ...players, '', ...summary, ...(summary.length > 0 ? [''] : []), link].join('\n');
}
