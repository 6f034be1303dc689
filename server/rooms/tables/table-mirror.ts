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
  'TableSchema' | 'State' | 'mirror' | 'secretSeats' | 'areSecretsSame' | 'writeSecret'
>;

/**
 * The synchronized state of one table. What everybody may see is written with `write`; then `show` gives each client what
 * its seat alone may see. Both look at nothing that is as it was the last time.
 */
export class TableMirror {
  readonly state: TableSchema;
  readonly #game: MirroredGame;
  /** What was written last, as a whole. */
  #last: TableView<unknown> | null = null;
  #keepers: readonly SeatId[] = [];
  /** Who has a view of their own. */
  #shown: readonly Shown[] = [];
  /** Somebody may have another secret than what was shown. */
  #isStale = true;

  /** @param epochMs times in the state count from here */
  constructor(game: MirroredGame, epochMs: number) {
    this.#game = game;
    this.state = new game.TableSchema({ epochMs });
  }

  /** Writes what everybody may see. */
  write(view: TableView<unknown>): void {
    const { State } = this.#game;
    const last = this.#last;
    // If this one cannot be written to its end, the next one is written whole.
    this.#last = null;
    mirrorTable<Schema, unknown>(
      this.state,
      view,
      last,
      () => new State(),
      (state, game, time, before) => this.#game.mirror(state, game, time, before),
    );
    this.#last = view;
    if (last === null || !this.#isSecretSame(last, view)) this.#isStale = true;
    const isHidden = view.phase === 'playing' && view.game !== null;
    this.#keepers = isHidden ? (this.#game.secretSeats?.(view.game) ?? []) : [];
  }

  /**
   * Gives the clients of each seat that has a secret a view of their own, and takes it away from all others.
   * @param clientsOf whoever is connected for a seat
   * @param viewOf what a seat may see of the game
   */
  show(clientsOf: (seat: SeatId) => readonly Shown[], viewOf: (seat: SeatId) => unknown): void {
    this.#isStale = true;
    const shown: Shown[] = [];
    for (const seat of this.#keepers) {
      const clients = clientsOf(seat);
      const secret = clients.length > 0 ? this.#secretOf(seat, viewOf) : null;
      if (!secret) continue;
      for (const client of clients) {
        showSecret(client, secret);
        shown.push(client);
      }
    }
    for (const client of this.#shown) if (!shown.includes(client)) showSecret(client, null);
    this.#shown = shown;
    this.#isStale = false;
  }

  /** Does the same after a change, if it can have changed that. Whoever comes in is shown theirs in any case. */
  showChanged(...to: Parameters<TableMirror['show']>): void {
    if (this.#isStale) this.show(...to);
  }

  #isSecretSame(before: TableView<unknown>, view: TableView<unknown>): boolean {
    if (view.seats !== before.seats || view.phase !== before.phase || view.gameNumber !== before.gameNumber)
      return false;
    if (!this.#game.secretSeats || view.game === before.game) return true;
    if (view.game === null || before.game === null) return false;
    return this.#game.areSecretsSame?.(before.game, view.game) ?? false;
  }

  #secretOf(seat: SeatId, viewOf: (seat: SeatId) => unknown): Schema | null {
    const { game } = this.state;
    return game ? (this.#game.writeSecret?.(game, seat, viewOf(seat)) ?? null) : null;
  }
}
