import type { GrowthFigure, Study } from '../growth/growth.ts';
import { thisMachine } from '../run/run.ts';
import { whereAndWhen } from './html.ts';
import { headOf, pageOf, rows } from './page.ts';

/** What came of a study. Plain data. */
export interface Growth {
  readonly study: string;
  readonly line: string;
  readonly tables: readonly number[];
  readonly figures: readonly GrowthFigure[];
  /** Epoch ms. */
  readonly startedAt: number;
  readonly machine: ReturnType<typeof thisMachine>;
}

export const growthOf = (
  { name, line }: Study,
  tables: readonly number[],
  figures: readonly GrowthFigure[],
  startedAt: number,
): Growth => ({ study: name, line, tables, figures, startedAt, machine: thisMachine() });

/** Heads and lines: each figure for each number of tables, and how many times the first the last is. */
function tableOf({ tables, figures }: Growth): string[][] {
  const grows = tables.length > 1;
  const heads = ['figure', ...tables.map((count) => `${count} tables`), ...(grows ? ['last to first'] : [])];
  return [
    heads,
    ...figures.map(({ name, unit, values }) => [
      name,
      ...values.map((value) => `${value >= 100 ? value.toFixed(0) : value.toPrecision(3)} ${unit}`),
      ...(grows ? [(values.at(-1)! / values[0]!).toFixed(2)] : []),
    ]),
  ];
}

/** A table in Markdown. */
export function growthText(growth: Growth): string {
  const [heads = [], ...lines] = tableOf(growth);
  return [heads, heads.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

/** The same as one file that needs nothing else. */
export function growthHtml(growth: Growth): string {
  const { study, line, machine, startedAt } = growth;
  const [heads = [], ...lines] = tableOf(growth);
  return pageOf({
    title: `Load test: ${study}`,
    parts: [
      headOf(true, { name: study, line, run: whereAndWhen(machine, startedAt) }, []),
      rows('Figures', heads, lines, 'compared'),
    ],
    plots: [],
    window: [0, 0],
  });
}
