import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Outcome } from '../run/run.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { costsOf } from './costs.ts';
import { plotsOf } from './plots.ts';
import { perSecond } from './rates.ts';
import { growthPercent, isMeasured, ms, type Verdict } from './verdict.ts';
import { titleOf } from './words.ts';

const require = createRequire(import.meta.url);
const page = (name: string) => readFileSync(new URL(`./page/${name}`, import.meta.url), 'utf8');
const library = (name: string) => readFileSync(require.resolve(`uplot/dist/${name}`), 'utf8');

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Text as HTML and XML hold it. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);

/** The report of a run as one file that needs nothing else. */
export function htmlReport(outcome: Outcome, verdict: Verdict, scenario: Scenario): string {
  const plots = plotsOf(outcome, scenario.headline);
  const data = JSON.stringify({ plots, window: windowOf(outcome) }).replaceAll('<', '\\u003c');
  const body = [
    head(outcome, verdict, scenario),
    figures(outcome, scenario),
    `<div class="plots">${plots.map(({ id, title, line }) => `<section><h2>${title}</h2><p>${line}</p><div class="plot" id="${id}"></div></section>`).join('')}</div>`,
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
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(`Load test: ${scenario.name}, ${verdict.isPassed ? 'passed' : 'failed'}`)}</title>
<style>${library('uPlot.min.css')}${page('page.css')}</style>
</head>
<body>
<main>
${body.join('\n')}
</main>
<script type="application/json" id="data">${data}</script>
<script>${library('uPlot.iife.min.js')}</script>
<script>${page('page.js')}</script>
</body>
</html>
`;
}

/** What was measured, on the clock of the plots. */
const windowOf = ({ window: [from, to], seconds }: Outcome): [number, number] => [
  seconds[from]?.at ?? 0,
  seconds[to - 1]?.at ?? 0,
];

function head(outcome: Outcome, { isPassed, reasons, warnings }: Verdict, { name, line }: Scenario): string {
  const { players, measuredSeconds, url, server, pace, seed, workers, machine, startedAt } = outcome;
  const good = 'Nothing was lost, doubled, out of order or given away, and everything was within its budget.';
  const sentences = [
    ...(isPassed ? [['good', good]] : []),
    ...reasons.map((reason) => ['bad', reason]),
    ...warnings.map((warning) => ['careful', `Careful: ${warning}`]),
    ...(server ? [] : [['note', NO_FIGURES]]),
  ];
  return `<header class="${isPassed ? 'passed' : 'failed'}">
<h1><span>${escaped(name)}</span> <span class="verdict">${isPassed ? 'passed' : 'failed'}</span></h1>
<p class="line">${escaped(line)}</p>
<p class="run">${players} people on ${escaped(server ? 'a server of its own' : url)}, measured for ${measuredSeconds.toFixed(0)} s, a move each ${pace.moveMs} ms, seed ${seed}, ${workers === 1 ? '1 thread' : `${workers} threads`} of load, on ${escaped(machine.cpu)} (${machine.cores} cores), Node ${escaped(machine.node)}, ${new Date(startedAt).toISOString().slice(0, 16).replace('T', ' ')} UTC</p>
<ul class="sentences">${sentences.map(([kind, text]) => `<li class="${kind}">${escaped(text ?? '')}</li>`).join('')}</ul>
</header>`;
}

const NO_FIGURES = 'The server is not one of ours: it gives no figures of its CPU, memory and event loop.';

/** What one reads first. */
function figures(outcome: Outcome, { headline }: Scenario): string {
  const { totals, server, generator, errors } = outcome;
  const boxes: [string, string][] = [];
  for (const name of headline) {
    const took = totals.took[name];
    if (!took) continue;
    boxes.push([`${name}, p50`, ms(took.p50Ms)], [`${name}, p99`, ms(took.p99Ms)]);
    boxes.push([`${name}, per s`, perSecond(outcome, name).toFixed(0)]);
  }
  if (server)
    boxes.push(
      ['server CPU', `${server.cpu.toFixed(0)} %`],
      ['server memory', `${server.rssMb.toFixed(0)} MB`],
    );
  if (server?.heldMb)
    boxes.push(['held by the server, growth', `${growthPercent(server.heldMb).toFixed(1)} %`]);
  boxes.push(['generator CPU', `${generator.cpu.toFixed(0)} %`]);
  boxes.push(['did not work', String(errors.reduce((sum, { count }) => sum + count, 0))]);
  return `<dl class="figures">${boxes.map(([name, value]) => `<div><dt>${escaped(name)}</dt><dd>${value}</dd></div>`).join('')}</dl>`;
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

/** A table with a heading; nothing when there are no lines. `heads` is empty where each line is a name and a value. */
function rows(
  title: string,
  heads: readonly string[],
  lines: readonly (readonly (string | number)[])[],
  kind = '',
): string {
  if (lines.length === 0) return '';
  const cell = (tag: string, text: string | number) => `<${tag}>${escaped(String(text))}</${tag}>`;
  const top =
    heads.length > 0 ? `<thead><tr>${heads.map((head) => cell('th', head)).join('')}</tr></thead>` : '';
  const body = lines.map(
    ([name = '', ...values]) =>
      `<tr><th scope="row">${escaped(String(name))}</th>${values.map((value) => cell('td', value)).join('')}</tr>`,
  );
  return `<h2>${title}</h2><table class="${heads.length > 0 ? kind : 'pairs'}">${top}<tbody>${body.join('')}</tbody></table>`;
}
