import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { Heartbeat, noteHeard } from './heartbeat.ts';

/** A socket that notes when it was asked, s since the start, and answers as long as it is alive. */
class FakeSocket extends EventEmitter {
  readonly asked: number[] = [];
  isAlive = true;
  closedAt: number | null = null;
  readyState: number = WebSocket.OPEN;

  ping(): void {
    this.asked.push(Date.now() / 1_000);
    if (this.isAlive) this.emit('pong');
  }

  speak(): void {
    noteHeard(this as unknown as WebSocket);
  }

  terminate(): void {
    this.closedAt = Date.now() / 1_000;
    this.readyState = WebSocket.CLOSED;
  }
}

let heartbeat: Heartbeat;
beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  heartbeat = new Heartbeat();
});
afterEach(() => {
  vi.useRealTimers();
});

function watched(isAwaited: boolean): FakeSocket {
  const socket = new FakeSocket();
  heartbeat.watch(socket as unknown as WebSocket, { isAwaited: () => isAwaited }, 'somebody');
  return socket;
}

describe('the heartbeat', () => {
  it('cuts whoever is gone: within 9 seconds when others wait for them, else within a minute', () => {
    const sockets = [true, false].map(watched);
    for (let second = 0; second < 5; second++) {
      for (const socket of sockets) socket.speak();
      vi.advanceTimersByTime(1_000);
    }
    for (const socket of sockets) socket.isAlive = false;
    vi.advanceTimersByTime(70_000);
    expect(sockets[0]?.closedAt).toBeLessThan(5 + 9);
    expect(sockets[1]?.closedAt).toBeLessThan(5 + 60);
  });

  it('never cuts, and hardly asks, whoever is there and says nothing', () => {
    const silent = watched(false);
    vi.advanceTimersByTime(600_000);
    expect(silent.closedAt).toBeNull();
    expect(silent.asked.length).toBeLessThanOrEqual(15);
    // Proxies cut what is silent for a minute.
    const pauses = silent.asked.map((at, index) => at - (silent.asked[index - 1] ?? 0));
    expect(Math.max(...pauses)).toBeLessThan(55);
  });

  it('asks soon whoever is waited for, and not everybody who is at the same place', () => {
    const place = { isAwaited: (person: string) => person === 'player' };
    const [player, watcher] = ['player', 'watcher'].map((person) => {
      const socket = new FakeSocket();
      heartbeat.watch(socket as unknown as WebSocket, place, person);
      return socket;
    });
    vi.advanceTimersByTime(20_000);
    expect(player?.asked.length).toBeGreaterThan(3);
    expect(watcher?.asked).toEqual([]);
  });

  it('does not ask whoever says something', () => {
    const talking = watched(true);
    for (let second = 0; second < 60; second++) {
      talking.speak();
      vi.advanceTimersByTime(1_000);
    }
    expect(talking.asked).toEqual([]);
  });

  it('does not ask all at once', () => {
    const sockets = Array.from({ length: 100 }, () => watched(false));
    vi.advanceTimersByTime(60_000);
    const moments = new Map<number, number>();
    for (const { asked } of sockets) for (const at of asked) moments.set(at, (moments.get(at) ?? 0) + 1);
    expect(Math.max(...moments.values())).toBeLessThanOrEqual(25);
  });

  it('gives a socket its time to answer after a stop of the whole process', () => {
    const socket = watched(true);
    socket.isAlive = false;
    while (socket.asked.length === 0) vi.advanceTimersByTime(250);
    // Timers that were due meanwhile come once.
    vi.setSystemTime(Date.now() + 60_000);
    vi.advanceTimersByTime(1_000);
    socket.emit('pong');
    vi.advanceTimersByTime(2_000);
    expect(socket.closedAt).toBeNull();
  });

  it('has no timer while nobody is there', () => {
    const socket = watched(false);
    expect(vi.getTimerCount()).toBe(1);
    socket.terminate();
    vi.advanceTimersByTime(1_000);
    expect(vi.getTimerCount()).toBe(0);
    watched(false);
    expect(vi.getTimerCount()).toBe(1);
  });
});
