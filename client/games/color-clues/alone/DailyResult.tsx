import { text } from '../messages/alone/index.ts';
import '../../../dom/styles/end.css';
import { useCallback, useMemo, useState } from 'preact/hooks';
import type { Cell } from '../../../../shared/games/color-clues/types.ts';
import type { DailyRank, DailyView, DailyResult as Result } from '../../../../shared/protocol/daily.ts';
import { Marker } from '../../../dom/ui/Marker.tsx';
import { RouteLink } from '../../../dom/ui/RouteLink.tsx';
import { initialOf } from '../../../store/letters.ts';
import { describeCell, hexOf, nameOf } from '../store/cells.ts';
import { ClueTabs } from './ClueTabs.tsx';
import { dayWords, MOST_OF_DAY, waitWords } from './days.ts';
import { Frame } from './Frame.tsx';
import { focusOnce } from './focus.ts';
import { PastDays } from './PastDays.tsx';
import { ShareDay } from './ShareDay.tsx';
import { SoloBoard } from './SoloBoard.tsx';

/** What was right, where others placed, and what the day brought. */
export function DailyResult({ view, result }: { view: DailyView; result: Result }) {
  const { day, today, hints, now, nextAt, streak } = view;
  const [at, setAt] = useState(0);
  const sum = result.points.reduce((all, each) => all + each, 0);
  return (
    <Frame title={day === today ? text.daily : dayWords(day)}>
      <main class="page">
        <div class="page-box alone-box">
          <div>
            <h1 tabIndex={-1} ref={focusOnce}>
              {text.pointsOf(sum, MOST_OF_DAY)}
            </h1>
            <p class="soft">{text.standing(dayWords(day), result.people, result.isCounted, streak)}</p>
          </div>
          <ClueTabs
            hints={hints}
            at={at}
            onShow={setAt}
            note={(hint) => text.share(result.points[hint]!, 3)}
          />
          <Place key={at} result={result} at={at} />
          <ShareDay day={day} points={result.points} />
          <p>
            {day === today ? text.newCluesIn(waitWords(nextAt - now)) : ''}{' '}
            <RouteLink class="" to={{ page: 'other', path: '/practice' }}>
              {text.practice}
            </RouteLink>
          </p>
          <Table ranks={result.ranks} />
          <section aria-labelledby="past-days">
            <h2 id="past-days">{text.pastDays}</h2>
            <PastDays view={view} />
          </section>
        </div>
      </main>
    </Frame>
  );
}

/** The board of one clue: the own marker, the cell that was right, and how many others placed where. */
function Place({ result, at }: { result: Result; at: number }) {
  const placed = result.places[at] as Cell;
  const target = result.answers[at] as Cell;
  const counts = useMemo(() => new Map(result.crowd[at]), [result, at]);
  const others = useMemo(() => new Map([...counts].filter(([cell]) => cell !== placed)), [counts]);
  const describe = useCallback(
    (cell: Cell) => {
      const people = counts.get(cell) ?? 0;
      return people === 0 ? nameOf(cell) : text.placedHere(nameOf(cell), people);
    },
    [counts],
  );
  const [most, people] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [placed, 0];
  return (
    <div>
      <div class="alone-board">
        <SoloBoard aim={null} placed={placed} target={target} crowd={others} describe={describe} isFlat />
      </div>
      <dl class="alone-facts">
        <Fact name={text.theColor} cell={target} />
        <Fact name={text.you} cell={placed} />
        {result.people > 1 && <Fact name={text.most(people, result.people)} cell={most} />}
      </dl>
    </div>
  );
}

function Fact({ name, cell }: { name: string; cell: Cell }) {
  return (
    <div>
      <dt class="small soft">{name}</dt>
      <dd translate={false}>
        <span class="swatch" style={{ background: hexOf(cell) }} />
        <span class="num">{describeCell(cell)}</span>
      </dd>
    </div>
  );
}

/** The best of the day, of those with an account. */
function Table({ ranks }: { ranks: readonly DailyRank[] }) {
  return (
    <section aria-labelledby="day-table">
      <h2 id="day-table">{text.tableOfDay}</h2>
      {ranks.length === 0 ? (
        <p class="soft">{text.nobodyYet}</p>
      ) : (
        <ol class="panel ranking day-table">
          {ranks.map(({ place, name, marker, points, isMe }) => (
            <li key={name} aria-current={isMe ? 'true' : undefined}>
              <span class="rank-place num">{place}</span>
              <Marker index={marker} initial={initialOf(name)} size={30} />
              <span class="grow clip" translate={false}>
                {name}
              </span>
              <span class="num">
                {points}
                <span class="unseen">{text.points(points)}</span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
