import type { Apart, Rules, Side } from '../../../shared/core/rules.ts';
import { apartAt } from '../../../shared/table/apart.ts';
import type { TableState } from '../../../shared/table/state.ts';
import type { Seat } from '../../../shared/table/types.ts';
import type { TableWall, TalkInfo } from '../table-talk.ts';
import { Changes } from './changes.ts';

type Game = Pick<Rules<unknown, { readonly type: string }, unknown, unknown>, 'apart'>;

const NOBODY: Apart['sides'] = new Map();

function areSame(one: Apart['sides'], other: Apart['sides']): boolean {
  if (one.size !== other.size) return false;
  for (const [seat, side] of one) if (other.get(seat) !== side) return false;
  return true;
}

/** What a table tells its talk, and what it told last. */
export class ToldTalk {
  readonly #game: Game;
  readonly #changes = new Changes();
  #sides: Apart['sides'] = NOBODY;
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
    const { phase, seats, banned } = state;
    const apart = apartAt(state, this.#game);
    const sides = apart?.sides ?? NOBODY;
    const isSame = areSame(sides, this.#sides);
    this.#sides = sides;
    if (!this.#changes.note(phase, seats, banned, apart?.id) && isSame) return false;
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
