import type { SeatId } from '../../../../shared/core/ids.ts';
import {
  bestClue,
  hueDrift,
  mostDisputed,
  type Nearness,
  nearness,
  thinkAlike,
} from '../../../../shared/games/color-clues/after-game.ts';
import { faceOf, listOf, type MySeat, subject } from '../../../store/faces.ts';
import { describeCell } from './cells.ts';
import { driftWords, short } from './drift.ts';
import type { View } from './view.ts';

const steps = (value: number): string => `${short(value)} ${short(value) === '1' ? 'step' : 'steps'}`;

/** What came out in a game, in sentences; the last one about the viewer alone. Where nothing can be said, nothing is. */
export function insights(view: View, me: MySeat): readonly string[] {
  const history = view.game?.history ?? [];
  const name = (seat: SeatId) => subject(faceOf(view, seat, me));
  const [pair] = thinkAlike(history);
  const best = bestClue(history);
  const disputed = mostDisputed(history);
  const drift = me === null ? null : hueDrift(history, me);
  const lines: string[] = [];
  if (pair) {
    const mineFirst = [...pair.seats].sort((a, b) => Number(b === me) - Number(a === me));
    lines.push(`${listOf(mineFirst.map(name))} think alike: ${steps(pair.steps)} apart on average.`);
  }
  if (best) {
    const giver = faceOf(view, best.record.giver, me);
    const clue = best.record.clues.join(' · ');
    lines.push(
      `Best clue: “${clue}” by ${giver.isMine ? 'you' : giver.name}, ${short(best.value)} points a marker.`,
    );
  }
  if (disputed && disputed.value >= 2)
    lines.push(`Most disputed: ${describeCell(disputed.record.target)}, ${steps(disputed.value)} apart.`);
  if (drift) lines.push(driftWords(drift));
  return lines;
}

/** A square for each nearness. */
export const SQUARES: Readonly<Record<Nearness, string>> = {
  3: '🟩',
  2: '🟨',
  1: '🟧',
  0: '⬜',
  gave: '🟪',
  none: '⬛',
};

/** How near the viewer was, round by round, as a row of squares: it tells nobody what the colors and clues were. */
export function squaresText(view: View, me: MySeat, title: string, link: string): string {
  const { game } = view;
  const row = nearness(game?.history ?? [], me)
    .map((each) => SQUARES[each])
    .join('');
  const score = game?.players.find(({ seat }) => seat === me)?.score;
  return [score === undefined ? title : `${title} · ${score}`, row, link].join('\n');
}
