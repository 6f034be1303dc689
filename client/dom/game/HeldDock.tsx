import { goesOnAt } from '../../../shared/table/pause.ts';
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
      label="Paused"
      line={isHost ? 'You paused the game.' : `${host?.name ?? 'The host'} paused the game.`}
      detail={`It goes on by itself in ${clockOf(left ?? 0)}.`}
    >
      {isHost && (
        <button
          type="button"
          class="button primary big dock-main"
          onClick={() => sitting.send({ type: 'goOn' })}
        >
          Go on
        </button>
      )}
    </Dock>
  );
}

/** `4:05` of 245 seconds. */
const clockOf = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
