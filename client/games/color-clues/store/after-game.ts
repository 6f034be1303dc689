import type { SeatId } from '../../../../shared/core/ids.ts';
import {
  bestClue,
  hueDrift,
  mostDisputed,
  type Nearness,
  nearness,
  thinkAlike,
} from '../../../../shared/games/color-clues/after-game.ts';
import { faceOf, type MySeat } from '../../../store/faces.ts';
import { text } from '../messages/end/index.ts';
import { describeCell, driftWords } from './cells.ts';
import type { View } from './view.ts';

/** What came out in a game, in sentences; the last one about the viewer alone. Where nothing can be said, nothing is. */
export function insights(view: View, me: MySeat): readonly string[] {
  const history = view.game?.history ?? [];
  const face = (seat: SeatId) => faceOf(view, seat, me);
  const [pair] = thinkAlike(history);
  const best = bestClue(history, view.game?.scoring);
  const disputed = mostDisputed(history);
  const drift = me === null ? null : hueDrift(history, me);
  const lines: string[] = [];
  if (pair) {
    const mineFirst = [...pair.seats].sort((a, b) => Number(b === me) - Number(a === me));
    lines.push(text.thinkAlike(mineFirst.map(face), pair.steps));
  }
  if (best) lines.push(text.bestClue(best.record.clues.join(' · '), face(best.record.giver), best.value));
  if (disputed && disputed.value >= 2)
    lines.push(text.mostDisputed(describeCell(disputed.record.target), disputed.value));
  if (drift) lines.push(driftWords(drift));
  return lines;
}

/** A square for each nearness. */
export const SQUARES: Readonly<Record<Nearness, string>> = {
  0: '🟩',
  1: '🟨',
  2: '🟧',
  3: '🟥',
  far: '⬜',
  gave: '🟪',
  none: '⬛',
};

/** How near the viewer was, round by round, as a row of squares: it tells nobody what the colors and clues were. */
export function squaresText(view: View, me: MySeat, title: string, link: string): string {
  const { game } = view;
  const row = nearness(game?.history ?? [], me, game?.scoring)
    .map((each) => SQUARES[each])
    .join('');
  const score = game?.players.find(({ seat }) => seat === me)?.score;
  return [score === undefined ? title : `${title} · ${score}`, row, link].join('\n');
}
