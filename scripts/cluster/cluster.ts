import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rangesIn } from '../../server/start/proxies.ts';
import type { NginxSettings } from '../proxies/nginx.ts';
import { PROXY } from '../proxies/settings.ts';
import { Member } from './member.ts';
import { Nginx } from './nginx.ts';
import { originsOf } from './origins.ts';
import { freePorts, tryPort } from './ports.ts';
import { RedisServer } from './redis-server.ts';

/** How long a process may take to hand over what it has before it is killed, ms. */
const ROLL_MS = 40_000;
/** The same when all end, and nobody is left to hand over to. */
const STOP_MS = 12_000;
/** Where ports are looked for when none was asked for: some number of them from here on. */
const FIRST_PORT = 20_000;
const PORTS = 10_000;

export interface ClusterSettings {
  /** How many processes. */
  readonly processes: number;
  /** What Node runs for each: the server and its options. */
  readonly program: readonly string[];
  /** The environment of each, such as `DATA_DIR`. With `REDIS_URL` that Redis is used, and none is started. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where people come in; port 0 for a free one. */
  readonly host: string;
  readonly port: number;
  /** What nginx keeps while it runs. */
  readonly folder: string;
  /** False for a balancer that knows no paths: the processes pass sockets on to each other. Else true. */
  readonly mapsSockets?: boolean;
  /** Whether each request gets a line in `access.log` of the folder. Else false. */
  readonly hasAccessLog?: boolean;
  /** After how long nginx passes over a process that says nothing, s. Else `PROXY.answer`. */
  readonly answer?: number;
  /** Gets what the processes print, whole lines. */
  say(text: string): void;
}

/** Several processes of the product behind one address, with a Redis and an nginx. Whatever ends by itself is started again. */
export class Cluster {
  readonly url: string;
  readonly port: number;
  readonly members: readonly Member[];
  /** Where the `access.log` is, if there is one. */
  readonly folder: string;
  readonly #settings: ClusterSettings;
  readonly #proxy: NginxSettings;
  #redis: RedisServer | null;
  #nginx: Nginx;
  #isStopping = false;
  #rolling: Promise<void> = Promise.resolve();

  private constructor(
    settings: ClusterSettings,
    proxy: NginxSettings,
    parts: { members: readonly Member[]; redis: RedisServer | null; nginx: Nginx },
  ) {
    this.#settings = settings;
    this.#proxy = proxy;
    this.folder = resolve(settings.folder);
    this.port = proxy.port;
    this.url = originsOf(proxy)[0]!;
    this.members = parts.members;
    this.#redis = parts.redis;
    this.#nginx = parts.nginx;
    this.#keepRedis();
    this.#keepNginx();
  }

  /** Resolves when every process is ready. Rejects with the error of the system when the port cannot be had. */
  static async start(settings: ClusterSettings): Promise<Cluster> {
    const { host, say, mapsSockets = true, answer = PROXY.answer } = settings;
    const [port, ...ports] = await placesFor(settings);
    const folder = resolve(settings.folder);
    mkdirSync(folder, { recursive: true });
    const places = ports.map((each, index) => ({ name: `p${index + 1}`, port: each }));
    const proxy: NginxSettings = {
      host,
      port: port!,
      tls: null,
      processes: places.map((each) => ({ name: each.name, address: `127.0.0.1:${each.port}` })),
      trusted: rangesIn(listIn(settings.env.TRUSTED_PROXIES)),
      accessLog: settings.hasAccessLog ? join(folder, 'access.log') : null,
      mapsSockets,
      answer,
    };
    const redis = settings.env.REDIS_URL ? null : await RedisServer.start();
    const env = environmentOf(settings, originsOf(proxy), redis);
    const members = places.map((each, index) => {
      const own = {
        ...metricsPortOf(env, index),
        ...(!mapsSockets && { PROCESS_URL: `http://127.0.0.1:${each.port}` }),
      };
      return new Member({ ...each, program: settings.program, env: { ...env, ...own }, say });
    });
    let nginx: Nginx | null = null;
    try {
      await Promise.all(members.map((member) => member.start()));
      nginx = await Nginx.start(proxy, folder, say);
    } catch (error) {
      await Promise.all([...members.map((member) => member.stop(0)), redis?.stop()]);
      throw error;
    }
    return new Cluster(settings, proxy, { members, redis, nginx });
  }

  /** The Redis of this cluster; null when somebody else looks after it. */
  get redis(): RedisServer | null {
    return this.#redis;
  }

  get nginx(): Nginx {
    return this.#nginx;
  }

  /** Replaces one process after the other: it hands over what it has, ends, and the next one is ready before its neighbor goes. */
  roll(tell: (text: string) => void): Promise<void> {
    const roll = this.#rolling.then(async () => {
      for (const member of this.members) {
        const at = performance.now();
        await member.stop(ROLL_MS);
        const gone = performance.now();
        await member.start();
        const [end, start] = [gone - at, performance.now() - gone].map((ms) => (ms / 1_000).toFixed(1));
        tell(`${member.name} ended after ${end} s, the new one is ready after ${start} s\n`);
      }
    });
    this.#rolling = roll.catch(() => {});
    return roll;
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    await Promise.all(this.members.map((member) => member.stop(STOP_MS)));
    await this.#nginx.stop();
    await this.#redis?.stop();
  }

  #keepRedis(): void {
    const redis = this.#redis;
    if (!redis) return;
    void redis.end.then(async () => {
      if (this.#isStopping) return;
      this.#settings.say('redis ended; it is started again\n');
      this.#redis = await RedisServer.start(redis.url);
      this.#keepRedis();
    });
  }

  #keepNginx(): void {
    void this.#nginx.end.then(async () => {
      if (this.#isStopping) return;
      this.#settings.say('nginx ended; it is started again\n');
      this.#nginx = await Nginx.start(this.#proxy, this.folder, this.#settings.say);
      this.#keepNginx();
    });
  }
}

const listIn = (text = ''): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** The port of the proxy, then those of the processes. */
async function placesFor({ host, port, processes }: ClusterSettings): Promise<number[]> {
  if (port !== 0) return [await tryPort(host, port), ...(await freePorts(processes, port + 1))];
  return freePorts(processes + 1, FIRST_PORT + Math.floor(Math.random() * PORTS));
}

/** Each tells Prometheus on a port of its own: the first one on the one that was named, the others on those after it. */
function metricsPortOf({ METRICS_PORT: first }: Readonly<Record<string, string | undefined>>, index: number) {
  const isOwn = first !== undefined && Number(first) > 0;
  return isOwn ? { METRICS_PORT: String(Number(first) + index) } : {};
}

/** What every process is told: where people come in, whom to believe, whom to share with. */
function environmentOf(
  { env, host }: ClusterSettings,
  origins: readonly string[],
  redis: RedisServer | null,
): Record<string, string | undefined> {
  const open = host === '0.0.0.0' || host === '::' ? { PUBLIC_URL: origins[0] } : {};
  return {
    ...open,
    ...(redis && { REDIS_URL: redis.url }),
    ...env,
    TRUSTED_PROXIES: [env.TRUSTED_PROXIES, '127.0.0.1'].filter(Boolean).join(','),
    ALLOWED_ORIGINS: [env.ALLOWED_ORIGINS, ...origins].filter(Boolean).join(','),
  };
}
