import {
  type Client,
  ClientState,
  CloseCode,
  getMessageBytes,
  Protocol,
  ResponseStatus,
} from '@colyseus/core';
import type { WebSocket } from 'ws';
import type { Clock } from '../../../shared/engine/ports.ts';
import { CLOSE } from '../../../shared/protocol/codes.ts';
import { GuardedSocket } from './guarded-socket.ts';
import { readFrame } from './incoming-frames.ts';
import type { Member } from './member.ts';
import type { RoomGuard } from './room-guard.ts';

/** How long a socket that floods may take to see why it is closed. */
const FAREWELL_MS = 500;

/** What a room lets through of what its sockets send: announced requests, within the budget of each socket and person. */
export class Screening {
  readonly #ports: { readonly clock: Clock; readonly guard: RoomGuard };
  readonly #roomId: () => string;
  readonly #types = new Set<string>();
  readonly #sockets = new WeakMap<Client, GuardedSocket>();

  constructor(ports: { readonly clock: Clock; readonly guard: RoomGuard }, roomId: () => string) {
    this.#ports = ports;
    this.#roomId = roomId;
  }

  /** Requests of this kind have a handler from now on. */
  announce(type: string): void {
    this.#types.add(type);
  }

  /** A socket of somebody was let in. */
  add(client: Client, member: Member): GuardedSocket {
    const { clock, guard } = this.#ports;
    const socket = new GuardedSocket(member, guard, clock.now());
    this.#sockets.set(client, socket);
    return socket;
  }

  /** What is kept of a socket that was let in. */
  of(client: Client): GuardedSocket | undefined {
    return this.#sockets.get(client);
  }

  /** Whether the framework may see a frame. */
  lets(client: Client, bytes: Uint8Array): boolean {
    const connection = this.#sockets.get(client);
    if (!connection || client.state === ClientState.LEAVING) return false;
    const frame = readFrame(bytes);
    if (frame.kind === 'ready' && client.state === ClientState.JOINING) {
      connection.stopWaiting();
      return true;
    }
    if (!this.#hasBudget(client, connection, frame.kind === 'request' ? frame.id : null)) return false;
    if (frame.kind === 'leave') return true;
    if (client.state !== ClientState.JOINED) return this.strike(client);
    if (frame.kind === 'ping') return true;
    if (frame.kind !== 'request') return this.strike(client);
    if (!this.#types.has(frame.type)) {
      refuse(client, frame.id, 'bad_message');
      return this.strike(client);
    }
    connection.isUnanswered = true;
    return true;
  }

  /** A request that reached no handler could not be decoded. */
  done(client: Client): void {
    const connection = this.#sockets.get(client);
    if (!connection?.isUnanswered) return;
    connection.isUnanswered = false;
    this.strike(client);
  }

  /** Counts a message that makes no sense; too many in a short time close the socket. Always false. */
  strike(client: Client): false {
    const { clock, guard } = this.#ports;
    if (this.#sockets.get(client)?.forgives(clock.now()) === false) {
      guard.sampler.info('a socket was closed for broken messages', { roomId: this.#roomId() });
      closeSocket(client, CloseCode.WITH_ERROR, 'bad_messages');
    }
    return false;
  }

  #hasBudget(client: Client, connection: GuardedSocket, requestId: number | null): boolean {
    const { clock, guard } = this.#ports;
    const verdict = connection.count(clock.now());
    if (verdict === 'pass') return true;
    if (verdict === 'refuse') {
      if (requestId !== null) refuse(client, requestId, 'rate_limited');
      return false;
    }
    guard.sampler.info('a socket was closed for flooding', { roomId: this.#roomId() });
    closeSocket(client, CLOSE.tooManyMessages, 'too_many_messages');
    // Its frames are not even read any more; if it does not go, it is cut.
    socketOf(client).pause();
    setTimeout(() => socketOf(client).terminate(), FAREWELL_MS).unref();
    return false;
  }
}

/** Closes a socket, with its reason; nothing of it is heard any more. */
export function closeSocket(client: Client, code: number, reason?: string): void {
  if (client.state === ClientState.LEAVING) return;
  client.state = ClientState.LEAVING;
  socketOf(client).close(code, reason);
}

/** The socket under a connection, as the WebSocket transport keeps it. */
export const socketOf = (client: Client): WebSocket => client.ref as WebSocket;

function refuse(client: Client, requestId: number, code: string): void {
  client.enqueueRaw(getMessageBytes[Protocol.ROOM_RESPONSE](requestId, ResponseStatus.REJECTED, { code }));
}
