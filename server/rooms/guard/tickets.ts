import { type IRoomCache, matchMaker, type Room } from '@colyseus/core';
import { reservationOf } from '../../infra/colyseus/room-inside.ts';
import { type Member, memberSchema } from './member.ts';
import { endingOf } from './room-end.ts';

/** Keeps a connection for somebody, until its ticket is used or has expired. Rejects when the framework gives none. */
export async function reserve(room: Room, member: Member, ticket: string): Promise<void> {
  const row = { roomId: room.roomId, name: room.roomName, processId: matchMaker.processId };
  await matchMaker.reserveSeatFor(row as IRoomCache, {}, { ...member, sessionId: ticket });
}

/** Whose seat a ticket opens, while it waits to be used; null when there is no such ticket. */
export function ticketOwner(roomId: string, ticket: string): string | null {
  if (endingOf(roomId)) return null;
  const seat = reservationOf(roomId, ticket);
  if (!seat || seat.isUsed) return null;
  return memberSchema.safeParse(seat.auth).data?.person.id ?? null;
}
