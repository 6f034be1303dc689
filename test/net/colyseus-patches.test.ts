import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import {
  ClientState,
  matchMaker,
  Room,
  type Client as RoomClient,
  SchemaSerializer,
  Server,
} from '@colyseus/core';
import { type Schema, schema, t } from '@colyseus/schema';
import { Client } from '@colyseus/sdk';
import { WebSocketClient, WebSocketTransport } from '@colyseus/ws-transport';
import { afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { WebSocket } from 'ws';
import { CopyingSerializer } from '../../server/infra/colyseus/copying-serializer.ts';
import { assertGuardTargets, type GuardCounts, installGuard } from '../../server/infra/colyseus/guard.ts';
import { silenceMonitoring } from '../../server/infra/colyseus/monitoring.ts';
import { onRoomEnd, reservationOf } from '../../server/infra/colyseus/room-inside.ts';
import { ChildServer } from '../harness/child-server.ts';
import { fakeLog } from '../harness/fakes.ts';
import { freePort } from '../harness/free-port.ts';
import { message, Visitor } from '../harness/visitor.ts';

/** Fails when an update of the framework renames or moves something that the guard builds on. */
describe('what the guard builds on', () => {
  const undo: (() => void)[] = [];
  beforeAll(silenceMonitoring);
  afterEach(() => {
    for (const restore of undo.splice(0)) restore();
  });

  it('is there', () => {
    expect(() => assertGuardTargets()).not.toThrow();
  });

  it.each([
    ['Room.prototype._onMessage', Room.prototype, '_onMessage'],
    ['Room.prototype._onJoin', Room.prototype, '_onJoin'],
    ['WebSocketClient.prototype.raw', WebSocketClient.prototype, 'raw'],
    ['WebSocketClient.prototype.leave', WebSocketClient.prototype, 'leave'],
    ['matchMaker.controller.exposedMethods', matchMaker.controller, 'exposedMethods'],
    ['matchMaker.controller.getCorsHeaders', matchMaker.controller, 'getCorsHeaders'],
    ['matchMaker.controller.DEFAULT_CORS_HEADERS', matchMaker.controller, 'DEFAULT_CORS_HEADERS'],
  ])('is missed when it is gone: %s', (name, owner: object, key) => {
    const descriptor = Object.getOwnPropertyDescriptor(owner, key)!;
    undo.push(() => Object.defineProperty(owner, key, descriptor));
    Reflect.deleteProperty(owner, key);
    expect(() => assertGuardTargets()).toThrow(name);
  });

  it('keeps seats where tickets are looked up, and tells when a room begins to end and is over', async () => {
    const steps: string[] = [];
    class Plain extends Room {
      override onDispose(): void {
        steps.push('disposes');
      }
    }
    const transport = new WebSocketTransport({ server: createServer() });
    const server = new Server({ transport, greet: false, gracefullyShutdown: false });
    server.define('plain', Plain);
    await server.listen(await freePort(), '127.0.0.1');
    onTestFinished(() => server.gracefullyShutdown(false));
    const { roomId } = await matchMaker.createRoom('plain', {});
    const { sessionId } = await matchMaker.joinById(
      roomId,
      {},
      { token: '', headers: new Headers(), ip: '' },
    );
    const room = matchMaker.getLocalRoomById(roomId);
    expect(reservationOf(roomId, sessionId)).toMatchObject({ isUsed: false });
    expect(reservationOf(roomId, sessionId)?.room).toBe(room);
    for (const ticket of ['other', 'constructor', '']) expect(reservationOf(roomId, ticket)).toBeNull();
    expect(reservationOf('nowhere', sessionId)).toBeNull();
    const isFound = () => matchMaker.getLocalRoomById(roomId) === room;
    expect(isFound()).toBe(true);
    const over = new Promise<void>((resolve) => {
      onRoomEnd(room, {
        begins: () => steps.push(`begins, ${isFound() ? 'still' : 'not'} found`),
        isOver: () => {
          steps.push('is over');
          resolve();
        },
      });
    });
    await room.disconnect();
    await over;
    expect(steps).toEqual(['begins, not found', 'disposes', 'is over']);
  });

  it('gets a silent agent for its monitoring, and loads no other', async () => {
    const require = createRequire(import.meta.resolve('@colyseus/core'));
    const { default: agent } = await import(pathToFileURL(require.resolve('@pm2/io')).href);
    expect(Object.keys(agent)).toEqual(['metric']);
    expect(Object.keys(require.cache).filter((file) => file.includes('/@pm2/io/'))).toHaveLength(1);
    const stats = readFileSync(new URL('./Stats.mjs', import.meta.resolve('@colyseus/core')), 'utf8');
    expect(stats).toContain('@pm2/io');
  });

  it('has one listener for upgrades, and none that come later', () => {
    const server = createServer();
    new WebSocketTransport({ server });
    expect(server.listenerCount('upgrade')).toBe(1);
    expect(server.listenerCount('request')).toBe(0);
  });

  it('encodes through the method that copies: a patch that waits does not change', () => {
    const State = schema({ text: t.string().default('') }, 'GuardedState');
    const serializer = new CopyingSerializer();
    expect(serializer).toBeInstanceOf(SchemaSerializer);
    const state = new State();
    serializer.reset(state);
    const sent: Uint8Array[] = [];
    const client = {
      state: ClientState.JOINED,
      raw: (bytes: Uint8Array) => sent.push(bytes),
    } as unknown as RoomClient;
    const texts = ['first', 'other', 'third'];
    for (const text of texts) {
      state.text = text;
      serializer.applyPatches([client], state);
      sent.push(serializer.getFullState(client));
    }
    const seen = sent.map((bytes) => Buffer.from(bytes).toString('latin1'));
    expect(seen.map((bytes) => texts.find((text) => bytes.includes(text)))).toEqual(
      texts.flatMap((text) => [text, text]),
    );
  });

  it('keeps of each room no more bytes than its whole state has', () => {
    const State = schema({ text: t.string().default('') }, 'SmallState');
    const sent: Uint8Array[] = [];
    const client = {
      state: ClientState.JOINED,
      raw: (bytes: Uint8Array) => sent.push(bytes),
    } as unknown as RoomClient;
    const rooms = ['one', 'two'].map((text) => {
      const serializer = new CopyingSerializer();
      const state = new State();
      serializer.reset(state);
      state.text = text;
      serializer.applyPatches([client], state);
      sent.push(serializer.getFullState(client));
      return serializer as unknown as { fullEncodeBuffer: Uint8Array; encoder: { sharedBuffer: Uint8Array } };
    });
    const seen = sent.map((bytes) => ['one', 'two'].filter((text) => Buffer.from(bytes).includes(text)));
    expect(seen).toEqual([['one'], ['one'], ['two'], ['two']]);
    for (const { fullEncodeBuffer } of rooms) expect(fullEncodeBuffer.length).toBeLessThan(1_024);
    expect(rooms[0]?.encoder.sharedBuffer).toBe(rooms[1]?.encoder.sharedBuffer);
  });

  it('describes the types of a state once for its class, as the framework does for each room', () => {
    const classes = ['A', 'B'].map((name) => schema({ [`of${name}`]: t.string().default('') }, name));
    const describe = (Serializer: new () => SchemaSerializer<Schema>, State: new () => Schema) => {
      const serializer = new Serializer();
      serializer.reset(new State());
      return serializer.handshake();
    };
    const [first, other] = classes.map((State) => describe(CopyingSerializer, State));
    expect(describe(CopyingSerializer, classes[0]!)).toBe(first);
    expect(first).toEqual(describe(SchemaSerializer, classes[0]!));
    expect(other).toEqual(describe(SchemaSerializer, classes[1]!));
    expect(other).not.toEqual(first);
  });

  it('keeps the buffer that a large state needed, and complains of nothing', () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const State = schema({ text: t.string().default('') }, 'LargeState');
    const serializer = new CopyingSerializer();
    const state = new State();
    serializer.reset(state);
    const sizes: number[] = [];
    const client = {
      state: ClientState.JOINED,
      raw: (bytes: Uint8Array) => sizes.push(bytes.length),
    } as unknown as RoomClient;
    for (const length of [40_000, 41_000, 90_000]) {
      state.text = 'x'.repeat(length);
      serializer.applyPatches([client], state);
      sizes.push(serializer.getFullState(client).length);
    }
    expect(sizes.map((size) => Math.floor(size / 1_000))).toEqual([40, 40, 41, 41, 90, 90]);
    const { fullEncodeBuffer } = serializer as unknown as { fullEncodeBuffer: Uint8Array };
    expect(fullEncodeBuffer.length).toBeGreaterThanOrEqual(90_000);
    expect(warned).not.toHaveBeenCalled();
  });
});

describe('what the guard puts in its place', () => {
  /** A socket that remembers what was done to it. */
  const socket = (bufferedAmount = 0) => {
    const done: unknown[][] = [];
    const note = (name: string) => (first: unknown, second: unknown) => void done.push([name, first, second]);
    const ref = { bufferedAmount, send: note('send'), close: note('close'), terminate: note('terminate') };
    return { done, client: new WebSocketClient('id', ref as unknown as WebSocket) };
  };
  let counts: GuardCounts;

  beforeAll(() => {
    counts = installGuard({ log: fakeLog(), limits: { bufferedBytes: 1_000 } });
  });

  it('cuts the socket of a frame that makes a room throw, whatever kind of room it is', () => {
    class Careless extends Room {}
    const room = new Careless() as unknown as {
      onMessage(type: string, handler: () => never): void;
      _onMessage(client: RoomClient, bytes: Buffer): void;
      clock: { currentTime: number };
    };
    room.onMessage('hi', () => {
      throw new Error('careless');
    });
    const { client, done } = socket();
    client.state = ClientState.JOINED;
    expect(() => room._onMessage(client, message('hi', 1) as Buffer)).not.toThrow();
    expect(done.map(([name]) => name)).toEqual(['terminate']);
    expect(counts.brokenFrames).toBe(1);
  });

  it('leaves out a close reason that would make the socket throw', () => {
    const { client, done } = socket();
    client.leave(4002, 'x'.repeat(124));
    client.leave(4002, 'ü'.repeat(60));
    client.leave(4002, 'short');
    expect(done).toEqual([
      ['close', 4002, undefined],
      ['close', 4002, undefined],
      ['close', 4002, 'short'],
    ]);
  });

  it('cuts a socket that has too much waiting, and sends to all others', () => {
    const slow = socket(1_001);
    slow.client.raw(Buffer.of(1));
    expect(slow.done.map(([name]) => name)).toEqual(['terminate']);
    expect(counts.slowSockets).toBe(1);
    const quick = socket(1_000);
    quick.client.raw(Buffer.of(1));
    expect(quick.done).toEqual([['send', Buffer.of(1), { binary: true }]]);
  });

  it('offers no way to ask for rooms, and opens nothing to other pages', async () => {
    await expect(matchMaker.controller.invokeMethod('create', 'any')).rejects.toThrow('invalid method');
    expect(matchMaker.controller.getCorsHeaders(new Headers({ origin: 'https://evil.example' }))).toEqual({});
    expect(matchMaker.controller.DEFAULT_CORS_HEADERS).toEqual({});
  });

  it('is installed once', () => {
    expect(() => installGuard({ log: fakeLog(), limits: { bufferedBytes: 1 } })).toThrow('already');
  });
});

describe('the official client', () => {
  it('joins, sees the state, asks and is answered through the guard', async () => {
    const server = await ChildServer.start('product');
    try {
      const visitor = await Visitor.arrive(server);
      const client = new Client(server.url, { headers: { Cookie: visitor.cookie, Origin: server.url } });
      const seat = await visitor.seat('BABA');
      const room = await client.consumeSeatReservation<{ tick: number }>(seat);
      room.reconnection.enabled = false;
      const first = await new Promise<number>((resolve) => {
        room.onStateChange.once((state) => resolve(state.tick));
      });
      expect(first).toBe(0);
      expect(await room.request('deal', { bytes: 2 })).toBeNull();
      expect(room.state.tick).toBe(2);
      await expect(room.request('fail', {})).rejects.toMatchObject({ reason: { code: 'internal' } });
      await expect(room.request('nothing', {})).rejects.toMatchObject({ reason: { code: 'bad_message' } });
      const left = new Promise<number>((resolve) => {
        room.onLeave((code) => resolve(code));
      });
      await room.leave();
      expect(await left).toBe(4000);
    } finally {
      await server.stop();
    }
  });
});
