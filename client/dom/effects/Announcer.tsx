import { useEffect, useRef, useState } from 'preact/hooks';
import { announcement, SPOKEN_SECONDS } from '../../store/announce.ts';
import { isMyMove, type View } from '../../store/faces.ts';
import { useView } from '../table/context.ts';
import { secondsUntil } from '../ui/useSeconds.ts';

/** The one polite live region: phase, clue, turn, and the own clock at 30, 10 and 5 seconds. */
export function Announcer() {
  const { sitting, view, me } = useView();
  const before = useRef<View | null>(null);
  const [text, setText] = useState('');

  useEffect(() => {
    const news = announcement(before.current, view, me);
    before.current = view;
    if (news) setText(news);
  }, [view, me]);

  const until = isMyMove(view, me) ? (view.game?.until ?? null) : null;
  useEffect(() => {
    if (until === null) return;
    const now = sitting.connection.serverNow();
    const timers = SPOKEN_SECONDS.filter((seconds) => secondsUntil(until, now) > seconds).map((seconds) =>
      setTimeout(() => setText(`${seconds} seconds left.`), until - now - seconds * 1000),
    );
    return () => timers.forEach(clearTimeout);
  }, [until, sitting]);

  return (
    <p class="unseen" aria-live="polite">
      {text}
    </p>
  );
}
