import { SitDown } from '../../../dom/game/SitDown.tsx';
import { Words } from '../../../dom/game/Words.tsx';
import { useSeconds } from '../../../dom/ui/useSeconds.ts';
import { isCalm } from '../../../store/preferences.ts';
import { text } from '../messages/table/index.ts';
import { describeCell, hexOf } from '../store/cells.ts';
import type { Dock } from '../store/dock.ts';
import { areTeams } from '../store/teams.ts';
import { JudgedList } from './JudgedList.tsx';
import { useGame } from './useGame.ts';

/** The round is shown: what it was, why there are points, and on to the next. */
export function RevealDock({
  target,
  line,
  legend,
  detail,
  own,
  comment,
  isReady,
  ready,
  players,
}: Extract<Dock, { kind: 'reveal' }>) {
  const { sitting, view, me } = useGame();
  const left = useSeconds(view.game?.until ?? null, () => sitting.connection.serverNow());
  const isShowing = sitting.show.at.value !== null;
  const isLast = view.game !== null && view.game.round >= view.game.rounds;
  const next = isLast ? text.showResult : text.readyForNext;
  return (
    <section class={view.game && areTeams(view.game) ? 'dock wordy' : 'dock'} aria-label={text.reveal}>
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
          <Words text={isShowing ? text.whoThinksAlike : line} />
        </p>
        {isShowing ? (
          <p class="small soft dock-detail">{legend}</p>
        ) : isCalm() && target !== null ? (
          <JudgedList target={target} />
        ) : (
          <p class="small soft dock-detail">
            <Words text={comment ?? detail} />
            {comment === null && <span class="desk"> {own}</span>}
          </p>
        )}
      </div>
      {me === null ? (
        <SitDown />
      ) : (
        <button
          type="button"
          class="button primary big dock-main"
          aria-disabled={isReady}
          onClick={() => {
            sitting.show.finish();
            if (!isReady) void sitting.play({ type: 'ready' });
          }}
        >
          {isReady ? (
            text.readyOf(ready, players)
          ) : (
            <>
              <span class="desk">{next}</span>
              <span class="phone">{text.next}</span>
            </>
          )}
          {left !== null && <span class="num faint">{left}</span>}
        </button>
      )}
    </section>
  );
}
