import { Client, type Room } from '@colyseus/sdk';
import { type Signal, signal } from '@preact/signals';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { Rejection } from '../../shared/core/rules.ts';
import { CLOSE } from '../../shared/protocol/codes.ts';
import type { Reservation } from '../../shared/protocol/http.ts';
import type { AnnouncedMessage } from '../../shared/protocol/operate-wire.ts';
import { announced } from './announced.ts';
import { api, forgetSession } from './api.ts';
import { Quiet } from './quiet.ts';
import { Retries } from './retries.ts';
import { ServerTime } from './server-time.ts';
import type { Refusal } from './types.ts';
import { onWake } from './wake.ts';

/** How long one try waits for an answer before the socket is taken for dead, ms. */
const ANSWER_MS = 4_000;
/** An answer that takes longer is worth a word, ms. */
const SLOW_MS = 1_200;
/** A connection that is quiet for so long is probed, ms; any is after so long, for the time of the server. */
const PROBE_MS = 10_000;
const TIME_MS = 60_000;
/** How long a room that goes to another process is on its way, ms; later on the connection is lost like any other. */
const MOVING_MS = 3_000;
/** A flood guard closed the socket: how long to stay away, ms. */
const FLOOD_PAUSE_MS = 10_000;
/** Seats are given for so long, and no socket to one opens: somebody has to look into it, ms. */
const ASTRAY_MS = 30_000;
/** How long a server that cannot do a thing right now is left alone, ms. */
const BUSY_MS = 500;
/** Answers that say "not now" and nothing about the wish: sent again, they may be accepted. */
const NOT_NOW: readonly string[] = ['unavailable', 'busy', 'moved'];

/** States that mend themselves; all others are final until the person acts. */
type Mending = 'connecting' | 'live' | 'moving' | 'reconnecting' | 'offline' | 'astray' | 'busy';

/** 128 random bits; works on plain http, where `randomUUID` does not exist. */
export const newCommandId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

/** What one kind of room needs to be connected to. `F`: states that are final. */
export interface RoomPlan<F extends string> {
  /** Asks for a seat in the room. */
  seat(): Promise<Result<{ readonly reservation: Reservation }, Refusal>>;
  /** The final state that a refused seat means, or null to try again. `wasLive`: the room was seen before. */
  refused(code: string, wasLive: boolean): F | null;
  /** The final state that a closed socket means, or null to connect again. */
  closed(code: number): F | null;
  /** What to do with messages besides the state, by type. */
  readonly messages?: Readonly<Record<string, (message: never) => void>>;
  /** The decoded state, first and after every patch; the same object changes. */
  state(state: unknown): void;
}

/**
 * A connection that mends itself: a lost socket is replaced by asking for the seat again, a silent one is probed and
 * taken for dead.
 */
export class Connection<F extends string> {
  readonly state: Signal<Mending | F> = signal('connecting');
  /** The connection is good, but the server takes its time to store what was asked. */
  readonly isSaving = signal(false);
  /** Who this browser is, by the session that the room was joined with. */
  readonly me = signal<string | null>(null);
  readonly #plan: RoomPlan<F>;
  readonly #time = new ServerTime();
  readonly #retries = new Retries();
  readonly #stopLooking: () => void;
  #room: Room | null = null;
  #isClosed = false;
  #isFinal = false;
  #wasLive = false;
  #generation = 0;
  /** Since when seats are given and no socket opens, by `performance.now()`; null otherwise. */
  #astraySince: number | null = null;
  /** Until when the room is on its way to another process, by `performance.now()`. */
  #movingUntil = 0;
  readonly #quiet = new Quiet(PROBE_MS, TIME_MS, () => void this.#measure(this.#room));
  #waiting: (() => void)[] = [];
  /** Wishes that wait for long. */
  readonly #slow = new Set<ReturnType<typeof setTimeout>>();

  constructor(plan: RoomPlan<F>) {
    this.#plan = plan;
    addEventListener('online', this.#onOnline);
    addEventListener('offline', this.#onOffline);
    document.addEventListener('visibilitychange', this.#onVisible);
    this.#stopLooking = onWake(() => void this.#measure(this.#room));
    void this.#stayConnected();
  }

  /** The server's time, epoch ms. */
  serverNow(): number {
    return this.#time.now();
  }

  /** Asks until there is an answer, over lost sockets too; null when there is no room to wait for any more. */
  async submit<T>(type: string, payload: unknown): Promise<Result<T, Rejection> | null> {
    const slow = setTimeout(() => {
      this.#slow.add(slow);
      this.isSaving.value = true;
    }, SLOW_MS);
    try {
      for (;;) {
        const answer = await this.ask<T>(type, payload);
        if (answer !== 'lost' && (answer === null || answer.ok || !NOT_NOW.includes(answer.error.code))) {
          return answer;
        }
        if (answer !== 'lost') await pause(BUSY_MS);
      }
    } finally {
      clearTimeout(slow);
      if (this.#slow.delete(slow)) this.isSaving.value = this.#slow.size > 0;
    }
  }

  /**
   * Waits for a live room and asks once. A refusal is an answer; `lost` means that nobody knows what became of it, null
   * that there is no room to wait for any more, or that this browser is not `as` by now.
   */
  async ask<T>(
    type: string,
    payload: unknown,
    as: string | null = null,
  ): Promise<Result<T, Rejection> | 'lost' | null> {
    const room = await this.#liveRoom();
    if (!room || (as !== null && as !== this.me.peek())) return null;
    return this.#ask<T>(room, type, payload);
  }

  /** Says something that is worth nothing later: dropped when the room is not live. Resolves to whether it arrived. */
  async tell(type: string, payload: unknown): Promise<boolean> {
    if (!this.#room || this.state.peek() !== 'live') return false;
    const answer = await this.#ask(this.#room, type, payload);
    return answer !== 'lost' && answer.ok;
  }

  /** Tries again after a final state. */
  rejoin(): void {
    if (!this.#isFinal || this.#isClosed) return;
    this.#isFinal = false;
    this.#retries.reset();
    this.state.value = 'connecting';
    void this.#stayConnected();
  }

  close(): void {
    this.#isClosed = true;
    this.#generation++;
    removeEventListener('online', this.#onOnline);
    removeEventListener('offline', this.#onOffline);
    document.removeEventListener('visibilitychange', this.#onVisible);
    this.#stopLooking();
    this.#drop();
    this.#wakeUp();
  }

  /** Tries until it is connected or told not to try again. One loop at a time: a newer one ends an older one. */
  async #stayConnected(): Promise<void> {
    if (this.#isClosed) return;
    const generation = ++this.#generation;
    const isCurrent = () => generation === this.#generation;
    while (isCurrent()) {
      await pause(this.#retries.next(Math.random(), this.#isMoving()));
      if (!isCurrent()) return;
      const outcome = await this.#connectOnce(isCurrent);
      if (!isCurrent() || outcome === 'joined') return;
      if (typeof outcome === 'object') {
        this.#end(outcome.final);
        return;
      }
      this.state.value = outcome;
    }
  }

  async #connectOnce(isCurrent: () => boolean): Promise<Mending | 'joined' | { readonly final: F }> {
    const again = this.#isMoving() ? 'moving' : this.#wasLive ? 'reconnecting' : 'connecting';
    if (!navigator.onLine) return 'offline';
    try {
      this.me.value = (await api.session()).id;
    } catch {
      this.#astraySince = null;
      return again;
    }
    const seat = await this.#plan.seat();
    if (!isCurrent()) return again;
    if (!seat.ok) {
      this.#astraySince = null;
      const final = this.#plan.refused(seat.error.code, this.#wasLive);
      return final ? { final } : seat.error.code === 'rate_limited' ? 'busy' : again;
    }
    try {
      // A process of an earlier version takes no socket that says it is ready.
      const room = await join(seat.value.reservation, this.#astraySince === null);
      if (!isCurrent()) {
        void room.leave(false);
        return again;
      }
      this.#adopt(room);
      return 'joined';
    } catch {
      this.#astraySince ??= performance.now();
      return performance.now() - this.#astraySince < ASTRAY_MS ? again : 'astray';
    }
  }

  #adopt(room: Room): void {
    this.#room = room;
    this.#astraySince = null;
    room.reconnection.enabled = false;
    for (const [type, act] of Object.entries(this.#plan.messages ?? {})) {
      room.onMessage(type, (message: never) => {
        if (this.#room !== room) return;
        this.#quiet.heard();
        act(message);
      });
    }
    room.onMessage('announced', (message: AnnouncedMessage) => {
      announced.value = message;
    });
    room.onStateChange((state: unknown) => {
      if (this.#room !== room) return;
      this.#quiet.heard();
      this.#plan.state(state);
      if (this.state.peek() !== 'live') this.#goLive(room);
    });
    room.onLeave((code) => {
      if (this.#room === room) this.#lost(code);
    });
    setTimeout(() => {
      if (this.#room === room && this.state.peek() !== 'live') this.#lost(1006);
    }, ANSWER_MS);
  }

  #goLive(room: Room): void {
    this.#wasLive = true;
    this.#movingUntil = 0;
    this.#retries.live(performance.now());
    this.state.value = 'live';
    this.#wakeUp();
    void this.#measure(room);
    this.#quiet.start();
  }

  #lost(code: number): void {
    this.#drop();
    this.#retries.lost(performance.now());
    if (this.#isClosed) return;
    const final = this.#plan.closed(code);
    if (final) this.#end(final);
    else if (code === CLOSE.tooManyMessages) {
      this.state.value = 'busy';
      const generation = this.#generation;
      setTimeout(() => {
        // Whoever was offline meanwhile is connected again, or about to be.
        if (generation === this.#generation) void this.#stayConnected();
      }, FLOOD_PAUSE_MS);
    } else {
      if (code === CLOSE.signedOut) forgetSession();
      this.#movingUntil = code === CLOSE.moved ? performance.now() + MOVING_MS : 0;
      const again = code === CLOSE.moved ? 'moving' : 'reconnecting';
      this.state.value = navigator.onLine ? again : 'offline';
      void this.#stayConnected();
    }
  }

  #isMoving(): boolean {
    return performance.now() < this.#movingUntil;
  }

  #end(final: F): void {
    this.#isFinal = true;
    this.state.value = final;
    this.#wakeUp();
  }

  /** Forgets the socket. What was asked on it is answered as lost. */
  #drop(): void {
    const room = this.#room;
    this.#room = null;
    this.#time.forget();
    this.#quiet.stop();
    room?.connection.close();
  }

  /** Asks for the time; whether there was an answer. A socket without one is taken for dead. */
  async #measure(room: Room | null): Promise<boolean> {
    if (!room || room !== this.#room) return false;
    return (await this.#ask(room, 'clock', {})) !== 'lost';
  }

  /**
   * One request. A refusal is an answer; a time-out or a closed socket means that nobody knows. A socket that still tells
   * the time is kept: then it is the store that is slow.
   */
  async #ask<T>(room: Room, type: string, payload: unknown): Promise<Result<T, Rejection> | 'lost'> {
    const answered = this.#time.ask();
    try {
      const reply: T & { readonly now?: number } = await room.request(type, payload, { timeout: ANSWER_MS });
      if (room === this.#room) this.#quiet.heard();
      if (typeof reply.now === 'number') answered(reply.now);
      return ok(reply);
    } catch (error) {
      const reason = (error as { reason?: { code?: unknown; detail?: unknown } }).reason;
      if (typeof reason?.code !== 'string') {
        const isSilent = room === this.#room && (type === 'clock' || !(await this.#measure(room)));
        if (isSilent && room === this.#room) this.#lost(1006);
        return 'lost';
      }
      return err({
        code: reason.code,
        ...(typeof reason.detail === 'string' ? { detail: reason.detail } : {}),
      });
    }
  }

  /** The room once it is live; null when there is none to wait for. */
  async #liveRoom(): Promise<Room | null> {
    while (!this.#isClosed && !this.#isFinal) {
      if (this.#room && this.state.peek() === 'live') return this.#room;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    return null;
  }

  /** Lets those who wait for a live room look again. */
  #wakeUp(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  readonly #onOnline = (): void => {
    if (this.state.peek() === 'offline') {
      this.state.value = 'reconnecting';
      this.#retries.reset();
      void this.#stayConnected();
    }
  };

  readonly #onOffline = (): void => {
    if (this.#isFinal) return;
    this.#generation++;
    this.#drop();
    this.state.value = 'offline';
  };

  readonly #onVisible = (): void => {
    if (document.visibilityState === 'visible') void this.#measure(this.#room);
  };
}

/**
 * Joins a room. Rejects when nothing comes back for too long; a room that comes later is left.
 * @param isReady the state may come together with the welcome: a page reads what comes in its order
 */
async function join(reservation: Reservation, isReady: boolean): Promise<Room> {
  const joining = new Client(`${location.origin}${isReady ? '?ready=1' : ''}`).consumeSeatReservation({
    ...reservation,
  });
  const room = await Promise.race([joining, pause(ANSWER_MS)]);
  if (room) return room;
  joining.then(
    (late) => late.leave(false),
    () => {},
  );
  throw new Error('no answer');
}

const pause = (ms: number): Promise<void> =>
  ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
