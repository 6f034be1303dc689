import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Room } from '../../loadtest/client/room.ts';
import { Product } from './product.ts';
import { RedisServer } from './redis.ts';
import { type LinkFaults, RedisLink } from './redis-link.ts';
import type { Seat, Visitor } from './visitor.ts';

/** How long a socket may take until its first state is there, ms. */
const PATIENCE_MS = 15_000;
/** How often a seat is asked for that cannot be given now. */
const TRIES = 5;

/** Some processes on one store and one Redis; two, unless more are wanted. */
export class Processes {
  readonly all: readonly Product[];
  readonly links: readonly RedisLink[];
  readonly #redis: RedisServer;
  readonly #data: string;

  private constructor(
    products: readonly Product[],
    links: readonly RedisLink[],
    redis: RedisServer,
    data: string,
  ) {
    this.all = products;
    this.links = links;
    this.#redis = redis;
    this.#data = data;
  }

  /** The folder of the store. */
  get directory(): string {
    return this.#data;
  }

  get one(): Product {
    return this.all[0]!;
  }

  get two(): Product {
    return this.all[1]!;
  }

  /** @param faults what goes wrong on the way of each to Redis; none where it is missing */
  static async start(
    env: Readonly<Record<string, string>> = {},
    faults: LinkFaults = {},
    count = 2,
  ): Promise<Processes> {
    const redis = await RedisServer.start();
    const data = mkdtempSync(join(tmpdir(), 'color-clues-two-'));
    const seed = faults.seed ?? 1;
    const links = await Promise.all(
      Array.from({ length: count }, (_, index) =>
        RedisLink.open(redis.url, { ...faults, seed: seed + index }),
      ),
    );
    const products = await Promise.all(
      links.map(({ url }) =>
        Product.start({ DATA_DIR: data, TRUSTED_PROXIES: '127.0.0.1', ...env, REDIS_URL: url }),
      ),
    );
    return new Processes(products, links, redis, data);
  }

  async stop(): Promise<void> {
    await Promise.all(this.all.map((product) => product.stop('SIGKILL')));
    for (const link of this.links) link.close();
    await this.#redis.stop();
    rmSync(this.#data, { recursive: true, force: true });
  }

  /** Asks for a seat in a conversation, or in the `inbox`, as a page does. @throws Error with the code of a refusal */
  async seat(visitor: Visitor, conversation: string): Promise<Seat> {
    const body = { protocol: [1, 1] };
    for (let tries = 1; ; tries++) {
      const answer = await visitor.call(`/api/chat/${conversation}/seat`, { method: 'POST', body });
      const { reservation, code } = JSON.parse(answer.text);
      if (answer.status === 200) return reservation;
      if (answer.status !== 503 || tries === TRIES) throw new Error(code);
    }
  }

  /** Comes into a conversation, at whichever of them has it. */
  async enter<S>(visitor: Visitor, conversation: string): Promise<Room<S>> {
    return this.take(visitor, await this.seat(visitor, conversation));
  }

  /** Opens a promised seat, at whichever of them has the room. */
  async take<S>({ cookie, from }: Visitor, reservation: Seat): Promise<Room<S>> {
    const open = ({ url }: Product) =>
      Room.open<S>(
        { url: new URL(url), cookie, address: from, reservation, patienceMs: PATIENCE_MS },
        { frames: 0, bytes: 0 },
      );
    return Promise.any(this.all.map(open));
  }
}

/** Asks for something in a room; the code of a refusal, or null. */
export const wish = (room: Room<unknown>, type: string, payload: unknown): Promise<string | null> =>
  new Promise((resolve) => room.ask(type, payload, ({ code }) => resolve(code)));

/** Says something in a conversation; the code of a refusal, or null. */
export const say = (room: Room<unknown>, command: object): Promise<string | null> =>
  wish(room, 'command', { id: `${Math.random()}`.slice(2), command });

export const post = (room: Room<unknown>, text: string): Promise<string | null> =>
  say(room, { type: 'post', text, replyTo: null, mentions: [], table: null });
