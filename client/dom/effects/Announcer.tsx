import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { table } from '../../i18n/table/index.ts';
import { announcement, spokenSeconds } from '../../store/announce.ts';
import type { View } from '../../store/faces.ts';
import { partsOf } from '../../store/own-words.ts';
import { isMyMove, played } from '../../store/turns.ts';
import { useView } from '../table/context.ts';
import { Own } from '../ui/Own.tsx';
import { useMarks } from '../ui/useSeconds.ts';

/** The one polite live region: what happens, whose turn it is, and the own clock at 30, 10 and 5 seconds. */
export function Announcer() {
  const { sitting, game, view, me } = useView();
  const before = useRef<View | null>(null);
  const [text, setText] = useState('');

  useEffect(() => {
    const news = announcement(game, before.current, view, me);
    before.current = view;
    if (news) setText(news);
  }, [game, view, me]);

  const running = isMyMove(game, view, me) ? played(view) : null;
  const { until, spanMs } = running ? game.wait(running) : { until: null, spanMs: null };
  useMarks(
    until,
    () => sitting.connection.serverNow(),
    spokenSeconds(spanMs),
    (seconds) => setText(table.secondsLeft(seconds)),
  );

  // As it was said: were it taken apart anew when a name at the table changes, it would be read again.
  const parts = useMemo(() => partsOf(text, view, game.ownWords), [text]);
  return (
    <p class="unseen" aria-live="polite">
      <span key={text}>
        {parts.map(({ part, isOwn }, index) => (isOwn ? <Own key={index}>{part}</Own> : part))}
      </span>
    </p>
  );
}
