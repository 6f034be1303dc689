import { playerId, type SeatId, seatId } from '../../shared/core/ids.ts';
import type { Rng } from '../../shared/core/rng.ts';
import type { Actor, TimeUp } from '../../shared/core/rules.ts';
import { seededRng } from '../../shared/core/seeded-rng.ts';
import { colorClues } from '../../shared/games/color-clues/rules.ts';
import type { GameState } from '../../shared/games/color-clues/state.ts';
import type { GameCommand, GameEvent, GameView } from '../../shared/games/color-clues/types.ts';
import type { TableState } from '../../shared/table/state.ts';
import { tableFor } from '../../shared/table/table.ts';
import type { TableCommand, TableEvent, TableView } from '../../shared/table/types.ts';

export const colorTable = tableFor(colorClues);

/** Changes facts before they are applied: to make two worlds that differ in one secret only. */
export type Twist = (event: GameEvent) => GameEvent;

/** A Color Clues table without engine, network or clock. */
export class ScriptedTable {
  state: TableState<GameState> = colorTable.initial;
  now = 1_700_000_000_000;
  readonly rng: Rng;
  readonly #twist: Twist;

  constructor(seed: number, twist: Twist = (event) => event) {
    this.rng = seededRng(seed);
    this.#twist = twist;
  }

  /** Opens a table with this many people and starts a game. */
  static playing(seed: number, people: number, twist?: Twist, options: unknown = null): ScriptedTable {
    const table = new ScriptedTable(seed, twist);
    table.tell({ type: 'open', name: 'Test', visibility: 'public', options, bots: 0 });
    for (let i = 1; i <= people; i++) {
      table.tell({ type: 'sit', person: { id: playerId(`p${i}`), name: `Player ${i}`, marker: i - 1 } });
    }
    table.as(seatId(1), { type: 'start' });
    return table;
  }

  /** @returns the code of a refusal, or null */
  tell(command: TableCommand<GameCommand> | TimeUp, by: Actor = { kind: 'system' }): string | null {
    const decided = colorTable.decide(this.state, by, command, { now: this.now, rng: this.rng });
    if (!decided.ok) return decided.error.code;
    for (const event of decided.value) this.state = colorTable.evolve(this.state, this.#twisted(event));
    return null;
  }

  as(seat: SeatId, command: TableCommand<GameCommand>): string | null {
    return this.tell(command, { kind: 'seat', seat });
  }

  play(seat: SeatId, move: GameCommand): string | null {
    return this.as(seat, { type: 'play', move });
  }

  /** Lets time pass to what happens next by itself, if anything does. */
  wake(): void {
    const due = colorTable.deadline(this.state);
    if (due === null) return;
    this.now = Math.max(this.now, due);
    this.tell({ type: 'timeUp' });
  }

  view(seat: SeatId | null): TableView<GameView> {
    return colorTable.view(this.state, seat === null ? { kind: 'spectator' } : { kind: 'seat', seat });
  }

  get game(): GameState {
    if (this.state.game === null) throw new Error('no game runs');
    return this.state.game;
  }

  /** Every move that somebody could make now. */
  get legal(): { seat: SeatId; move: GameCommand }[] {
    if (this.state.game === null || this.state.phase !== 'playing') return [];
    const { game, seats } = this.state;
    return seats.flatMap(({ id }) => colorClues.legalCommands(game, id).map((move) => ({ seat: id, move })));
  }

  #twisted(event: TableEvent<GameEvent>): TableEvent<GameEvent> {
    return event.type === 'gameEvent' ? { type: 'gameEvent', event: this.#twist(event.event) } : event;
  }
}
