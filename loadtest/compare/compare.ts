import { OwnServer } from '../run/own-server.ts';
import { type Outcome, type Plan, run } from '../run/run.ts';
import type { Contender } from './contenders.ts';
import { COMPARED } from './figures.ts';
import { median, spread } from './spread.ts';

/** A figure of all contenders, in each turn. */
export interface Row {
  readonly name: string;
  readonly unit: string;
  /** By contender, then by turn; `NaN` where there was nothing to read it off. */
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
  const figures = COMPARED[plan.scenario.name] ?? [];
  const rows = figures.map(({ name, unit, of }) => ({
    name,
    unit,
    of,
    values: contenders.map((): number[] => []),
  }));
  const troubles: string[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const order = contenders.map((contender, index) => ({ contender, index }));
    for (const { contender, index } of turn % 2 === 0 ? order : order.reverse()) {
      onTurn(turn + 1, contender.name);
      const server = await OwnServer.start(contender.file, contender.root);
      try {
        const outcome = await run({ ...plan, url: server.url, speaks: contender.speaks }, server);
        for (const trouble of wrongIn(outcome, plan)) troubles.push(`${contender.name}: ${trouble}`);
        for (const { of, values } of rows) values[index]!.push(of(outcome) ?? Number.NaN);
      } finally {
        await server.stop();
      }
    }
  }
  return {
    contenders: contenders.map(({ name }) => name),
    rows: rows.map(({ name, unit, values }) => ({ name, unit, values })),
    troubles,
  };
}

/** What must not happen. Whoever looks for a limit goes on until something does not work. */
function wrongIn({ arrival, faults, errors }: Outcome, { scenario }: Pick<Plan, 'scenario'>): string[] {
  const { came, planned } = arrival;
  const missing = came === planned ? [] : [`only ${came} of ${planned} people came in`];
  const kinds = scenario.growth ? faults : [...faults, ...errors];
  return [...missing, ...kinds.map(({ kind, example }) => `${kind} (${example})`)];
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
