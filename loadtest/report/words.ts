import type { Took } from '../measure/histogram.ts';
import type { Second } from '../measure/timeline.ts';
import type { Outcome } from '../run/run.ts';
import { costsOf } from './costs.ts';
import { perSecond } from './rates.ts';
import { growthPercent, isMeasured, ms, OWN_OPERATION, othersOn, type Verdict } from './verdict.ts';

/** An operation as reports call it. */
export const titleOf = (operation: string): string =>
  operation === OWN_OPERATION ? `${OWN_OPERATION} (its own)` : operation;

const signed = (value: number): string => `${value < 0 ? '' : '+'}${value.toFixed(1)}`;
/** CPU as people read it. */
const percent = (cpu: number): string => `${cpu.toFixed(0)} % of a core`;
const wide = (text: string, width: number): string => text.padStart(width);

/** One second of a run in a line. */
export function secondLine(
  { at, players, took, errors, faults, server, generator }: Second,
  step: string,
  headline: readonly string[],
): string {
  const parts = [`${wide(String(at), 4)} s  ${step.padEnd(14)}`, `${wide(String(players), 5)} people`];
  for (const name of headline) {
    const times = took[name];
    if (times) parts.push(`${name} ${wide(String(times.count), 5)}/s p99 ${wide(ms(times.p99Ms), 8)}`);
  }
  if (server)
    parts.push(
      `server ${wide(server.cpu.toFixed(0), 3)} % cpu ${server.rssMb.toFixed(0)} MB lag ${server.lagMs.toFixed(0)} ms`,
    );
  parts.push(`generator ${wide(generator.cpu.toFixed(0), 3)} %`);
  if (errors > 0) parts.push(`${errors} did not work`);
  if (faults > 0) parts.push(`${faults} WRONG`);
  return parts.join('   ');
}

const HEADS = ['count', 'per s', 'p50', 'p90', 'p99', 'p99.9', 'max'];

/** What was measured and what to think of it, for a terminal. */
export function verdictText(outcome: Outcome, { isPassed, reasons, warnings }: Verdict): string {
  const lines = isMeasured(outcome) ? figureLines(outcome) : [''];
  for (const { people, p99Ms, trouble } of outcome.steps)
    lines.push(`${wide(String(people), 6)} people  ${trouble ?? `fine, p99 ${ms(p99Ms)}`}`);
  const most = outcome.steps.findLast(({ trouble }) => trouble === null);
  if (most) lines.push(`The figures above are those of ${most.people} people, the most that were fine.`);
  for (const warning of warnings) lines.push(`Careful: ${warning}`);
  for (const reason of reasons) lines.push(`✗ ${reason}`);
  lines.push(
    isPassed
      ? '✓ PASSED: nothing was lost, doubled, out of order or given away, and everything was within its budget.'
      : '✗ FAILED',
  );
  return `${lines.join('\n')}\n`;
}

function figureLines(outcome: Outcome): string[] {
  const { totals, measuredSeconds, server, generator, machine } = outcome;
  const names = Object.keys(totals.took);
  const width = Math.max(12, ...names.map((name) => titleOf(name).length));
  const lines = ['', `${' '.repeat(width)}${HEADS.map((head) => wide(head, 10)).join('')}`];
  const cells = (name: string, took: Took) => [
    String(took.count),
    perSecond(outcome, name).toFixed(1),
    ...[took.p50Ms, took.p90Ms, took.p99Ms, took.p999Ms, took.maxMs].map(ms),
  ];
  for (const name of names)
    lines.push(
      titleOf(name).padEnd(width) +
        cells(name, totals.took[name]!)
          .map((cell) => wide(cell, 10))
          .join(''),
    );
  lines.push('');
  if (server)
    lines.push(
      `server     ${percent(server.cpu)}, ${server.rssMb.toFixed(0)} MB, event loop at most ${ms(server.lagMs)} late`,
    );
  if (server?.heldMb) {
    const [before, after] = server.heldMb.map((mb) => mb.toFixed(1));
    lines.push(
      `memory     ${before} MB held without garbage before, ${after} MB after: ${signed(growthPercent(server.heldMb))} %`,
    );
  }
  if (!server)
    lines.push(
      'server     gives no figures of its CPU, memory and event loop: it is not one of ours, or it ended',
    );
  lines.push(
    `generator  ${percent(generator.cpuMs / measuredSeconds / 10)}, ${percent(generator.cpu)} in its busiest thread, event loop at most ${ms(generator.lagMs)} late`,
    `machine    ${machine.cores} cores, of which other programs used ${percent(othersOn(outcome))}`,
  );
  const costs = costsOf(outcome).map(({ name, value, unit }) => `${name} ${value.toFixed(1)} ${unit}`);
  if (costs.length > 0) lines.push(`costs      ${costs.join(', ')}`);
  const counted = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ');
  lines.push(`counted    ${counted(totals.counts)}`, `checked    ${counted(outcome.checks)}`, '');
  return lines;
}
