import type { Room } from '@colyseus/core';
import { onRoomEnd } from '../../infra/colyseus/room-inside.ts';

/** Rooms of this process that are on their way out, by id. */
const UNDER_WAY = new Map<string, Promise<void>>();

/** Resolves when a room with this id that is on its way out here has let go of everything; undefined without one. */
export const endingOf = (roomId: string): Promise<void> | undefined => UNDER_WAY.get(roomId);

/** The end of one room: from its beginning on whoever asks for the room waits, until it has let go of everything. */
export class RoomEnd {
  readonly #room: Room;
  readonly #over = Promise.withResolvers<void>();

  constructor(room: Room) {
    this.#room = room;
    onRoomEnd(room, {
      begins: () => this.begin(),
      isOver: () => {
        if (UNDER_WAY.get(room.roomId) === this.over) UNDER_WAY.delete(room.roomId);
        this.#over.resolve();
      },
    });
  }

  /** From now on the room is on its way out. Repeatable. */
  begin(): void {
    UNDER_WAY.set(this.#room.roomId, this.over);
  }

  /** Whether the room is on its way out. */
  get hasBegun(): boolean {
    return UNDER_WAY.get(this.#room.roomId) === this.over;
  }

  /** Resolves when the room has let go of everything. */
  get over(): Promise<void> {
    return this.#over.promise;
  }
}
