import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Log } from '../../shared/engine/ports.ts';
import { gatherWrites } from '../infra/colyseus/joined-writes.ts';
import { isReadyBeforehand } from '../infra/colyseus/ready-sockets.ts';
import { Once, Sampler } from '../infra/log.ts';
import { Unavailable } from '../storage/types.ts';
import type { Budgets } from './budgets.ts';
import type { PendingSeats } from './pending-seats.ts';
import { RefusedError } from './refusals.ts';
import type { Relay, Way } from './relay.ts';
import type { Sessions } from './sessions.ts';

/**
 * `/name of the process/room?sessionId=ticket`, or `?ready=1&sessionId=ticket` of whoever waits for no welcome, and nothing
 * else: no reconnection token, no auth token.
 */
const SEAT_PATH = /^\/([\w-]{1,40})\/([\w-]{1,40})\?(ready=1&)?sessionId=([\w-]{22})$/;
const READY = /\?ready=1&/;
/** How long all checks together may take, ms. */
const PATIENCE_MS = 5_000;

export interface UpgradeDeps {
  /** The name of this process. */
  readonly processName: string;
  readonly log: Log;
  readonly sessions: Sessions;
  readonly budgets: Budgets;
  readonly pendingSeats: PendingSeats;
  /** For sockets of other processes. */
  readonly relay: Relay;
  /** Whether another living process has this name. Rejects when the directory is away. */
  isNeighbor(name: string): Promise<boolean>;
  allowsHost(host: string | undefined): boolean;
  allowsOrigin(origin: string | undefined): boolean;
  addressOf(request: IncomingMessage): string;
  /** Called for each request for a socket, with the status of its answer. */
  answered(status: number): void;
  /** Whose seat a ticket opens; null when there is no such ticket in this process. */
  ticketOwner(roomId: string, ticket: string): string | null;
}

export type UpgradeListener = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/**
 * Lets a WebSocket through to the framework only from our own page, for a ticket that was just handed out, with the
 * cookie of the person who got it. Everything else is answered without a WebSocket being made.
 */
export function guardUpgrade(deps: UpgradeDeps, admit: UpgradeListener): UpgradeListener {
  const sampler = new Sampler(deps.log);
  const once = new Once(deps.log);
  return (request, socket, head) => {
    const drop = () => socket.destroy();
    socket.on('error', drop);
    const timer = setTimeout(drop, PATIENCE_MS);
    lookAt(request, deps, once)
      .then(async (way) => {
        const status = way ? await deps.relay.carry(way, request, socket, head) : 101;
        if (status !== 101) throw new RefusedError('unavailable');
        clearTimeout(timer);
        deps.answered(status);
        if (way || socket.destroyed) return;
        socket.removeListener('error', drop);
        // The welcome goes out with the answer that opens the socket, and the state with it.
        gatherWrites(socket);
        if (READY.test(request.url ?? '')) isReadyBeforehand(socket);
        admit(request, socket, head);
      })
      .catch((error: unknown) => {
        clearTimeout(timer);
        const refusal = error instanceof RefusedError ? error : null;
        deps.answered(refusal?.status ?? 500);
        if (refusal) return socket.destroyed ? undefined : answer(socket, refusal);
        sampler.error('an upgrade failed', { err: error });
        socket.destroy();
      });
  };
}

/** Null to let it in, or the way to the process that has the room. @throws RefusedError */
async function lookAt(request: IncomingMessage, deps: UpgradeDeps, once: Once): Promise<Way | null> {
  if (!deps.allowsHost(request.headers.host)) throw new RefusedError('bad_host');
  if (!deps.allowsOrigin(request.headers.origin)) throw new RefusedError('bad_origin');
  const match = SEAT_PATH.exec(request.url ?? '');
  if (!match) throw new RefusedError('not_found');
  const [, processName, roomId = '', , ticket = ''] = match;
  if (processName !== deps.processName) return lookElsewhere(request, processName!, deps, once);
  if (!(await deps.budgets.upgrades.allows(deps.addressOf(request)))) throw new RefusedError('rate_limited');
  const visitor = await deps.sessions.visitor(request);
  if (!visitor) throw new RefusedError('no_session');
  const owner = deps.ticketOwner(roomId, ticket);
  if (owner === null) throw new RefusedError('not_found');
  if (owner !== visitor.person.id) throw new RefusedError('other_seat');
  deps.pendingSeats.used(ticket);
  return null;
}

/** Misdirected where there is no way: whoever asks for the seat again is told the right process. */
async function lookElsewhere(
  request: IncomingMessage,
  name: string,
  { relay, sessions, addressOf, isNeighbor, processName }: UpgradeDeps,
  once: Once,
): Promise<Way> {
  if (!(await relay.allows(addressOf(request)))) throw new RefusedError('rate_limited');
  try {
    const way = await relay.wayTo(request, name);
    if (!way) {
      if (await isNeighbor(name)) {
        const words = `A socket for the process ${name} came to ${processName}: the proxy in front has to send paths that begin with /${name}/ to ${name}. Where it cannot, set PROCESS_URL for every process.`;
        once.warn('misdirected', {}, words);
      }
      throw new RefusedError('misdirected');
    }
    if (!(await sessions.visitor(request))) throw new RefusedError('no_session');
    return way;
  } catch (error) {
    throw error instanceof Unavailable ? new RefusedError('unavailable') : error;
  }
}

function answer(socket: Duplex, { status, body: answered }: RefusedError): void {
  const body = JSON.stringify(answered);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Type: application/json',
    'X-Content-Type-Options: nosniff',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
