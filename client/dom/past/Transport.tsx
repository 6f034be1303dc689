import Pause from 'lucide/dist/esm/icons/pause.mjs';
import Play from 'lucide/dist/esm/icons/play.mjs';
import StepBack from 'lucide/dist/esm/icons/step-back.mjs';
import StepForward from 'lucide/dist/esm/icons/step-forward.mjs';
import { useMemo } from 'preact/hooks';
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
    <section class="dock replay-dock" aria-label="The steps of the game">
      <input
        type="range"
        class="replay-slider"
        aria-label="Step"
        min={1}
        max={length}
        value={step + 1}
        aria-valuetext={`Step ${step + 1} of ${length}`}
        onInput={(event) => player.show(Number(event.currentTarget.value) - 1)}
      />
      <div class="replay-buttons">
        <button
          type="button"
          class="button icon"
          aria-label="One step back"
          aria-disabled={step === 0}
          onClick={() => player.show(step - 1)}
        >
          <Icon node={StepBack} />
        </button>
        <button
          type="button"
          class="button primary replay-play"
          aria-label={isPlaying ? 'Pause' : 'Play'}
          onClick={() => player.toggle()}
        >
          <Icon node={isPlaying ? Pause : Play} />
        </button>
        <button
          type="button"
          class="button icon"
          aria-label="One step forward"
          aria-disabled={step === length - 1}
          onClick={() => player.show(step + 1)}
        >
          <Icon node={StepForward} />
        </button>
        <span class="small soft num replay-count desk" aria-hidden="true">
          {step + 1} of {length}
        </span>
        {chapters.length > 1 && (
          <select
            class="field replay-chapters"
            aria-label="Jump to"
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
