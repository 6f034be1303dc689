import type { Room } from '@colyseus/core';
import { reservationOf, reserveSeat } from '../../infra/colyseus/room-inside.ts';
import type { Member } from './member.ts';
import { endingOf } from './room-end.ts';

/**
 * Keeps a connection for somebody, until its ticket is used or has expired. Resolves to whether there is one left. Only
 * here seats are given, so what the framework keeps with each is a member.
 */
export const reserve = (room: Room, member: Member, ticket: string): Promise<boolean> =>
  reserveSeat(room, ticket, member);

/** Whose seat a ticket opens, while it waits to be used; null when there is no such ticket. */
export function ticketOwner(roomId: string, ticket: string): string | null {
  if (endingOf(roomId)) return null;
  const seat = reservationOf(roomId, ticket);
  if (!seat || seat.isUsed) return null;
  return (seat.auth as Partial<Member> | undefined)?.person?.id ?? null;
}
