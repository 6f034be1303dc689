import { playerId, type SeatId, seatId } from '../../shared/core/ids.ts';
import type { Actor, TimeUp } from '../../shared/core/rules.ts';
import { seededRng } from '../../shared/core/seeded-rng.ts';
import { seatOf, type TableState } from '../../shared/table/state.ts';
import { tableFor } from '../../shared/table/table.ts';
import type { TableCommand } from '../../shared/table/types.ts';
import { type ToyCommand, type ToyState, toyGame } from './toy-game.ts';

export const table = tableFor(toyGame);
export const person = (name: string, marker = 0) => ({ id: playerId(name), name, marker });

/** A table driven by hand: `now` is set by the test, a refusal is returned as its code. */
export class Script {
  state: TableState<ToyState> = table.initial;
  now = 1_000;
  readonly #rng = seededRng(7);
  readonly #table: typeof table;

  constructor(of = table) {
    this.#table = of;
  }

  tell(command: TableCommand<ToyCommand> | TimeUp, by: Actor = { kind: 'system' }): string {
    const decided = this.#table.decide(this.state, by, command, { now: this.now, rng: this.#rng });
    if (!decided.ok) return decided.error.code;
    for (const event of decided.value) this.state = table.evolve(this.state, event);
    return 'ok';
  }

  /** As `tell`, for what a test takes for granted. */
  must(command: TableCommand<ToyCommand>): void {
    const said = this.tell(command);
    if (said !== 'ok') throw new Error(`${command.type}: ${said}`);
  }

  as(name: string, command: TableCommand<ToyCommand>): string {
    return this.tell(command, { kind: 'seat', seat: this.seat(name) });
  }

  /** The seat of a person; a seat that nobody has, when they have none. */
  seat(name: string): SeatId {
    return seatOf(this.state, playerId(name))?.id ?? seatId(999);
  }

  /** Lets time pass to the next wake-up and carries it out. */
  wake(): string {
    const due = table.deadline(this.state);
    if (due === null) return 'nothing due';
    this.now = due;
    return this.tell({ type: 'timeUp' });
  }

  get names(): string[] {
    return this.state.seats.map((seat) => seat.person.name);
  }
}

/** A table that is open, and nobody is at it. */
export function opened(bots = 0, visibility: 'public' | 'private' = 'public'): Script {
  const script = new Script();
  script.must({ type: 'open', name: 'T', visibility, options: null, bots });
  return script;
}

/** The same with people, the first of whom is host. */
export function seated(...names: string[]): Script {
  return withSeats(opened(), ...names);
}

export function withSeats(script: Script, ...names: string[]): Script {
  for (const name of names) script.must({ type: 'sit', person: person(name) });
  return script;
}

export const take = (coins: number): TableCommand<ToyCommand> => ({
  type: 'play',
  move: { type: 'take', coins },
});
