import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Guest } from '../../loadtest/client/guest.ts';
import { Http } from '../../loadtest/client/http.ts';
import { Front } from './front.ts';
import { Product } from './product.ts';
import { RedisServer } from './redis.ts';
import { until } from './until.ts';
import { call } from './visitor.ts';

/** How long an answer to a guest may take, ms. */
const PATIENCE_MS = 10_000;

/** Processes that are one server, each with a name, and what stands in front of them. */
export class NamedProcesses {
  readonly front: Front;
  readonly http: Http;
  readonly #redis: RedisServer;
  readonly #data: string;
  readonly #env: Readonly<Record<string, string>>;
  readonly #products = new Map<string, Product>();
  #guests = 0;

  private constructor(redis: RedisServer, front: Front, env: Readonly<Record<string, string>>) {
    this.#redis = redis;
    this.front = front;
    this.#env = env;
    this.#data = mkdtempSync(join(tmpdir(), 'color-clues-named-'));
    this.http = new Http(front.url, PATIENCE_MS);
  }

  /** @param env further variables of every process */
  static async begin(env: Readonly<Record<string, string>> = {}): Promise<NamedProcesses> {
    return new NamedProcesses(await RedisServer.start(), await Front.start(), env);
  }

  /**
   * Starts a process; resolves when it takes rooms.
   * @param env further variables of this one
   * @param isOpen whether anything comes to it from the front
   */
  async start(name: string, env: Readonly<Record<string, string>> = {}, isOpen = true): Promise<Product> {
    const product = await Product.start({
      REDIS_URL: this.#redis.url,
      DATA_DIR: this.#data,
      TRUSTED_PROXIES: 'loopback',
      PROCESS_NAME: name,
      ...this.#env,
      ...env,
    });
    this.#products.set(name, product);
    await until(async () => (await call(product.url, '/ready')).status === 200, `${name} to be ready`);
    if (isOpen) this.front.open(name, product.url);
    return product;
  }

  /** Tells a process to stop, and starts it anew when it has; resolves to how long it took to stop, ms. */
  async restart(name: string, env: Readonly<Record<string, string>> = {}): Promise<number> {
    const product = this.#products.get(name)!;
    const since = performance.now();
    await product.stop();
    const took = performance.now() - since;
    this.front.shut(name);
    await this.start(name, env);
    return took;
  }

  /** Somebody new, with an address of their own. */
  arrive(): Promise<Guest> {
    return Guest.arrive(this.http, { frames: 0, bytes: 0 }, ++this.#guests);
  }

  async end(): Promise<void> {
    this.http.close();
    await Promise.all([...this.#products.values()].map((product) => product.stop('SIGKILL')));
    await this.front.stop();
    await this.#redis.stop();
    rmSync(this.#data, { recursive: true, force: true });
  }
}
