import type { Counts } from '../../../../shared/core/replay.ts';
import type { ColorCluesCount } from '../../../../shared/games/color-clues/tally.ts';
import type { Statistic } from '../../game.ts';

/** `12 (34 %)`; the number alone where there is nothing to compare it with. */
const share = (part: number, all: number): string =>
  all === 0 ? String(part) : `${part} (${Math.round((100 * part) / all)}\u00a0%)`;

/** `2.4 steps`; a dash where nothing was measured. */
function mean(sum: number, of: number): string {
  if (of === 0) return '–';
  const steps = (sum / of).toFixed(1);
  return `${steps} ${steps === '1.0' ? 'step' : 'steps'}`;
}

/** How somebody guesses, and how well others guess what they mean. */
export function statistics(counts: Counts): readonly Statistic[] {
  const of = (name: ColorCluesCount): number => counts[name] ?? 0;
  return [
    { label: 'Markers placed', value: String(of('markers')) },
    { label: 'On the color', value: share(of('exact'), of('markers')) },
    { label: 'At most one step away', value: share(of('near'), of('markers')) },
    { label: 'Average distance', value: mean(of('distance'), of('markers')) },
    { label: 'Clues given', value: String(of('given')) },
    { label: 'Your colors hit', value: share(of('guessedExact'), of('guessed')) },
    { label: 'Others at most one step away', value: share(of('guessedNear'), of('guessed')) },
    { label: 'Their average distance', value: mean(of('guessedDistance'), of('guessed')) },
  ];
}
