import { hostText as text } from '../../i18n/host/index.ts';
import { faceOf } from '../../store/faces.ts';
import { played, skipAt } from '../../store/turns.ts';
import { useSeconds } from '../ui/useSeconds.ts';
import { useView } from './context.ts';

/** Goes on without whoever is waited for, as soon as that is fair; nothing while nobody else is waited for. */
export function SkipPart({ onDone }: { onDone: () => void }) {
  const { sitting, game, view, me } = useView();
  const running = played(view);
  const at = running && skipAt(game, running, me);
  const left = useSeconds(at, () => sitting.connection.serverNow());
  if (running === null || at === null || left === null) return null;
  const { seats, isShared } = game.wait(running);
  const name = isShared || seats[0] === undefined ? null : faceOf(view, seats[0], me).name;
  const skip = async () => {
    if (left === 0 && (await sitting.send({ type: 'skipTurn' }, 'seat'))) onDone();
  };
  return (
    <div class="col host-part">
      <button type="button" class="button big" aria-disabled={left > 0} onClick={skip}>
        {text.skipThem(name)}
      </button>
      <p class="small soft num">{left > 0 ? text.skipIn(left) : text.skipHelp}</p>
    </div>
  );
}
