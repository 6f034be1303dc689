/** Where ratios lie. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly greatest: number;
}

const sorted = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b);

/** One of the numbers; of an even count the lower of the two in the middle. `NaN` when there are none. */
export const median = (numbers: readonly number[]): number =>
  sorted(numbers)[Math.floor((numbers.length - 1) / 2)] ?? Number.NaN;

export const spreadOf = (ratios: readonly number[]): Spread => ({
  median: median(ratios),
  least: Math.min(...ratios),
  greatest: Math.max(...ratios),
});

/** Ratios as people read them: the median, and the least and the greatest; a dash where one of them is missing. */
export function spread(ratios: readonly number[]): string {
  const { median, least, greatest } = spreadOf(ratios);
  if (Number.isNaN(least)) return '–';
  return `${median.toFixed(2)} (${least.toFixed(2)}–${greatest.toFixed(2)})`;
}
