import type { Schema } from '@colyseus/schema';
import type { SeatId } from '../../../shared/core/ids.ts';
import type { TableView } from '../../../shared/table/types.ts';
import { mirrorTable } from '../../schema/mirror.ts';
import { type Shown, showSecret } from '../../schema/secret-view.ts';
import type { TableSchema } from '../../schema/table-schema.ts';
import type { TableGame } from './hosted-game.ts';

/** What a mirror needs to know of a game. */
export type MirroredGame = Pick<
  TableGame,
  'TableSchema' | 'State' | 'mirror' | 'secretSeats' | 'writeSecret'
>;

/**
 * The synchronized state of one table. What everybody may see is written with `write`; then `show` gives each client what
 * its seat alone may see.
 */
export class TableMirror {
  readonly state: TableSchema;
  readonly #game: MirroredGame;
  #keepers: readonly SeatId[] = [];

  /** @param epochMs times in the state count from here */
  constructor(game: MirroredGame, epochMs: number) {
    this.#game = game;
    this.state = new game.TableSchema({ epochMs });
  }

  /** Writes what everybody may see. */
  write(view: TableView<unknown>): void {
    const { State } = this.#game;
    mirrorTable<Schema, unknown>(
      this.state,
      view,
      () => new State(),
      (state, game, time) => this.#game.mirror(state, game, time),
    );
    const isHidden = view.phase === 'playing' && view.game !== null;
    this.#keepers = isHidden ? (this.#game.secretSeats?.(view.game) ?? []) : [];
  }

  /**
   * Gives a client a view of its own while its seat has a secret, and takes that away afterwards; `viewOf` tells what a
   * seat may see of the game.
   */
  show(client: Shown, seat: SeatId | null, viewOf: (seat: SeatId) => unknown): void {
    showSecret(client, seat !== null && this.#keepers.includes(seat) ? this.#secretOf(seat, viewOf) : null);
  }

  #secretOf(seat: SeatId, viewOf: (seat: SeatId) => unknown): Schema | null {
    const { game } = this.state;
    return game ? (this.#game.writeSecret?.(game, seat, viewOf(seat)) ?? null) : null;
  }
}
