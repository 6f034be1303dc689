/** `npm run loadtest`: see `--help`, or README.md beside this file. */

import { compare } from './compare/compare.ts';
import { type Study, study } from './growth/growth.ts';
import { againstText, readReport } from './report/against.ts';
import { comparisonText } from './report/comparison.ts';
import { growthOf, growthText } from './report/growth.ts';
import { judge, readBudget } from './report/verdict.ts';
import { secondLine, verdictText } from './report/words.ts';
import { writeComparison, writeGrowth, writeReports } from './report/write.ts';
import { greet } from './run/greet.ts';
import { Interrupt } from './run/interrupt.ts';
import { type Options, readOptions, UsageError } from './run/options.ts';
import { OwnServer, PRODUCT } from './run/own-server.ts';
import { run } from './run/run.ts';

/** What is not answered or seen after this long is lost, ms. */
const PATIENCE_MS = 10_000;

const say = (text: string) => process.stdout.write(text);

async function main(options: Options): Promise<boolean> {
  const interrupt = new Interrupt(() =>
    say('\nEnding early: what was measured so far is told. Ctrl-C again leaves at once.\n'),
  );
  const { scenario, players, seconds, paceName } = options;
  const earlier = options.against === null ? null : readReport(options.against);
  if (options.url !== null) await greet(options.url);
  const server = options.url === null ? await OwnServer.start(PRODUCT) : null;
  const url = options.url ?? server!.url;
  say(`${scenario.name}: ${scenario.line}\n`);
  say(`${players} people on ${url}, ${seconds} s, pace ${paceName}, seed ${options.seed}.\n\n`);
  try {
    const plan = { ...options, url, speaks: 'protocol', patienceMs: PATIENCE_MS } as const;
    const outcome = await run(
      plan,
      server,
      (second, step) => say(`${secondLine(second, step, scenario.headline)}\n`),
      () => interrupt.isAsked,
    );
    const verdict = judge(outcome, readBudget(scenario.name));
    say(verdictText(outcome, verdict));
    if (earlier) say(againstText(outcome, earlier));
    say(`\n${writeReports(options.out, outcome, verdict, scenario).join('\n')}\n`);
    return verdict.isPassed;
  } finally {
    await server?.stop();
  }
}

/** Plays the same on all contenders, in turns. */
async function held(options: Options, turns: number): Promise<boolean> {
  const { scenario, players, seconds, contenders } = options;
  say(
    `${scenario.name}: ${scenario.line}\n${players} people, ${seconds} s, ${turns} turns; only ratios mean anything.\n`,
  );
  new Interrupt(() => {
    say('\nStopped: turns that were not all played say nothing.\n');
    process.exit(130);
  });
  const plan = { ...options, patienceMs: PATIENCE_MS };
  const comparison = await compare(plan, contenders, turns, (turn, name) => say(`turn ${turn}: ${name}\n`));
  say(comparisonText(comparison));
  say(`\n${writeComparison(options.out, comparison, scenario).join('\n')}\n`);
  return comparison.troubles.length === 0;
}

/** Looks at one server with more and more tables. */
async function grown({ tables, seed, out }: Options, what: Study): Promise<boolean> {
  const startedAt = Date.now();
  const counts = tables ?? what.tables;
  say(`${what.name}: ${what.line}\n`);
  const figures = await study(what, counts, seed, (step) => say(`${step}\n`));
  const growth = growthOf(what, counts, figures, startedAt);
  say(`\n${growthText(growth)}\n${writeGrowth(out, growth).join('\n')}\n`);
  return true;
}

function play(options: Options): Promise<boolean> {
  if (options.study) return grown(options, options.study);
  return options.turns === null ? main(options) : held(options, options.turns);
}

process.once('SIGTERM', () => process.exit(143));
try {
  const options = readOptions(process.argv.slice(2));
  if (typeof options === 'string') say(options);
  else if (!(await play(options))) process.exitCode = 1;
} catch (error) {
  process.stderr.write(`${error instanceof UsageError ? error.message : (error as Error).stack}\n`);
  process.exitCode = 1;
}
