import { matchMaker, type Room } from '@colyseus/core';

/** The private fields of a room that are read here, and nowhere else. */
interface Inside {
  /** Options, auth data and "is used" of each ticket. */
  readonly _reservedSeats: Readonly<
    Record<string, readonly [options: unknown, auth: unknown, isUsed: boolean]>
  >;
  /** Resolves to false where as many are as can be. */
  _reserveSeat(ticket: string, options: object, auth: object): Promise<boolean>;
  /** Tells the steps of a room's end. */
  readonly _events: { once(event: 'dispose' | 'disconnect', listener: () => void): unknown };
}

const insideOf = (room: Room): Inside => room as unknown as Inside;

/** A seat that waits for whoever holds its ticket. */
export interface Reservation {
  readonly room: Room;
  readonly auth: unknown;
  readonly isUsed: boolean;
}

/**
 * Has a seat kept for whoever comes with a ticket. The framework's own way makes a row of its list for it, and a copy of
 * everything by JSON. Resolves to whether there was one left.
 */
export const reserveSeat = (room: Room, ticket: string, auth: object): Promise<boolean> =>
  insideOf(room)._reserveSeat(ticket, {}, auth);

/** The reservation of a ticket in a room of this process; null when there is none. */
export function reservationOf(roomId: string, ticket: string): Reservation | null {
  const room: Room | undefined = matchMaker.getLocalRoomById(roomId);
  const seats = room && insideOf(room)._reservedSeats;
  if (!room || !seats || !Object.hasOwn(seats, ticket)) return null;
  const [, auth, isUsed] = seats[ticket]!;
  return { room, auth, isUsed };
}

/**
 * Tells when a room begins to end, which is when it is found no more, and when it has let go of everything, its
 * `onDispose` included. Between the two whoever asks for the room must wait; nothing public tells of either.
 */
export function onRoomEnd(room: Room, steps: { begins(): void; isOver(): void }): void {
  const events = insideOf(room)._events;
  events.once('dispose', steps.begins);
  events.once('disconnect', steps.isOver);
}
