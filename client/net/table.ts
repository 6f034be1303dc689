import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type SeatId, seatId } from '../../shared/core/ids.ts';
import { sentenceFor } from '../../shared/core/refusals.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { COLOR_CLUES_REFUSALS } from '../../shared/games/color-clues/refusals.ts';
import type { GameView } from '../../shared/games/color-clues/types.ts';
import { readGame, type WireGame } from '../../shared/games/color-clues/wire.ts';
import { CLOSE } from '../../shared/protocol/codes.ts';
import { PLATFORM_REFUSALS } from '../../shared/protocol/refusals.ts';
import { readTable, type WireTable } from '../../shared/protocol/wire.ts';
import { TABLE_REFUSALS } from '../../shared/table/refusals.ts';
import type { TableView } from '../../shared/table/types.ts';
import { reserveSeat, takeSeatWish } from './api.ts';
import { Connection, newCommandId } from './connection.ts';
import type { ConnectionState, Refusal, TableConnection, Wish } from './types.ts';

type FinalState = Extract<ConnectionState, 'takenOver' | 'kicked' | 'gone' | 'notFound' | 'full'>;

const REFUSED: ReadonlyMap<string, FinalState> = new Map([
  ['no_table', 'notFound'],
  ['kicked', 'kicked'],
  ['table_full', 'full'],
  ['gone', 'gone'],
]);
const CLOSED: ReadonlyMap<number, FinalState> = new Map([
  [CLOSE.takenOver, 'takenOver'],
  [CLOSE.kicked, 'kicked'],
  [CLOSE.gone, 'gone'],
]);

/**
 * Connects to a table and stays connected: a lost socket is replaced by asking for the seat again. What was submitted
 * meanwhile is sent again under the same id until it is answered.
 */
export function connectTable(code: string): TableConnection {
  return new Table(code);
}

class Table implements TableConnection {
  readonly view: Signal<TableView<GameView> | null> = signal(null);
  readonly connection: ReadonlySignal<ConnectionState>;
  readonly mySeat: ReadonlySignal<SeatId | null>;
  readonly talk: Signal<string | null> = signal(null);
  readonly #connection: Connection<FinalState>;
  #wantsSeat: boolean;

  constructor(code: string) {
    this.#wantsSeat = takeSeatWish(code);
    const connection = new Connection<FinalState>({
      seat: async () => {
        const seat = await reserveSeat(code, this.#wantsSeat);
        if (seat.ok) this.talk.value = seat.value.talk;
        return seat;
      },
      refused: (reason, wasLive) =>
        reason === 'no_table' && wasLive ? 'gone' : (REFUSED.get(reason) ?? null),
      closed: (reason) => CLOSED.get(reason) ?? null,
      state: (state) => this.#read(state as WireTable<WireGame>),
    });
    this.#connection = connection;
    this.connection = computed(() => {
      const state = connection.state.value;
      return state === 'live' && connection.isSaving.value ? 'saving' : state;
    });
    this.mySeat = computed(() => {
      const seat = this.view.value?.seats.find(({ person }) => person.id === connection.me.value);
      return seat?.id ?? null;
    });
  }

  serverNow(): number {
    return this.#connection.serverNow();
  }

  async submit(wish: Wish): Promise<Result<void, Refusal>> {
    if (wish.type === 'sit') this.#wantsSeat = true;
    const answer = await this.#connection.submit('command', { id: newCommandId(), command: wish });
    if (answer?.ok) return ok(undefined);
    const rejection = answer?.error ?? { code: 'gone' };
    const message = sentenceFor(rejection, COLOR_CLUES_REFUSALS, TABLE_REFUSALS, PLATFORM_REFUSALS);
    return err({ code: rejection.code, message });
  }

  rejoin(): void {
    this.#connection.rejoin();
  }

  close(): void {
    this.#connection.close();
  }

  #read(wire: WireTable<WireGame>): void {
    const seat = seatOfPlayer(wire, this.#connection.me.peek());
    // Whoever had a seat wants one again, should it have been given away meanwhile.
    if (seat !== null) this.#wantsSeat = true;
    this.view.value = readTable(wire, seat, readGame);
  }
}

/** The seat of a person in a decoded state, or null. */
function seatOfPlayer(state: WireTable, me: string | null): SeatId | null {
  let mine: SeatId | null = null;
  state.seats.forEach((seat, key) => {
    if (!seat.isBot && seat.playerId === me) mine = seatId(Number(key));
  });
  return mine;
}
