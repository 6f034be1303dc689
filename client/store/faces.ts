import type { BotLevel } from '../../shared/core/bot-level.ts';
import type { SeatId } from '../../shared/core/ids.ts';
import { MARKER_COUNT } from '../../shared/table/persons.ts';
import type { Person, TableView } from '../../shared/table/types.ts';
import { people } from '../i18n/people/index.ts';
import { initialOf } from './letters.ts';

/** A table, whatever is played there. */
export type View = TableView<unknown>;

/** Whose eyes a view is shown to; null for a spectator. */
export type MySeat = SeatId | null;

/** A player as drawn: name, marker and what is special about them. */
export interface Face {
  readonly seat: SeatId;
  readonly name: string;
  readonly marker: number;
  readonly initial: string;
  readonly isMine: boolean;
  readonly isBot: boolean;
  readonly isHost: boolean;
  /** Since when the person is not connected, epoch ms. */
  readonly awaySince: number | null;
  /** How well the bot plays; null for a person. */
  readonly level: BotLevel | null;
  /** Away, and a bot plays for them. */
  readonly isStoodIn: boolean;
  /** Gave up the seat; markers and points of theirs may still be there. */
  readonly isGone: boolean;
}

const MARKERS = Array.from({ length: MARKER_COUNT }, (_, marker) => marker);

/** The face of a seat, also of one that has been given up. */
export function faceOf(view: View, seat: SeatId, me: MySeat): Face {
  const found = view.seats.find((each) => each.id === seat);
  const person = found?.person ?? view.leavers.find((leaver) => leaver.seat === seat)?.person;
  const name = person?.name ?? people.somebodyWhoLeft;
  return {
    seat,
    name,
    marker: found?.person.marker ?? spareMarker(view, seat, person?.marker),
    initial: person ? initialOf(name) : '–',
    isMine: seat === me,
    isBot: found?.kind === 'bot',
    isHost: seat === view.host,
    awaySince: found?.awaySince ?? null,
    level: found?.level ?? null,
    isStoodIn: found?.isStoodIn ?? false,
    isGone: !found,
  };
}

/** A marker for a seat that has been given up: the old one, or one that nobody here wears, where there is one left. */
function spareMarker(view: View, seat: SeatId, old?: number): number {
  const worn = view.seats.map(({ person }) => person.marker);
  if (old !== undefined && !worn.includes(old)) return old;
  const spare = MARKERS.filter((marker) => !worn.includes(marker));
  const choice = spare.length > 0 ? spare : MARKERS;
  return choice[(seat - 1) % choice.length]!;
}

/** How many seats have somebody in them who is there: only they are dealt in. */
export const presentCount = (view: View): number =>
  view.seats.filter((seat) => seat.awaySince === null).length;

/** Whether a person waits for a seat at this table. */
export const isQueued = (view: View, playerId: string | undefined): boolean =>
  view.queue.some((person: Person) => person.id === playerId);
