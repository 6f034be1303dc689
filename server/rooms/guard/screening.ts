import { type Client, ClientState, CloseCode } from '@colyseus/core';
import type { WebSocket } from 'ws';
import { err } from '../../../shared/core/result.ts';
import type { Clock } from '../../../shared/engine/ports.ts';
import { CLOSE } from '../../../shared/protocol/codes.ts';
import { shapeClient } from '../../infra/colyseus/fast-clients.ts';
import { sendHeld } from '../../infra/colyseus/held-frames.ts';
import { shareListeners } from '../../infra/colyseus/shared-listeners.ts';
import { answerBytes } from './answers.ts';
import { GuardedSocket } from './guarded-socket.ts';
import { noteHeard } from './heartbeat.ts';
import { type RequestFrame, readFrame } from './incoming-frames.ts';
import type { Member } from './member.ts';
import type { RoomGuard } from './room-guard.ts';

/** How long a socket that floods may take to see why it is closed. */
const FAREWELL_MS = 500;
const RATE_LIMITED = err({ code: 'rate_limited' });

/**
 * What becomes of a frame: it is a request to be answered, the framework reads on, or it is dropped.
 */
export type Verdict = RequestFrame | 'framework' | 'drop';

/** What a room lets through of what its sockets send: requests, within the budget of each socket and person. */
export class Screening {
  readonly #ports: { readonly clock: Clock; readonly guard: RoomGuard };
  readonly #roomId: () => string;

  constructor(ports: { readonly clock: Clock; readonly guard: RoomGuard }, roomId: () => string) {
    this.#ports = ports;
    this.#roomId = roomId;
  }

  /** A socket of somebody was let in. */
  add(client: Client, member: Member): GuardedSocket {
    const { clock, guard } = this.#ports;
    const socket = new GuardedSocket(member, guard, clock.now());
    shapeClient(client);
    shareListeners(socketOf(client));
    client.userData = socket;
    return socket;
  }

  /** What is kept of a socket that was let in. */
  of(client: Client): GuardedSocket | undefined {
    return client.userData as GuardedSocket | undefined;
  }

  /** Looks at a frame before anybody else does. */
  judge(client: Client, bytes: Uint8Array): Verdict {
    noteHeard(socketOf(client));
    const connection = this.of(client);
    if (!connection || client.state === ClientState.LEAVING) return this.#drop('closing');
    const frame = readFrame(bytes);
    if (frame.kind === 'ready' && !connection.isReady) {
      connection.isReady = true;
      connection.stopWaiting();
      // It may have got everything already, since it was ready beforehand.
      return client.state === ClientState.JOINING ? 'framework' : 'drop';
    }
    if (!this.#hasBudget(client, connection, frame.kind === 'request' ? frame.id : null))
      return this.#drop('rate');
    if (frame.kind === 'leave') return 'framework';
    if (client.state !== ClientState.JOINED) return this.strike(client);
    if (frame.kind === 'ping') return 'framework';
    return frame.kind === 'request' ? frame : this.strike(client);
  }

  /** Counts a message that makes no sense; too many in a short time close the socket. */
  strike(client: Client): 'drop' {
    const { clock, guard } = this.#ports;
    if (this.of(client)?.forgives(clock.now()) === false) {
      guard.offences.nonsense++;
      guard.sampler.info('a socket was closed for broken messages', { roomId: this.#roomId() });
      closeSocket(client, CloseCode.WITH_ERROR, 'bad_messages');
    }
    return this.#drop('junk');
  }

  #drop(why: 'closing' | 'junk' | 'rate'): 'drop' {
    this.#ports.guard.metrics.framesDropped.of(why).add();
    return 'drop';
  }

  #hasBudget(client: Client, connection: GuardedSocket, requestId: number | null): boolean {
    const { clock, guard } = this.#ports;
    const verdict = connection.count(clock.now());
    if (verdict === 'pass') return true;
    if (verdict === 'refuse') {
      if (requestId !== null) client.enqueueRaw(answerBytes(requestId, RATE_LIMITED));
      return false;
    }
    guard.offences.flood++;
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
  sendHeld(client);
  socketOf(client).close(code, reason);
}

/** The socket under a connection, as the WebSocket transport keeps it. */
export const socketOf = (client: Client): WebSocket => client.ref as WebSocket;
