import { useEffect, useRef, useState } from 'preact/hooks';
import { announcement, SPOKEN_SECONDS } from '../../store/announce.ts';
import { isMyMove, type View } from '../../store/faces.ts';
import { Words } from '../game/Words.tsx';
import { useView } from '../table/context.ts';
import { useMarks } from '../ui/useSeconds.ts';

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
  useMarks(
    until,
    () => sitting.connection.serverNow(),
    SPOKEN_SECONDS,
    (seconds) => setText(`${seconds} seconds left.`),
  );

  return (
    <p class="unseen" aria-live="polite">
      <Words text={text} />
    </p>
  );
}
