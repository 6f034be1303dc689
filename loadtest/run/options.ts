import { parseArgs } from 'node:util';
import { CONTENDERS, type Contender, contenderOf } from '../compare/contenders.ts';
import { COMPARED } from '../compare/figures.ts';
import type { Study } from '../growth/growth.ts';
import { STUDIES } from '../growth/index.ts';
import { SCENARIOS } from '../scenarios/index.ts';
import type { Pace, Scenario } from '../scenarios/scenario.ts';

/** What a run was asked for. */
export interface Options {
  readonly scenario: Scenario;
  /** Null: a server of our own. */
  readonly url: string | null;
  readonly players: number;
  /** What is measured, after everybody came in and the warm-up, s. */
  readonly seconds: number;
  /** How long it takes until everybody is in, s. */
  readonly rampSeconds: number;
  readonly warmUpSeconds: number;
  readonly seed: number;
  readonly workers: number;
  readonly pace: Pace;
  readonly paceName: string;
  /** How often the contenders play in turns; null: a run of its own. */
  readonly turns: number | null;
  /** Who is compared; the first is the one that the others are held against. */
  readonly contenders: readonly Contender[];
  /** What is looked at with more and more tables; null: a run or a comparison. */
  readonly study: Study | null;
  /** How many tables it is looked at with; null: as many as it says. */
  readonly tables: readonly number[] | null;
  /** An earlier `report.json`, or null. */
  readonly against: string | null;
  /** Where reports are written. */
  readonly out: string;
}

/** The command line is not understood; the message says why. */
export class UsageError extends Error {}

const PACES: Readonly<Record<string, Pace>> = {
  human: { moveMs: 4_000, messageMs: 30_000, arrivalMs: 20_000 },
  fast: { moveMs: 1_000, messageMs: 10_000, arrivalMs: 5_000 },
};
/** People who come in within a second, when nobody says how long the ramp is. */
const ARRIVALS_PER_SECOND = 60;
const LEAST_RAMP_S = 2;
const WARM_UP_S = 5;
/** Odd, so that the median is one of them. */
const TURNS = 3;
const LEAST_TABLES = 500;
const USUAL_CONTENDERS = Object.keys(CONTENDERS).join(',');

export const HELP = `npm run loadtest -- [options]

Plays games and chats like many people at once, checks every answer, and writes
a report. Without options: its own server, all kinds of things, half a minute.

  --scenario <name>   what is played (--list shows all)
  --url <address>     a server that is there already; else one is started
  --players <n>       how many people come
  --duration <s>      how long is measured, after they came and warmed up
  --ramp <s>          how long it takes until all are there
  --warmup <s>        how long is played before it counts (${WARM_UP_S})
  --pace <pace>       human, fast (a move per second and table), or ms per move
  --seed <n>          the same seed chooses the same moves
  --workers <n>       threads that pretend to be people
  --out <folder>      where report.html, report.json and junit.xml go
                      (loadtest-report)
  --against <file>    an earlier report.json: says what got better or worse
  --compare           the same on a hand-written ws server, in turns with the
                      product: ratios with their spread
  --contenders <...>  who is compared, all with the first of them
                      (${USUAL_CONTENDERS}); a folder with another build of
                      this repository is the product as it was
  --turns <n>         how often each of them plays (3)
  --growth <study>    tables (does anything cost more with more of them?) or
                      restart (how long until a killed server is back?)
  --tables <n,…>      how many tables, in rising order
  --list              all scenarios
  --help              this

Examples:
  npm run loadtest
  npm run loadtest -- --scenario game --players 3000 --duration 60
  npm run loadtest -- --url https://play.example --players 100 --pace human
  npm run loadtest -- --compare --contenders ws,durable,../before

It ends with exit code 0 when nothing was wrong and everything was within
budgets.json, else with 1. More: loadtest/README.md.
`;

export const listText = (): string =>
  SCENARIOS.map(({ name, line, players }) => `${name.padEnd(16)}${line} (${players} people)\n`).join('');

/** What the command line says: a text to print, or a run. @throws UsageError */
export function readOptions(args: readonly string[]): Options | string {
  const { values } = parse(args);
  if (values.help) return HELP;
  if (values.list) return listText();
  const usual = values.compare ? Object.keys(COMPARED)[0] : SCENARIOS[0]!.name;
  const scenario = SCENARIOS.find(({ name }) => name === (values.scenario ?? usual));
  if (!scenario) throw new UsageError(`There is no scenario ${values.scenario}. There are:\n${listText()}`);
  if (values.compare && !Object.hasOwn(COMPARED, scenario.name))
    throw new UsageError(`--compare plays one of ${Object.keys(COMPARED).join(', ')}.`);
  if (values.compare && values.url !== undefined)
    throw new UsageError('--compare plays on servers of its own: it goes without --url.');
  const players = wholeNumber('players', values.players, scenario.players);
  return {
    scenario,
    url: values.url === undefined ? null : webAddress(values.url),
    players,
    seconds: wholeNumber('duration', values.duration, scenario.seconds),
    rampSeconds: wholeNumber(
      'ramp',
      values.ramp,
      Math.max(LEAST_RAMP_S, Math.ceil(players / ARRIVALS_PER_SECOND)),
      0,
    ),
    warmUpSeconds: wholeNumber('warmup', values.warmup, WARM_UP_S, 0),
    seed: wholeNumber('seed', values.seed, Date.now() % 1_000_000),
    workers: wholeNumber('workers', values.workers, 1),
    pace: paceOf(values.pace),
    paceName: values.pace,
    turns: values.compare ? wholeNumber('turns', values.turns, TURNS) : null,
    contenders: contendersIn(values.contenders),
    study: studyOf(values.growth),
    tables: values.tables === undefined ? null : countsIn(values.tables),
    against: values.against ?? null,
    out: values.out,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        scenario: { type: 'string' },
        url: { type: 'string' },
        players: { type: 'string' },
        duration: { type: 'string' },
        ramp: { type: 'string' },
        warmup: { type: 'string' },
        pace: { type: 'string', default: 'fast' },
        seed: { type: 'string' },
        workers: { type: 'string' },
        against: { type: 'string' },
        compare: { type: 'boolean', default: false },
        contenders: { type: 'string', default: USUAL_CONTENDERS },
        turns: { type: 'string' },
        growth: { type: 'string' },
        tables: { type: 'string' },
        out: { type: 'string', default: 'loadtest-report' },
        list: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\nnpm run loadtest -- --help shows all options.`);
  }
}

function wholeNumber(name: string, text: string | undefined, fallback: number, least = 1): number {
  if (text === undefined) return fallback;
  const number = Number(text);
  if (Number.isInteger(number) && number >= least) return number;
  throw new UsageError(`--${name} must be a whole number of ${least} or more, not ${text}.`);
}

function contendersIn(text: string): readonly Contender[] {
  return text.split(',').map((name) => {
    const contender = contenderOf(name.trim());
    if (contender) return contender;
    throw new UsageError(
      `There is no contender ${name}: say ${USUAL_CONTENDERS}, or a folder with a build of this repository (npm run build).`,
    );
  });
}

function studyOf(name: string | undefined): Study | null {
  if (name === undefined) return null;
  const study = STUDIES.find((each) => each.name === name);
  if (study) return study;
  throw new UsageError(`--growth must be ${STUDIES.map((each) => each.name).join(' or ')}, not ${name}.`);
}

/** More tables than are made to see what one costs, each time more. */
function countsIn(text: string): readonly number[] {
  const counts = text.split(',').map((part) => wholeNumber('tables', part, 0, LEAST_TABLES));
  if (counts.every((count, index) => index === 0 || count > counts[index - 1]!)) return counts;
  throw new UsageError(`--tables must rise, not be ${text}.`);
}

function webAddress(text: string): string {
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return new URL(text).origin;
  throw new UsageError(`--url must look like https://play.example, not ${text}.`);
}

function paceOf(text: string): Pace {
  const known = PACES[text];
  if (known) return known;
  const moveMs = Number(text);
  if (!Number.isInteger(moveMs) || moveMs < 1)
    throw new UsageError(`--pace must be human, fast or a number of milliseconds, not ${text}.`);
  const share = moveMs / PACES.fast!.moveMs;
  return { moveMs, messageMs: share * PACES.fast!.messageMs, arrivalMs: share * PACES.fast!.arrivalMs };
}
