import { useEffect, useRef } from 'preact/hooks';
import { table } from '../../i18n/table/index.ts';
import type { View } from '../../store/faces.ts';
import { isMyMove, played } from '../../store/turns.ts';
import { useView } from '../table/context.ts';
import { useMarks } from '../ui/useSeconds.ts';
import { buzz, playTone } from './tones.ts';

const LAST_SECONDS: readonly number[] = [5];
const BUZZ_MS = 60;

/** What is heard and felt, and what somebody who looks elsewhere is told: title, soft tones, short buzzes. */
export function TurnNotice() {
  const { sitting, game, view, me } = useView();
  const isMine = isMyMove(game, view, me);
  const before = useRef<View | null>(null);

  useEffect(() => {
    const plain = document.title;
    const update = () => {
      const title = `${sitting.code} · ${game.about.title}`;
      document.title = isMine && document.hidden ? table.yourTurnAt(title) : title;
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
      buzz([BUZZ_MS]);
    } else {
      const [was, is] = [played(before.current), played(view)];
      const tone = was && is && game.tone?.(was, is);
      if (tone) playTone(tone);
    }
    before.current = view;
  }, [game, view, me, isMine]);

  const { beat } = sitting.show;
  useEffect(
    () =>
      beat.subscribe((now) => {
        if (now?.tone) playTone(now.tone, now.higher);
        if (now?.buzzMs) buzz(now.buzzMs);
      }),
    [beat],
  );

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
