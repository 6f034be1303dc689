import { readFileSync } from 'node:fs';
import { UsageError } from '../run/options.ts';
import type { Outcome } from '../run/run.ts';
import { costsOf } from './costs.ts';
import { OWN_OPERATION } from './verdict.ts';

/** Differences smaller than this share are noise, on a machine that does other things as well. */
const NOISE = 0.1;

/** Reads an earlier `report.json`. @throws UsageError when it is none */
export function readReport(file: string): Outcome {
  const report = partsOf(file);
  if (!report?.totals || !report.scenario)
    throw new UsageError(`--against must be the report.json of an earlier run, which ${file} is not.`);
  return report as Outcome;
}

function partsOf(file: string): Partial<Outcome> | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Outcome> | null;
  } catch {
    return null;
  }
}

/** Figures of a run by name, for which less is better. */
function figuresOf(outcome: Outcome): Map<string, number> {
  const figures = new Map<string, number>();
  for (const [name, took] of Object.entries(outcome.totals.took)) {
    if (name === OWN_OPERATION) continue;
    figures.set(`${name}, p50, ms`, took.p50Ms);
    figures.set(`${name}, p99, ms`, took.p99Ms);
  }
  for (const { name, value, unit } of costsOf(outcome)) figures.set(`${name}, ${unit}`, value);
  figures.set(
    'did not work',
    outcome.errors.reduce((sum, { count }) => sum + count, 0),
  );
  return figures;
}

/** What got better or worse since an earlier run, a line each, the greatest change first. */
export function againstText(now: Outcome, before: Outcome): string {
  const lines: { readonly change: number; readonly text: string }[] = [];
  const earlier = figuresOf(before);
  for (const [name, value] of figuresOf(now)) {
    const was = earlier.get(name);
    // The report of an earlier version does not hold everything.
    if (was === undefined || Number.isNaN(was) || was === value) continue;
    const change = was === 0 ? Number.POSITIVE_INFINITY : value / was - 1;
    if (Math.abs(change) < NOISE) continue;
    const percent = Number.isFinite(change)
      ? `${change > 0 ? '+' : ''}${(100 * change).toFixed(0)} %`
      : 'new';
    const figures = `${was.toPrecision(3)} → ${value.toPrecision(3)}`;
    lines.push({
      change,
      text: `${change > 0 ? 'worse ' : 'better'}  ${percent.padStart(7)}  ${name}: ${figures}`,
    });
  }
  const isAlike = ['scenario', 'players'].every(
    (key) => now[key as 'scenario'] === before[key as 'scenario'],
  );
  const warning = isAlike ? '' : 'Careful: the earlier run had another scenario or other people.\n';
  const none = `Nothing changed by more than ${100 * NOISE} %.\n`;
  const sorted = lines.sort((a, b) => Math.abs(b.change) - Math.abs(a.change)).map(({ text }) => `${text}\n`);
  return `\nAgainst the earlier run:\n${warning}${sorted.join('') || none}`;
}
