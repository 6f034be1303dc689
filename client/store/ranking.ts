import type { GameWords, Played, ResultRow } from '../games/game.ts';
import { table } from '../i18n/table/index.ts';
import { type Face, faceOf, type MySeat } from './faces.ts';

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
  const isMine = first.some((face) => face.isMine);
  const others = first.filter((face) => !face.isMine).map(({ name }) => name);
  if (first.length > 1) return isMine ? table.youShareWin(others) : table.shareWin(others);
  if (isMine) return table.youWin;
  return others[0] === undefined ? table.over : table.wins(others[0]);
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
