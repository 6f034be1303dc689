import { effect } from '@preact/signals';
import { colorCluesWords } from '../../client/games/color-clues/store/words.ts';
import { connectTable } from '../../client/net/table.ts';
import type { TableConnection, Wish } from '../../client/net/types.ts';
import type { Rng } from '../../shared/core/rng.ts';
import { PLAYERS, senselessMove, someMove } from './chaos-moves.ts';
import { digestOf } from './history-digest.ts';

/** What a page has shown of one table, in the order it came. */
export interface TableLog {
  readonly kind: 'table';
  readonly code: string;
  readonly views: readonly string[];
  /** Moves and wishes that were carried out or refused. */
  readonly answered: number;
  /** How long the present wait of the game goes on by itself, ms of the table's own time; null: for ever. */
  readonly leftMs: number | null;
}

/** The longest pause between two looks at the table, ms. */
const PAUSE_MS = 120;
const LOOK_MS = 20;

/** Somebody who plays random moves at one table through the page's own networking. */
export class TablePlayer {
  readonly #code: string;
  readonly #pauseMs: number;
  readonly #rng: Rng;
  readonly #table: TableConnection<ReturnType<typeof colorCluesWords>>;
  readonly #views: string[] = [];
  #isActing = false;
  #acts: Promise<void> = Promise.resolve();
  #answered = 0;

  /** @param calm how many times as long as usual they rest */
  constructor(code: string, rng: Rng, onState: (state: string) => void, calm = 1) {
    this.#code = code;
    this.#pauseMs = PAUSE_MS * calm;
    this.#rng = rng;
    this.#table = connectTable(code, async () => colorCluesWords());
    effect(() => onState(this.#table.connection.value));
    effect(() => {
      const view = this.#table.view.value;
      const digest = view && digestOf(view);
      if (digest && digest !== this.#views.at(-1)) this.#views.push(digest);
    });
  }

  act(): void {
    this.#isActing = true;
    this.#acts = this.#run();
  }

  /** Stops; resolves when everything is answered. */
  async rest(): Promise<void> {
    this.#isActing = false;
    await this.#acts;
    while (this.#table.connection.value !== 'live') await pause(LOOK_MS);
  }

  async log(): Promise<TableLog> {
    const until = this.#table.view.value?.game?.until ?? null;
    return {
      kind: 'table',
      code: this.#code,
      views: this.#views,
      answered: this.#answered,
      // A table's time stands still while no server has it: the clock on the wall is no measure of it.
      leftMs: until === null ? null : until - this.#table.serverNow(),
    };
  }

  async #run(): Promise<void> {
    while (this.#isActing) {
      await pause(this.#rng.int(this.#pauseMs));
      const wish = this.#nextWish();
      if (!wish) continue;
      await this.#table.submit(wish);
      this.#answered++;
    }
  }

  #nextWish(): Wish | null {
    const view = this.#table.view.value;
    const me = this.#table.mySeat.value;
    if (!view || me === null) return null;
    if (view.phase !== 'playing' || !view.game) {
      return view.host === me && view.seats.length === PLAYERS ? { type: 'start' } : null;
    }
    if (this.#rng.int(100) < 2) return { type: 'play', move: senselessMove(view.game, this.#rng) };
    const move = someMove(view.game, me, this.#rng);
    return move && { type: 'play', move };
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
