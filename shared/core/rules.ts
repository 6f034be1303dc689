import type { SeatId } from './ids.ts';
import type { Language } from './languages.ts';
import type { Result } from './result.ts';
import type { Rng } from './rng.ts';

/** Who issued a command. Stamped by the server, never sent by a client. */
export type Actor = { readonly kind: 'seat'; readonly seat: SeatId } | { readonly kind: 'system' };

/** Through whose eyes a state is seen. */
export type Viewer = { readonly kind: 'seat'; readonly seat: SeatId } | { readonly kind: 'spectator' };

/** Why a command was refused: a stable code, and the piece of input it is about, if any. */
export interface Rejection {
  readonly code: string;
  readonly detail?: string;
}

/** What `decide` and `setup` may know of the world. `now` is epoch milliseconds. */
export interface Ctx {
  readonly now: number;
  readonly rng: Rng;
  /** Seats that a program plays; without it there are none. */
  readonly bots?: ReadonlySet<SeatId>;
  /** What is spoken at the table; English without it. */
  readonly language?: Language;
}

/**
 * What the platform tells every game, always as the system actor. A game refuses what does not concern it.
 * - `timeUp`: the moment `deadline` named has passed
 * - `seatJoined` / `seatLeft`: a seat was added or given up for good (`seatJoined` only while `seatsOpen`)
 * - `seatAway` / `seatBack`: the person of a seat lost or regained the connection
 * - `skip`: the host, who sits at `by`, asks not to wait longer for whoever is waited for
 * - `reorder`: the host wants the seats in another order from the next round on; a game that cannot leaves it to the next
 *   one
 */
export type SystemCommand =
  | { readonly type: 'timeUp' }
  | { readonly type: 'seatJoined'; readonly seat: SeatId }
  | { readonly type: 'seatLeft'; readonly seat: SeatId }
  | { readonly type: 'seatAway'; readonly seat: SeatId }
  | { readonly type: 'seatBack'; readonly seat: SeatId }
  | { readonly type: 'skip'; readonly by: SeatId }
  | { readonly type: 'reorder'; readonly order: readonly SeatId[] };

/** What the engine itself says: the moment `deadline` named has passed. */
export type TimeUp = { readonly type: 'timeUp' };

/**
 * The facts that a command leads to, or why it is refused. `after` is the state that `evolve` makes of all these facts, from
 * whoever has applied them to decide: then the engine does not apply them once more.
 */
export type Decided<S, E> =
  | { readonly ok: true; readonly value: E[]; readonly after?: S }
  | { readonly ok: false; readonly error: Rejection };

/**
 * The least the engine needs to run something: refuse or accept, apply, and name the next wake-up. A game is one, and
 * so is the table around it.
 */
export interface Decider<S, C extends { readonly type: string }, E> {
  readonly name: string;
  /** Raised when old events need an upcast to be folded. */
  readonly version: number;
  /** The state before the first event. */
  readonly initial: S;
  /** The only place that refuses. Never throws on a parsed command. An accepted command has ≥ 1 event. */
  decide(state: S, by: Actor, command: C | TimeUp, ctx: Ctx): Decided<S, E>;
  /** Applies a fact. Never refuses; needs no clock and no randomness. */
  evolve(state: S, event: E): S;
  /** When the engine shall send `timeUp`, epoch ms, or null for never. */
  deadline(state: S): number | null;
  /**
   * Reads a stored event that this or any older version wrote, brought up to date; null when this program does not know
   * it (a newer one wrote it, or it is damaged).
   */
  upcast(event: StoredEvent, version: number): E | null;
}

/** An event as a journal keeps it. */
export interface StoredEvent {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Reads the events of a `Decider` that has had one version so far: those whose type is known. */
export function readEvents<E extends { readonly type: string }>(
  types: Readonly<Record<E['type'], true>>,
): (event: StoredEvent) => E | null {
  return (event) => (Object.hasOwn(types, event.type) ? (event as unknown as E) : null);
}

/** Seats that read each other while something is secret, by a name that the game gives them. */
export type Side = string;
/** The side of whoever knows a secret: they read nothing of others, and what they have to say waits. */
export const SILENT: Side = 'silent';
/** The side of all others: seats that a game does not name, and whoever watches. They read each other. */
export const CROWD: Side = 'crowd';

/** Who is kept apart while something is secret. */
export interface Apart {
  /** Tells this secret from every one before it at the table: letters, digits, dots and dashes. */
  readonly id: string;
  /** The side of each seat that is not of the `CROWD`. All may be `SILENT` at once; teams that may confer have names. */
  readonly sides: ReadonlyMap<SeatId, Side>;
}

/** How many can play. */
export interface SeatLimits {
  readonly min: number;
  readonly max: number;
}

/** A finished game: every seat with its place (1 is best, shared places allowed) and points. */
export interface Outcome {
  readonly ranking: readonly { readonly seat: SeatId; readonly place: number; readonly points: number }[];
  /** They won or lost with others: it says nothing of how well one of them plays, and counts for no rating. */
  readonly isTogether?: boolean;
}

/**
 * A game as pure functions. Nothing here reads a clock, a network or a random source of its own.
 *
 * S is the state, C what seats may ask for, E the facts that happened, V what one viewer may see.
 * A journal stores E; a state is always the fold of its events.
 */
export interface Rules<S, C extends { readonly type: string }, E, V>
  extends Decider<S, C | SystemCommand, E> {
  /** The fewest and the most that can play, whatever the options. */
  readonly minSeats: number;
  readonly maxSeats: number;
  /** How many can play with these options, in a game where that depends on them; else from `minSeats` to `maxSeats`. */
  seatsWith?(options: unknown): SeatLimits;
  /**
   * The options of a game at a table of "Play now" where nobody has chosen any, by how many people play, bots aside; null:
   * those that are set.
   */
  quickOptions?(people: number): unknown;
  /** Whether a bot plays, with these options, for somebody who is away for long. Without it: never. */
  standsIn?(options: unknown): boolean;
  /** Whom this fact passed over, in a game where that can be said; null: nobody. */
  passed?(event: E): SeatId | null;
  /** The first facts of a game, shuffles included. `previous` is the last game at the same table, or null. */
  setup(seats: readonly SeatId[], options: unknown, ctx: Ctx, previous: S | null): Result<E[], Rejection>;
  /** What one viewer may see of a state. */
  view(state: S, viewer: Viewer): V;
  /** What one viewer may know of an event (decoration: animation, sound), or null for nothing. */
  redact(event: E, viewer: Viewer): E | null;
  /** Every command a seat could give now; free text is sampled. For bots, highlights and tests. */
  legalCommands(state: S, seat: SeatId): C[];
  /** The result, or null while the game runs. */
  outcome(state: S): Outcome | null;
  /** Whether seats may join at this moment (between rounds). */
  seatsOpen(state: S): boolean;
  /**
   * Who may not talk with whom at this moment, because somebody knows what others must not; null while all may. Until then
   * names hold still, too, so that nobody tells it by theirs. A game in which nobody ever has a secret leaves it out.
   */
  apart?(state: S): Apart | null;
}

/** How many can play a game with these options. */
export const seatLimits = (
  game: { readonly minSeats: number; readonly maxSeats: number; seatsWith?(options: unknown): SeatLimits },
  options: unknown,
): SeatLimits => game.seatsWith?.(options) ?? { min: game.minSeats, max: game.maxSeats };
