import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { CHAT_REFUSALS } from '../../shared/chat/refusals.ts';
import { sentenceFor } from '../../shared/core/refusals.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { Rejection } from '../../shared/core/rules.ts';
import { CLOSE } from '../../shared/protocol/codes.ts';
import type { OperatorAction } from '../../shared/protocol/operate.ts';
import type { Announcement, WireOperator } from '../../shared/protocol/operate-wire.ts';
import { PLATFORM_REFUSALS } from '../../shared/protocol/refusals.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import { TABLE_REFUSALS } from '../../shared/table/refusals.ts';
import { callAsMe } from './api.ts';
import { Connection, newCommandId } from './connection.ts';
import type { Refusal } from './types.ts';

/** `nothing`: to this person there is no such page, or not any more. */
type FinalState = 'nothing' | 'outdated';

/** What a process said of itself last; `numbers` as in `WireProcess`. */
export interface ProcessNumbers {
  readonly at: number;
  readonly isLeaving: boolean;
  readonly numbers: Readonly<Record<string, number>>;
}

/** Connects to the room of operators and stays connected. */
export class OpenOperate {
  readonly connection: Connection<FinalState>['state'];
  /** By the name of the process. */
  readonly processes: ReadonlySignal<ReadonlyMap<string, ProcessNumbers>>;
  /** Another number when a list may have changed. */
  readonly revisions: ReadonlySignal<Readonly<Record<string, number>>>;
  readonly announced: ReadonlySignal<Announcement | null>;
  readonly #connection: Connection<FinalState>;
  readonly #processes: Signal<ReadonlyMap<string, ProcessNumbers>> = signal(new Map());
  readonly #revisions: Signal<Readonly<Record<string, number>>> = signal({});
  readonly #announced: Signal<Announcement | null> = signal(null);

  constructor() {
    this.#connection = new Connection<FinalState>({
      seat: () => callAsMe('POST', '/api/operate/seat', { protocol: [PROTOCOL_VERSION, PROTOCOL_VERSION] }),
      refused: (code) => (code === 'not_found' ? 'nothing' : code === 'outdated' ? 'outdated' : null),
      closed: (code) => (code === CLOSE.gone ? 'nothing' : null),
      state: (state) => this.#read(state as WireOperator),
    });
    this.connection = this.#connection.state;
    this.processes = this.#processes;
    this.revisions = this.#revisions;
    this.announced = this.#announced;
  }

  /** The server's time, epoch ms. */
  serverNow(): number {
    return this.#connection.serverNow();
  }

  /** Looks something up. */
  look<T>(type: string, payload: object): Promise<Result<T, Refusal>> {
    return this.#ask(type, payload);
  }

  /** Has something done, and says why. */
  async act(action: OperatorAction, why: string): Promise<Result<void, Refusal>> {
    const done = await this.#ask('act', { id: newCommandId(), action, why });
    return done.ok ? ok(undefined) : done;
  }

  close(): void {
    this.#connection.close();
  }

  async #ask<T>(type: string, payload: object): Promise<Result<T, Refusal>> {
    const answer = await this.#connection.submit<T>(type, payload);
    return answer?.ok ? answer : err(refusalOf(answer?.error ?? { code: 'gone' }));
  }

  #read({ processes, revisions, announced: text, announcedUntil: until }: WireOperator): void {
    const before = this.#processes.peek();
    batch(() => {
      this.#processes.value = new Map(
        [...processes.entries()].map(([name, { at, isLeaving, numbers }]) => {
          const known = before.get(name);
          const isSame = known?.at === at && known.isLeaving === isLeaving;
          return [name, isSame ? known : { at, isLeaving, numbers: Object.fromEntries(numbers.entries()) }];
        }),
      );
      this.#revisions.value = Object.fromEntries(revisions.entries());
      this.#announced.value = text === '' ? null : { text, until };
    });
  }
}

const refusalOf = (rejection: Rejection): Refusal => ({
  code: rejection.code,
  message: sentenceFor(rejection, TABLE_REFUSALS, CHAT_REFUSALS, PLATFORM_REFUSALS),
});
