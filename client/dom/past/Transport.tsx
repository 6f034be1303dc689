import Pause from 'lucide/dist/esm/icons/pause.mjs';
import Play from 'lucide/dist/esm/icons/play.mjs';
import StepBack from 'lucide/dist/esm/icons/step-back.mjs';
import StepForward from 'lucide/dist/esm/icons/step-forward.mjs';
import { useMemo } from 'preact/hooks';
import { past } from '../../i18n/past/index.ts';
import { Icon } from '../ui/Icon.tsx';
import type { LoadedReplay } from './load-replay.ts';
import type { Player } from './usePlayer.ts';

/** Forward, back, by itself, or to a round: under the board, where the action of a running game is. */
export function Transport({ loaded, player }: { loaded: LoadedReplay; player: Player }) {
  const { replaying, length, game } = loaded;
  const step = player.step.value;
  const isPlaying = player.isPlaying.value;
  const chapters = useMemo(() => replaying.chapters(game), [replaying, length, game]);
  const chapter = chapters.findLast((each) => each.step <= step);
  return (
    <section class="dock replay-dock" aria-label={past.steps}>
      <input
        type="range"
        class="replay-slider"
        aria-label={past.step}
        min={1}
        max={length}
        value={step + 1}
        aria-valuetext={past.stepOf(step + 1, length)}
        onInput={(event) => player.show(Number(event.currentTarget.value) - 1)}
      />
      <div class="replay-buttons">
        <button
          type="button"
          class="button icon"
          aria-label={past.stepBack}
          aria-disabled={step === 0}
          onClick={() => player.show(step - 1)}
        >
          <Icon node={StepBack} />
        </button>
        <button
          type="button"
          class="button primary replay-play"
          aria-label={isPlaying ? past.pause : past.play}
          onClick={() => player.toggle()}
        >
          <Icon node={isPlaying ? Pause : Play} />
        </button>
        <button
          type="button"
          class="button icon"
          aria-label={past.stepForward}
          aria-disabled={step === length - 1}
          onClick={() => player.show(step + 1)}
        >
          <Icon node={StepForward} />
        </button>
        <span class="small soft num replay-count desk" aria-hidden="true">
          {past.shortStepOf(step + 1, length)}
        </span>
        {chapters.length > 1 && (
          <select
            class="field replay-chapters"
            aria-label={past.jumpTo}
            value={chapter?.step ?? ''}
            onChange={(event) => player.show(Number(event.currentTarget.value))}
          >
            {chapters.map(({ step: first, label }) => (
              <option key={first} value={first}>
                {label}
              </option>
            ))}
          </select>
        )}
      </div>
    </section>
  );
}
