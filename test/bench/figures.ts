/** One measurement: figures by name. */
export type Figures = Readonly<Record<string, number>>;

/** What a row of a report shows: its words, the figure, its unit. */
export type Row = readonly [label: string, figure: string, unit: string];

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const sorted = (numbers: readonly number[]): number[] => numbers.slice().sort((a, b) => a - b);

/** The value that this share of the numbers is below. */
export const percentile = (numbers: readonly number[], share: number): number =>
  sorted(numbers)[Math.floor(numbers.length * share)] ?? Number.NaN;

export const median = (numbers: readonly number[]): number => percentile(numbers, 0.5);

/** Ratios as a report shows them: the median, and the least and the greatest. */
export function spread(ratios: readonly number[]): string {
  const [least, middle, greatest] = [Math.min(...ratios), median(ratios), Math.max(...ratios)];
  return `${middle.toFixed(2)} (${least.toFixed(2)}–${greatest.toFixed(2)})`;
}

/**
 * Measures every kind once per turn, in another order each turn, so that what else the machine does meets all alike.
 * @returns the turns, each with the figures of every kind
 */
export async function takeTurns<K extends string>(
  kinds: readonly K[],
  turns: number,
  measure: (kind: K) => Promise<Figures>,
): Promise<Record<K, Figures>[]> {
  const all: Record<K, Figures>[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const figures: Partial<Record<K, Figures>> = {};
    for (const kind of turn % 2 === 0 ? kinds : kinds.toReversed()) figures[kind] = await measure(kind);
    all.push(figures as Record<K, Figures>);
  }
  return all;
}

/** Prints a table: the medians of all kinds, and the ratios of all but the first to the first, with their spread. */
export function report<K extends string>(
  rows: readonly Row[],
  kinds: Readonly<Record<K, string>>,
  turns: readonly Record<K, Figures>[],
): void {
  const names = Object.keys(kinds) as K[];
  const [baseline, ...subjects] = names;
  const heads = [...names.map((kind) => kinds[kind]), ...subjects.map((kind) => `ratio: ${kinds[kind]}`)];
  console.log(`| | ${heads.join(' | ')} |`);
  console.log(`|${'---|'.repeat(heads.length + 1)}`);
  for (const [label, figure, unit] of rows) {
    const values = (kind: K) => turns.map((turn) => turn[kind][figure] ?? Number.NaN);
    const cells = names.map((kind) => `${median(values(kind)).toFixed(2)} ${unit}`);
    for (const kind of subjects) {
      cells.push(spread(turns.map((turn) => turn[kind][figure]! / turn[baseline!][figure]!)));
    }
    console.log(`| ${label} | ${cells.join(' | ')} |`);
  }
}
