const sorted = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b);
export const median = (numbers: readonly number[]): number =>
  sorted(numbers)[Math.floor((numbers.length - 1) / 2)] ?? Number.NaN;

/** Ratios as people read them: the median, and the least and the greatest. */
export function spread(ratios: readonly number[]): string {
  const all = sorted(ratios).map((ratio) => ratio.toFixed(2));
  return `${median(ratios).toFixed(2)} (${all[0]}–${all.at(-1)})`;
}
