import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ProcessNumbers } from '../../net/operate.ts';
import { Series, together } from '../../store/operate/series.ts';
import { shortNumber, titleOfGame } from '../../store/operate/words.ts';
import { AnnounceForm } from './AnnounceForm.tsx';
import { CHARTS } from './charts.ts';
import { useOperate } from './context.ts';
import { LazyChart } from './LazyChart.tsx';
import { Act } from './parts.tsx';

/** Stands for all processes. */
const ALL = '';

/** What the server is like at this moment, and was in the last minutes. */
export function Now() {
  const { room } = useOperate();
  const processes = room.processes.value;
  const [chosen, setChosen] = useState(ALL);
  const shown = processes.has(chosen) ? chosen : ALL;
  const series = useSeries(processes, shown);
  const numbers = series.latest?.numbers ?? {};
  return (
    <div class="operate-now">
      <section aria-labelledby="now-title" class="operate-numbers">
        <div class="row operate-chooser">
          <h2 id="now-title" class="grow">
            {shown === ALL ? 'All processes' : `Process ${shown}`}
          </h2>
          {processes.size > 1 && (
            <label class="small">
              <span class="unseen">Which process</span>
              <select class="field" value={shown} onChange={(event) => setChosen(event.currentTarget.value)}>
                <option value={ALL}>All processes</option>
                {[...processes.keys()].map((name) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
        {series.latest === null && <p class="soft">One moment…</p>}
        <dl class="operate-tiles">
          {TILES.map(({ label, of }) => (
            <div key={label} class="panel">
              <dt class="small soft">{label}</dt>
              <dd class="display num">{of(numbers)}</dd>
            </div>
          ))}
        </dl>
        <div class="operate-charts">
          {CHARTS.map((chart) => (
            <LazyChart key={chart.title} chart={chart} series={series} at={series.latest?.at ?? 0} />
          ))}
        </div>
        <div class="operate-breakdowns">
          <Breakdown
            title="Tables"
            numbers={numbers}
            prefix="tables/"
            words={tableWords}
            empty="None is open."
          />
          <Breakdown
            title="Refusals"
            numbers={numbers}
            prefix="refusals/"
            words={(code) => code}
            empty="None so far."
          />
          <Breakdown
            title="Sockets cut"
            numbers={numbers}
            prefix="cut/"
            words={(reason) => reason}
            empty="None so far."
          />
        </div>
      </section>
      <Processes processes={processes} />
      <AnnounceForm />
    </div>
  );
}

/** The samples of what is shown; they are kept for each process as long as the page is open. */
function useSeries(processes: ReadonlyMap<string, ProcessNumbers>, shown: string): Series {
  const all = useRef(new Map<string, Series>());
  const seriesOf = (name: string): Series => {
    const series = all.current.get(name) ?? new Series();
    all.current.set(name, series);
    return series;
  };
  useMemo(() => {
    for (const [name, { at, numbers }] of processes) seriesOf(name).add({ at, numbers });
    const sum = together([...processes.values()]);
    if (sum) seriesOf(ALL).add(sum);
  }, [processes]);
  useEffect(() => {
    for (const name of all.current.keys()) if (name !== ALL && !processes.has(name)) all.current.delete(name);
  }, [processes]);
  return seriesOf(shown);
}

type Numbers = Readonly<Record<string, number>>;
const count = (name: string) => (numbers: Numbers) =>
  numbers[name] === undefined ? '–' : shortNumber(numbers[name]);
const total = (prefix: string) => (numbers: Numbers) =>
  shortNumber(
    Object.entries(numbers).reduce((sum, [name, value]) => (name.startsWith(prefix) ? sum + value : sum), 0),
  );

const TILES: readonly { readonly label: string; of(numbers: Numbers): string }[] = [
  { label: 'People', of: count('people') },
  { label: 'Sockets', of: count('sockets') },
  { label: 'Connections', of: count('connections') },
  { label: 'Tables', of: total('tables/') },
  { label: 'Talks', of: count('talks') },
  { label: 'Memory, MiB', of: count('rssMiB') },
  { label: 'Writes waiting', of: count('storeWaiting') },
  { label: 'Refusals', of: total('refusals/') },
  { label: 'Sockets cut', of: total('cut/') },
  { label: 'Came back', of: count('reconnects') },
  { label: 'Errors uncaught', of: count('unhandled') },
];

/** `color-clues/waiting` in words. */
function tableWords(key: string): string {
  const [game = '', phase = ''] = key.split('/', 2);
  return `${titleOfGame(game)}, ${phase}`;
}

function Breakdown({
  title,
  numbers,
  prefix,
  words,
  empty,
}: {
  title: string;
  numbers: Numbers;
  prefix: string;
  words: (key: string) => string;
  empty: string;
}) {
  const rows = Object.entries(numbers)
    .filter(([name, value]) => name.startsWith(prefix) && value > 0)
    .sort(([, a], [, b]) => b - a);
  return (
    <div class="panel">
      <h3>{title}</h3>
      {rows.length === 0 && <p class="soft small">{empty}</p>}
      <dl class="operate-facts">
        {rows.map(([name, value]) => (
          <>
            <dt key={name}>{words(name.slice(prefix.length))}</dt>
            <dd class="num">{shortNumber(value)}</dd>
          </>
        ))}
      </dl>
    </div>
  );
}

function Processes({ processes }: { processes: ReadonlyMap<string, ProcessNumbers> }) {
  const { wish } = useOperate();
  return (
    <section class="panel" aria-labelledby="processes-title">
      <h2 id="processes-title">Processes</h2>
      <ul class="operate-list">
        {[...processes].map(([name, { numbers, isLeaving }]) => (
          <li key={name} class="operate-person">
            <span class="grow clip">
              <strong>{name}</strong>{' '}
              <span class="small soft num">
                {numbers.people ?? 0} people · {numbers.rssMiB ?? 0} MiB
                {numbers.storeUp === 0 && ' · its store is away'}
                {isLeaving && ' · ending'}
              </span>
            </span>
            {!isLeaving && (
              <Act
                label="End…"
                about={`process ${name}`}
                onClick={() => wish({ action: { type: 'drain', process: name } })}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
