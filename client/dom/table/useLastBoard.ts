import { useEffect, useState } from 'preact/hooks';
import type { TablePhase } from '../../../shared/table/types.ts';

/**
 * Whether a game has ended on this page just now, and its board is still to be seen.
 * @param ms how long that is; 0 for not at all
 */
export function useLastBoard(phase: TablePhase | null, ms: number): boolean {
  const isOver = phase === 'over';
  const [wasPlaying, setWasPlaying] = useState(false);
  useEffect(() => {
    if (!isOver) {
      setWasPlaying(phase === 'playing');
      return;
    }
    const timer = setTimeout(() => setWasPlaying(false), ms);
    return () => clearTimeout(timer);
  }, [phase, ms]);
  return isOver && wasPlaying && ms > 0;
}
