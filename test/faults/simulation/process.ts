import type { Request, Response } from 'express';
import { readConfig } from '../../../server/config.ts';
import { processId } from '../../../server/directory/directory.ts';
import type { Visitor } from '../../../server/rooms/guard/member.ts';
import type { Log } from '../../../shared/engine/ports.ts';
import { plainPasswords } from '../../harness/fakes.ts';
import type { Between } from './between.ts';
import type { Link, ServerEnd } from './link.ts';
import type { ServerModules } from './realms.ts';
import { Machine, type Scheduler } from './scheduler.ts';
import { type Store, StoreFailure } from './store.ts';

/** What a page opens a room with. */
const PATH = /^\/([^/]+)\/([^?]+)\?(?:ready=1&)?sessionId=(.+)$/;

/** An answer to a request. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** What all processes of a run stand on. */
export interface Ground {
  readonly scheduler: Scheduler;
  readonly store: Store;
  readonly between: Between;
  /** Everybody who exists, by id. */
  readonly people: ReadonlyMap<string, Visitor>;
  /** Errors that nobody may cause, in words. */
  readonly complaints: string[];
}

type Handler = (request: Request, response: Response, next: (error?: unknown) => void) => void;

/** As many requests and sockets as people like: this is about faults, not about floods. */
const LIMITS = {
  LIMIT_SEATS_PER_PERSON: '100000',
  LIMIT_SEATS_PER_ADDRESS: '100000',
  LIMIT_CHAT_SEATS_PER_PERSON: '100000',
  LIMIT_PAGES_PER_PERSON: '100000',
  LIMIT_PENDING_SEATS_PER_PERSON: '100',
  LIMIT_PENDING_SEATS_PER_ADDRESS: '1000',
  LIMIT_CREATES_PER_ADDRESS: '100000',
};
const CONFIG = readConfig(LIMITS);

/** A server process: everything of the product from the directory to where its sockets and its HTTP begin. */
export class ServerProcess {
  readonly machine: Machine;
  /** The name in the paths of its sockets. */
  readonly name: string;
  readonly #ground: Ground;
  readonly #modules: ServerModules;
  #handlers: { readonly api: Handler; readonly chat: Handler } | null = null;
  #leave: (lateMs: number) => Promise<void> = async () => {};
  #connect: ((socket: ServerEnd, url: string) => void) | null = null;

  constructor(name: string, ground: Ground, modules: ServerModules, seed: number) {
    this.machine = new Machine(`${name}-${seed % 1_000}`, seed);
    this.name = name;
    this.#ground = ground;
    this.#modules = modules;
    modules.forgetAll();
  }

  /** Whether it takes requests. */
  get isUp(): boolean {
    return this.#handlers !== null && !this.machine.isDead;
  }

  /** Begins; to be called as its machine. */
  async start(): Promise<void> {
    const { matchMaker, core, ...modules } = this.#modules;
    const { store, between, people } = this.#ground;
    const log = this.#log();
    const clock = modules.systemClock();
    const entropy = modules.systemEntropy();
    const config = CONFIG;
    if (!modules.hasGuard()) modules.installGuard({ log: NO_LOG, limits: config.limits });
    const storage = store.connect(this.machine, modules.Unavailable);
    const topics = new modules.Topics(log, () => between.carrier(this.machine));
    const process = processId(this.name, entropy.unique());
    const directory = between.join(this.machine, process, modules.Unavailable);
    const metrics = new modules.Metrics();
    const open = await modules.roomsIn(directory, {
      ...{ clock, entropy, log, metrics, topics, isShared: true, forget: () => {} },
    });
    const guard = new modules.RoomGuard(config.limits, log, metrics);
    const base = {
      config,
      log,
      clock,
      entropy,
      topics,
      guard,
      storage,
      redis: null,
      directory,
      rooms: open.rooms,
    };
    const tables = modules.tableParts(base, {
      passwords: plainPasswords,
      talks: () => chat.conversations,
      finished: () => {},
    });
    const chat = modules.chatParts({
      ...base,
      isRude: modules.isRude,
      isOperator: async () => false,
      people: {
        byIds: async (ids) =>
          ids.map((id) => ({
            ...(people.get(id)?.person ?? { id, name: '', marker: 0 }),
            isGone: !people.has(id),
          })),
      },
      names: { looksOf: modules.looksOf, holderOf: async () => null },
      mayBeAsked: async () => true,
      tableCard: (code) => tables.tables.card(code),
      talkInfo: (...question) => tables.tables.talkInfo(...question),
      membersBefore: () => 0,
    });
    matchMaker.setup(new core.LocalPresence(), new core.LocalDriver(), '', async () => matchMaker.processId);
    matchMaker.setHealthChecksEnabled(false);
    await matchMaker.accept();
    for (const [name, room] of [['table', tables.room] as const, ...chat.rooms])
      matchMaker.defineRoomType(name, room);
    this.#listen(base, tables, chat);
    this.#leave = async (lateMs) => {
      await open.handOver(AbortSignal.timeout(lateMs)).catch(() => false);
      await matchMaker.gracefullyShutdown();
    };
    open.adoptWith(tables.tables);
    await open.take();
    await this.#retried(() => chat.conversations.ensureLobby('lobby', 'Lobby', 'Say hello'));
    tables.tables
      .resumeAll()
      .catch((error: unknown) => this.#complain(error, 'open tables could not be read'));
  }

  /** Hands over what it has, for so long, and ends. To be called as its machine. */
  leave(lateMs: number): Promise<void> {
    return this.#leave(lateMs);
  }

  /** Answers a request of somebody. To be called as its machine. */
  request(method: string, path: string, body: unknown, visitor: Visitor): Promise<Answer> {
    const { RefusedError, Unavailable } = this.#modules;
    return new Promise((resolve) => {
      const refuse = (error: unknown) => {
        const isKnown = error instanceof RefusedError;
        if (!isKnown && !(error instanceof Unavailable)) this.#complain(error, `${method} ${path}`);
        const refused = isKnown
          ? error
          : new RefusedError(error instanceof Unavailable ? 'unavailable' : 'internal');
        resolve({ status: refused.status, body: refused.body });
      };
      const answer = (status: number) => (value: unknown) =>
        resolve({ status, body: structuredClone(value) });
      const response = {
        json: answer(200),
        status: (status: number) => ({ json: answer(status) }),
        closed: false,
      };
      const isChat = path.startsWith('/api/chat');
      const handler = isChat ? this.#handlers!.chat : this.#handlers!.api;
      const url = path.slice((isChat ? '/api/chat' : '/api').length);
      const acceptsLanguages = () => false;
      const request = { method, url, originalUrl: path, body, headers: {}, acceptsLanguages, visitor };
      handler(request as never, response as never, (error) => refuse(error ?? new RefusedError('not_found')));
    });
  }

  /** Takes a connection, or cuts it, as the guard of upgrades does. To be called as its machine. */
  accept(link: Link, url: string, person: string): void {
    const [, process = '', room = '', ticket = ''] = PATH.exec(url) ?? [];
    const isWelcome = process === this.name && this.#modules.ticketOwner(room, ticket) === person;
    if (!isWelcome || !this.#connect) {
      link.cut();
      return;
    }
    link.opened();
    this.#connect(link.serverEnd, url);
  }

  #listen(
    base: Parameters<ServerModules['tableParts']>[0],
    { tables }: ReturnType<ServerModules['tableParts']>,
    chat: ReturnType<ServerModules['chatParts']>,
  ): void {
    const { api, chatApi, createBudgets, PendingSeats, ticketOwner, WebSocketTransport } = this.#modules;
    const { config, clock } = base;
    const visitorOf = async (request: Request) => (request as never as { visitor: Visitor }).visitor;
    const deps = {
      clock,
      tables,
      sessions: {
        visitor: async (request: Request) => ({ ...(await visitorOf(request)), hasAccount: false }),
        renew: () => {},
      },
      budgets: createBudgets(config.limits),
      pendingSeats: new PendingSeats({ limits: config.limits, ticketOwner, tellUsed: () => {} }),
      chatVisitor: visitorOf,
      isOperator: () => false,
      friendsOrigin: () => null,
      addressOf: () => 'somewhere',
    };
    this.#handlers = {
      api: api(deps as never).router as never,
      chat: chatApi({ ...deps, ...chat } as never) as never,
    };
    const transport = new WebSocketTransport({ noServer: true, pingInterval: 0 });
    this.#connect = (socket, url) => {
      void (
        transport as never as { onConnection(socket: ServerEnd, request: object): Promise<void> }
      ).onConnection(socket, { url, headers: {}, socket: { remoteAddress: '127.0.0.1' } });
    };
  }

  /** A server that finds no store at its start is started again. */
  async #retried(act: () => Promise<void>): Promise<void> {
    for (;;) {
      try {
        return await act();
      } catch {
        await this.#ground.scheduler.pause(250);
      }
    }
  }

  /** What the product itself calls an error is one, unless the store fails just then. */
  #log(): Log {
    const { scheduler } = this.#ground;
    const note = (level: string) => (fields: Record<string, unknown>, message: string) => {
      const error = fields.err instanceof Error ? `: ${fields.err.message}` : '';
      scheduler.note(`${this.machine.name} ${level}: ${message}${error}`);
    };
    return { debug: () => {}, info: note('info'), warn: note('warn'), error: note('error') };
  }

  /** Notes an error that is no fault of the run's own making. */
  #complain(error: unknown, where: string): void {
    if (error instanceof StoreFailure) return;
    const words = error instanceof Error ? `${error.stack}` : String(error);
    this.#ground.complaints.push(`${this.machine.name} at ${where}: ${words}`);
  }
}

const NO_LOG: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
