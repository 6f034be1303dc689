import { readFileSync } from 'node:fs';
import { type Outcome, SERVER_ENDED } from '../run/run.ts';

/** What a scenario must hold. */
export interface Budget {
  /** Things that did not work, at most; null when the scenario looks for them. */
  readonly errors: number | null;
  /** By operation, ms; null for any time. */
  readonly p99Ms: Readonly<Record<string, number | null>>;
  /** Growth of what the server holds while it is measured, at most, in percent; for scenarios that watch it. */
  readonly memoryGrowthPercent?: number;
}

/** Whether a run passed, and in sentences why not and what to doubt. */
export interface Verdict {
  readonly isPassed: boolean;
  readonly reasons: readonly string[];
  readonly warnings: readonly string[];
}

/** A worker that is busier than this share of its core, or later than this, measures itself, percent and ms. */
const BUSY_PERCENT = 80;
const LATE_P99_MS = 20;

/** What is measured for less than this is nothing, s. */
const LEAST_S = 0.5;
/** What of the operations is about the generator and not about the server. */
export const OWN_OPERATION = 'generator late';

/** A ramp that took so many times as long as it was meant to, and these seconds more, was too steep. */
const SLOW_RAMP = 1.2;
const SLOW_RAMP_S = 2;

/** More than this share of the machine for other programs is felt in every time, percent of all cores. */
const OTHERS_PERCENT = 25;

/** What other programs on the generator's machine used while it was measured, in percent of one core. */
export const othersOn = ({ machineCpu, server, generator, measuredSeconds }: Outcome): number =>
  Math.max(0, machineCpu - (server?.cpu ?? 0) - generator.cpuMs / (10 * measuredSeconds));

/** The budgets of all scenarios: `budgets.json`, where `default` holds for all and each may say otherwise. */
export function readBudget(scenario: string): Budget {
  const file = new URL('../budgets.json', import.meta.url);
  const all = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Partial<Budget>> & { default: Budget };
  const own = all[scenario] ?? {};
  return { ...all.default, ...own, p99Ms: { ...all.default.p99Ms, ...own.p99Ms } };
}

/** Holds a run against its budget. A wrong answer fails it, however fast it was. */
export function judge(outcome: Outcome, budget: Budget): Verdict {
  const reasons = outcome.endedEarly ? [] : missing(outcome);
  for (const { kind, count, example } of outcome.faults)
    reasons.push(`WRONG: ${kind}, ${times(count)}: ${example}.`);
  const end = outcome.errors.find(({ kind }) => kind === SERVER_ENDED);
  if (end) reasons.push(`The server ended. The last that it said: ${end.example}`);
  const errors = outcome.errors.reduce((sum, { count }) => sum + count, 0);
  if (budget.errors !== null && errors > budget.errors) {
    const { kind, example } = outcome.errors[0]!;
    const allowed = budget.errors === 0 ? 'none' : budget.errors;
    reasons.push(
      `${times(errors)} something did not work; the budget allows ${allowed}. First: ${kind} (${example}).`,
    );
  }
  for (const [operation, limit] of isMeasured(outcome) ? Object.entries(budget.p99Ms) : []) {
    const took = outcome.totals.took[operation];
    if (took && limit !== null && took.p99Ms > limit)
      reasons.push(`“${operation}” took ${ms(took.p99Ms)} at p99, where ${ms(limit)} are the limit.`);
  }
  if (reasons.length === 0 && !isMeasured(outcome))
    reasons.push(outcome.endedEarly ? 'Ended before anything was measured.' : 'Nothing was measured.');
  const { server, steps } = outcome;
  if (steps[0]?.trouble) reasons.push(`Even ${steps[0].people} people were too many: ${steps[0].trouble}.`);
  const growth = server?.heldMb ? growthPercent(server.heldMb) : 0;
  if (growth > (budget.memoryGrowthPercent ?? Number.POSITIVE_INFINITY))
    reasons.push(
      `What the server holds grew by ${growth.toFixed(0)} %; the budget allows ${budget.memoryGrowthPercent} %.`,
    );
  return { isPassed: reasons.length === 0, reasons, warnings: warningsOf(outcome) };
}

/** How much more a server holds at the end, percent. */
export const growthPercent = ([before, after]: readonly [number, number]): number =>
  100 * (after / before - 1);

/** Whether there is anything to judge by. */
export const isMeasured = ({ measuredSeconds, totals }: Outcome): boolean =>
  measuredSeconds >= LEAST_S && Object.keys(totals.took).some((name) => name !== OWN_OPERATION);

/** Who did not come in, in a sentence, as all figures are about those who did. */
function missing({ arrival: { planned, came, tookSeconds }, errors }: Outcome): string[] {
  if (came === planned) return [];
  const took = `in ${tookSeconds.toFixed(0)} s`;
  const advice = errors.length > 0 ? '' : ' A longer --ramp gives the others time.';
  if (came === 0) return [`Nobody came in, ${took}.${advice}`];
  return [`Only ${came} of ${planned} people came in, ${took}; all figures are those of them.${advice}`];
}

/** What to doubt of a run, in sentences. */
export function warningsOf(outcome: Outcome): string[] {
  const { arrival, generator, machine, totals } = outcome;
  const warnings: string[] = [];
  if (outcome.endedEarly && isMeasured(outcome))
    warnings.push(`It was ended early: ${outcome.measuredSeconds.toFixed(0)} s were measured.`);
  if (isTakenForOne(outcome)) warnings.push(TAKEN_FOR_ONE);
  const others = othersOn(outcome);
  if (others > OTHERS_PERCENT * machine.cores)
    warnings.push(
      `Other programs used ${others.toFixed(0)} % of a core of this machine, which has ${machine.cores}: every time below is longer for it, most of all the percentiles. Costs in CPU time can be believed.`,
    );
  const { came, planned, rampSeconds, tookSeconds } = arrival;
  if (rampSeconds > 0 && tookSeconds > rampSeconds * SLOW_RAMP + SLOW_RAMP_S)
    warnings.push(
      `People came in at ${perSecond(came, tookSeconds)} a second, where ${perSecond(planned, rampSeconds)} were meant to: the server, or this machine, took in no more. How long those waited who had not begun to come is in no figure.`,
    );
  if (generator.cpu > BUSY_PERCENT)
    warnings.push(
      `A thread of the generator used ${generator.cpu.toFixed(0)} % of its core: times may be its own. Give it more --workers or fewer --players.`,
    );
  const late = totals.took[OWN_OPERATION];
  if (late && late.p99Ms > LATE_P99_MS)
    warnings.push(
      `The generator was slow: it began ${ms(late.p99Ms)} late at p99. That is part of every time below; on a free machine it is below ${LATE_P99_MS} ms.`,
    );
  return warnings;
}

/** Refused by a server that is not ours, for coming too often from one address. */
const isTakenForOne = ({ server, errors }: Outcome): boolean =>
  server === null && errors.some(({ kind, example }) => /rate_limited|\b429\b/.test(`${kind} ${example}`));
const TAKEN_FOR_ONE =
  'The server refused people because too many came from one address, that of this machine. ' +
  'For a test it can be started with TRUSTED_PROXIES set to that address (loopback when both are on one machine): ' +
  'then everybody has an address of their own. Or let fewer people come: --players 40.';

const perSecond = (people: number, seconds: number): string => (people / seconds).toFixed(0);

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

/** A time as people read it. */
export const ms = (value: number): string =>
  value >= 10_000
    ? `${(value / 1_000).toFixed(1)} s`
    : value >= 100
      ? `${value.toFixed(0)} ms`
      : value >= 10
        ? `${value.toFixed(1)} ms`
        : `${value.toFixed(2)} ms`;
