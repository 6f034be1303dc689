import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Comparison } from '../compare/compare.ts';
import type { Outcome } from '../run/run.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { comparisonHtml, comparisonJson } from './comparison.ts';
import { type Growth, growthHtml } from './growth.ts';
import { htmlReport } from './html.ts';
import { junitReport } from './junit.ts';
import type { Verdict } from './verdict.ts';

/** Writes both reports of a comparison; gives back their paths. */
export const writeComparison = (folder: string, comparison: Comparison, scenario: Scenario): string[] =>
  writeFiles(folder, {
    'report.html': comparisonHtml(comparison, scenario),
    'report.json': comparisonJson(comparison),
  });

/** Writes both reports of a study; gives back their paths. */
export const writeGrowth = (folder: string, growth: Growth): string[] =>
  writeFiles(folder, {
    'report.html': growthHtml(growth),
    'report.json': `${JSON.stringify(growth, null, 1)}\n`,
  });

/** Writes all reports of a run into a folder; gives back their paths. */
export function writeReports(
  folder: string,
  outcome: Outcome,
  verdict: Verdict,
  scenario: Scenario,
): string[] {
  return writeFiles(folder, {
    'report.html': htmlReport(outcome, verdict, scenario),
    'report.json': `${JSON.stringify({ ...outcome, verdict }, null, 1)}\n`,
    'junit.xml': junitReport(outcome, verdict),
  });
}

function writeFiles(folder: string, files: Readonly<Record<string, string>>): string[] {
  mkdirSync(folder, { recursive: true });
  return Object.entries(files).map(([name, text]) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  });
}
