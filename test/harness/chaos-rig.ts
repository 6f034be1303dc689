import { seededRng } from '../../shared/core/seeded-rng.ts';
import type { Backend } from './chaos-backend.ts';
import { checkAgainst, type Witness } from './chaos-check.ts';
import { type Figures, figuresOf, type Outage } from './chaos-figures.ts';
import { type Guest, invite, NO_LIMITS } from './chaos-guests.ts';
import { PLAYERS } from './chaos-moves.ts';
import { Page } from './chaos-pages.ts';
import { freePort } from './chaos-port.ts';
import { ChaosProxy } from './chaos-proxy.ts';
import { type Strike, type Struck, strikeAll } from './nemesis.ts';
import { Product } from './product.ts';
import { until } from './until.ts';

/** How long everybody may take to come back, to be answered, and to calm down, ms. */
const BACK_MS = 120_000;
/** A table where nothing happens for so long, and will happen by itself, is quiet, ms. */
const QUIET_MS = 500;
const QUIET_AHEAD_MS = 2_000;
/** Characters of what the servers printed that a failure shows. */
const SAID = 4_000;

export interface RigOptions {
  readonly backend: Backend;
  readonly seed: number;
  /** People in the lobby; every two also have a talk of their own. */
  readonly chatters: number;
  /** Tables of four. */
  readonly tables: number;
}

export interface Outcome {
  /** What is wrong, in words. */
  readonly violations: readonly string[];
  readonly figures: Figures;
  readonly witnesses: readonly Witness[];
}

/** The product behind a bad network, with pages that chat and play by themselves. */
export class ChaosRig {
  readonly proxy: ChaosProxy;
  readonly #backend: Backend;
  readonly #env: Readonly<Record<string, string>>;
  readonly #downtimes: Outage[] = [];
  #product: Product;
  /** What the server printed that was killed last. */
  #saidBefore = '';
  #guests: readonly Guest[] = [];
  #pages: readonly Page[] = [];

  private constructor(
    proxy: ChaosProxy,
    backend: Backend,
    env: Readonly<Record<string, string>>,
    product: Product,
  ) {
    this.proxy = proxy;
    this.#backend = backend;
    this.#env = env;
    this.#product = product;
  }

  /** Starts everything; resolves when all pages are connected. */
  static async start({ backend, seed, chatters, tables }: RigOptions): Promise<ChaosRig> {
    const port = await freePort();
    const proxy = await ChaosProxy.open(port, chatters + tables * PLAYERS);
    const env = { ...NO_LIMITS, ...backend.env, PORT: String(port), ALLOWED_ORIGINS: proxy.origins };
    const rig = new ChaosRig(proxy, backend, env, await Product.start(env));
    try {
      rig.#guests = await invite(rig.#product, chatters, tables);
      rig.#openPages(seed);
      await rig.allLive();
    } catch (error) {
      await rig.destroy();
      throw error;
    }
    return rig;
  }

  /** Lets everybody begin to chat and play. */
  act(): void {
    for (const page of this.#pages) page.act();
  }

  /** Waits until every page has all its rooms. */
  async allLive(): Promise<void> {
    const isBack = () => this.#isSound() && this.#pages.every(({ isLive }) => isLive);
    await until(isBack, 'all pages', BACK_MS).catch((error: Error) => {
      const missing = this.#pages.flatMap((page) => page.missing ?? []);
      throw new Error([`${error.message} Missing:`, ...missing, 'The server said:', this.#said].join('\n'));
    });
  }

  /** Carries out a plan of the nemesis. */
  strike(plan: readonly Strike[]): Promise<Struck[]> {
    return strikeAll(plan, this.proxy, (line) => this.#isSound() && this.#pages[line]!.isLive);
  }

  /** Ends the server without a warning, and starts it again with the same data. */
  async crash(): Promise<void> {
    const from = Date.now();
    await this.#product.stop('SIGKILL');
    this.#saidBefore = this.#product.output;
    this.#product = await Product.start(this.#env);
    this.#downtimes.push({ line: null, from, until: Date.now() });
  }

  /** Lets everybody finish what they are doing, ends the server and compares everything. */
  async finish(strikes: readonly Struck[] = []): Promise<Outcome> {
    await this.#within(Promise.all(this.#pages.map((page) => page.rest())), 'all answers');
    await this.allLive();
    const witnesses = await this.#within(this.#quietWitnesses(), 'quiet');
    await this.#product.stop('SIGKILL');
    const storage = await this.#backend.open();
    try {
      const violations = await checkAgainst(storage, witnesses);
      const figures = figuresOf(this.#pages, witnesses, strikes, this.#downtimes);
      return { violations, figures, witnesses };
    } finally {
      await storage.close();
    }
  }

  async destroy(): Promise<void> {
    await Promise.all(this.#pages.map((page) => page.close()));
    this.proxy.close();
    await this.#product.stop('SIGKILL');
    await this.#backend.destroy();
  }

  /** The end of what the servers printed: of the one that was killed last, and of the one that runs. */
  get #said(): string {
    return `${this.#saidBefore}--- killed ---\n${this.#product.output}`.slice(-SAID);
  }

  #openPages(seed: number): void {
    const rng = seededRng(seed);
    this.#pages = this.#guests.map(
      ({ visitor, name, conversations, table }, index) =>
        new Page({
          visit: { origin: this.proxy.lines[index]!.origin, cookie: visitor.cookie },
          name,
          seed: rng.int(2 ** 31),
          conversations,
          table,
          calm: this.#backend.calm,
        }),
    );
  }

  /** What every page tells once no table changes any more. */
  async #quietWitnesses(): Promise<Witness[]> {
    let last = '';
    for (;;) {
      const logs = await Promise.all(this.#pages.map((page) => page.log()));
      const tables = logs.flatMap(({ logs }) => logs).filter((log) => log.kind === 'table');
      const now = JSON.stringify(tables.map(({ views }) => views.length));
      const isCalm = tables.every(({ leftMs }) => leftMs === null || leftMs > QUIET_AHEAD_MS);
      if (isCalm && now === last) {
        return logs.map((log, index) => {
          const { name, visitor } = this.#guests[index]!;
          return { name, id: visitor.id, log };
        });
      }
      last = now;
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    }
  }

  /** @throws what a page's thread died of */
  #isSound(): boolean {
    for (const { failure } of this.#pages) if (failure) throw failure;
    return true;
  }

  async #within<T>(work: Promise<T>, what: string): Promise<T> {
    let isDone = false;
    const done = work.finally(() => {
      isDone = true;
    });
    await until(() => this.#isSound() && isDone, what, BACK_MS);
    return done;
  }
}
