import { gameText as text } from '../../i18n/game/index.ts';
import { useCopyLink } from '../table/CodeChip.tsx';
import { usePlayed, useTableLink } from '../table/context.ts';
import { Refused } from '../ui/Refused.tsx';
import { useSeconds } from '../ui/useSeconds.ts';
import { SitDown } from './SitDown.tsx';

/** Too few are here: who is missing, how long it is waited for, and what can be done. */
export function PausedDock({ missing }: { missing: number }) {
  const { sitting, game, view, me } = usePlayed();
  const canAddBot = me !== null && me === view.host;
  const left = useSeconds(game.wait(view).until, () => sitting.connection.serverNow());
  const { state, copy } = useCopyLink(useTableLink());
  const refusal = sitting.refusal.value;
  return (
    <section class="dock" aria-label={text.paused}>
      <div class="grow">
        <p class="dock-line">{text.missing(missing)}</p>
        {refusal ? (
          <Refused>{refusal.message}</Refused>
        ) : (
          <p class="small soft dock-detail num">{left === null ? text.gameWaits : text.endsIn(left)}</p>
        )}
      </div>
      <button type="button" class="button desk" onClick={copy}>
        {state === 'copied' ? text.linkCopied : text.copyLink}
      </button>
      {canAddBot && (
        <button type="button" class="button primary big" onClick={() => sitting.send({ type: 'addBot' })}>
          {text.addBot}
        </button>
      )}
      {me === null && <SitDown />}
    </section>
  );
}
