import { useState } from 'preact/hooks';
import { Refused } from '../../../dom/ui/Refused.tsx';
import { RouteLink } from '../../../dom/ui/RouteLink.tsx';
import { describeCell, hexOf } from '../store/cells.ts';
import { driftWords } from '../store/drift.ts';
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

const KINDS: readonly { readonly kind: Kind; readonly label: string; readonly help: string }[] = [
  { kind: 'colors', label: 'Ten colors', help: 'A color is shown. Find its cell.' },
  { kind: 'clues', label: 'Ten clues', help: 'A bot says a word. Find what it means.' },
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
    <Frame title="Practice">
      <main class="page">
        <div class="page-box alone-box">
          <h1 tabIndex={-1} ref={last ? focusOnce : null}>
            {last ? `${pointsIn(last.tasks)} of ${MOST_POINTS} points` : 'Practice'}
          </h1>
          {last?.isBest ? (
            <p class="soft">Your best so far in this browser.</p>
          ) : (
            <p class="soft">Ten in a row, three points at most for each. Works without a connection.</p>
          )}
          <div class="choice">
            {KINDS.map(({ kind, label, help }) => (
              <button key={kind} type="button" class="button" onClick={() => start(kind)}>
                <span>
                  {label}
                  <small>{help}</small>
                  {bestOf(kind) !== null && <small class="num">Best: {bestOf(kind)}</small>}
                </span>
              </button>
            ))}
          </div>
          {hasFailed && (
            <Refused>The words of the bots could not be loaded. Try again with a connection.</Refused>
          )}
          {last && (
            <>
              {drift && <p>{driftWords(drift)}</p>}
              <p class="small soft">Square: the color. Round: where you placed.</p>
              <Past tasks={last.tasks} />
            </>
          )}
          <p class="small soft">
            Tables, chat and{' '}
            <RouteLink class="" to={{ page: 'other', path: '/daily' }}>
              the daily
            </RouteLink>{' '}
            need a connection.
          </p>
        </div>
      </main>
    </Frame>
  );
}

function Past({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ol class="panel alone-past" aria-label="What you placed">
      {tasks.map((task) => (
        <li key={task.target}>
          <span class="swatch" style={{ background: hexOf(task.target) }} />
          <span class="swatch" style={{ background: hexOf(task.placed ?? task.target) }} />
          <span class="grow" translate={false}>
            {task.clue !== null && <strong>{task.clue} </strong>}
            <span class="small soft">
              {describeCell(task.target)}
              <span class="unseen">; you: {describeCell(task.placed ?? task.target)}</span>
            </span>
          </span>
          <span class="num">
            {pointsOf(task)}
            <span class="unseen"> points</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
