import { useEffect, useRef } from 'preact/hooks';
import type { View } from '../../store/faces.ts';
import { preferences } from '../../store/preferences.ts';
import { isMyMove, played } from '../../store/turns.ts';
import { useView } from '../table/context.ts';
import { useMarks } from '../ui/useSeconds.ts';
import { playTone } from './tones.ts';

const LAST_SECONDS: readonly number[] = [5];
const BUZZ_MS = 60;

/** Tells somebody who looks elsewhere: title, a soft tone, a short buzz. */
export function TurnNotice() {
  const { sitting, game, view, me } = useView();
  const isMine = isMyMove(game, view, me);
  const before = useRef<View | null>(null);

  useEffect(() => {
    const plain = document.title;
    const update = () => {
      const title = `${sitting.code} · ${game.about.title}`;
      document.title = isMine && document.hidden ? `Your turn · ${title}` : title;
    };
    update();
    document.addEventListener('visibilitychange', update);
    return () => {
      document.removeEventListener('visibilitychange', update);
      document.title = plain;
    };
  }, [isMine, sitting, game]);

  useEffect(() => {
    if (before.current && isMine && !isMyMove(game, before.current, me)) {
      playTone('turn');
      if (preferences.value.vibration && navigator.userActivation?.hasBeenActive)
        navigator.vibrate?.(BUZZ_MS);
    } else {
      const [was, is] = [played(before.current), played(view)];
      const tone = was && is && game.tone?.(was, is);
      if (tone) playTone(tone);
    }
    before.current = view;
  }, [game, view, me, isMine]);

  const running = isMine ? played(view) : null;
  const until = running && game.wait(running).until;
  useMarks(
    until,
    () => sitting.connection.serverNow(),
    LAST_SECONDS,
    () => playTone('hurry'),
  );

  return null;
}
