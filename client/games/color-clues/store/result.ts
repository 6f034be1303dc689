import type { SeatId } from '../../../../shared/core/ids.ts';
import { closestMarker } from '../../../../shared/games/color-clues/after-game.ts';
import type { GameView } from '../../../../shared/games/color-clues/types.ts';
import type { Result } from '../../game.ts';
import { text } from '../messages/end/index.ts';
import { describeCell, labelOf } from './cells.ts';

/** The end of a game: everybody by place, equal scores sharing one, and the rounds for the text that is shared. */
export function result({ game }: { readonly game: GameView }): Result {
  const rows = game.players
    .map(({ seat, score, place }) => ({
      seat,
      score,
      place: place ?? 1 + game.players.filter((other) => other.score > score).length,
      note: bestMoment(game, seat),
    }))
    .sort((a, b) => a.place - b.place || b.score - a.score);
  const isBlank = rows.length > 0 && rows.every(({ score }) => score === 0);
  const rounds = game.history.flatMap((record) =>
    record.target === null ? [] : [text.roundWas(record.clues.join(' · '), describeCell(record.target))],
  );
  return { rows, headline: isBlank ? text.nobodyScored : null, summary: rounds };
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
    const closest = closestMarker(game.history, seat);
    if (closest) {
      const clue = closest.record.clues.join(' · ');
      return text.cameNear(closest.steps, clue, closest.record.round);
    }
    const said = game.history.findLast(({ giver, clues }) => giver === seat && clues.length > 0)?.clues[0];
    return said === undefined ? text.goodCompany : text.remembered(said);
  }
  const { points, clue, isGiver, round } = best;
  return isGiver ? text.gainedWithClue(points, clue, round) : text.gainedOn(points, clue, round);
}

/** A cell's coordinate for the strip of rounds, or a dash. */
export const targetLabel = (target: number | null): string => (target === null ? '–' : labelOf(target));
