import { shownView } from '../../store/board-model.ts';
import { hexOf, labelOf, nameOf } from '../../store/cells.ts';
import type { Dock } from '../../store/dock.ts';
import { passedAt } from '../../store/faces.ts';
import { useView } from '../table/context.ts';
import { Own } from '../ui/Own.tsx';
import { Refused } from '../ui/Refused.tsx';
import { useSeconds } from '../ui/useSeconds.ts';
import { SitDown } from './SitDown.tsx';
import { Words } from './Words.tsx';

/** Somebody else's turn: who we wait for, and when it is ours. The board is free to explore. */
export function WaitDock({ line, detail: plain, target, canSkip }: Extract<Dock, { kind: 'wait' }>) {
  const { sitting, view, me } = useView();
  const left = useSeconds(passedAt(view), () => sitting.connection.serverNow());
  const refusal = sitting.refusal.value;
  const last = sitting.lastReveal.value;
  const isLastShown = last !== null && shownView(view, me, last) === last;
  const detail = isLastShown ? 'The board still shows the last round.' : plain;
  const shown = target ?? sitting.aim.value;
  return (
    <section class="dock" aria-label="Now">
      {shown !== null && (
        <span
          class="swatch dock-swatch"
          role="img"
          aria-label={`${labelOf(shown)}, ${nameOf(shown)}`}
          style={{ background: hexOf(shown) }}
        />
      )}
      <div class="grow">
        <p class="dock-line">
          <Words text={line} />
          {left !== null && <span class="num"> Passed in {left}&nbsp;s.</span>}
        </p>
        {refusal?.place === 'dock' ? (
          <Refused>{refusal.message}</Refused>
        ) : (
          <p class="small soft dock-detail">
            {shown !== null && (
              <span class="num">
                {target !== null ? 'Your color: ' : ''}
                <Own>
                  {labelOf(shown)}, {nameOf(shown)}
                </Own>
                .{' '}
              </span>
            )}
            <Words text={me === null ? 'You are watching.' : detail} />
          </p>
        )}
      </div>
      {canSkip && (
        <button type="button" class="button" onClick={() => sitting.send({ type: 'skipTurn' })}>
          Skip
        </button>
      )}
      {me === null && <SitDown />}
    </section>
  );
}
