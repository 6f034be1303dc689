import { SitDown } from '../../../dom/game/SitDown.tsx';
import { Words } from '../../../dom/game/Words.tsx';
import { useSeconds } from '../../../dom/ui/useSeconds.ts';
import { describeCell, hexOf } from '../store/cells.ts';
import { type Dock, readyText } from '../store/dock.ts';
import { useGame } from './useGame.ts';

/** The round is shown: what it was, why there are points, and on to the next. */
export function RevealDock({
  target,
  line,
  legend,
  detail,
  isReady,
  ready,
  players,
}: Extract<Dock, { kind: 'reveal' }>) {
  const { sitting, view, me } = useGame();
  const left = useSeconds(view.game?.until ?? null, () => sitting.connection.serverNow());
  const isLast = view.game !== null && view.game.round >= view.game.rounds;
  const next = isLast ? 'Show the result' : 'Ready for the next';
  return (
    <section class="dock" aria-label="The reveal">
      {target !== null && (
        <span
          class="swatch dock-swatch"
          role="img"
          aria-label={describeCell(target)}
          style={{ background: hexOf(target) }}
        />
      )}
      <div class="grow">
        <p class="dock-line">
          <Words text={line} />
        </p>
        <p class="small soft dock-detail">
          <span class="desk">{legend} </span>
          <Words text={detail} />
        </p>
      </div>
      {me === null ? (
        <SitDown />
      ) : (
        <button
          type="button"
          class="button primary big dock-main"
          aria-disabled={isReady}
          onClick={() => !isReady && sitting.play({ type: 'ready' })}
        >
          {isReady ? (
            readyText(ready, players)
          ) : (
            <>
              <span class="desk">{next}</span>
              <span class="phone">Next</span>
            </>
          )}
          {left !== null && <span class="num faint">{left}</span>}
        </button>
      )}
    </section>
  );
}
