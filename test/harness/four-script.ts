import { playerId, type SeatId } from '../../shared/core/ids.ts';
import type { Rng } from '../../shared/core/rng.ts';
import type { Actor, TimeUp } from '../../shared/core/rules.ts';
import { seededRng } from '../../shared/core/seeded-rng.ts';
import { type FourMove, fourInARow } from '../../shared/games/four-in-a-row/rules.ts';
import { seatOf } from '../../shared/table/state.ts';
import { tableFor } from '../../shared/table/table.ts';
import type { TableCommand } from '../../shared/table/types.ts';

const table = tableFor(fourInARow);

/** Four in a Row at a real table, driven by hand. */
export class FourScript {
  state = table.initial;
  now = 1_000;
  readonly rng: Rng;

  constructor(seed = 3) {
    this.rng = seededRng(seed);
  }

  /** A game that has just begun; whoever is alone plays against a bot. */
  static playing({ seed }: { readonly seed?: number }, ...people: string[]): FourScript {
    const script = new FourScript(seed);
    // The first person takes the seat of one of two bots.
    const bots = people.length === 1 ? 2 : 0;
    script.tell({ type: 'open', name: 'T', visibility: 'public', options: null, bots });
    for (const name of people) script.sit(name);
    script.as(people[0]!, { type: 'start' });
    return script;
  }

  tell(command: TableCommand<FourMove> | TimeUp, by: Actor = { kind: 'system' }): string {
    const decided = table.decide(this.state, by, command, { now: this.now, rng: this.rng });
    if (!decided.ok) return decided.error.code;
    this.state = decided.value.reduce(table.evolve, this.state);
    return 'ok';
  }

  sit(name: string): string {
    return this.tell({ type: 'sit', person: { id: playerId(name), name, marker: 0 } });
  }

  as(name: string, command: TableCommand<FourMove>): string {
    return this.tell(command, { kind: 'seat', seat: seatOf(this.state, playerId(name))!.id });
  }

  drop(seat: SeatId | null, column: number): string {
    return this.tell(
      { type: 'play', move: { type: 'drop', column } },
      seat === null ? { kind: 'system' } : { kind: 'seat', seat },
    );
  }

  /** The table as a seat sees it, or as a spectator does. */
  view(seat: SeatId | null) {
    return table.view(this.state, seat === null ? { kind: 'spectator' } : { kind: 'seat', seat });
  }

  get game() {
    return fourInARow.view(this.state.game!, { kind: 'spectator' });
  }

  nameOf(seat: SeatId | null): string | undefined {
    return this.state.seats.find(({ id }) => id === seat)?.person.name;
  }

  get discs(): number {
    return [...this.game.position.cells].filter((disc) => disc !== '.').length;
  }
}
