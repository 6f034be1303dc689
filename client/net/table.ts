import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type SeatId, seatId } from '../../shared/core/ids.ts';
import { REACTIONS, type Reaction } from '../../shared/core/reactions.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { CLOSE } from '../../shared/protocol/codes.ts';
import type { TableSeatAnswer } from '../../shared/protocol/http.ts';
import { readTable, type WireTable } from '../../shared/protocol/wire.ts';
import { tableRefusals } from '../i18n/refusals-table/index.ts';
import { callAsMe, earlySeats, seatPath, seatWish, takeSeatWish } from './api.ts';
import { Connection, newCommandId } from './connection.ts';
import { worded } from './said.ts';
import type {
  ConnectionState,
  GameOnWire,
  Refusal,
  SeenReaction,
  TableConnection,
  TableConnectionState,
  ViewOf,
  Wish,
} from './types.ts';

/** A seat that was asked for before it could be opened is asked for again after so long, ms. */
const EARLY_SEAT_MS = 2_000;

type FinalState =
  | Extract<ConnectionState, 'takenOver' | 'kicked' | 'gone' | 'notFound' | 'full'>
  | 'passwordWanted'
  | 'passwordWrong';

const REFUSED: ReadonlyMap<string, FinalState> = new Map([
  ['no_table', 'notFound'],
  ['kicked', 'kicked'],
  ['table_full', 'full'],
  ['gone', 'gone'],
  ['password_wanted', 'passwordWanted'],
  ['wrong_table_password', 'passwordWrong'],
]);
const CLOSED: ReadonlyMap<number, FinalState> = new Map([
  [CLOSE.takenOver, 'takenOver'],
  [CLOSE.kicked, 'kicked'],
  [CLOSE.gone, 'gone'],
]);

/** Loads how a game is read, by its name; rejects when it cannot be loaded, or when there is no such game. */
type LoadGame<G> = (name: string) => Promise<G>;

/**
 * Connects to a table and stays connected: a lost socket is replaced by asking for the seat again. What was submitted
 * meanwhile is sent again under the same id until it is answered. The seat tells which game is played; it is loaded while
 * the socket opens. `isScreen`: it is shown to a room, and nobody plays here.
 */
export function connectTable<G extends GameOnWire>(
  code: string,
  load: LoadGame<G>,
  way: { readonly isScreen?: boolean } = {},
): TableConnection<G> {
  return new Table(code, load, way);
}

class Table<G extends GameOnWire> implements TableConnection<G> {
  readonly game: Signal<G | null> = signal(null);
  readonly view: Signal<ViewOf<G> | null> = signal(null);
  readonly connection: ReadonlySignal<TableConnectionState>;
  readonly mySeat: ReadonlySignal<SeatId | null>;
  readonly talk: Signal<string | null> = signal(null);
  readonly reaction: Signal<SeenReaction | null> = signal(null);
  readonly #connection: Connection<FinalState>;
  readonly #load: LoadGame<G>;
  readonly #isNotLoaded = signal(false);
  /** The newest state, which waits for the game to be loaded. */
  #unread: WireTable | null = null;
  #loading: string | null = null;
  readonly #code: string;
  readonly #isScreen: boolean;
  #wantsSeat: boolean;

  constructor(code: string, load: LoadGame<G>, { isScreen = false }: { readonly isScreen?: boolean }) {
    this.#code = code;
    this.#isScreen = isScreen;
    this.#load = load;
    this.#wantsSeat = !isScreen && takeSeatWish(code);
    const connection = new Connection<FinalState>({
      seat: async () => {
        const seat = await reserveSeat(code, { wantsSeat: this.#wantsSeat, isScreen });
        if (seat.ok) {
          this.talk.value = seat.value.talk;
          void this.#open(seat.value.game);
        }
        return seat;
      },
      refused: (reason, wasLive) =>
        reason === 'no_table' && wasLive ? 'gone' : (REFUSED.get(reason) ?? null),
      closed: (reason) => CLOSED.get(reason) ?? null,
      messages: { reaction: (shown: SeenReaction) => this.#show(shown) },
      state: (state) => this.#read(state as WireTable),
    });
    this.#connection = connection;
    this.connection = computed(() => {
      const state = connection.state.value;
      if (this.#isNotLoaded.value) return 'notLoaded';
      return state === 'live' && connection.isSaving.value ? 'saving' : state;
    });
    this.mySeat = computed(() => {
      if (isScreen) return null;
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
    const ofGame = this.game.peek()?.refusals ?? {};
    return err(worded(rejection, ofGame, tableRefusals));
  }

  async react(emoji: Reaction): Promise<Result<void, Refusal>> {
    const answer =
      this.#connection.state.peek() === 'live' ? await this.#connection.ask('react', { emoji }) : 'lost';
    if (answer !== null && answer !== 'lost' && answer.ok) return ok(undefined);
    const rejection = answer === null || answer === 'lost' ? { code: 'offline' } : answer.error;
    return err(worded(rejection, tableRefusals));
  }

  rejoin(password?: string): void {
    if (password !== undefined) knownPasswords.set(this.#code, password);
    this.#connection.rejoin();
  }

  close(): void {
    this.#connection.close();
  }

  /** Loads the game of this table, once. */
  async #open(name: string): Promise<void> {
    if (this.#loading !== null) return;
    this.#loading = name;
    try {
      this.game.value = await this.#load(name);
      if (this.#unread) this.#read(this.#unread);
    } catch {
      this.#isNotLoaded.value = true;
    }
  }

  /** A newer server may know reactions that this page does not. */
  #show({ seat, emoji }: SeenReaction): void {
    if (REACTIONS.includes(emoji)) this.reaction.value = { seat, emoji };
  }

  #read(wire: WireTable): void {
    const seat = this.#isScreen ? null : seatOfPlayer(wire, this.#connection.me.peek());
    // Whoever had a seat wants one again, should it have been given away meanwhile.
    if (seat !== null) this.#wantsSeat = true;
    const game = this.game.peek();
    this.#unread = game ? null : wire;
    if (!game) return;
    // What a method of G returns is known to callers of G, but not in here.
    this.view.value = readTable(wire, seat, game.readGame) as ViewOf<G>;
  }
}

/** What this page was told to say at tables that ask. The server remembers who has said it. */
const knownPasswords = new Map<string, string>();

/** A seat at a table for this browser. */
async function reserveSeat(
  code: string,
  { wantsSeat, isScreen }: { readonly wantsSeat: boolean; readonly isScreen: boolean },
): Promise<Result<TableSeatAnswer, Refusal>> {
  const early = earlySeats.get(code);
  earlySeats.delete(code);
  const password = knownPasswords.get(code);
  const isEarly = early && !wantsSeat && !isScreen && password === undefined;
  if (isEarly && performance.now() - early.at < EARLY_SEAT_MS) return early.seat;
  const wish = { ...seatWish(wantsSeat), ...(isScreen && { isScreen }), ...(password && { password }) };
  return callAsMe('POST', seatPath(code), wish);
}

/** The seat of a person in a decoded state, or null. */
function seatOfPlayer(state: WireTable, me: string | null): SeatId | null {
  let mine: SeatId | null = null;
  state.seats.forEach((seat, key) => {
    if (!seat.isBot && seat.playerId === me) mine = seatId(Number(key));
  });
  return mine;
}
