import { goesOnAt } from '../../../shared/table/pause.ts';
import { gameText as text } from '../../i18n/game/index.ts';
import { faceOf } from '../../store/faces.ts';
import { usePlayed } from '../table/context.ts';
import { useSeconds } from '../ui/useSeconds.ts';
import { Dock } from './Dock.tsx';

/** The host holds the game: who that is, and when it goes on. */
export function HeldDock() {
  const { sitting, view, me } = usePlayed();
  const left = useSeconds(goesOnAt(view), () => sitting.connection.serverNow());
  const isHost = me !== null && me === view.host;
  const host = view.host === null ? null : faceOf(view, view.host, me);
  return (
    <Dock
      label={text.paused}
      line={text.hostPaused({ name: host?.name ?? null, isMine: isHost })}
      detail={text.goesOnIn(clockOf(left ?? 0))}
    >
      {isHost && (
        <button
          type="button"
          class="button primary big dock-main"
          onClick={() => sitting.send({ type: 'goOn' })}
        >
          {text.goOn}
        </button>
      )}
    </Dock>
  );
}

/** `4:05` of 245 seconds. */
const clockOf = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
