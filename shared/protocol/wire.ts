import { BOT_LEVELS } from '../core/bot-level.ts';
import { playerId, type SeatId, seatId } from '../core/ids.ts';
import { languageAmong } from '../core/languages.ts';
import type { Person, Seat, TablePhase, TableView } from '../table/types.ts';

/** Phases by their number on the wire. Append only: old clients count on the order. */
export const PHASES: readonly TablePhase[] = ['unopened', 'waiting', 'playing', 'over', 'closed'];

/** A map as decoded on either side. */
export interface WireMap<T> {
  forEach(visit: (value: T, key: string) => void): void;
}
/** A list as decoded on either side. */
export interface WireList<T> {
  readonly length: number;
  forEach(visit: (value: T, index: number) => void): void;
}

export interface WirePerson {
  readonly playerId: string;
  readonly name: string;
  readonly marker: number;
}
export interface WireLeaver extends WirePerson {
  readonly seat: number;
}
export interface WireSeat extends WirePerson {
  readonly index: number;
  readonly isBot: boolean;
  readonly awaySince: number;
  /** 0: a person. */
  readonly level: number;
  readonly isStoodIn: boolean;
}
/** The structure of the synchronized state of a table, without the library that carries it. G: what its game adds. */
export interface WireTable<G = unknown> {
  readonly epochMs: number;
  readonly name: string;
  readonly isPrivate: boolean;
  readonly phase: number;
  readonly host: number;
  readonly options: string;
  readonly seats: WireMap<WireSeat>;
  readonly queue: WireList<WirePerson>;
  readonly leavers: WireList<WireLeaver>;
  readonly removed: WireList<WirePerson>;
  readonly language: string;
  readonly isLocked: boolean;
  readonly hasPassword: boolean;
  readonly pausedSince: number;
  readonly pausedMs: number;
  readonly game?: G | undefined;
  readonly gameNumber: number;
}

/** Reads a time of the wire, ms since the state's epoch, 0 for none; as epoch ms or null. */
export type ReadTime = (ms: number) => number | null;

/**
 * Reads what a game (G) adds to the state of its table back into the view (V) that the server mirrored. `me` decides
 * about secrets: what the decoder of an earlier keeper still remembers is not shown to anybody else.
 */
export type ReadGame<G, V> = (wire: G, me: SeatId | null, time: ReadTime) => V;

/** The items of a list, in order. */
export const itemsOf = <T>(list: WireList<T>): T[] => {
  const out: T[] = [];
  list.forEach((value) => {
    out.push(value);
  });
  return out;
};

/** What a map holds for each seat, in the order of `index`. */
export const seatsByIndex = <T extends { readonly index: number }>(map: WireMap<T>): [SeatId, T][] => {
  const out: [SeatId, T][] = [];
  map.forEach((value, key) => {
    out.push([seatId(Number(key)), value]);
  });
  return out.sort((a, b) => a[1].index - b[1].index);
};

const person = (wire: WirePerson): Person => ({
  id: playerId(wire.playerId),
  name: wire.name,
  marker: wire.marker,
});

/** Reads a decoded state back into the view that the server mirrored. `me` is the seat of whoever looks, or null. */
export function readTable<G, V>(
  wire: WireTable<G>,
  me: SeatId | null,
  readGame: ReadGame<G, V>,
): TableView<V> {
  const time: ReadTime = (ms) => (ms === 0 ? null : wire.epochMs + ms);
  return {
    name: wire.name,
    visibility: wire.isPrivate ? 'private' : 'public',
    phase: PHASES[wire.phase] ?? 'unopened',
    host: wire.host === 0 ? null : seatId(wire.host),
    options: JSON.parse(wire.options),
    seats: seatsByIndex(wire.seats).map(
      ([id, seat]): Seat => ({
        id,
        kind: seat.isBot ? 'bot' : 'human',
        person: person(seat),
        awaySince: time(seat.awaySince),
        level: BOT_LEVELS.find((level) => level === seat.level) ?? null,
        isStoodIn: seat.isStoodIn,
      }),
    ),
    queue: itemsOf(wire.queue).map(person),
    leavers: itemsOf(wire.leavers).map((wired) => ({ seat: seatId(wired.seat), person: person(wired) })),
    removed: itemsOf(wire.removed).map(person),
    language: languageAmong([wire.language]),
    isLocked: wire.isLocked,
    hasPassword: wire.hasPassword,
    pausedSince: time(wire.pausedSince),
    pausedMs: wire.pausedMs,
    game: wire.game ? readGame(wire.game, me, time) : null,
    gameNumber: wire.gameNumber,
  };
}
