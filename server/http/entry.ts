import {
  createServer,
  type Server as HttpServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Server } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import type { Redis } from 'ioredis';
import type { Clock, Log } from '../../shared/engine/ports.ts';
import type { Config } from '../config.ts';
import type { Accounts } from '../identity/accounts.ts';
import type { Identities } from '../identity/identities.ts';
import { takeListeners } from '../infra/colyseus/listeners.ts';
import { Once } from '../infra/log.ts';
import { type Topics, topic } from '../infra/topics.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { ticketOwner } from '../rooms/guard/tickets.ts';
import { listenError } from '../start/errors.ts';
import type { Trust } from '../start/proxies.ts';
import type { Trace } from '../traces/span.ts';
import { addressOf, isUnbelieved, peerOf } from './address.ts';
import { type AppDeps, createApp } from './app.ts';
import { createBudgets, OpenCount } from './budgets.ts';
import { DeviceCookie } from './devices.ts';
import { refusalOf } from './filter.ts';
import { isProbe, type Readiness } from './health.ts';
import { Hosts } from './hosts.ts';
import { LiveTables } from './live.ts';
import { countRequest, watchEntry } from './measure.ts';
import { friendsOrigin } from './network.ts';
import type { Pages } from './pages.ts';
import { PendingSeats } from './pending-seats.ts';
import type { RefusedError } from './refusals.ts';
import { Relay } from './relay.ts';
import { nameRequest } from './request-id.ts';
import { requestsFor } from './requests-for.ts';
import { Sessions } from './sessions.ts';
import type { TablesPort } from './tables-port.ts';
import { guardUpgrade, type UpgradeListener } from './upgrade.ts';

export interface EntryDeps {
  readonly config: Config;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Null when nobody takes spans. */
  readonly trace: Trace | null;
  readonly topics: Topics;
  readonly clock: Clock;
  readonly identities: Identities;
  readonly accounts: Accounts;
  /** The name of this process, which the paths of its sockets begin with. */
  readonly processName: string;
  /** Where the process of a name is reached by others; null when nowhere. */
  processAddress(name: string): Promise<string | null>;
  /** Whether another living process has this name. */
  isNeighbor(name: string): Promise<boolean>;
  readonly personalData: AppDeps['personalData'];
  readonly tables: TablesPort;
  /** Where several processes count budgets together; null when this one is alone. */
  readonly redis: Redis | null;
  readonly chat: AppDeps['chat'];
  readonly operate: AppDeps['operate'];
  readonly daily: AppDeps['daily'];
  readonly met: AppDeps['met'];
  readonly record: AppDeps['record'];
  readonly past: AppDeps['past'];
  readonly replays: AppDeps['replays'];
  readonly pages: Pages;
  readiness(): Readiness | Promise<Readiness>;
}

/** The way in from the network. */
export interface Entry {
  readonly httpServer: HttpServer;
  /** For `new Server({ transport, gracefullyShutdown: false, greet: false })`. */
  readonly transport: WebSocketTransport;
  /** Listens, and closes the framework's own way in. Resolves to the address that is really used. */
  start(server: Server): Promise<{ readonly url: string; readonly port: number }>;
  /** From now on no connection is kept for further requests: a proxy's next ones go to another process. */
  leave(): void;
  /** Resolves when nobody has asked anything for a while but whether this process is ready; at most after some seconds. */
  quiet(): Promise<void>;
  /** Ends what would keep the process from leaving: streams and idle connections. */
  stop(): void;
  /** Resolves when every request is answered, after the server was closed. */
  closed(): Promise<void>;
}

/** A ticket was used in another process than promised it. */
const TICKET_USED = topic<string>('ticket-used');
const CLOSE_MS = 2_000;
/** How long nobody must have asked anything before a process that leaves listens no more, ms, and how long it waits. */
const QUIET_MS = 1_000;
const MAX_QUIET_MS = 5_000;
const CHECK_MS = 2_000;
const KEEP_ALIVE_MS = 15_000;
const MAX_PAYLOAD = 4_096;
const MAX_FRAGMENTS = 16;
const MAX_HEADER_BYTES = 8_192;

/** Makes the guarded HTTP server and the transport on it. Nothing listens before `start`. */
export function createEntry(deps: EntryDeps): Entry {
  const { config, log, metrics, topics, clock, identities, tables } = deps;
  const { limits } = config;
  let hosts: Hosts | null = null;
  let isLeaving = false;
  let askedAt = 0;
  const budgets = createBudgets(limits, deps.redis, (name) => metrics.budgets.of(name).add());
  const tellUsed = (ticket: string) => topics.publish(TICKET_USED, ticket);
  const pendingSeats = new PendingSeats({ limits, ticketOwner, tellUsed });
  topics.subscribe(TICKET_USED, (ticket) => pendingSeats.over(ticket));
  const shared = {
    log,
    metrics,
    sessions: new Sessions(identities, config),
    identities,
    accounts: deps.accounts,
    devices: new DeviceCookie(deps.accounts.devices, config),
    personalData: deps.personalData,
    budgets,
    pendingSeats,
    allowsHost: (host: string | undefined) => hosts?.allowsHost(host) ?? false,
    allowsOrigin: (origin: string | undefined) => hosts?.allowsOrigin(origin) ?? false,
    friendsOrigin: () => friendsOrigin(config, (httpServer.address() as AddressInfo).port),
    addressOf: addresses(config.trusts),
  };
  const once = new Once(log);
  const tellProxy = (request: IncomingMessage): void => {
    if (!isUnbelieved(request, config.trusts)) return;
    const proxy = peerOf(request);
    const words = `${proxy} speaks for others, and is not believed: all who come through it count as one address. If it is your proxy, set TRUSTED_PROXIES=${proxy}`;
    once.warn(`proxy ${proxy}`, {}, words);
  };
  const live = new LiveTables({ tables, log, limits });
  const app = createApp({
    ...shared,
    config,
    clock,
    tables,
    chat: deps.chat,
    operate: deps.operate,
    daily: deps.daily,
    met: deps.met,
    record: deps.record,
    past: deps.past,
    replays: deps.replays,
    live,
    pages: deps.pages,
    readiness: () => deps.readiness(),
  });

  const httpServer = createServer({
    ...requestsFor(app.express),
    requestTimeout: limits.requestMs,
    headersTimeout: limits.headersMs,
    connectionsCheckingInterval: CHECK_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    maxHeaderSize: MAX_HEADER_BYTES,
    shouldUpgradeCallback: (request) => request.headers.upgrade?.toLowerCase() === 'websocket',
  });
  httpServer.maxConnections = limits.maxConnections;
  limitConnections(httpServer, config, metrics);

  // `ws` knows more options than its types do.
  const socketOptions = { maxFragments: MAX_FRAGMENTS, closeTimeout: CLOSE_MS };
  const transport = new WebSocketTransport({
    ...socketOptions,
    server: httpServer,
    maxPayload: MAX_PAYLOAD,
    perMessageDeflate: false,
    // Rooms look after their sockets themselves (`Heartbeat`): the framework asks all of them every time, at once.
    pingInterval: 0,
  });

  const admit = takeListeners(httpServer, 'upgrade') as UpgradeListener;
  const { processName } = deps;
  const isNeighbor = (name: string) => deps.isNeighbor(name);
  const relay = new Relay({ limits, processAddress: (name) => deps.processAddress(name) });
  const answered = (status: number) => metrics.upgrades.of(String(status)).add();
  const upgradeDeps = { ...shared, processName, relay, ticketOwner, isNeighbor, answered };
  httpServer.on('upgrade', guardUpgrade(upgradeDeps, admit));
  watchEntry({ httpServer, pendingSeats, relay, live }, metrics);

  return {
    httpServer,
    transport,
    async start(server) {
      await listen(server, httpServer, config);
      const { port } = httpServer.address() as AddressInfo;
      hosts = new Hosts(config, port);
      takeListeners(httpServer, 'request');
      const known = hosts;
      const filter = {
        ...shared,
        wordsForHost: (name: string | undefined) => known.wordsFor(name),
        maxBytes: limits.requestBytes,
      };
      httpServer.on('request', (request: IncomingMessage, response: ServerResponse) => {
        nameRequest(response);
        countRequest(request, response, deps);
        if (isLeaving) response.setHeader('Connection', 'close');
        if (!isProbe(request)) askedAt = performance.now();
        tellProxy(request);
        const refusal = refusalOf(request, filter);
        if (refusal?.code === 'bad_host') once.warn(`host ${request.headers.host}`, {}, refusal.message);
        if (refusal) {
          metrics.refusals.of('http', refusal.code).add();
          refuse(request, response, refusal);
        } else app.answer(request, response);
      });
      const host = config.host.includes(':') ? `[${config.host}]` : config.host;
      return { url: config.publicUrl ?? `http://${host}:${port}`, port };
    },
    leave() {
      isLeaving = true;
      askedAt = performance.now();
    },
    async quiet() {
      const latest = performance.now() + MAX_QUIET_MS;
      for (;;) {
        const leftMs = Math.min(askedAt + QUIET_MS, latest) - performance.now();
        if (leftMs <= 0) return;
        await pause(leftMs);
      }
    },
    stop() {
      live.close();
      relay.close();
      httpServer.closeIdleConnections();
    },
    closed: () => new Promise((resolve) => httpServer.close(() => resolve())),
  };
}

/** Colyseus resolves when it listens but never says when it cannot. @throws StartError */
async function listen(server: Server, httpServer: HttpServer, config: Config): Promise<void> {
  takeListeners(httpServer, 'error');
  const failed = new Promise<never>((_resolve, reject) => {
    httpServer.once('error', (error) => reject(listenError(error, config)));
  });
  await Promise.race([server.listen(config.port, config.host), failed]);
}

/** `addressOf`, found out once for each request: every budget asks. */
function addresses(trusts: Trust): (request: IncomingMessage) => string {
  const known = new WeakMap<IncomingMessage, string>();
  return (request) => {
    const found = known.get(request);
    if (found !== undefined) return found;
    const address = addressOf(request, trusts);
    known.set(request, address);
    return address;
  };
}

/** One address gets only so many connections, before it has sent a single byte. */
function limitConnections(httpServer: HttpServer, config: Config, metrics: Metrics): void {
  const open = new OpenCount(config.limits.connectionsPerAddress);
  httpServer.on('connection', (socket: Socket) => {
    const address = peerOf({ socket });
    if (config.trusts(address)) return;
    const close = open.open(address);
    if (close) socket.on('close', close);
    else {
      metrics.refusedConnections.of('address').add();
      socket.destroy();
    }
  });
  httpServer.on('drop', () => metrics.refusedConnections.of('all').add());
}

function refuse(request: IncomingMessage, response: ServerResponse, refusal: RefusedError): void {
  response.writeHead(refusal.status, {
    'Content-Type': 'application/json',
    'X-Content-Type-Options': 'nosniff',
    Connection: 'close',
  });
  response.end(JSON.stringify(refusal.body), () => request.destroy());
}
