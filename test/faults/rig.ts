import { readFileSync } from 'node:fs';
import type { Storage } from '../../server/storage/types.ts';
import { type Backend, sqliteBackend } from '../harness/chaos-backend.ts';
import { freePort } from '../harness/chaos-port.ts';
import { Line } from '../harness/chaos-proxy.ts';
import { Product } from '../harness/product.ts';
import { RedisServer } from '../harness/redis.ts';
import { Doors } from './doors.ts';

/** What guards one process or one person against floods would be in the way of many who come back often. */
const NO_LIMITS = Object.fromEntries(
  [
    'MAX_ROOMS',
    'MAX_CONNECTIONS',
    'SEATS_PER_PERSON',
    'CHAT_SEATS_PER_PERSON',
    'PAGES_PER_PERSON',
    'MESSAGE_RATE',
    'MESSAGE_BURST',
  ].map((name) => [`LIMIT_${name}`, '1000000']),
);
/** Ticks of the CPU clock in a second, as `/proc` counts them. */
const TICKS = 100;

export interface RigOptions {
  readonly processes: number;
  /** Where everything is kept; SQLite in a folder of its own unless said otherwise. */
  readonly backend?: Backend;
  /** Without one, which is for a single process. */
  readonly hasRedis?: boolean;
  /** Whether a proxy that can break stands in front of each process, and between each and Redis. */
  readonly hasLinks?: boolean;
  /** Further environment variables of one of the processes. */
  envOf?(index: number): Readonly<Record<string, string>>;
}

/** One process of the server: it keeps its port over restarts. */
export class Member {
  readonly name: string;
  readonly port: number;
  /** Between clients and it, and between it and Redis; null without. */
  readonly door: Line | null;
  readonly toRedis: Line | null;
  readonly #env: Readonly<Record<string, string>>;
  #product: Product | null = null;
  /** Exits that nobody asked for, with what was printed. */
  readonly exits: string[] = [];

  constructor(env: Readonly<Record<string, string>>, door: Line | null, toRedis: Line | null) {
    this.name = env.PROCESS_NAME ?? '';
    this.port = Number(env.PORT);
    this.door = door;
    this.toRedis = toRedis;
    this.#env = env;
  }

  get url(): string {
    return this.door?.origin ?? `http://127.0.0.1:${this.port}`;
  }

  /** @throws Error when it does not run */
  get product(): Product {
    if (!this.#product) throw new Error(`${this.name} does not run`);
    return this.#product;
  }

  get isRunning(): boolean {
    return this.#product !== null;
  }

  async start(): Promise<void> {
    const product = await Product.start(this.#env);
    this.#product = product;
    product.onExit((code) => {
      if (this.#product === product) this.exits.push(`ended with ${code}:\n${product.output.slice(-2_000)}`);
    });
  }

  /** Ends it; resolves to the exit code. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    const product = this.#product;
    this.#product = null;
    return product ? product.stop(signal) : null;
  }

  /** It keeps its connections and does nothing, until `thaw`. */
  freeze(): void {
    process.kill(this.product.pid, 'SIGSTOP');
  }

  thaw(): void {
    process.kill(this.product.pid, 'SIGCONT');
  }
}

/** Several processes that are one server, with everything that can break around them. */
export class Rig {
  readonly members: readonly Member[];
  readonly doors: Doors;
  readonly backend: Backend;
  #redis: RedisServer | null;

  private constructor(members: readonly Member[], backend: Backend, redis: RedisServer | null) {
    this.members = members;
    this.backend = backend;
    this.#redis = redis;
    this.doors = new Doors(new Map(members.map(({ name, url }) => [name, url])));
  }

  static async start(options: RigOptions): Promise<Rig> {
    const { processes, backend = await sqliteBackend(), hasRedis = true, hasLinks = false } = options;
    const redis = hasRedis ? await RedisServer.start(`redis://127.0.0.1:${await freePort()}`) : null;
    const ports: number[] = [];
    while (ports.length < processes) ports.push(await freePort());
    const doors = hasLinks ? await Promise.all(ports.map((port) => Line.open(port))) : [];
    const origins = doors.map(({ origin }) => origin).join(',');
    const members = ports.map(async (port, index) => {
      const link = redis && hasLinks ? await Line.open(Number(new URL(redis.url).port)) : null;
      const redisUrl = link ? link.origin.replace('http', 'redis') : redis?.url;
      const env = {
        ...NO_LIMITS,
        ...backend.env,
        PORT: String(port),
        PROCESS_NAME: `p${index + 1}`,
        TRUSTED_PROXIES: 'loopback',
        ...(origins && { ALLOWED_ORIGINS: origins }),
        ...(redisUrl && { REDIS_URL: redisUrl }),
        ...options.envOf?.(index),
      };
      return new Member(env, doors[index] ?? null, link);
    });
    const rig = new Rig(await Promise.all(members), backend, redis);
    try {
      await Promise.all(rig.members.map((member) => member.start()));
    } catch (error) {
      await rig.destroy();
      throw error;
    }
    return rig;
  }

  /** @throws Error when there is none, or when it was ended */
  get redis(): RedisServer {
    if (!this.#redis) throw new Error('Redis does not run');
    return this.#redis;
  }

  /** Ends Redis and starts it again some time later, at the same address and with nothing in it. */
  async restartRedis(awayMs: number): Promise<void> {
    const { url } = this.redis;
    this.redis.signal('SIGKILL');
    await this.redis.stop();
    this.#redis = null;
    await new Promise((resolve) => setTimeout(resolve, awayMs));
    this.#redis = await RedisServer.start(url);
  }

  /** The process with this name. */
  memberOf(process: string): Member | undefined {
    return this.members.find(({ name }) => name === process);
  }

  /** What processes printed when they ended by themselves. */
  get exits(): readonly string[] {
    return this.members.flatMap(({ exits }) => exits);
  }

  /** CPU time of all processes and of Redis so far, ms. */
  get cpuMs(): number {
    const pids = this.members.flatMap((member) => (member.isRunning ? [member.product.pid] : []));
    if (this.#redis) pids.push(this.#redis.pid);
    return pids.reduce((sum, pid) => sum + cpuMsOf(pid), 0);
  }

  /** Ends all processes as a power cut does, and opens what they stored. */
  async storage(): Promise<Storage> {
    await Promise.all(this.members.map((member) => member.end('SIGKILL')));
    return this.backend.open();
  }

  async destroy(): Promise<void> {
    this.doors.close();
    await Promise.all(this.members.map((member) => member.end('SIGKILL')));
    for (const { door, toRedis } of this.members) {
      door?.close();
      toRedis?.close();
    }
    await this.#redis?.stop();
    await this.backend.destroy();
  }
}

/** CPU time of all threads of a process, ms. */
function cpuMsOf(pid: number): number {
  // The name of the program may hold spaces; it ends with the last bracket.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1_000) / TICKS;
}
