import { gameText as text } from '../../i18n/game/index.ts';
import { useSeconds } from '../ui/useSeconds.ts';

interface Props {
  readonly until: number;
  readonly spanMs: number;
  readonly now: () => number;
}

/** The clock of the current wait: a ring that drains, with the seconds in it. */
export function Ring({ until, spanMs, now }: Props) {
  // The first moments of a wait may look longer than it is, until the server's clock is known well.
  const left = Math.min(useSeconds(until, now) ?? 0, Math.ceil(spanMs / 1000));
  const part = Math.min(1, (left * 1000) / spanMs);
  return (
    <div class="ring" role="timer" aria-label={text.secondsLeft(left)} data-last={left <= 5}>
      <svg aria-hidden="true" width="52" height="52" viewBox="0 0 52 52">
        <circle cx="26" cy="26" r="23.5" fill="none" stroke="var(--line)" stroke-width="5" />
        <circle
          cx="26"
          cy="26"
          r="23.5"
          fill="none"
          stroke="currentColor"
          stroke-width="5"
          pathLength="100"
          stroke-dasharray={`${part * 100} 100`}
          transform="rotate(-90 26 26)"
        />
      </svg>
      <span class="num">{left}</span>
    </div>
  );
}
