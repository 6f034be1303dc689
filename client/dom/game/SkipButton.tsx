import { gameText as text } from '../../i18n/game/index.ts';
import { maySkip, skipAt } from '../../store/turns.ts';
import { usePlayed } from '../table/context.ts';
import { useSeconds } from '../ui/useSeconds.ts';

/** Where no clock runs, the host can go on without whoever is waited for, after a fair time; nothing for others. */
export function SkipButton() {
  const { sitting, game, view, me } = usePlayed();
  const at = maySkip(game, view, me) ? skipAt(game, view, me) : null;
  const left = useSeconds(at, () => sitting.connection.serverNow());
  if (left === null) return null;
  return (
    <button
      type="button"
      class="button"
      aria-disabled={left > 0}
      onClick={() => left === 0 && sitting.send({ type: 'skipTurn' })}
    >
      {text.skip}
      {left > 0 && <span class="num faint">{left}</span>}
    </button>
  );
}
