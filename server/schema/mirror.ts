import type { Schema } from '@colyseus/schema';
import { PHASES, type WireTable } from '../../shared/protocol/wire.ts';
import type { Leaver, Person, Seat, TableView } from '../../shared/table/types.ts';
import { LeaverState, QueuedState, SeatState, type TableSchema } from './table-schema.ts';

/** A time as the wire has it: whole ms since the state's epoch, 0 for null. */
export type WireTime = (epoch: number | null) => number;

/**
 * Writes the public view of a table into its state; the schema notices what really changed. `mirrorGame` writes what
 * belongs to the game into what `newGame` made.
 * @param before what was written last, of the same table, or null: what is the same in both is left as it is, since asking the
 * schema takes ten times as long
 */
export function mirrorTable<G extends Schema, V>(
  state: TableSchema<G>,
  view: TableView<V>,
  before: TableView<V> | null,
  newGame: () => G,
  mirrorGame: (state: G, view: V, time: WireTime, before: V | null) => void,
): void {
  const time: WireTime = (epoch) => (epoch === null ? 0 : Math.max(1, Math.round(epoch - state.epochMs)));
  if (view.name !== before?.name) state.name = view.name;
  if (view.visibility !== before?.visibility) state.isPrivate = view.visibility === 'private';
  if (view.phase !== before?.phase) state.phase = PHASES.indexOf(view.phase);
  if (view.host !== before?.host) state.host = view.host ?? 0;
  if (view.options !== before?.options) state.options = JSON.stringify(view.options);
  if (view.gameNumber !== before?.gameNumber) state.gameNumber = view.gameNumber;
  if (view.seats !== before?.seats) mirrorSeats(state, view.seats, time);
  if (view.queue !== before?.queue) mirrorPeople(state.queue, view.queue);
  if (view.removed !== before?.removed) mirrorPeople(state.removed, view.removed);
  if (view.language !== before?.language) state.language = view.language;
  if (view.isLocked !== before?.isLocked) state.isLocked = view.isLocked;
  if (view.hasPassword !== before?.hasPassword) state.hasPassword = view.hasPassword;
  if (view.pausedSince !== before?.pausedSince) state.pausedSince = time(view.pausedSince);
  if (view.pausedMs !== before?.pausedMs) state.pausedMs = Math.round(view.pausedMs);
  if (view.leavers !== before?.leavers) mirrorLeavers(state, view.leavers);
  if (view.game === null) return;
  const game = state.game ?? newGame();
  // The game lives in a time of its own, which stood still in pauses; on the wire all times are those of the table.
  const isSameTime = before?.pausedMs === view.pausedMs;
  const gameTime: WireTime = (epoch) => time(epoch === null ? null : epoch + view.pausedMs);
  mirrorGame(game, view.game, gameTime, isSameTime ? (before.game ?? null) : null);
  if (!state.game) state.game = game;
}

function mirrorSeats<G extends Schema>(state: TableSchema<G>, seats: readonly Seat[], time: WireTime): void {
  const kept = new Set(seats.map((seat) => String(seat.id)));
  for (const key of [...state.seats.keys()]) if (!kept.has(key)) state.seats.delete(key);
  seats.forEach((seat, index) => {
    const key = String(seat.id);
    const target = state.seats.get(key) ?? new SeatState();
    target.index = index;
    target.isBot = seat.kind === 'bot';
    target.playerId = seat.person.id;
    target.name = seat.person.name;
    target.marker = seat.person.marker;
    target.awaySince = time(seat.awaySince);
    target.level = seat.level ?? 0;
    target.isStoodIn = seat.isStoodIn;
    if (!state.seats.has(key)) state.seats.set(key, target);
  });
}

function mirrorPeople(list: TableSchema['queue'], people: readonly Person[]): void {
  const isSame =
    list.length === people.length &&
    people.every((person, i) => {
      const old = list[i];
      return old?.playerId === person.id && old.name === person.name && old.marker === person.marker;
    });
  if (isSame) return;
  list.clear();
  for (const { id, name, marker } of people) list.push(new QueuedState({ playerId: id, name, marker }));
}

/** Mostly there is one more. */
function mirrorLeavers<G extends Schema>(state: TableSchema<G>, leavers: readonly Leaver[]): void {
  if (state.leavers.some((leaver, i) => leaver.seat !== leavers[i]?.seat)) state.leavers.clear();
  for (const { seat, person } of leavers.slice(state.leavers.length)) {
    const { id, name, marker } = person;
    state.leavers.push(new LeaverState({ seat, playerId: id, name, marker }));
  }
}

/** The compiler's proof that the state can be read back by `readTable`. */
export const asWire = <G extends Schema>(state: TableSchema<G>): WireTable<G> => state;
