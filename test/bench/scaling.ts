/**
 * `npm run bench:scaling`: what one more person costs a process, its store and Redis, from which docs/scaling.md is
 * computed. Each scenario is played by few and by many people, each time at a new server with a Redis of its own; what a
 * person costs is the difference, so that what an empty server does is left out. A run in which something went wrong counts
 * for nothing. Options: `--people=300,1200 --seconds=30 --pace=human --scenarios=game,party`.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import { Redis } from 'ioredis';
import { readOptions } from '../../loadtest/run/options.ts';
import { OwnServer, PRODUCT } from '../../loadtest/run/own-server.ts';
import { run } from '../../loadtest/run/run.ts';
import { SCENARIOS } from '../../loadtest/scenarios/index.ts';
import type { Scenario } from '../../loadtest/scenarios/scenario.ts';
import { RedisServer } from '../../scripts/cluster/redis-server.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '300,1200' },
    seconds: { type: 'string', default: '30' },
    pace: { type: 'string', default: 'human' },
    scenarios: { type: 'string', default: 'game,party,lobby,idle-tables,join-storm' },
  },
});
const PATIENCE_MS = 10_000;
/** Nobody is asked to come within less than this, people a second. */
const ARRIVALS_PER_SECOND = 60;

/** What was used up to a moment; CPU in ms, the rest in bytes or pieces. */
interface Used {
  readonly redisCpu: number;
  readonly commands: number;
  readonly redisBytes: number;
  readonly redisMemory: number;
  readonly stored: number;
  /** Messages that every process of several would hear, and those that a room or a person is asked for by. */
  readonly toAll: number;
  readonly toSome: number;
}

/** What a whole server of so many people uses: in a second, or altogether. */
interface Cost extends Used {
  readonly people: number;
  readonly cpu: number;
  readonly memory: number;
}

/** Topics to which every process listens, or every one at which somebody looks at the list of tables. */
const TO_ALL = /^(?:ticket-used|tables-changed|person-changed|sessions-ended|forgotten-person)$/;

/** Hears everything that processes tell each other. */
class Ear {
  toAll = 0;
  toSome = 0;
  readonly #redis: Redis;

  private constructor(redis: Redis) {
    this.#redis = redis;
  }

  static async open(url: string): Promise<Ear> {
    const redis = new Redis(url);
    const ear = new Ear(redis);
    redis.on('pmessage', (_pattern: string, channel: string) => {
      if (TO_ALL.test(channel)) ear.toAll++;
      else ear.toSome++;
    });
    await redis.psubscribe('*');
    return ear;
  }

  close(): void {
    this.#redis.disconnect();
  }
}

/** What the store holds, bytes: written to its file or to the log in front of it. */
function storedBytes(folder: string): number {
  const store = new DatabaseSync(join(folder, 'color-clues.db'), { readOnly: true });
  try {
    const pages = store.prepare(
      'SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size',
    );
    return Number(pages.get()!.bytes);
  } finally {
    store.close();
  }
}

async function measure(scenario: Scenario, people: number): Promise<Cost> {
  const redis = await RedisServer.start();
  const client = new Redis(redis.url);
  const ear = await Ear.open(redis.url);
  const server = await OwnServer.start(PRODUCT, { env: { REDIS_URL: redis.url } });
  const used = async (): Promise<Used> => {
    const told = await client.info();
    const read = (name: string) => Number(new RegExp(`^${name}:([\\d.]+)`, 'm').exec(told)?.[1]);
    return {
      redisCpu: 1_000 * (read('used_cpu_sys') + read('used_cpu_user')),
      commands: read('total_commands_processed'),
      redisBytes: read('total_net_input_bytes') + read('total_net_output_bytes'),
      redisMemory: read('used_memory'),
      stored: storedBytes(server.data),
      toAll: ear.toAll,
      toSome: ear.toSome,
    };
  };
  const options = readOptions(['--scenario', scenario.name, '--pace', values.pace]);
  if (typeof options === 'string') throw new Error(options);
  const empty = await used();
  let first: Promise<Used> | null = null;
  let last = first as Promise<Used> | null;
  const outcome = await run(
    {
      ...options,
      speaks: 'protocol',
      url: server.url,
      players: people,
      seconds: Number(values.seconds),
      rampSeconds: Math.ceil(people / ARRIVALS_PER_SECOND),
      warmUpSeconds: 8,
      patienceMs: PATIENCE_MS,
    },
    server,
    (_second, step) => {
      if (step !== 'measuring') return;
      last = used();
      first ??= last;
    },
  ).finally(() => server.stop());
  const [from, to] = [await first!, await last!];
  client.disconnect();
  ear.close();
  await redis.stop();
  const [wrong] = [...outcome.faults, ...outcome.errors];
  if (wrong || !outcome.server) throw new Error(`${scenario.name}: ${wrong?.kind}: ${wrong?.example}`);
  const perSecond = (name: keyof Used) => (to[name] - from[name]) / (Number(values.seconds) - 1);
  return {
    people: outcome.players,
    cpu: outcome.server.cpu * 10,
    memory: outcome.server.rssMb * 2 ** 20,
    redisCpu: perSecond('redisCpu'),
    commands: perSecond('commands'),
    redisBytes: perSecond('redisBytes'),
    redisMemory: to.redisMemory - empty.redisMemory,
    stored: perSecond('stored'),
    toAll: perSecond('toAll'),
    toSome: perSecond('toSome'),
  };
}

const LINES: readonly (readonly [name: keyof Cost, unit: string, factor: number])[] = [
  ['cpu', 'µs of CPU a second, process', 1_000],
  ['memory', 'KB of memory, process', 1 / 1_024],
  ['stored', 'bytes a second, store', 1],
  ['redisCpu', 'µs of CPU a second, Redis', 1_000],
  ['commands', 'commands a second, Redis', 1],
  ['redisBytes', 'bytes a second to and from Redis', 1],
  ['redisMemory', 'KB of memory, Redis', 1 / 1_024],
  ['toAll', 'messages a second to every process', 1],
  ['toSome', 'messages a second to some', 1],
];

const counts = values.people.split(',').map(Number);
for (const name of values.scenarios.split(',')) {
  const scenario = SCENARIOS.find((one) => one.name === name);
  if (!scenario) throw new Error(`there is no scenario ${name}`);
  const [few, many] = [await measure(scenario, counts[0]!), await measure(scenario, counts.at(-1)!)];
  console.log(`\n${name}: for each of ${few.people} to ${many.people} people, ${values.pace} pace`);
  for (const [figure, unit, factor] of LINES) {
    const each = (factor * (many[figure] - few[figure])) / (many.people - few.people);
    console.log(
      `  ${each.toPrecision(3).padStart(9)}  ${unit}  (all of ${many.people}: ${(factor * many[figure]).toPrecision(4)})`,
    );
  }
}
process.exit(0);
