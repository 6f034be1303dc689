import { effect } from '@preact/signals';
import type { GameOnWire, TableConnection, Wish } from '../../../client/net/types.ts';
import type { SeatId } from '../../../shared/core/ids.ts';
import type { Rng } from '../../../shared/core/rng.ts';
import { COLOR_CLUES_REFUSALS } from '../../../shared/games/color-clues/refusals.ts';
import { readGame } from '../../../shared/games/color-clues/wire.ts';
import { FOUR_REFUSALS } from '../../../shared/games/four-in-a-row/refusals.ts';
import { readFour } from '../../../shared/games/four-in-a-row/wire.ts';
import type { TableView } from '../../../shared/table/types.ts';
import { senselessMove, someMove } from '../../harness/chaos-moves.ts';
import { digestOf } from '../../harness/history-digest.ts';
import type { PageModules } from './realms.ts';

type Move = { readonly type: string };

/** How a game is read and played by somebody who knows no strategy. */
interface Skill {
  readonly wire: GameOnWire;
  /** People at a table. */
  readonly people: number;
  move(view: unknown, me: SeatId, rng: Rng): Move | null;
}

const COLUMNS = 7;

/** The games that are played, by name. */
export const SKILLS: Readonly<Record<string, Skill>> = {
  'color-clues': {
    wire: { readGame, refusals: COLOR_CLUES_REFUSALS } as never,
    people: 3,
    move: (view, me, rng) =>
      rng.int(50) === 0 ? senselessMove(view as never, rng) : someMove(view as never, me, rng),
  },
  'four-in-a-row': {
    wire: { readGame: readFour, refusals: FOUR_REFUSALS } as never,
    people: 2,
    move: (view, me, rng) =>
      (view as { turn: SeatId | null }).turn === me || rng.int(50) === 0
        ? ({ type: 'drop', column: rng.int(COLUMNS) } as Move)
        : null,
  },
};

/** Mean pause between two looks at the table, ms. */
const PAUSE_MS = 400;
const LOOK_MS = 50;

/** Somebody who plays at one table through the page's own networking. */
export class Player {
  readonly code: string;
  readonly table: TableConnection;
  /** Digests of what was shown, each time it changed. */
  readonly views: string[] = [];
  readonly #skill: Skill;
  readonly #rng: Rng;
  #isActing = true;
  readonly #acts: Promise<void>;

  /** To be made as the page of this person. */
  constructor({ connectTable }: PageModules, code: string, game: string, rng: Rng) {
    this.code = code;
    this.#rng = rng;
    this.#skill = SKILLS[game]!;
    this.table = connectTable(code, async () => this.#skill.wire);
    effect(() => {
      const view = this.table.view.value;
      const digest = view && digestOf(view);
      if (digest && digest !== this.views.at(-1)) this.views.push(digest);
    });
    this.#acts = this.#run();
  }

  /** Stops; resolves when everything is answered and the table is shown as it is. */
  async rest(): Promise<void> {
    this.#isActing = false;
    await this.#acts;
    while (this.table.connection.value !== 'live') await pause(LOOK_MS);
  }

  async #run(): Promise<void> {
    while (this.#isActing) {
      await pause(this.#rng.int(2 * PAUSE_MS));
      const wish = this.#isActing && this.#nextWish();
      if (wish) await this.table.submit(wish);
    }
  }

  #nextWish(): Wish | null {
    const view = this.table.view.value as TableView<unknown> | null;
    const me = this.table.mySeat.value;
    if (!view) return null;
    if (me === null) return this.#rng.int(5) === 0 ? { type: 'sit' } : null;
    if (view.phase !== 'playing' || !view.game) {
      return view.host === me && view.seats.length === this.#skill.people ? { type: 'start' } : null;
    }
    const move = this.#skill.move(view.game, me, this.#rng);
    return move && { type: 'play', move };
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
