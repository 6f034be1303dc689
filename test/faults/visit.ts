import type { Answer } from '../../loadtest/client/connection.ts';
import { RefusedError } from '../../loadtest/client/http.ts';
import { type Reservation, Room } from '../../loadtest/client/room.ts';
import { CLOSE } from '../../shared/protocol/codes.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import type { Tapped } from '../harness/chaos-tap.ts';
import { isPassing } from '../harness/history.ts';
import { ANSWER_MS } from './doors.ts';
import type { Person } from './person.ts';

/** Waits between tries to get back, ms, each spread by ± 50 %; as in `client/net`. */
const RETRY_MS = [0, 250, 500, 1_000, 2_000];
/** How often a quiet connection is probed, and how long a server that cannot do a thing now is left alone, ms. */
const PROBE_MS = 10_000;
const BUSY_MS = 500;
const PROTOCOL = [PROTOCOL_VERSION, PROTOCOL_VERSION];
/** Refused seats and closed sockets after which a page does not come back by itself. */
const FINAL_REFUSALS: readonly string[] = [
  'no_table',
  'kicked',
  'table_full',
  'gone',
  'no_conversation',
  'banned',
];
const FINAL_CLOSES: readonly number[] = [CLOSE.kicked, CLOSE.takenOver, CLOSE.gone, CLOSE.banned];

/** A time without a connection, epoch ms; `to` is null while it lasts. */
export interface Loss {
  readonly from: number;
  /** What the socket was closed with; 1006 for one that fell silent or broke. */
  readonly code: number;
  to: number | null;
}

/** A command that was answered for good. */
export interface Answered {
  /** Epoch ms of the answer, and how long it took from the first time it was sent, ms. */
  readonly at: number;
  readonly ms: number;
  /** Null when it was carried out, else the refusal. */
  readonly code: string | null;
}

/** Which room somebody goes to. */
export interface VisitPlan<S> {
  /** The code of a table, or a conversation: under this name its commands are noted. */
  readonly room: string;
  /** Where a seat is asked for, and with what. */
  readonly path: string;
  readonly wish: object;
  /** Whether every byte that comes is kept, to look for what should not be there. */
  readonly isHeard: boolean;
  /** The decoded state, first and after every patch; the same object changes. */
  onState(state: S): void;
}

/**
 * One person's place in one room, kept over lost sockets as `client/net` keeps it: a lost socket is replaced by asking
 * for the seat again, a silent one is probed and taken for dead, a command is sent under one id until it is answered.
 */
export class Visit<S> {
  readonly plan: VisitPlan<S>;
  readonly person: Person;
  readonly steps: Tapped[] = [];
  readonly losses: Loss[] = [];
  readonly answered: Answered[] = [];
  /** Why it does not come back by itself; null when it does. */
  final: string | null = null;
  /** Why it could not come in when it tried last. */
  trouble = '';
  /** The process that has the room, as far as this person knows. */
  process = '';
  /** Whether a command was sent that is not answered for good. */
  isWaiting = false;
  #room: Room<S> | null = null;
  #isClosed = false;
  #serial = 0;
  #waiting: (() => void)[] = [];
  #probe: NodeJS.Timeout | null = null;

  constructor(person: Person, plan: VisitPlan<S>) {
    this.person = person;
    this.plan = plan;
  }

  /** Comes to the room for the first time. */
  async begin(): Promise<void> {
    void this.#stayConnected();
    await this.#live();
    this.#probe = setInterval(() => void this.#probeOnce(), PROBE_MS);
  }

  get isLive(): boolean {
    return this.#room !== null;
  }

  get state(): S | null {
    return this.#room?.state ?? null;
  }

  /** Asks until there is an answer, over lost sockets too; null when there is no room to wait for any more. */
  async submit(command: object): Promise<Answer | null> {
    const id = `${++this.#serial}-${this.person.id}`;
    const { room: name } = this.plan;
    const note = { room: name, id } as const;
    const from = Date.now();
    for (this.isWaiting = true; ; ) {
      const room = await this.#live();
      if (!room) return null;
      this.steps.push({ ...note, type: 'invoke' });
      const answer = await this.#ask(room, 'command', { id, command });
      const { code, seq } = answer;
      if (code === null) this.steps.push({ ...note, type: 'ok', seq });
      else if (code === 'closed') this.steps.push({ ...note, type: 'info' });
      else this.steps.push({ ...note, type: 'refused', code });
      if (code === null || (code !== 'closed' && !isPassing(code))) {
        this.isWaiting = false;
        this.answered.push({ at: Date.now(), ms: Date.now() - from, code });
        return answer;
      }
      if (code !== 'closed') await pause(BUSY_MS);
    }
  }

  /** Cuts the connection; it comes back by itself. */
  cut(): void {
    this.#room?.close();
    this.#lost(1006);
  }

  close(): void {
    this.#isClosed = true;
    if (this.#probe) clearInterval(this.#probe);
    this.#room?.close();
    this.#room = null;
    this.#wakeUp();
  }

  async #stayConnected(): Promise<void> {
    for (let attempt = 0; !this.#isClosed && !this.final; attempt++) {
      await pause(RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)]! * (0.5 + Math.random()));
      if (this.#isClosed || (await this.#connectOnce())) return;
    }
  }

  /** Whether there is nothing left to try: it is connected, or will never be. */
  async #connectOnce(): Promise<boolean> {
    try {
      const { path, wish } = this.plan;
      const seat = await this.person.ask('POST', path, { ...wish, protocol: PROTOCOL });
      const room = await this.#open((seat as { readonly reservation: Reservation }).reservation);
      if (room) this.#adopt(room);
      return room !== null;
    } catch (error) {
      this.trouble = (error as Error).message;
      if (!(error instanceof RefusedError) || !FINAL_REFUSALS.includes(error.code)) return false;
      this.#end(error.code);
      return true;
    }
  }

  /** Null when it is another one's room by now, or nobody is there any more. */
  async #open(reservation: Reservation): Promise<Room<S> | null> {
    const { doors, cookie, address, traffic, heard } = this.person;
    const url = doors.socketOf(reservation.processId);
    const tap = this.plan.isHeard ? { tap: (frame: Buffer) => heard.push(frame) } : {};
    const opening = { url, cookie, address, reservation, patienceMs: ANSWER_MS, ...tap };
    try {
      const room = await Room.open<S>(opening, traffic);
      this.process = reservation.processId;
      return room;
    } catch (error) {
      this.trouble = `${url}: ${(error as Error).message}`;
      return null;
    }
  }

  #adopt(room: Room<S>): void {
    if (this.#isClosed) {
      room.close();
      return;
    }
    this.#room = room;
    room.onState = () => this.plan.onState(room.state);
    room.onLost = (code) => {
      if (this.#room === room) this.#lost(code);
    };
    const loss = this.losses.at(-1);
    if (loss && loss.to === null) loss.to = Date.now();
    this.plan.onState(room.state);
    this.#wakeUp();
  }

  #lost(code: number): void {
    if (!this.#room) return;
    this.#room.close();
    this.#room = null;
    if (this.#isClosed) return;
    this.losses.push({ from: Date.now(), code, to: null });
    if (FINAL_CLOSES.includes(code)) this.#end(`closed with ${code}`);
    else void this.#stayConnected();
  }

  #end(why: string): void {
    this.final = why;
    this.#wakeUp();
  }

  /** One request; `closed` when nobody knows what became of it. A socket that still tells the time is kept. */
  async #ask(room: Room<S>, type: string, payload: object): Promise<Answer> {
    const answer = await askOnce(room, type, payload);
    if (answer) return answer;
    if (room === this.#room && (type === 'clock' || !(await askOnce(room, 'clock', {})))) {
      if (room === this.#room) this.#lost(1006);
    }
    return { code: 'closed', seq: 0 };
  }

  async #probeOnce(): Promise<void> {
    if (this.#room) await this.#ask(this.#room, 'clock', {});
  }

  /** The room once there is a connection; null when there is none to wait for. */
  async #live(): Promise<Room<S> | null> {
    while (!this.#isClosed && !this.final) {
      if (this.#room) return this.#room;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    return null;
  }

  #wakeUp(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

/** Null when no answer comes in time. */
function askOnce<S>(room: Room<S>, type: string, payload: object): Promise<Answer | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), ANSWER_MS);
    room.ask(type, payload, (answer) => {
      clearTimeout(timer);
      resolve(answer);
    });
  });
}

const pause = (ms: number): Promise<void> =>
  ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
