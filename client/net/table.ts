import { Client, type Room } from '@colyseus/sdk';
import { computed, type Signal, signal } from '@preact/signals';
import { type SeatId, seatId } from '../../shared/core/ids.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { refusalText } from '../../shared/games/color-clues/refusals.ts';
import type { GameView } from '../../shared/games/color-clues/types.ts';
import { CLOSE, type CommandReply } from '../../shared/protocol/codes.ts';
import { readTable, type WireTable } from '../../shared/protocol/wire.ts';
import type { TableView } from '../../shared/table/types.ts';
import { api, reserveSeat, takeSeatWish } from './api.ts';
import { ServerTime } from './server-time.ts';
import type { ConnectionState, Refusal, TableConnection, Wish } from './types.ts';

/** How long one try waits for an answer before the socket is taken for dead, ms. */
const ANSWER_MS = 4_000;
/** How often a quiet connection is probed, ms. */
const PROBE_MS = 10_000;
/** Waits between tries to get back, ms; the last one repeats. Each is spread by ± 50 %. */
const RETRY_MS = [0, 250, 500, 1_000, 2_000];
/** A flood guard closed the socket: how long to stay away, ms. */
const FLOOD_PAUSE_MS = 10_000;

const FINAL: ReadonlyMap<string, ConnectionState> = new Map([
  ['no_table', 'notFound'],
  ['kicked', 'kicked'],
  ['table_full', 'full'],
  ['gone', 'gone'],
]);
const isFinal = (state: ConnectionState): boolean =>
  state === 'takenOver' || [...FINAL.values()].includes(state);

/** 128 random bits; works on plain http, where `randomUUID` does not exist. */
const newCommandId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

/**
 * Connects to a table and stays connected: a lost socket is replaced by asking for the seat again. What was submitted
 * meanwhile is sent again under the same id until it is answered.
 */
export function connectTable(code: string): TableConnection {
  return new Connection(code);
}

class Connection implements TableConnection {
  readonly view: Signal<TableView<GameView> | null> = signal(null);
  readonly connection: Signal<ConnectionState> = signal('connecting');
  readonly #me = signal<string | null>(null);
  readonly mySeat = computed<SeatId | null>(() => {
    const seat = this.view.value?.seats.find(({ person }) => person.id === this.#me.value);
    return seat?.id ?? null;
  });
  readonly #code: string;
  readonly #time = new ServerTime();
  #room: Room | null = null;
  #isClosed = false;
  #generation = 0;
  #wantsSeat: boolean;
  #probe: ReturnType<typeof setInterval> | null = null;
  #waiting: (() => void)[] = [];

  constructor(code: string) {
    this.#code = code;
    this.#wantsSeat = takeSeatWish(code);
    addEventListener('online', this.#onOnline);
    addEventListener('offline', this.#onOffline);
    document.addEventListener('visibilitychange', this.#onVisible);
    void this.#stayConnected();
  }

  serverNow(): number {
    return this.#time.now();
  }

  async submit(wish: Wish): Promise<Result<void, Refusal>> {
    const id = newCommandId();
    if (wish.type === 'sit') this.#wantsSeat = true;
    for (;;) {
      const room = await this.#liveRoom();
      if (!room) return err({ code: 'gone', message: refusalText({ code: 'gone' }) });
      const answer = await this.#ask<CommandReply>(room, 'command', { id, command: wish });
      if (answer !== 'lost') return answer.ok ? ok(undefined) : answer;
    }
  }

  rejoin(): void {
    if (!isFinal(this.connection.value) || this.#isClosed) return;
    this.connection.value = 'connecting';
    void this.#stayConnected();
  }

  close(): void {
    this.#isClosed = true;
    this.#generation++;
    removeEventListener('online', this.#onOnline);
    removeEventListener('offline', this.#onOffline);
    document.removeEventListener('visibilitychange', this.#onVisible);
    this.#drop();
    this.#wakeUp();
  }

  /** Tries until it is connected or told not to try again. One loop at a time: a newer one ends an older one. */
  async #stayConnected(): Promise<void> {
    const generation = ++this.#generation;
    const isCurrent = () => generation === this.#generation;
    for (let attempt = 0; isCurrent(); attempt++) {
      await this.#pause(RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)]! * (0.5 + Math.random()));
      if (!isCurrent()) return;
      const outcome = await this.#connectOnce(isCurrent);
      if (!isCurrent() || outcome === 'live') return;
      this.connection.value = outcome;
      if (!isFinal(outcome)) continue;
      this.#wakeUp();
      return;
    }
  }

  async #connectOnce(isCurrent: () => boolean): Promise<ConnectionState> {
    const again: ConnectionState = this.view.peek() === null ? 'connecting' : 'reconnecting';
    if (!navigator.onLine) return 'offline';
    try {
      this.#me.value = (await api.session()).id;
    } catch {
      return again;
    }
    const seat = await reserveSeat(this.#code, this.#wantsSeat);
    if (!isCurrent()) return again;
    if (!seat.ok) {
      const final = FINAL.get(seat.error.code) ?? (seat.error.code === 'rate_limited' ? 'busy' : again);
      return final === 'notFound' && this.view.peek() !== null ? 'gone' : final;
    }
    try {
      const room = await new Client(location.origin).consumeSeatReservation({ ...seat.value.reservation });
      if (!isCurrent()) {
        void room.leave(false);
        return again;
      }
      this.#adopt(room);
      return 'live';
    } catch {
      return again;
    }
  }

  #adopt(room: Room): void {
    this.#room = room;
    room.reconnection.enabled = false;
    room.onStateChange((state: WireTable) => {
      if (this.#room !== room) return;
      this.view.value = readTable(state, seatOfPlayer(state, this.#me.peek()));
      if (this.connection.peek() !== 'live') this.#goLive(room);
    });
    room.onLeave((code) => {
      if (this.#room === room) this.#lost(code);
    });
  }

  #goLive(room: Room): void {
    this.connection.value = 'live';
    this.#wakeUp();
    void this.#measure(room);
    this.#probe ??= setInterval(() => void this.#measure(this.#room), PROBE_MS);
  }

  #lost(code: number): void {
    this.#drop();
    if (this.#isClosed) return;
    if (code === CLOSE.takenOver) this.connection.value = 'takenOver';
    else if (code === CLOSE.kicked) this.connection.value = 'kicked';
    else if (code === CLOSE.gone) this.connection.value = 'gone';
    else if (code === CLOSE.tooManyMessages) {
      this.connection.value = 'busy';
      setTimeout(() => void this.#stayConnected(), FLOOD_PAUSE_MS);
    } else {
      this.connection.value = navigator.onLine ? 'reconnecting' : 'offline';
      void this.#stayConnected();
    }
    if (isFinal(this.connection.value)) this.#wakeUp();
  }

  /** Forgets the socket. What was asked on it is answered as lost. */
  #drop(): void {
    const room = this.#room;
    this.#room = null;
    if (this.#probe !== null) clearInterval(this.#probe);
    this.#probe = null;
    room?.connection.close();
  }

  async #measure(room: Room | null): Promise<void> {
    if (!room || room !== this.#room) return;
    await this.#ask<{ now: number }>(room, 'clock', {});
  }

  /** One request. A refusal is an answer; a time-out or a closed socket means that nobody knows. */
  async #ask<T extends { readonly now: number }>(
    room: Room,
    type: string,
    payload: unknown,
  ): Promise<Result<T, Refusal> | 'lost'> {
    const sentAt = performance.now();
    try {
      const reply: T = await room.request(type, payload, { timeout: ANSWER_MS });
      this.#time.measure(sentAt, performance.now(), reply.now);
      return ok(reply);
    } catch (error) {
      const reason = (error as { reason?: { code?: unknown; detail?: unknown } }).reason;
      if (typeof reason?.code !== 'string') {
        if (room === this.#room) this.#lost(1006);
        return 'lost';
      }
      if (reason.code === 'unavailable' || reason.code === 'busy' || reason.code === 'moved') {
        await this.#pause(500);
        return 'lost';
      }
      const rejection = {
        code: reason.code,
        ...(typeof reason.detail === 'string' ? { detail: reason.detail } : {}),
      };
      return err({ code: reason.code, message: refusalText(rejection) });
    }
  }

  /** The room once it is live; null when there is none to wait for. */
  async #liveRoom(): Promise<Room | null> {
    while (!this.#isClosed && !isFinal(this.connection.peek())) {
      if (this.#room && this.connection.peek() === 'live') return this.#room;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    return null;
  }

  /** Lets those who wait for a live room look again. */
  #wakeUp(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  #pause(ms: number): Promise<void> {
    return ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
  }

  readonly #onOnline = (): void => {
    if (this.connection.peek() === 'offline') {
      this.connection.value = 'reconnecting';
      void this.#stayConnected();
    }
  };

  readonly #onOffline = (): void => {
    if (isFinal(this.connection.peek())) return;
    this.#generation++;
    this.#drop();
    this.connection.value = 'offline';
  };

  readonly #onVisible = (): void => {
    if (document.visibilityState === 'visible') void this.#measure(this.#room);
  };
}

/** The seat of a person in a decoded state, or null. */
function seatOfPlayer(state: WireTable, me: string | null): SeatId | null {
  let mine: SeatId | null = null;
  state.seats.forEach((seat, key) => {
    if (!seat.isBot && seat.playerId === me) mine = seatId(Number(key));
  });
  return mine;
}
