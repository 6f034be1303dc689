import type { Outcome } from '../run/run.ts';
import { escaped } from './page.ts';
import type { Verdict } from './verdict.ts';

/** The verdict as a test result that every CI can read: one test, which fails with all reasons. */
export function junitReport({ scenario, measuredSeconds }: Outcome, { isPassed, reasons }: Verdict): string {
  const failure = isPassed
    ? ''
    : `<failure message="${escaped(reasons[0] ?? 'failed')}">${escaped(reasons.join('\n'))}</failure>`;
  const time = measuredSeconds.toFixed(1);
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="1" failures="${isPassed ? 0 : 1}" time="${time}">
  <testsuite name="loadtest" tests="1" failures="${isPassed ? 0 : 1}" time="${time}">
    <testcase classname="loadtest" name="${escaped(scenario)}" time="${time}">${failure}</testcase>
  </testsuite>
</testsuites>
`;
}
