import type { Outcome } from '../run/run.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { costsOf } from './costs.ts';
import { escaped, headOf, pageOf, plotPlaces, rows } from './page.ts';
import { plotsOf } from './plots.ts';
import { perSecond } from './rates.ts';
import { growthPercent, isMeasured, ms, othersOn, readBudget, type Verdict } from './verdict.ts';
import { titleOf } from './words.ts';

/** The report of a run as one file that needs nothing else. */
export function htmlReport(outcome: Outcome, verdict: Verdict, scenario: Scenario): string {
  const plots = plotsOf(outcome, scenario.headline);
  const parts = [
    head(outcome, verdict, scenario),
    figures(outcome, scenario),
    plotPlaces(plots),
    operations(outcome),
    steps(outcome),
    rows(
      'Cost',
      [],
      costsOf(outcome).map(({ name, value, unit }) => [name, `${value.toFixed(1)} ${unit}`]),
    ),
    rows(
      'Counted and compared',
      [],
      Object.entries({ ...outcome.totals.counts, ...outcome.checks }).map(([name, count]) => [
        name,
        count.toLocaleString('en'),
      ]),
    ),
    troubles(outcome),
  ];
  const title = `Load test: ${scenario.name}, ${verdict.isPassed ? 'passed' : 'failed'}`;
  return pageOf({ title, parts, plots, window: windowOf(outcome) });
}

/** What was measured, on the clock of the plots. */
const windowOf = ({ window: [from, to], seconds }: Outcome): [number, number] => [
  seconds[from]?.at ?? 0,
  seconds[to - 1]?.at ?? 0,
];

function head(outcome: Outcome, { isPassed, reasons, warnings }: Verdict, { name, line }: Scenario): string {
  const { players, measuredSeconds, url, server, pace, seed, workers, machine, startedAt } = outcome;
  const threads = workers === 1 ? '1 thread' : `${workers} threads`;
  const where = server ? 'a server of its own' : url;
  const run = `${players} people on ${where}, measured for ${measuredSeconds.toFixed(0)} s, a move each ${pace.moveMs} ms, seed ${seed}, ${threads} of load, ${whereAndWhen(machine, startedAt)}`;
  const good = 'Nothing was lost, doubled, out of order or given away, and everything was within its budget.';
  return headOf(isPassed, { name, line, run }, [
    ...(isPassed ? [['good', good] as const] : []),
    ...reasons.map((reason) => ['bad', reason] as const),
    ...warnings.map((warning) => ['careful', `Careful: ${warning}`] as const),
    ...(server ? [] : [['note', NO_FIGURES] as const]),
  ]);
}

const NO_FIGURES =
  'The server gives no figures of its CPU, memory and event loop: it is not one of ours, or it ended.';

/** On which machine, and when. */
export const whereAndWhen = ({ cpu, cores, node }: Outcome['machine'], startedAt: number): string =>
  `on ${cpu} (${cores} cores), Node ${node}, ${new Date(startedAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** What the budget allows is told where there is a budget. */
type Figure = readonly [name: string, value: string, limit?: string | null];

/** What one reads first. */
function figures(outcome: Outcome, { headline }: Scenario): string {
  const { totals, server, generator, errors } = outcome;
  const { p99Ms, memoryGrowthPercent } = readBudget(outcome.scenario);
  const boxes: Figure[] = [];
  for (const name of headline) {
    const took = totals.took[name];
    if (!took) continue;
    const most = p99Ms[name];
    boxes.push([`${name}, p50`, ms(took.p50Ms)], [`${name}, p99`, ms(took.p99Ms), most ? ms(most) : null]);
    boxes.push([`${name}, per s`, perSecond(outcome, name).toFixed(0)]);
  }
  if (server)
    boxes.push(
      ['server CPU', `${server.cpu.toFixed(0)} %`],
      ['server memory', `${server.rssMb.toFixed(0)} MB`],
    );
  if (server?.heldMb)
    boxes.push([
      'held by the server, growth',
      `${growthPercent(server.heldMb).toFixed(1)} %`,
      `${memoryGrowthPercent} %`,
    ]);
  boxes.push(
    ['generator CPU', `${generator.cpu.toFixed(0)} %`],
    ['CPU of other programs', `${othersOn(outcome).toFixed(0)} %`],
  );
  boxes.push(['did not work', String(errors.reduce((sum, { count }) => sum + count, 0))]);
  const box = ([name, value, limit]: Figure) =>
    `<div><dt>${escaped(name)}</dt><dd>${value}${limit ? ` <small>limit ${limit}</small>` : ''}</dd></div>`;
  return `<dl class="figures">${boxes.map(box).join('')}</dl>`;
}

function operations(outcome: Outcome): string {
  if (!isMeasured(outcome)) return '';
  const heads = ['operation', 'count', 'per s', 'p50', 'p90', 'p99', 'p99.9', 'max'];
  const lines = Object.entries(outcome.totals.took).map(([name, took]) => [
    titleOf(name),
    took.count.toLocaleString('en'),
    perSecond(outcome, name).toFixed(1),
    ...[took.p50Ms, took.p90Ms, took.p99Ms, took.p999Ms, took.maxMs].map(ms),
  ]);
  return rows('Operations', heads, lines, 'operations');
}

const steps = ({ steps }: Outcome): string =>
  rows(
    'More and more people',
    ['people', 'p99', 'how it was'],
    steps.map(({ people, p99Ms, trouble }) => [people, ms(p99Ms), trouble ?? 'fine']),
  );

const troubles = ({ errors, faults }: Outcome): string =>
  rows(
    'What went wrong',
    ['what', 'times', 'the first of them'],
    [...faults, ...errors].map(({ kind, count, example }) => [kind, count, example]),
    'troubles',
  );
