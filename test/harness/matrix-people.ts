import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { Identities } from '../../server/identity/identities.ts';
import { FILE } from '../../server/storage/sqlite/file.ts';
import { sqliteStorage } from '../../server/storage/sqlite/storage.ts';
import type { Storage } from '../../server/storage/types.ts';
import { fakeLog, seededEntropy } from './fakes.ts';
import { Product } from './product.ts';
import { until } from './until.ts';
import { Visitor } from './visitor.ts';

/** Somebody whom the store knew before the server started. */
export interface Known {
  readonly id: string;
  readonly name: string;
  /** As a browser sends it. */
  readonly cookie: string;
}

/** How long the store must stay unchanged, ms: longer than anything is gathered before it is written. */
const QUIET_MS = 400;
const DAY_MS = 24 * 60 * 60 * 1_000;
/** No budget is in the way of a matrix: what is refused is refused for what it is. */
const NO_BUDGETS = [
  ...['REQUESTS', 'UPGRADES', 'SESSIONS', 'CREATES', 'PLAYS', 'SEATS', 'WRONG_CODES'],
  ...['PASSWORDS', 'RENAMES', 'PENDING_SEATS', 'CONNECTIONS', 'EXPORTS', 'DELETIONS', 'PLACES'],
].map((name) => `LIMIT_${name}_PER_ADDRESS`);
const NO_PERSONAL_BUDGETS = [
  ...['SEATS', 'CHAT_SEATS', 'PAGES', 'SEARCHES', 'DIRECTS', 'REPORTS', 'RENAMES', 'PENDING_SEATS'],
  ...['EXPORTS', 'DAYS'],
].map((name) => `LIMIT_${name}_PER_PERSON`);
const NO_MESSAGE_BUDGETS = ['LIMIT_MESSAGE_RATE', 'LIMIT_MESSAGE_BURST', 'LIMIT_BAD_MESSAGES'];
const WITHOUT_BUDGETS = {
  ...Object.fromEntries(
    [...NO_BUDGETS, ...NO_PERSONAL_BUDGETS, ...NO_MESSAGE_BUDGETS].map((name) => [name, '1000000']),
  ),
  LIMIT_PASSWORDS_PER_NAME: '1000000',
  LIMIT_SEAT_SECONDS: '60',
  BOT_PACE: '0',
};

/**
 * What is written when time passes or somebody's socket is gone, whatever is asked meanwhile: by a table; how far somebody
 * read, up to 15 seconds later; and each ten minutes that a server runs.
 */
const BY_ITSELF =
  /wentAway|cameBack|hostChanged|seatFreed|tableClosed|^documents \{"kind":"(?:reading|running)"/;

/** A store made by hand, and the product on it without budgets. */
export class Grounds {
  readonly directory = mkdtempSync(join(tmpdir(), 'color-clues-matrix-'));
  #copy = '';
  #storage: Storage | null = null;
  #identities: Identities | null = null;
  #now = Date.now();
  readonly #products: Product[] = [];

  static async open(): Promise<Grounds> {
    const grounds = new Grounds();
    const log = fakeLog();
    const storage = await sqliteStorage({ directory: grounds.directory, log });
    grounds.#storage = storage;
    grounds.#identities = new Identities({
      documents: storage.documents,
      clock: { now: () => grounds.#now, setTimer: () => () => {} },
      entropy: seededEntropy(1),
      log,
      tell: () => {},
    });
    return grounds;
  }

  /** Somebody with a name of their own, or `null` for one that was given. Only before `start`. */
  async person(name: string | null): Promise<Known> {
    const { person } = await this.#withSession();
    if (name === null) return person;
    await this.#identities!.change(person.id, { name });
    return { ...person, name };
  }

  /** Somebody whose browser was here on these days, counted from now back; the first one is the first visit. */
  async personSeen(...daysAgo: readonly number[]): Promise<Known> {
    const [first = 0, ...later] = daysAgo;
    this.#now = Date.now() - first * DAY_MS;
    const { person, hash } = await this.#withSession();
    for (const days of later) {
      this.#now = Date.now() - days * DAY_MS;
      await this.#identities!.bySession(hash);
    }
    this.#now = Date.now();
    return person;
  }

  /** A session that outlived its person. */
  async orphan(): Promise<Known> {
    const known = await this.person('Orphan');
    await this.#storage!.documents.remove('person', known.id);
    return known;
  }

  async #withSession(): Promise<{ person: Known; hash: string }> {
    const secret = randomBytes(32).toString('base64url');
    const hash = createHash('sha256').update(secret).digest('base64url');
    const { person } = await this.#identities!.createGuest(hash);
    return { person: { id: person.id, name: person.name, cookie: `sid=${secret}` }, hash };
  }

  /** Another process, on a copy of the store as it is now. */
  async startTwin(): Promise<Product> {
    const db = new DatabaseSync(join(this.directory, FILE), { readOnly: true });
    this.#copy = mkdtempSync(join(tmpdir(), 'color-clues-matrix-copy-'));
    await backup(db, join(this.#copy, FILE)).finally(() => db.close());
    return this.start({ DATA_DIR: this.#copy });
  }

  /** Starts the product on the store. */
  async start(env: Readonly<Record<string, string>> = {}): Promise<Product> {
    await this.#storage?.close();
    this.#storage = null;
    const product = await Product.start({
      ...WITHOUT_BUDGETS,
      TRUSTED_PROXIES: '127.0.0.1',
      DATA_DIR: this.directory,
      ...env,
    });
    this.#products.push(product);
    return product;
  }

  /**
   * Everything that is stored but `BY_ITSELF`, row by row, when nothing more is written: equal before and after when
   * nothing changed.
   */
  async rows(): Promise<string[]> {
    let rows = this.#read();
    let since = performance.now();
    await until(() => {
      const now = this.#read();
      if (now.join('\n') !== rows.join('\n')) since = performance.now();
      rows = now;
      return performance.now() - since > QUIET_MS;
    }, 'the store to be quiet');
    return rows;
  }

  #read(): string[] {
    const db = new DatabaseSync(join(this.directory, FILE), { readOnly: true });
    try {
      return ['entries', 'documents', 'streams', 'setAside'].flatMap((table) =>
        db
          .prepare(`SELECT * FROM ${table}`)
          .all()
          .map((row) => `${table} ${JSON.stringify(row)}`)
          .filter((row) => !BY_ITSELF.test(row))
          .sort(),
      );
    } finally {
      db.close();
    }
  }

  async stop(): Promise<void> {
    await this.#storage?.close();
    // Nobody needs what is in it: it need not say good-bye to every socket.
    for (const product of this.#products) await product.stop('SIGKILL');
    for (const directory of [this.directory, this.#copy])
      if (directory !== '') rmSync(directory, { recursive: true, force: true });
  }
}

/** A browser with the cookie of somebody known. */
export async function browserOf(server: Visitor['server'], { id, cookie }: Known): Promise<Visitor> {
  return Object.assign(await Visitor.arrive(server), { id, cookie });
}
