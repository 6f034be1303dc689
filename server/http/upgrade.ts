import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Log } from '../../shared/engine/ports.ts';
import { gatherWrites } from '../infra/colyseus/joined-writes.ts';
import { Sampler } from '../infra/log.ts';
import { Unavailable } from '../storage/types.ts';
import type { Budgets } from './budgets.ts';
import type { PendingSeats } from './pending-seats.ts';
import type { Relay, Way } from './relay.ts';
import type { Sessions } from './sessions.ts';

/** `/name of the process/room?sessionId=ticket` and nothing else: no reconnection token, no auth token. */
const SEAT_PATH = /^\/([\w-]{1,40})\/([\w-]{1,40})\?sessionId=([\w-]{22})$/;
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
  allowsHost(host: string | undefined): boolean;
  allowsOrigin(origin: string | undefined): boolean;
  addressOf(request: IncomingMessage): string;
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
  return (request, socket, head) => {
    const drop = () => socket.destroy();
    socket.on('error', drop);
    const timer = setTimeout(drop, PATIENCE_MS);
    lookAt(request, deps)
      .then(async (found) => {
        const isElsewhere = typeof found === 'object';
        const status = isElsewhere ? await deps.relay.carry(found, request, socket, head) : found;
        clearTimeout(timer);
        if (socket.destroyed) return;
        if (status !== 101) return answer(socket, status);
        if (isElsewhere) return;
        socket.removeListener('error', drop);
        // The welcome goes out with the answer that opens the socket.
        gatherWrites(socket);
        admit(request, socket, head);
      })
      .catch((error: unknown) => {
        clearTimeout(timer);
        sampler.error('an upgrade failed', { err: error });
        socket.destroy();
      });
  };
}

/** The status to answer with, 101 to let it in, or the way to the process that has the room. */
async function lookAt(request: IncomingMessage, deps: UpgradeDeps): Promise<number | Way> {
  if (!deps.allowsHost(request.headers.host)) return 400;
  if (!deps.allowsOrigin(request.headers.origin)) return 403;
  const match = SEAT_PATH.exec(request.url ?? '');
  if (!match) return 404;
  const [, processName, roomId = '', ticket = ''] = match;
  if (processName !== deps.processName) return lookElsewhere(request, processName!, deps);
  if (!(await deps.budgets.upgrades.allows(deps.addressOf(request)))) return 429;
  const visitor = await deps.sessions.visitor(request);
  if (!visitor) return 401;
  const owner = deps.ticketOwner(roomId, ticket);
  if (owner === null) return 404;
  if (owner !== visitor.person.id) return 403;
  deps.pendingSeats.used(ticket);
  return 101;
}

/** Misdirected (421) where there is no way: whoever asks for the seat again is told the right process. */
async function lookElsewhere(
  request: IncomingMessage,
  processName: string,
  { relay, sessions, addressOf }: UpgradeDeps,
): Promise<number | Way> {
  if (!(await relay.allows(addressOf(request)))) return 429;
  try {
    const way = await relay.wayTo(request, processName);
    if (!way) return 421;
    return (await sessions.visitor(request)) ? way : 401;
  } catch (error) {
    if (error instanceof Unavailable) return 503;
    throw error;
  }
}

function answer(socket: Duplex, status: number): void {
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;
  socket.end(head, () => socket.destroy());
}
