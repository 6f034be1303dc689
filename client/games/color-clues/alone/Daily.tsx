import type { DailyProps } from '../../game.ts';
import { DailyPlay } from './DailyPlay.tsx';
import { DailyResult } from './DailyResult.tsx';

/** Three clues, the same for everybody: place, then see what was right and where others placed. */
export function Daily({ view, place }: DailyProps) {
  return view.result ? (
    <DailyResult view={view} result={view.result} />
  ) : (
    <DailyPlay view={view} place={place} />
  );
}
