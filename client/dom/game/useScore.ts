import type { SeatRow } from '../../store/seat-rows.ts';
import { useView } from '../table/context.ts';

/** A player's points as they are to be shown now. */
export interface ShownScore {
  /** Without what has not been counted yet of a gain that is shown step by step. */
  readonly shown: number;
  /** Some of it has not. */
  readonly isCounting: boolean;
  /** Points were just won. */
  readonly isFresh: boolean;
}

/** The points of a line of the list, which come one after the other while a show runs. */
export function useScore({ score, gain, counts = [] }: SeatRow): ShownScore {
  const at = useView().sitting.show.at.value;
  const open = at === null ? [] : counts.filter(({ atMs }) => atMs > at);
  const missing = open.reduce((sum, { points }) => sum + points, 0);
  return {
    shown: (score ?? 0) - missing,
    isCounting: open.length > 0,
    isFresh: gain !== null && gain > missing,
  };
}
