import { warningsOf } from '../report/verdict.ts';
import { OwnServer } from '../run/own-server.ts';
import { type Outcome, type Plan, run, thisMachine } from '../run/run.ts';
import type { Contender } from './contenders.ts';
import { COMPARED } from './figures.ts';

/** A figure of all contenders, in each turn. */
export interface Row {
  readonly name: string;
  readonly unit: string;
  /** By contender, then by turn; `NaN` where there was nothing to read it off. */
  readonly values: readonly (readonly number[])[];
}

/** What came of a comparison. The first contender is the one that the others are held against. */
export interface Comparison
  extends Pick<Outcome, 'scenario' | 'players' | 'pace' | 'seed' | 'machine' | 'startedAt'> {
  /** How long was measured in each run, s. */
  readonly seconds: number;
  readonly turns: number;
  readonly contenders: readonly Pick<Contender, 'name' | 'about'>[];
  readonly rows: readonly Row[];
  /** What went wrong, in words; then the ratios mean nothing. */
  readonly troubles: readonly string[];
  /** What to doubt, in words: a generator that was busy or late. */
  readonly warnings: readonly string[];
}

/**
 * Lets all play the same, once in each turn, in the opposite order in every other one, so that what else the machine does
 * meets all alike.
 * @param onTurn called before each run
 */
export async function compare(
  plan: Omit<Plan, 'url' | 'speaks'>,
  contenders: readonly Contender[],
  turns: number,
  onTurn: (turn: number, contender: string) => void,
): Promise<Comparison> {
  const figures = COMPARED[plan.scenario.name] ?? [];
  const rows = figures.map(({ name, unit, of }) => ({
    name,
    unit,
    of,
    values: contenders.map((): number[] => []),
  }));
  const troubles: string[] = [];
  const warnings: string[] = [];
  const startedAt = Date.now();
  for (let turn = 0; turn < turns; turn++) {
    const order = contenders.map((contender, index) => ({ contender, index }));
    for (const { contender, index } of turn % 2 === 0 ? order : order.reverse()) {
      onTurn(turn + 1, contender.name);
      const server = await OwnServer.start(contender.file, { root: contender.root });
      try {
        const outcome = await run({ ...plan, url: server.url, speaks: contender.speaks }, server);
        const named = (text: string) => `${contender.name}, turn ${turn + 1}: ${text}`;
        troubles.push(...wrongIn(outcome, plan).map(named));
        warnings.push(...warningsOf(outcome).map(named));
        for (const { of, values } of rows) values[index]!.push(of(outcome) ?? Number.NaN);
      } finally {
        await server.stop();
      }
    }
  }
  const { scenario, players, pace, seed, seconds } = plan;
  return {
    ...{ scenario: scenario.name, players, pace, seed, seconds, turns, startedAt, machine: thisMachine() },
    contenders: contenders.map(({ name, about }) => ({ name, about })),
    rows: rows.map(({ name, unit, values }) => ({ name, unit, values })),
    troubles,
    warnings,
  };
}

/** What must not happen. Whoever looks for a limit goes on until something does not work. */
function wrongIn({ arrival, faults, errors }: Outcome, { scenario }: Pick<Plan, 'scenario'>): string[] {
  const { came, planned } = arrival;
  const missing = came === planned ? [] : [`only ${came} of ${planned} people came in`];
  const kinds = scenario.growth ? faults : [...faults, ...errors];
  return [...missing, ...kinds.map(({ kind, example }) => `${kind} (${example})`)];
}
