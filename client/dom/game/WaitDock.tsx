import type { ComponentChildren } from 'preact';
import { gameText as text } from '../../i18n/game/index.ts';
import { passedAt } from '../../store/turns.ts';
import { usePlayed } from '../table/context.ts';
import { useSeconds } from '../ui/useSeconds.ts';
import { Dock } from './Dock.tsx';
import { SitDown } from './SitDown.tsx';
import { SkipButton } from './SkipButton.tsx';
import { Words } from './Words.tsx';

interface Props {
  readonly line: string;
  /** What it means for the viewer; whoever has no seat reads that they are watching. */
  readonly detail: string;
  readonly picture?: ComponentChildren;
  /** Before the detail. */
  readonly note?: ComponentChildren;
}

/**
 * Somebody else's turn: who we wait for, and when it is ours. Where no clock runs, the host can skip whoever is waited
 * for; a spectator can sit down.
 */
export function WaitDock({ line, detail, picture, note }: Props) {
  const { sitting, game, view, me } = usePlayed();
  const left = useSeconds(passedAt(game, view), () => sitting.connection.serverNow());
  return (
    <Dock
      label={text.now}
      picture={picture}
      line={
        <>
          <Words text={line} />
          {left !== null && <span class="num"> {game.absence?.soon(left)}</span>}
        </>
      }
      detail={
        <>
          {note}
          <Words text={me === null ? text.youAreWatching : detail} />
        </>
      }
    >
      <SkipButton />
      {me === null && <SitDown />}
    </Dock>
  );
}
