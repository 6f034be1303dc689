import type { Comparison, Row } from '../compare/compare.ts';
import { median, type Spread, spread, spreadOf } from '../compare/spread.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { whereAndWhen } from './html.ts';
import { escaped, headOf, pageOf, plotPlaces, rows } from './page.ts';
import type { Plot } from './plots.ts';

/** By contender, without the first: its ratios to the first, within each turn. */
const ratiosOf = ({ values: [first = [], ...others] }: Row): number[][] =>
  others.map((values) => values.map((value, turn) => value / (first[turn] ?? Number.NaN)));

/** Heads and lines of a table: the ratios with their spread, then the medians of all. */
const tableOf = ({ contenders, rows }: Comparison): string[][] => [
  [
    'figure',
    ...contenders.slice(1).map(({ name }) => `${name}, ratio`),
    ...contenders.map(({ name }) => name),
  ],
  ...rows.map((row) => [
    row.name,
    ...ratiosOf(row).map(spread),
    ...row.values.map((values) => amount(median(values), row.unit)),
  ]),
];

/** Three digits and the unit, as people write them; a dash where there is nothing. */
const amount = (value: number, unit: string): string =>
  Number.isNaN(value) ? '–' : `${value >= 100 ? value.toFixed(0) : value.toPrecision(3)} ${unit}`.trim();

/** The comparison as a table in Markdown. */
export function comparisonText(comparison: Comparison): string {
  const [heads = [], ...lines] = tableOf(comparison);
  const table = [heads, heads.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |\n`);
  const { troubles, warnings } = comparison;
  const below = [
    ...warnings.map((warning) => `Careful: ${warning}\n`),
    ...troubles.map((trouble) => `✗ ${trouble}\n`),
  ];
  return `\n${table.join('')}\n${below.join('')}`;
}

/** The comparison as data, with the spread of every ratio. */
export function comparisonJson(comparison: Comparison): string {
  const rows = comparison.rows.map((row): Row & { readonly ratios: readonly (Spread | null)[] } => ({
    ...row,
    ratios: [null, ...ratiosOf(row).map(spreadOf)],
  }));
  return `${JSON.stringify({ ...comparison, rows }, null, 1)}\n`;
}

/** The comparison as one file that needs nothing else. */
export function comparisonHtml(comparison: Comparison, { name, line }: Scenario): string {
  const { contenders, players, seconds, turns, pace, seed, machine, startedAt, troubles, warnings } =
    comparison;
  const run = `${players} people, measured for ${seconds} s in each of ${turns} turns, a move each ${pace.moveMs} ms, seed ${seed}, ${whereAndWhen(machine, startedAt)}`;
  const isPassed = troubles.length === 0;
  const good = `All played the same in turns. A ratio is to ${contenders[0]?.name}, within each turn: the median, with the least and the greatest.`;
  const sentences = [
    ...(isPassed ? [['good', good] as const] : []),
    ...troubles.map((trouble) => ['bad', `The ratios mean nothing: ${trouble}`] as const),
    ...warnings.map((warning) => ['careful', `Careful: ${warning}`] as const),
  ];
  const [heads = [], ...lines] = tableOf(comparison);
  const plots = comparison.rows.flatMap((row, index) => plotOf(comparison, row, index));
  return pageOf({
    title: `Load test: ${name}, compared`,
    parts: [
      headOf(isPassed, { name: `${name}, compared`, line, run }, sentences),
      rows('Figures and ratios', heads, lines, 'compared'),
      `<p class="run">${escaped(contenders.map(({ name, about }) => `${name}: ${about}.`).join(' '))}</p>`,
      plotPlaces(plots),
    ],
    plots,
    window: [0, 0],
  });
}

/** Where the ratios of one figure lie; nothing where there are none. */
function plotOf({ contenders }: Comparison, row: Row, index: number): Plot[] {
  const spreads = ratiosOf(row).map(spreadOf);
  const isKnown = spreads.every(({ least, greatest }) => least > 0 && Number.isFinite(greatest));
  if (spreads.length === 0 || !isKnown) return [];
  return [
    {
      id: `ratio-${index}`,
      title: row.name,
      line: `As so many times that of ${contenders[0]?.name}.`,
      kind: 'ratios',
      unit: '',
      isLog: true,
      series: ['median', 'least', 'greatest'],
      x: spreads.map((_, x) => x),
      labels: contenders.slice(1).map(({ name }) => name),
      ys: [
        spreads.map(({ median }) => median),
        spreads.map(({ least }) => least),
        spreads.map(({ greatest }) => greatest),
      ],
    },
  ];
}
