import type { SeatId } from '../../shared/core/ids.ts';
import type { Rng } from '../../shared/core/rng.ts';
import type { GameView } from '../../shared/games/color-clues/types.ts';
import { readGame, type WireGame } from '../../shared/games/color-clues/wire.ts';
import { readTable, type WireTable } from '../../shared/protocol/wire.ts';
import type { TableView } from '../../shared/table/types.ts';
import { PLAYERS, senselessMove, someMove } from '../harness/chaos-moves.ts';
import { digestOf } from '../harness/history-digest.ts';
import type { Person } from './person.ts';
import { Visit } from './visit.ts';

/** How somebody plays, and what is kept of it. */
export interface Manner {
  /** Mean pause before a move, ms. */
  readonly pauseMs: number;
  /** Whether every view and every byte is kept; otherwise only what was sent and answered. */
  readonly isWatched: boolean;
}

type Table = TableView<GameView>;

/** Somebody who plays random moves at one table, and tries one now and then that makes no sense. */
export class Player {
  readonly visit: Visit<WireTable<WireGame>>;
  /** Digests of the views that the table showed, each time they changed. */
  readonly views: string[] = [];
  /** Says never that the next round may begin. */
  isPatient = false;
  readonly #rng: Rng;
  readonly #manner: Manner;
  #isActing = false;
  #acts: Promise<void> = Promise.resolve();

  constructor(person: Person, code: string, rng: Rng, manner: Manner) {
    this.#rng = rng;
    this.#manner = manner;
    this.visit = new Visit(person, {
      room: code,
      path: `/api/tables/${code}/seat`,
      wish: { wantsSeat: true },
      isHeard: manner.isWatched,
      onState: () => {
        if (manner.isWatched) this.#note();
      },
    });
  }

  /** What the table shows now; null without a connection. */
  get table(): Table | null {
    const { state } = this.visit;
    return state && state.epochMs > 0 ? readTable(state, this.#seatIn(state), readGame) : null;
  }

  act(): void {
    this.#isActing = true;
    this.#acts = this.#run();
  }

  /** Stops; resolves when everything is answered. */
  async rest(): Promise<void> {
    this.#isActing = false;
    await this.#acts;
  }

  #note(): void {
    const digest = this.table && digestOf(this.table);
    if (digest && digest !== this.views.at(-1)) this.views.push(digest);
  }

  #seatIn(state: WireTable<WireGame>): SeatId | null {
    let mine: number | null = null;
    state.seats.forEach((seat, key) => {
      if (!seat.isBot && seat.playerId === this.visit.person.id) mine = Number(key);
    });
    return mine as SeatId | null;
  }

  async #run(): Promise<void> {
    while (this.#isActing) {
      await new Promise((resolve) => setTimeout(resolve, this.#rng.int(2 * this.#manner.pauseMs)));
      const command = this.#isActing && this.#nextCommand();
      if (command && !(await this.visit.submit(command))) return;
    }
  }

  #nextCommand(): object | null {
    const { table } = this;
    const me = this.visit.state && this.#seatIn(this.visit.state);
    if (!table || me === null) return null;
    if (table.phase !== 'playing' || !table.game)
      return table.host === me && table.seats.length === PLAYERS ? { type: 'start' } : null;
    if (this.#rng.int(200) === 0) return { type: 'play', move: senselessMove(table.game, this.#rng) };
    const move = someMove(table.game, me, this.#rng);
    if (move === null || (this.isPatient && move.type === 'ready')) return null;
    return { type: 'play', move };
  }
}
