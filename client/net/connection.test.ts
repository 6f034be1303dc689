import { Client } from '@colyseus/sdk';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { err, ok } from '../../shared/core/result.ts';
import { CLOSE } from '../../shared/protocol/codes.ts';
import { api } from './api.ts';
import { Connection } from './connection.ts';

/** A room on a socket, as far as a connection knows it. */
class FakeRoom {
  readonly reconnection = { enabled: true };
  readonly connection = { close: vi.fn() };
  show: (state: unknown) => void = () => {};
  /** The socket is closed with a code. */
  shut: (code: number) => void = () => {};
  onMessage(): void {}
  onStateChange(show: (state: unknown) => void): void {
    this.show = show;
  }
  onLeave(shut: (code: number) => void): void {
    this.shut = shut;
  }
  request = async () => ({ now: 0 });
  leave = async () => {};
}

let rooms: FakeRoom[];
let page: EventTarget;
beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  rooms = [];
  page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  vi.stubGlobal('document', new EventTarget());
  vi.stubGlobal('location', { origin: 'http://127.0.0.1' });
  vi.stubGlobal('navigator', { onLine: true });
  vi.spyOn(api, 'session').mockResolvedValue({ id: 'me' } as Awaited<ReturnType<typeof api.session>>);
  vi.spyOn(Client.prototype, 'consumeSeatReservation').mockImplementation((async () => {
    const room = new FakeRoom();
    rooms.push(room);
    return room;
  }) as never);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A page that is in its room. */
async function connected(): Promise<Connection<never>> {
  const connection = new Connection<never>({
    seat: async () => ok({ reservation: {} as never }),
    refused: () => null,
    closed: () => null,
    state: () => {},
  });
  await vi.advanceTimersByTimeAsync(100);
  rooms[0]!.show({});
  return connection;
}

it('has one socket when the network went and came while it stayed away after a flood', async () => {
  const connection = await connected();
  expect(connection.state.value).toBe('live');
  rooms[0]!.shut(CLOSE.tooManyMessages);
  expect(connection.state.value).toBe('busy');
  await vi.advanceTimersByTimeAsync(1_000);
  page.dispatchEvent(new Event('offline'));
  page.dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(1_000);
  rooms[1]!.show({});
  expect(connection.state.value).toBe('live');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(rooms).toHaveLength(2);
  connection.close();
});

it('comes back by itself after a flood', async () => {
  const connection = await connected();
  rooms[0]!.shut(CLOSE.tooManyMessages);
  await vi.advanceTimersByTimeAsync(9_000);
  expect(rooms).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(3_000);
  rooms[1]!.show({});
  expect(connection.state.value).toBe('live');
  connection.close();
});

it('says that the address leads astray when seats are given for half a minute and no socket opens', async () => {
  const connection = await connected();
  const open = vi.mocked(Client.prototype.consumeSeatReservation);
  open.mockImplementation((async () => {
    throw new Error('refused');
  }) as never);
  rooms[0]!.shut(1006);
  await vi.advanceTimersByTimeAsync(25_000);
  expect(connection.state.value).toBe('reconnecting');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(connection.state.value).toBe('astray');
  // It goes on trying, and is back when somebody mended it.
  open.mockImplementation((async () => {
    const room = new FakeRoom();
    rooms.push(room);
    return room;
  }) as never);
  await vi.advanceTimersByTimeAsync(3_100);
  rooms.at(-1)!.show({});
  expect(connection.state.value).toBe('live');
  connection.close();
});

it('says nothing of the address when it is the seats that are not given', async () => {
  const connection = new Connection<never>({
    seat: async () => err({ code: 'unavailable', message: '' }),
    refused: () => null,
    closed: () => null,
    state: () => {},
  });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(connection.state.value).toBe('connecting');
  connection.close();
});
