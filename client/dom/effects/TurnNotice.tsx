import { useEffect, useRef } from 'preact/hooks';
import { isMyMove, type View } from '../../store/faces.ts';
import { preferences } from '../../store/preferences.ts';
import { useView } from '../table/context.ts';
import { useMarks } from '../ui/useSeconds.ts';
import { playTone, type Tone } from './tones.ts';

const PLAIN_TITLE = 'Color Clues';
const LAST_SECONDS: readonly number[] = [5];
const BUZZ_MS = 60;

/** Tells somebody who looks elsewhere: title, a soft tone, a short buzz. */
export function TurnNotice() {
  const { sitting, view, me } = useView();
  const isMine = isMyMove(view, me);
  const before = useRef<View | null>(null);

  useEffect(() => {
    const update = () => {
      const title = `${sitting.code} · ${PLAIN_TITLE}`;
      document.title = isMine && document.hidden ? `Your turn · ${title}` : title;
    };
    update();
    document.addEventListener('visibilitychange', update);
    return () => {
      document.removeEventListener('visibilitychange', update);
      document.title = PLAIN_TITLE;
    };
  }, [isMine, sitting]);

  useEffect(() => {
    if (before.current && isMine && !isMyMove(before.current, me)) {
      playTone('turn');
      if (preferences.value.vibration && navigator.userActivation?.hasBeenActive)
        navigator.vibrate?.(BUZZ_MS);
    } else {
      const tone = toneBetween(before.current, view);
      if (tone) playTone(tone);
    }
    before.current = view;
  }, [view, me, isMine]);

  const until = isMine ? (view.game?.until ?? null) : null;
  useMarks(
    until,
    () => sitting.connection.serverNow(),
    LAST_SECONDS,
    () => playTone('hurry'),
  );

  return null;
}

const markersOn = (view: View): number =>
  (view.game?.players ?? []).flatMap((player) => player.markers).filter((cell) => cell !== null).length;

/** What has happened between two views, as a sound; null when nothing that sounds. */
function toneBetween(before: View | null, after: View): Tone | null {
  if (!before?.game || !after.game) return null;
  if (before.game.stage !== 'reveal' && after.game.stage === 'reveal') return 'reveal';
  return markersOn(after) > markersOn(before) ? 'marker' : null;
}
