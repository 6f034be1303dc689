import type { Counts } from '../../../../shared/core/replay.ts';
import type { ColorCluesCount } from '../../../../shared/games/color-clues/tally.ts';
import type { Statistic } from '../../game.ts';
import { text } from '../messages/end/index.ts';

/** `12 (34 %)`; the number alone where there is nothing to compare it with. */
const share = (part: number, all: number): string =>
  all === 0 ? String(part) : text.share(part, Math.round((100 * part) / all));

/** `2.4 steps`; a dash where nothing was measured. */
const mean = (sum: number, of: number): string => (of === 0 ? '–' : text.steps(sum / of));

/** How somebody guesses, and how well others guess what they mean. */
export function statistics(counts: Counts): readonly Statistic[] {
  const of = (name: ColorCluesCount): number => counts[name] ?? 0;
  return [
    { label: text.markersPlaced, value: String(of('markers')) },
    { label: text.onTheColor, value: share(of('exact'), of('markers')) },
    { label: text.atMostOneStep, value: share(of('near'), of('markers')) },
    { label: text.averageDistance, value: mean(of('distance'), of('markers')) },
    { label: text.cluesGiven, value: String(of('given')) },
    { label: text.yourColorsHit, value: share(of('guessedExact'), of('guessed')) },
    { label: text.othersAtMostOneStep, value: share(of('guessedNear'), of('guessed')) },
    { label: text.theirAverageDistance, value: mean(of('guessedDistance'), of('guessed')) },
  ];
}
