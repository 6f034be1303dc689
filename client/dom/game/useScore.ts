import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isCalm } from '../../store/preferences.ts';

/** When the last points have popped up on the board, ms after a reveal began; `game.css` knows it, too. */
const COUNTED_MS = 1_900;

/**
 * A player's points as they are to be shown: at a reveal the old ones, until the new ones have been seen on the board.
 * `isFresh`: they have just changed.
 */
export function useScore(
  score: number,
  gain: number | null,
): { readonly shown: number; readonly isFresh: boolean } {
  const [isCounting, setCounting] = useState(false);
  const before = useRef(gain);
  useLayoutEffect(() => {
    const isNews = before.current === null && gain !== null && gain > 0 && !isCalm();
    before.current = gain;
    setCounting(isNews);
    if (!isNews) return;
    const timer = setTimeout(() => setCounting(false), COUNTED_MS);
    return () => clearTimeout(timer);
  }, [gain]);
  // The very first picture of a reveal is drawn before the effect runs.
  const isOld = isCounting || (before.current === null && gain !== null && gain > 0 && !isCalm());
  return { shown: isOld ? score - (gain ?? 0) : score, isFresh: !isOld && gain !== null && gain > 0 };
}
