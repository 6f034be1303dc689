import { setTimeout as pause } from 'node:timers/promises';
import type { RawSocket } from './raw-ws.ts';
import { answerTo, ask, type Seat, type Visitor } from './visitor.ts';

/** Between two wishes, and between two tries to get back, ms. */
const REST_MS = 50;
const ANSWER_MS = 4_000;
const WISHES = 100;

/**
 * Somebody at a table of their own who does what a page does: a lost socket is replaced by asking for the seat again, and
 * a wish is sent under one id until it is answered.
 */
export class Keeper {
  /** Wishes that were accepted. */
  accepted = 0;
  /** Times without a socket so far, ms. */
  readonly gaps: number[] = [];
  /** The processes that the table was at, in order. */
  readonly processes: string[] = [];
  /** What nobody may be told who only waits: any answer that is final. */
  readonly refusals: string[] = [];
  readonly visitor: Visitor;
  readonly code: string;
  #socket: RawSocket | null = null;
  #isOver = false;
  #run: Promise<void> = Promise.resolve();

  private constructor(visitor: Visitor, code: string) {
    this.visitor = visitor;
    this.code = code;
  }

  static async begin(visitor: Visitor, code: string): Promise<Keeper> {
    const keeper = new Keeper(visitor, code);
    await keeper.#come();
    keeper.#run = keeper.#keep();
    return keeper;
  }

  /** Where the table is now. */
  get process(): string {
    return this.processes.at(-1)!;
  }

  get isThere(): boolean {
    return this.#socket?.isClosed === false;
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#run;
    this.#socket?.cut();
  }

  async #keep(): Promise<void> {
    for (let wish = 0; !this.#isOver; wish++) {
      const options = { timers: ['off', 'slow'][wish % 2], turns: 1, clueCheck: 'strict' };
      await this.#insist({ id: `wish-number-${wish}`, command: { type: 'setOptions', options } }, wish);
      await pause(REST_MS);
    }
  }

  async #insist(payload: object, wish: number): Promise<void> {
    while (!this.#isOver) {
      if (!this.isThere) await this.#comeBack();
      const socket = this.#socket!;
      await socket.send(ask(wish % WISHES, 'command', payload));
      const answer = await answerTo(socket, wish % WISHES, ANSWER_MS).catch(() => null);
      if (answer?.status === 0) {
        this.accepted++;
        // The same number means another wish later on.
        socket.frames.length = 0;
        return;
      }
      if (answer && !/unavailable|busy|moved/.test(answer.text)) {
        this.refusals.push(answer.text);
        return;
      }
      await pause(REST_MS);
    }
  }

  async #comeBack(): Promise<void> {
    const lost = performance.now();
    while (!this.#isOver) {
      const isBack = await this.#come().catch(() => false);
      if (isBack) {
        this.gaps.push(performance.now() - lost);
        return;
      }
      await pause(REST_MS);
    }
  }

  /** Asks for the seat and takes it; false when that has to be tried again. */
  async #come(): Promise<boolean> {
    const answer = await this.visitor.askSeat(this.code);
    if (answer.status !== 200) {
      if (answer.status < 500 && answer.status !== 429) this.refusals.push(answer.text);
      return false;
    }
    const seat = JSON.parse(answer.text).reservation as Seat;
    this.#socket = await this.visitor.take(seat);
    if (this.processes.at(-1) !== seat.processId) this.processes.push(seat.processId);
    return true;
  }
}
