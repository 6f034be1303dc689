import { useEffect, useRef, useState } from 'preact/hooks';
import { table } from '../../i18n/table/index.ts';
import { announcement, spokenSeconds } from '../../store/announce.ts';
import type { View } from '../../store/faces.ts';
import { isMyMove, played } from '../../store/turns.ts';
import { Words } from '../game/Words.tsx';
import { useView } from '../table/context.ts';
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

  return (
    <p class="unseen" aria-live="polite">
      <Words text={text} />
    </p>
  );
}
