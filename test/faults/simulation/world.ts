import { LEASE_MS } from '../../../server/directory/directory.ts';
import type { Visitor } from '../../../server/rooms/guard/member.ts';
import { playerId } from '../../../shared/core/ids.ts';
import { Between } from './between.ts';
import { type Outside, Page } from './browser.ts';
import type { Fault, Strike } from './faults.ts';
import { Link, type PageEnd } from './link.ts';
import { type Answer, type Ground, ServerProcess } from './process.ts';
import type { ServerModules } from './realms.ts';
import type { Machine, Scheduler } from './scheduler.ts';
import { Store } from './store.ts';

/** Processes of the product. */
export const PROCESSES = 3;
/** How long a page waits for a connection to a process that is not there, ms. */
const REFUSED_MS = 20;

/** Processes, pages, and what lies between them. */
export class World implements Outside {
  readonly scheduler: Scheduler;
  readonly ground: Ground;
  readonly pages: readonly Page[];
  readonly processes: ServerProcess[] = [];
  readonly links = new Set<Link>();
  readonly #modules: readonly ServerModules[];
  /** Pages with a slow network. */
  readonly #slow = new Set<Machine>();
  /** Pages that nothing gets through to or from. */
  readonly #dark = new Map<Machine, { readonly up: boolean; readonly down: boolean }>();
  #serial = 0;

  private constructor(
    scheduler: Scheduler,
    store: Store,
    names: readonly string[],
    modules: readonly ServerModules[],
  ) {
    const { rng } = scheduler.world;
    this.scheduler = scheduler;
    this.#modules = modules;
    const people = new Map(names.map(visitorOf).map((visitor) => [String(visitor.person.id), visitor]));
    const between = new Between(scheduler, rng.int(2 ** 31));
    this.ground = { scheduler, store, between, people, complaints: [] };
    this.pages = [...people.values()].map((visitor) => new Page(visitor, this, rng.int(2 ** 31)));
    for (let index = 0; index < PROCESSES; index++) this.#start(index);
  }

  static async open(
    scheduler: Scheduler,
    names: readonly string[],
    modules: readonly ServerModules[],
  ): Promise<World> {
    return new World(
      scheduler,
      await Store.open(scheduler, scheduler.world.rng.int(2 ** 31)),
      names,
      modules,
    );
  }

  request(page: Page, method: string, path: string, body: unknown): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const fail = () => this.scheduler.after(page, REFUSED_MS, () => reject(new TypeError('no connection')));
      const up = this.processes.filter(({ isUp }) => isUp);
      const dark = this.#dark.get(page);
      if (up.length === 0) return fail();
      if (dark?.up) return;
      const { rng } = this.scheduler.world;
      const process = rng.pick(up);
      this.scheduler.after(process.machine, this.#delay(page), () => {
        this.scheduler.note(`${page.name} ${method} ${path} at ${process.machine.name}`);
        process.request(method, path, body, page.visitor).then((answer) => {
          this.scheduler.note(`${page.name} ${method} ${path}: ${answer.status}`);
          if (!this.#dark.get(page)?.down)
            this.scheduler.after(page, this.#delay(page), () => resolve(answer));
        }, reject);
      });
    });
  }

  connect(page: Page, url: string, pageEnd: PageEnd): void {
    const path = url.slice(url.indexOf('/', 'ws://'.length));
    const name = path.split('/')[1];
    const process = this.processes.find((each) => each.name === name && each.isUp);
    if (!process) {
      this.scheduler.after(page, REFUSED_MS, () => pageEnd.closed(1006, ''));
      return;
    }
    const ends = { page, server: process.machine, pageEnd, name: `${page.name}-${++this.#serial}` };
    const link = new Link(this.scheduler, ends, { delay: () => this.#delay(page) }, (bytes) =>
      page.heard.push(bytes),
    );
    pageEnd.link = link;
    this.links.add(link);
    const dark = this.#dark.get(page);
    if (dark) link.darken(dark.up, dark.down);
    link.meet(() => process.accept(link, path, page.visitor.person.id));
  }

  /** Carries out a fault; it ends by itself. */
  strike({ fault, forMs }: Strike): void {
    this.scheduler.note(`fault ${JSON.stringify(fault)} for ${forMs}`);
    const end = this.#begin(fault, forMs);
    if (end) this.scheduler.after(this.scheduler.world, forMs, end);
  }

  #begin(fault: Fault, forMs: number): (() => void) | null {
    const { store, between } = this.ground;
    switch (fault.type) {
      case 'kill':
        return this.#kill(fault.process);
      case 'stop':
        this.#stop(fault.process, forMs);
        return null;
      case 'pause':
        this.processes[fault.process]!.machine.pausedUntil = this.scheduler.now + forMs;
        return null;
      case 'clock': {
        const machine =
          fault.page === null ? this.processes[fault.process]!.machine : this.pages[fault.page]!;
        machine.skewMs += fault.byMs;
        return () => {
          machine.skewMs -= fault.byMs;
        };
      }
      case 'cut': {
        const links = this.#linksOf(this.pages[fault.page]!);
        for (const link of links.slice(Math.floor(fault.share * links.length))) link.cut();
        return null;
      }
      case 'dark':
        return this.#darken(this.pages[fault.page]!, fault);
      case 'lag': {
        const page = this.pages[fault.page]!;
        this.#slow.add(page);
        return () => this.#slow.delete(page);
      }
      case 'store':
        store.feel(fault.mood);
        return () => store.feel('well');
      case 'apart':
        between.isAway = true;
        return () => {
          between.isAway = false;
        };
      case 'forget':
        between.forget();
        return null;
    }
  }

  /** SIGTERM: the process ends when it has handed over what it can, at the latest when the time for it is over. */
  #stop(index: number, forMs: number): void {
    const process = this.processes[index]!;
    if (!process.isUp) return;
    const end = () => {
      if (!process.machine.isDead) this.scheduler.after(this.scheduler.world, LEASE_MS, this.#kill(index)!);
    };
    this.scheduler.after(process.machine, 0, () => {
      process.leave(forMs / 2).then(end, end);
    });
    this.scheduler.after(this.scheduler.world, forMs, end);
  }

  /** kill -9: nothing of the process happens any more; who was connected hears of it soon. */
  #kill(index: number): (() => void) | null {
    const { machine } = this.processes[index]!;
    if (machine.isDead) return null;
    machine.isDead = true;
    this.scheduler.note(`${machine.name} is killed`);
    for (const link of this.links) if (link.server === machine) link.cut();
    return () => this.#start(index);
  }

  #start(index: number): void {
    // Those of the process before it in this place, which is dead.
    const modules = this.#modules[index]!;
    const process = new ServerProcess(
      `S${index}`,
      this.ground,
      modules,
      this.scheduler.world.rng.int(2 ** 31),
    );
    this.processes[index] = process;
    this.scheduler.after(process.machine, 10, () => {
      process.start().catch((error: unknown) => {
        this.ground.complaints.push(`${process.machine.name} did not start: ${(error as Error).stack}`);
      });
    });
  }

  #darken(page: Page, { up, down }: { readonly up: boolean; readonly down: boolean }): () => void {
    this.#dark.set(page, { up, down });
    for (const link of this.#linksOf(page)) link.darken(up, down);
    return () => {
      this.#dark.delete(page);
      // Some connections come to life again, others were given up on the way.
      for (const link of this.#linksOf(page)) {
        if (this.scheduler.world.rng.int(3) === 0) link.cut();
        else link.lighten();
      }
    };
  }

  #linksOf(page: Page): Link[] {
    return [...this.links].filter((link) => link.page === page && !link.isOver);
  }

  #delay(page: Machine): number {
    const { rng } = this.scheduler.world;
    const ms = 1 + rng.next() * (rng.int(20) === 0 ? 150 : 15);
    return this.#slow.has(page) ? ms + 100 + rng.int(900) : ms;
  }
}

const visitorOf = (name: string): Visitor => ({
  person: { id: playerId(`id-of-${name}`), name, marker: 0 },
  session: `session-${name}`,
  isNamed: true,
  isOperator: false,
});
