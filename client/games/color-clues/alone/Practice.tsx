import { useState } from 'preact/hooks';
import type { Cell } from '../../../../shared/games/color-clues/types.ts';
import { RouteLink } from '../../../dom/ui/RouteLink.tsx';
import { pageLanguage } from '../../../i18n/language.ts';
import { text } from '../messages/alone/index.ts';
import { boardText } from '../messages/board/index.ts';
import { hexOf } from '../store/cells.ts';
import { Frame } from './Frame.tsx';
import { focusOnce } from './focus.ts';
import { PlaceBar } from './PlaceBar.tsx';
import { PracticeStart } from './PracticeStart.tsx';
import {
  chance,
  type Kind,
  keepBest,
  placeIn,
  pointsIn,
  pointsOf,
  type Task,
  tenColors,
  toldOf,
} from './practice.ts';
import { SoloBoard } from './SoloBoard.tsx';

interface Run {
  readonly kind: Kind;
  readonly tasks: readonly Task[];
  readonly at: number;
}

/** Ten colors, or ten clues of a bot, to be found on the board. Runs in the browser alone. */
export function Practice() {
  const [run, setRun] = useState<Run | null>(null);
  const [last, setLast] = useState<(Run & { readonly isBest: boolean }) | null>(null);
  const start = async (kind: Kind) => {
    const tasks =
      kind === 'colors'
        ? tenColors(chance())
        : await (await import('./bot-tasks.ts')).tenClues(chance(), pageLanguage);
    setRun({ kind, tasks, at: 0 });
  };
  if (!run) return <PracticeStart last={last} onStart={start} />;
  const next = () => {
    if (run.at + 1 < run.tasks.length) return setRun({ ...run, at: run.at + 1 });
    setLast({ ...run, isBest: keepBest(run.kind, pointsIn(run.tasks)) });
    setRun(null);
  };
  const place = (cell: Cell) => setRun({ ...run, tasks: placeIn(run.tasks, run.at, cell) });
  return <Asked key={run.at} run={run} onPlace={place} onNext={next} />;
}

function Asked({ run, onPlace, onNext }: { run: Run; onPlace: (cell: Cell) => void; onNext: () => void }) {
  const [aim, setAim] = useState<Cell | null>(null);
  const { tasks, at, kind } = run;
  const task = tasks[at]!;
  const { target, clue, placed } = task;
  const points = pointsOf(task);
  const isLast = at + 1 === tasks.length;
  return (
    <Frame
      title={text.practice}
      extra={
        <RouteLink class="button quiet desk" to={{ page: 'other', path: '/daily' }}>
          {text.daily}
        </RouteLink>
      }
    >
      <main class="felt alone">
        <div class="say">
          {clue === null && (
            <span
              class="swatch alone-color"
              role="img"
              aria-label={text.theColor}
              style={{ background: hexOf(target) }}
            />
          )}
          <div class="grow">
            <p class="say-now">
              <strong>{(kind === 'colors' ? text.colorOf : text.clueOf)(at + 1, tasks.length)}</strong>
            </p>
            <h1 class="say-large" translate={clue === null}>
              {clue ?? text.whereIsIt}
            </h1>
          </div>
          <span class="say-gain num">
            {pointsIn(tasks)}
            <span class="unseen">{text.pointsSoFar}</span>
          </span>
        </div>
        <div class="board-slot">
          <SoloBoard
            aim={aim}
            placed={placed}
            target={placed === null ? null : target}
            onAim={setAim}
            onPlace={onPlace}
          />
        </div>
        {placed === null ? (
          <PlaceBar cell={aim} detail={clue === null ? text.whichCell : text.whatDidBotMean}>
            <button
              type="button"
              class="button primary big dock-main"
              aria-disabled={aim === null}
              onClick={() => aim !== null && onPlace(aim)}
            >
              {boardText.place}
            </button>
          </PlaceBar>
        ) : (
          <PlaceBar cell={target} lead={text.itIs} detail={boardText.points(points)}>
            <button type="button" class="button primary big dock-main" ref={focusOnce} onClick={onNext}>
              {isLast ? text.resultButton : text.next}
            </button>
          </PlaceBar>
        )}
        <p class="unseen" aria-live="polite">
          {placed === null ? '' : toldOf(task)}
        </p>
      </main>
    </Frame>
  );
}
