import { costsOf } from '../report/costs.ts';
import { OwnServer } from '../run/own-server.ts';
import { type Outcome, type Plan, run } from '../run/run.ts';
import type { Contender } from './contenders.ts';

/** A figure of all contenders, in each turn. */
export interface Row {
  readonly name: string;
  readonly unit: string;
  /** By contender, then by turn. */
  readonly values: readonly (readonly number[])[];
}

/** What came of a comparison. The first contender is the one that the others are held against. */
export interface Comparison {
  readonly contenders: readonly string[];
  readonly rows: readonly Row[];
  /** What went wrong, in words; then the ratios mean nothing. */
  readonly troubles: readonly string[];
}

/**
 * Lets all play the same, once in each turn, in the opposite order in every other one, so that what else the machine does
 * meets all alike.
 * @param onTurn called before each run
 */
export async function compare(
  plan: Omit<Plan, 'url' | 'speaks'>,
  contenders: readonly Contender[],
  turns: number,
  onTurn: (turn: number, contender: string) => void,
): Promise<Comparison> {
  const rows = new Map<string, { readonly unit: string; readonly values: number[][] }>();
  const troubles: string[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const order = contenders.map((contender, index) => ({ contender, index }));
    for (const { contender, index } of turn % 2 === 0 ? order : order.reverse()) {
      onTurn(turn + 1, contender.name);
      const server = await OwnServer.start(contender.file, contender.root);
      try {
        const outcome = await run({ ...plan, url: server.url, speaks: contender.speaks }, server);
        for (const { kind, example } of [...outcome.faults, ...outcome.errors])
          troubles.push(`${contender.name}: ${kind} (${example})`);
        for (const [name, value, unit] of figuresOf(outcome, plan.scenario.headline)) {
          const row = rows.get(name) ?? { unit, values: contenders.map(() => []) };
          rows.set(name, row);
          row.values[index]!.push(value);
        }
      } finally {
        await server.stop();
      }
    }
  }
  return {
    contenders: contenders.map(({ name }) => name),
    rows: [...rows].map(([name, row]) => ({ name, ...row })),
    troubles,
  };
}

/** Costs first: they depend least on what else the machine does. */
const figuresOf = (outcome: Outcome, headline: readonly string[]): [string, number, string][] => [
  ...costsOf(outcome).map(({ name, value, unit }): [string, number, string] => [name, value, unit]),
  ...headline.flatMap((name): [string, number, string][] => {
    const took = outcome.totals.took[name];
    return took
      ? [
          [`${name}, p50`, took.p50Ms, 'ms'],
          [`${name}, p99`, took.p99Ms, 'ms'],
        ]
      : [];
  }),
];

const sorted = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b);
const median = (numbers: readonly number[]): number =>
  sorted(numbers)[Math.floor((numbers.length - 1) / 2)] ?? Number.NaN;

/** Ratios as people read them: the median, and the least and the greatest. */
export function spread(ratios: readonly number[]): string {
  const all = sorted(ratios).map((ratio) => ratio.toFixed(2));
  return `${median(ratios).toFixed(2)} (${all[0]}–${all.at(-1)})`;
}

/** A table in Markdown: medians of all, and the ratios within each turn, with their spread. */
export function comparisonText({ contenders, rows, troubles }: Comparison): string {
  const heads = ['', ...contenders, ...contenders.slice(1).map((name) => `${name}, ratio`)];
  const lines = rows.map(({ name, unit, values: [first = [], ...others] }) => [
    name,
    ...[first, ...others].map((values) => `${median(values).toPrecision(3)} ${unit}`),
    ...others.map((values) => spread(values.map((value, turn) => value / (first[turn] ?? Number.NaN)))),
  ]);
  const table = [heads, heads.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |\n`);
  return `\n${table.join('')}\n${troubles.map((trouble) => `✗ ${trouble}\n`).join('')}`;
}
