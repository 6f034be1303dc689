import { useState } from 'preact/hooks';
import { Refused } from '../../../dom/ui/Refused.tsx';
import { RouteLink } from '../../../dom/ui/RouteLink.tsx';
import { text } from '../messages/alone/index.ts';
import { describeCell, driftWords, hexOf } from '../store/cells.ts';
import { Frame } from './Frame.tsx';
import { focusOnce } from './focus.ts';
import { bestOf, driftIn, type Kind, MOST_POINTS, pointsIn, pointsOf, type Task } from './practice.ts';

/** The ten that have just been played. */
interface Played {
  readonly kind: Kind;
  readonly tasks: readonly Task[];
  readonly isBest: boolean;
}

interface Props {
  readonly last: Played | null;
  readonly onStart: (kind: Kind) => Promise<void>;
}

const kinds = (): readonly { readonly kind: Kind; readonly label: string; readonly help: string }[] => [
  { kind: 'colors', label: text.tenColors, help: text.tenColorsHelp },
  { kind: 'clues', label: text.tenClues, help: text.tenCluesHelp },
];

/** What can be practiced, and how it went. */
export function PracticeStart({ last, onStart }: Props) {
  const [hasFailed, setFailed] = useState(false);
  const drift = last && driftIn(last.tasks);
  const start = (kind: Kind) => {
    setFailed(false);
    onStart(kind).catch(() => setFailed(true));
  };
  return (
    <Frame title={text.practice}>
      <main class="page">
        <div class="page-box alone-box">
          <h1 tabIndex={-1} ref={last ? focusOnce : null}>
            {last ? text.pointsOf(pointsIn(last.tasks), MOST_POINTS) : text.practice}
          </h1>
          {last?.isBest ? <p class="soft">{text.bestSoFar}</p> : <p class="soft">{text.tenInARow}</p>}
          <div class="choice">
            {kinds().map(({ kind, label, help }) => (
              <button key={kind} type="button" class="button" onClick={() => start(kind)}>
                <span>
                  {label}
                  <small>{help}</small>
                  <Best points={bestOf(kind)} />
                </span>
              </button>
            ))}
          </div>
          {hasFailed && <Refused>{text.wordsFailed}</Refused>}
          {last && (
            <>
              {drift && <p>{driftWords(drift)}</p>}
              <p class="small soft">{text.squareAndRound}</p>
              <Past tasks={last.tasks} />
            </>
          )}
          <p class="small soft">
            {text.needConnection[0]}
            <RouteLink class="" to={{ page: 'other', path: '/daily' }}>
              {text.needConnection[1]}
            </RouteLink>
            {text.needConnection[2]}
          </p>
        </div>
      </main>
    </Frame>
  );
}

const Best = ({ points }: { points: number | null }) =>
  points === null ? null : <small class="num">{text.best(points)}</small>;

function Past({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ol class="panel alone-past" aria-label={text.whatYouPlaced}>
      {tasks.map((task) => (
        <li key={task.target}>
          <span class="swatch" style={{ background: hexOf(task.target) }} />
          <span class="swatch" style={{ background: hexOf(task.placed ?? task.target) }} />
          <span class="grow" translate={false}>
            {task.clue !== null && <strong>{task.clue} </strong>}
            <span class="small soft">
              {describeCell(task.target)}
              <span class="unseen">{text.youPlaced(describeCell(task.placed ?? task.target))}</span>
            </span>
          </span>
          <span class="num">
            {pointsOf(task)}
            <span class="unseen">{text.points(pointsOf(task))}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
