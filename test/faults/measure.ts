import { quantile } from '../harness/chaos-figures.ts';

/** One figure of a run, and what it has to be. */
export interface Measure {
  readonly name: string;
  /** Null when there was nothing to measure. */
  readonly value: number | null;
  readonly unit: '' | 'ms' | 's' | '×';
  /** Null for a figure that is only told. */
  readonly most: number | null;
  readonly least: number | null;
}

/** A figure that is only told. */
export const told = (name: string, value: number, unit: Measure['unit'] = ''): Measure => ({
  ...{ name, value: rounded(value), unit, most: null, least: null },
});
/** A figure that must not be greater. */
export const atMost = (name: string, value: number, most: number, unit: Measure['unit'] = ''): Measure => ({
  ...told(name, value, unit),
  most,
});
/** A figure that must not be less: one that shows that something happened at all. */
export const atLeast = (name: string, value: number, least: number, unit: Measure['unit'] = ''): Measure => ({
  ...told(name, value, unit),
  least,
});

const rounded = (value: number): number | null =>
  Number.isFinite(value) ? Math.round(value * 100) / 100 : null;

/** Whether a figure is as it has to be; what could not be measured is not. */
export const isKept = ({ value, most, least }: Measure): boolean => {
  if (most === null && least === null) return true;
  return value !== null && (most === null || value <= most) && (least === null || value >= least);
};

/** The median, and what 99 of 100 are not above; NaN for no values. */
export const p50 = (values: readonly number[]): number => quantile(values, 0.5);
export const p99 = (values: readonly number[]): number => quantile(values, 0.99);
