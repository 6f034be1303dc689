import type { PlayerId, SeatId } from '../core/ids.ts';
import { FIRST_LANGUAGE, type Language } from '../core/languages.ts';
import { assertNever } from '../core/result.ts';
import type { Leaver, Person, Seat, TableEvent, TablePhase, Visibility } from './types.ts';

/** A table and the game on it (S), as the fold of its events. */
export interface TableState<S> {
  readonly name: string;
  readonly visibility: Visibility;
  readonly phase: TablePhase;
  /** The game starts as soon as the first person sits down. */
  readonly isQuick: boolean;
  readonly options: unknown;
  /** The options are no longer those it was opened with. */
  readonly isChosen: boolean;
  readonly host: SeatId | null;
  /** In seat order. */
  readonly seats: readonly Seat[];
  readonly queue: readonly Person[];
  /** Who left since the game began that runs or was over last. */
  readonly leavers: readonly Leaver[];
  /** Names and markers that people took while a secret is kept; nobody sees them before it is over. */
  readonly renames: readonly Person[];
  readonly banned: readonly PlayerId[];
  /** Whom the host sent away, as they were known at the table, the last one at the end. */
  readonly removed: readonly Person[];
  /** Who was sent away, and may come back. */
  readonly letBackIn: readonly PlayerId[];
  readonly language: Language;
  readonly isLocked: boolean;
  /** The hash of the password that is asked for; null: none is. */
  readonly password: string | null;
  /** Since when the host holds the game, epoch ms; null while it goes on. */
  readonly pausedSince: number | null;
  /** How long it was held until then, ms. */
  readonly pausedMs: number;
  readonly nextSeat: number;
  readonly game: S | null;
  readonly gameNumber: number;
  /** Seats that were passed while their people were away, as often as they were. */
  readonly passes: readonly SeatId[];
  /** Since when nobody is connected, epoch ms; null while somebody is. */
  readonly emptySince: number | null;
}

export const initialTable: TableState<never> = {
  name: '',
  visibility: 'private',
  phase: 'unopened',
  isQuick: false,
  options: null,
  isChosen: false,
  host: null,
  seats: [],
  queue: [],
  leavers: [],
  renames: [],
  banned: [],
  removed: [],
  letBackIn: [],
  language: FIRST_LANGUAGE,
  isLocked: false,
  password: null,
  pausedSince: null,
  pausedMs: 0,
  nextSeat: 1,
  game: null,
  gameNumber: 0,
  passes: [],
  emptySince: null,
};

/** How many of those who left a game are known by name; the first are forgotten first. */
const MAX_LEAVERS = 32;

/** A person who is connected, not a bot. */
export const isPresentHuman = (seat: Seat): boolean => seat.kind === 'human' && seat.awaySince === null;

/** The seat of a person, or undefined. */
export const seatOf = (state: Pick<TableState<unknown>, 'seats'>, player: PlayerId): Seat | undefined =>
  state.seats.find((seat) => seat.kind === 'human' && seat.person.id === player);

/** What a table asks its game while facts are applied. */
interface Evolving<S, E> {
  /** Applies a fact of the game. */
  evolve(game: S | null, event: E): S;
  /** Which seat was passed, or null. */
  passed(event: E): SeatId | null;
}

/** Applies a fact to the table and to the game on it. */
export function evolveTable<S, E>(
  state: TableState<S>,
  event: TableEvent<E>,
  game: Evolving<S, E>,
): TableState<S> {
  switch (event.type) {
    case 'tableOpened':
      return {
        ...state,
        name: event.name,
        visibility: event.visibility,
        options: event.options,
        isQuick: event.isQuick,
        language: event.language,
        phase: 'waiting',
        emptySince: event.at,
      };
    case 'seatTaken':
      return withEmptySince(takeSeat(state, event), event.at);
    case 'seatFreed':
      return withEmptySince(freeSeat(state, event.seat), event.at);
    case 'botLevelChanged':
      return changeSeat(state, event.seat, { level: event.level });
    case 'personQueued':
      return {
        ...state,
        queue: [...state.queue.filter((person) => person.id !== event.person.id), event.person],
      };
    case 'personUnqueued':
      return { ...state, queue: state.queue.filter((person) => person.id !== event.player) };
    case 'personRenamed':
      return changeSeat({ ...state, renames: without(state.renames, event.person.id) }, event.seat, {
        person: event.person,
      });
    case 'renameHeld':
      return { ...state, renames: [...without(state.renames, event.person.id), event.person] };
    case 'personBanned':
      return remove(state, event.player, event.isFinal ?? false);
    case 'wentAway':
      return withEmptySince(changeSeat(state, event.seat, { awaySince: event.at }), event.at);
    case 'cameBack':
      return {
        ...changeSeat(state, event.seat, { awaySince: null, isStoodIn: false }),
        passes: withoutSeat(state.passes, event.seat),
        emptySince: null,
      };
    case 'stoodIn':
      return changeSeat(state, event.seat, { isStoodIn: true });
    case 'hostChanged':
      return { ...state, host: event.seat };
    case 'optionsChanged':
      return { ...state, options: event.options, isChosen: true };
    case 'languageChanged':
      return { ...state, language: event.language };
    case 'seatsOrdered':
      return { ...state, seats: inOrder(state.seats, event.order) };
    case 'personLetBackIn':
      return {
        ...state,
        banned: state.banned.filter((id) => id !== event.player),
        removed: without(state.removed, event.player),
        letBackIn: [...state.letBackIn, event.player],
      };
    case 'lockChanged':
      return { ...state, isLocked: event.isLocked };
    case 'passwordChanged':
      return { ...state, password: event.hash };
    case 'paused':
      return { ...state, pausedSince: event.at };
    case 'wentOn':
      return goOn(state, event.at);
    case 'gameOpened':
      return { ...state, phase: 'playing', gameNumber: event.number, leavers: [], passes: [] };
    case 'gameEvent':
      return withPass({ ...state, game: game.evolve(state.game, event.event) }, game.passed(event.event));
    case 'gameClosed':
      return {
        ...state,
        phase: 'over',
        pausedSince: null,
        seats: state.seats.map((seat) => (seat.isStoodIn ? { ...seat, isStoodIn: false } : seat)),
      };
    case 'tableClosed':
      return { ...state, phase: 'closed' };
    default:
      return assertNever(event);
  }
}

/** A new seat at the end, or the seat of a bot in its place. */
function takeSeat<S>(
  state: TableState<S>,
  { seat: id, kind, person, level }: Extract<TableEvent<unknown>, { type: 'seatTaken' }>,
): TableState<S> {
  const taken: Seat = { id, kind, person, level, awaySince: null, isStoodIn: false };
  const isReplacing = state.seats.some((seat) => seat.id === id);
  return {
    ...state,
    seats: isReplacing ? state.seats.map((seat) => (seat.id === id ? taken : seat)) : [...state.seats, taken],
    nextSeat: Math.max(state.nextSeat, id + 1),
    queue: state.queue.filter((waiting) => waiting.id !== person.id),
  };
}

/** Takes a seat away; whoever sat there in a game is still known by name until the next one. */
function freeSeat<S>(state: TableState<S>, id: SeatId): TableState<S> {
  const person = state.seats.find((seat) => seat.id === id)?.person;
  return {
    ...state,
    seats: state.seats.filter((seat) => seat.id !== id),
    renames: without(state.renames, person?.id),
    passes: withoutSeat(state.passes, id),
    leavers:
      person && state.game !== null
        ? [...state.leavers, { seat: id, person }].slice(-MAX_LEAVERS)
        : state.leavers,
  };
}

/** Somebody is sent away. Whom a host sends away has a seat. */
function remove<S>(state: TableState<S>, player: PlayerId, isFinal: boolean): TableState<S> {
  const person = seatOf(state, player)?.person;
  const others = without(state.removed, player);
  return {
    ...state,
    banned: [...state.banned.filter((id) => id !== player), player],
    removed: person && !isFinal ? [...others, person] : others,
    letBackIn: state.letBackIn.filter((id) => id !== player),
  };
}

const inOrder = (seats: readonly Seat[], order: readonly SeatId[]): readonly Seat[] =>
  seats.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));

function changeSeat<S>(state: TableState<S>, id: SeatId, change: Partial<Seat>): TableState<S> {
  return { ...state, seats: state.seats.map((seat) => (seat.id === id ? { ...seat, ...change } : seat)) };
}

/** The time of a pause counts for nothing, for who is away neither. */
function goOn<S>(state: TableState<S>, at: number): TableState<S> {
  const heldSince = state.pausedSince ?? at;
  const later = (since: number): number => since + at - Math.max(since, heldSince);
  return {
    ...state,
    pausedSince: null,
    pausedMs: state.pausedMs + at - heldSince,
    seats: state.seats.map((seat) =>
      seat.awaySince === null ? seat : { ...seat, awaySince: later(seat.awaySince) },
    ),
  };
}

/** Counts that a seat was passed whose person is away. */
function withPass<S>(state: TableState<S>, seat: SeatId | null): TableState<S> {
  const isAway = state.seats.some(({ id, awaySince }) => id === seat && awaySince !== null);
  return seat !== null && isAway ? { ...state, passes: [...state.passes, seat] } : state;
}

const withoutSeat = (seats: readonly SeatId[], id: SeatId): readonly SeatId[] =>
  seats.filter((seat) => seat !== id);

const without = (people: readonly Person[], id: PlayerId | undefined): readonly Person[] =>
  people.filter((person) => person.id !== id);

function withEmptySince<S>(state: TableState<S>, at: number): TableState<S> {
  if (state.seats.some(isPresentHuman)) return { ...state, emptySince: null };
  return { ...state, emptySince: state.emptySince ?? at };
}
