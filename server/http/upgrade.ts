import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Log } from '../../shared/engine/ports.ts';
import { Sampler } from '../infra/log.ts';
import type { Budgets } from './budgets.ts';
import type { PendingSeats } from './pending-seats.ts';
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
    statusOf(request, deps)
      .then((status) => {
        clearTimeout(timer);
        if (socket.destroyed) return;
        if (status !== 101) return answer(socket, status);
        socket.removeListener('error', drop);
        admit(request, socket, head);
      })
      .catch((error: unknown) => {
        clearTimeout(timer);
        sampler.error('an upgrade failed', { err: error });
        socket.destroy();
      });
  };
}

async function statusOf(request: IncomingMessage, deps: UpgradeDeps): Promise<number> {
  if (!deps.allowsHost(request.headers.host)) return 400;
  if (!deps.allowsOrigin(request.headers.origin)) return 403;
  const match = SEAT_PATH.exec(request.url ?? '');
  if (!match) return 404;
  const [, processName, roomId = '', ticket = ''] = match;
  // Misdirected: whoever asks for the seat again is told the right process.
  if (processName !== deps.processName) return 421;
  if (!(await deps.budgets.upgrades.allows(deps.addressOf(request)))) return 429;
  const visitor = await deps.sessions.visitor(request);
  if (!visitor) return 401;
  const owner = deps.ticketOwner(roomId, ticket);
  if (owner === null) return 404;
  if (owner !== visitor.person.id) return 403;
  deps.pendingSeats.used(ticket);
  return 101;
}

function answer(socket: Duplex, status: number): void {
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;
  socket.end(head, () => socket.destroy());
}
