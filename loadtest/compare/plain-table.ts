import type { Viewer } from '../../shared/core/rules.ts';
import { PHASES, type WireTable } from '../../shared/protocol/wire.ts';
import type { TableState } from '../../shared/table/state.ts';
import type { Picture } from './plain-connection.ts';
import type { PlainGame } from './plain-games.ts';
import type { TableSaid } from './ws-tables.ts';

/** A table as somebody sees it who folds the events they are sent; shown as the product's decoder would. */
export class PlainTable implements Picture<WireTable> {
  readonly #game: PlainGame;
  #table: TableState<unknown>;
  #viewer: Viewer = { kind: 'spectator' };
  #state: WireTable | null = null;

  constructor(game: PlainGame) {
    this.#game = game;
    this.#table = game.rules.initial;
  }

  get state(): WireTable {
    this.#state ??= this.#wire();
    return this.#state;
  }

  take(said: TableSaid): void {
    this.#state = null;
    if (said.type === 'change') {
      this.#table = said.events.reduce(this.#game.rules.evolve, this.#table);
      return;
    }
    this.#table = said.state;
    if (said.seat !== null) this.#viewer = { kind: 'seat', seat: said.seat };
  }

  #wire(): WireTable {
    const view = this.#game.rules.view(this.#table, this.#viewer);
    return {
      epochMs: 1,
      name: view.name,
      isPrivate: true,
      phase: PHASES.indexOf(view.phase),
      host: view.host ?? 0,
      options: '{}',
      seats: new Map(
        view.seats.map(({ id, person }, index) => [
          String(id),
          {
            index,
            isBot: false,
            playerId: person.id,
            name: person.name,
            marker: 0,
            awaySince: 0,
            level: 0,
            isStoodIn: false,
          },
        ]),
      ),
      queue: [],
      leavers: [],
      removed: [],
      language: '',
      isLocked: false,
      hasPassword: false,
      pausedSince: 0,
      pausedMs: 0,
      game: view.game === null ? undefined : this.#game.wireOf(view.game),
      gameNumber: view.gameNumber,
    };
  }
}
