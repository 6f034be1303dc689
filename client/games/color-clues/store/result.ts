import type { SeatId } from '../../../../shared/core/ids.ts';
import { closestMarker } from '../../../../shared/games/color-clues/after-game.ts';
import type { GameView } from '../../../../shared/games/color-clues/types.ts';
import type { Result } from '../../game.ts';
import { text } from '../messages/end/index.ts';
import { describeCell, labelOf } from './cells.ts';
import { areTeams, teamName, teamOf } from './teams.ts';

/** The end of a game: everybody by place, equal scores sharing one, and the rounds for the text that is shared. */
export function result({ game }: { readonly game: GameView }): Result {
  const rows = game.players
    .map(({ seat, score, place }) => ({
      seat,
      score,
      place: place ?? 1 + game.players.filter((other) => other.score > score).length,
      note: noteOf(game, seat),
    }))
    .sort(
      (a, b) =>
        a.place - b.place || (teamOf(game, a.seat) ?? 0) - (teamOf(game, b.seat) ?? 0) || b.score - a.score,
    );
  const isBlank = rows.length > 0 && rows.every(({ score }) => score === 0);
  const rounds = game.history.flatMap((record) =>
    record.target === null ? [] : [text.roundWas(record.clues.join(' · '), describeCell(record.target))],
  );
  return { rows, headline: togetherLine(game) ?? (isBlank ? text.nobodyScored : null), summary: rounds };
}

/** Who won where people play together: a team, or the two of a co-op against their par; null where each plays alone. */
function togetherLine(game: GameView): string | null {
  const { teams, par } = game;
  if (par !== null) return text.againstPar(teams[0]?.score ?? 0, par);
  if (!areTeams(game)) return null;
  const best = Math.max(...teams.map(({ score }) => score));
  const winners = teams.flatMap(({ score }, team) => (score === best ? [teamName(team)] : []));
  return text.teamsWin(winners, best);
}

function noteOf(game: GameView, seat: SeatId): string {
  const team = teamOf(game, seat);
  const moment = bestMoment(game, seat);
  return team === null ? moment : `${teamName(team)} · ${moment}`;
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
