import type { BotLevel } from '../../shared/core/bot-level.ts';
import type { SeatId } from '../../shared/core/ids.ts';
import { MARKER_COUNT } from '../../shared/table/persons.ts';
import type { Person, TableView } from '../../shared/table/types.ts';
import { initialIn } from './letters.ts';

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

/** The letter on a marker. */
export const initialOf = (name: string): string => initialIn(name, '?');

/** The face of a seat, also of one that has been given up. */
export function faceOf(view: View, seat: SeatId, me: MySeat): Face {
  const found = view.seats.find((each) => each.id === seat);
  const person = found?.person ?? view.leavers.find((leaver) => leaver.seat === seat)?.person;
  const name = person?.name ?? 'Somebody who left';
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

/** A name as the subject of a sentence: `Ana`, or `You`. */
export const subject = (face: Face): string => (face.isMine ? 'You' : face.name);

/** `Ana's clue`, `Your clue`. */
export const possessive = (face: Face): string => (face.isMine ? 'Your' : `${face.name}'s`);

/** `Ana`, `Ana and Ben`, `Ana, Ben and Cleo`. */
export function listOf(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** `1 marker`, `3 markers`. */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

const NUMBERS =
  'No One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen'.split(
    ' ',
  );

/** A number that begins a sentence: `Four`. */
export const inWords = (n: number): string => NUMBERS[n] ?? String(n);

/** `Three to ten`, `Two`. */
export const manyWords = (least: number, most: number): string =>
  least === most ? inWords(least) : `${inWords(least)} to ${inWords(most).toLowerCase()}`;

/** How many seats have somebody in them who is there: only they are dealt in. */
export const presentCount = (view: View): number =>
  view.seats.filter((seat) => seat.awaySince === null).length;

/** Whether a person waits for a seat at this table. */
export const isQueued = (view: View, playerId: string | undefined): boolean =>
  view.queue.some((person: Person) => person.id === playerId);
