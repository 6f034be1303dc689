import { type Client, ClientState, matchMaker, Protocol, Room } from '@colyseus/core';
import { WebSocketClient } from '@colyseus/ws-transport';
import type { Log } from '../../../shared/engine/ports.ts';
import { placeOf, Sampler } from '../log.ts';
import { binarySender } from './binary-sender.ts';
import { endReadersOnce } from './ended-once.ts';
import { keepClientsFast, letGoOfWaiting } from './fast-clients.ts';
import { holdBack, isHeldBack, type SendTogether, sendHeld } from './held-frames.ts';
import { joinNext, joinWrites } from './joined-writes.ts';
import { wasReadyBeforehand } from './ready-sockets.ts';

/**
 * A room's own look at every frame before the framework sees it: true when there is nothing left to do with it. A symbol,
 * because the framework's entry point is private and cannot be overridden.
 */
export const takeFrame = Symbol('takeFrame');

interface Taking {
  [takeFrame]?(client: Client, bytes: Uint8Array): boolean;
}

/** A close reason longer than 123 bytes makes `ws` throw. */
const MAX_REASON_BYTES = 100;

/** What the guard did since the start. */
export interface GuardCounts {
  /** Frames that made the framework throw; their sockets were cut. */
  brokenFrames: number;
  /** Sockets that were cut because they did not read. */
  slowSockets: number;
  /** Frames of rooms, and their bytes. */
  framesIn: number;
  bytesIn: number;
  framesOut: number;
  bytesOut: number;
  /** Patches that were left out because nothing stood in them for their receiver. */
  emptyPatches: number;
}

const none = (): GuardCounts => ({
  brokenFrames: 0,
  slowSockets: 0,
  framesIn: 0,
  bytesIn: 0,
  framesOut: 0,
  bytesOut: 0,
  emptyPatches: 0,
});

let isInstalled = false;
let together: SendTogether = () => {};

/** Sends frames that were held back, under the same limits as everything else. */
export const sendTogether: SendTogether = (client, frames) => together(client, frames);

/** Whether `installGuard` ran in this process. */
export const hasGuard = (): boolean => isInstalled;

type OnMessage = (this: Room & Taking, client: Client, bytes: Uint8Array) => unknown;
type OnJoin = (this: Room & Taking, client: Client, ...more: unknown[]) => Promise<void>;

/** What a client says once it has read the welcome. */
const READY = Uint8Array.of(Protocol.JOIN_ROOM);

/**
 * Everything of the framework that the guard relies on by name, with private parts opened up.
 * The one place for such casts: `_onMessage` and `_onJoin` are private, the rest is public but loosely typed.
 */
const targets = () => ({
  room: Room.prototype as unknown as { _onMessage: OnMessage; _onJoin: OnJoin },
  socket: WebSocketClient.prototype,
  controller: matchMaker.controller as unknown as {
    exposedMethods: string[];
    DEFAULT_CORS_HEADERS: Record<string, string>;
    getCorsHeaders: () => Record<string, string>;
  },
});

/** @throws when an update of the framework renamed or moved what the guard replaces */
export function assertGuardTargets(): void {
  const { room, socket, controller } = targets();
  const found: Record<string, boolean> = {
    'Room.prototype._onMessage': typeof room._onMessage === 'function',
    'Room.prototype._onJoin': typeof room._onJoin === 'function',
    'WebSocketClient.prototype.raw': typeof socket.raw === 'function',
    'WebSocketClient.prototype.leave': typeof socket.leave === 'function',
    'matchMaker.controller.exposedMethods': Array.isArray(controller.exposedMethods),
    'matchMaker.controller.getCorsHeaders': typeof controller.getCorsHeaders === 'function',
    'matchMaker.controller.DEFAULT_CORS_HEADERS': typeof controller.DEFAULT_CORS_HEADERS === 'object',
  };
  const missing = Object.keys(found).filter((name) => !found[name]);
  if (missing.length > 0) throw new Error(`The framework changed: ${missing.join(', ')} cannot be guarded.`);
}

/**
 * Closes the holes of the framework that one message or one slow reader could use. Call it once, before the first room
 * is made. Replaces by name; `assertGuardTargets` and the tests of the guard notice when names change.
 */
export function installGuard({ log, limits }: { log: Log; limits: { bufferedBytes: number } }): GuardCounts {
  const counts = none();
  if (isInstalled) throw new Error('The guard is installed already.');
  assertGuardTargets();
  isInstalled = true;
  const sampler = new Sampler(log);
  const sendTo = binarySender();
  const { room, socket, controller } = targets();

  keepClientsFast(socket);
  endReadersOnce();
  const onMessage = room._onMessage;
  room._onMessage = function (client, bytes) {
    counts.framesIn++;
    counts.bytesIn += bytes.length;
    try {
      if (this[takeFrame]?.(client, bytes)) return;
      onMessage.call(this, client, bytes);
      if (client.state !== ClientState.JOINING) letGoOfWaiting(client);
    } catch (error) {
      counts.brokenFrames++;
      const fields = { place: placeOf(error), bytes: bytes.length, roomId: this.roomId };
      sampler.info('a frame broke the room', fields);
      (client as WebSocketClient).ref.terminate();
    }
  };

  // To whoever was ready beforehand the state follows the welcome at once, in the same write: to wait until they say that
  // they have read the welcome is a way there and back more before they see anything.
  const onJoin = room._onJoin;
  room._onJoin = async function (client, ...more) {
    await onJoin.call(this, client, ...more);
    if (client.state !== ClientState.JOINING || !wasReadyBeforehand(client)) return;
    onMessage.call(this, client, READY);
    letGoOfWaiting(client);
  };

  socket.leave = function (code, reason) {
    sendHeld(this);
    const isShort = reason !== undefined && Buffer.byteLength(reason) <= MAX_REASON_BYTES;
    this.ref.close(code, isShort ? reason : undefined);
  };

  /** @param before bytes that would have been written by now if nothing were held back */
  const isCut = ({ ref }: WebSocketClient, before = 0): boolean => {
    if (ref.bufferedAmount + before <= limits.bufferedBytes) return false;
    counts.slowSockets++;
    sampler.info('a socket does not read', { waiting: ref.bufferedAmount + before });
    ref.terminate();
    return true;
  };

  together = (each, frames) => {
    const client = each as WebSocketClient;
    const bytes = frames.reduce((sum, { length }) => sum + length, 0);
    if (isCut(client, bytes - (frames.at(-1)?.length ?? 0))) return;
    counts.framesOut += frames.length;
    counts.bytesOut += bytes;
    joinWrites(client);
    sendTo(client.ref, frames);
  };

  // Everything that goes out passes here: who does not read is cut before memory fills. A patch without content tells
  // nothing but that something changed which its receiver must not see: it is left out.
  socket.raw = function (data, _options, done) {
    if (data.length === 1 && data[0] === Protocol.ROOM_STATE_PATCH) {
      counts.emptyPatches++;
      return;
    }
    if (holdBack(this, data)) return;
    if (isHeldBack(this)) {
      joinNext(this);
      sendHeld(this);
      if (this.ref.readyState !== this.ref.OPEN) return;
    }
    if (isCut(this)) return;
    counts.framesOut++;
    counts.bytesOut += data.length;
    joinWrites(this);
    sendTo(this.ref, data, done);
  };

  controller.exposedMethods = [];
  controller.DEFAULT_CORS_HEADERS = {};
  controller.getCorsHeaders = () => ({});
  return counts;
}
