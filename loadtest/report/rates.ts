import { COMING } from '../measure/timeline.ts';
import type { Outcome } from '../run/run.ts';

/**
 * How often an operation happened within a second while it was measured. That people came in is told from the first of
 * them on, so those who came before do not count here.
 */
export function perSecond({ totals, seconds, window, measuredSeconds }: Outcome, operation: string): number {
  const count =
    operation === COMING
      ? seconds.slice(...window).reduce((sum, { took }) => sum + (took[operation]?.count ?? 0), 0)
      : (totals.took[operation]?.count ?? 0);
  return count / measuredSeconds;
}
