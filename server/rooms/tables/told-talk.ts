import type { Apart, Rules, Side } from '../../../shared/core/rules.ts';
import { apartAt } from '../../../shared/table/apart.ts';
import type { TableState } from '../../../shared/table/state.ts';
import type { Seat } from '../../../shared/table/types.ts';
import type { TableWall, TalkInfo } from '../table-talk.ts';

type Game = Pick<Rules<unknown, { readonly type: string }, unknown, unknown>, 'apart'>;

function areSame(one: Apart | null, other: Apart | null): boolean {
  if (one === other) return true;
  if (one === null || other === null || one.id !== other.id || one.sides.size !== other.sides.size)
    return false;
  for (const [seat, side] of one.sides) if (other.sides.get(seat) !== side) return false;
  return true;
}

/** What a table tells its talk, and what it told last. */
export class ToldTalk {
  readonly #game: Game;
  /** The table as it was told last, and who was kept apart: states share what an event left alone. */
  #last: Pick<TableState<unknown>, 'phase' | 'seats' | 'banned'> | null = null;
  #apart: Apart | null = null;
  #text = '';

  constructor(game: Game) {
    this.#game = game;
  }

  /** What a talk hears of a table as it is after this entry. */
  infoOf(state: TableState<unknown>, seq: number): TalkInfo {
    const people = state.seats.filter((seat) => seat.kind === 'human');
    const isOver = state.phase === 'over' || state.phase === 'closed';
    return {
      seq,
      hasSecrets: this.#game.apart !== undefined,
      wall: wallOf(apartAt(state, this.#game), people),
      members: isOver ? null : people.map(({ person }) => person.id),
      seats: state.seats.map(({ person }) => person),
      banned: state.banned,
      letBackIn: state.letBackIn,
    };
  }

  /** Whether the talk would hear something else now than at the last call. */
  isNews(state: TableState<unknown>): boolean {
    const last = this.#last;
    const apart = apartAt(state, this.#game);
    const isSame =
      state.phase === last?.phase &&
      state.seats === last.seats &&
      state.banned === last.banned &&
      areSame(apart, this.#apart);
    this.#last = state;
    this.#apart = apart;
    if (isSame) return false;
    const text = JSON.stringify(this.infoOf(state, 0));
    if (text === this.#text) return false;
    this.#text = text;
    return true;
  }
}

/** The wall in the talk of a table: of people alone, since bots say nothing. */
function wallOf(apart: Apart | null, people: readonly Seat[]): TableWall | null {
  if (apart === null) return null;
  const sides: Record<string, Side> = {};
  for (const { id, person } of people) {
    const side = apart.sides.get(id);
    if (side !== undefined) sides[person.id] = side;
  }
  return Object.keys(sides).length === 0 ? null : { id: apart.id, sides };
}
