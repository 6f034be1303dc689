import { Room } from '@colyseus/sdk';

/** A command as it leaves this thread, and what came back. `room`: the conversation, or the code of the table. */
export type Tapped = { readonly room: string; readonly id: string } & (
  | { readonly type: 'invoke' }
  | { readonly type: 'ok'; readonly seq: number }
  | { readonly type: 'refused'; readonly code: string }
  | { readonly type: 'info' }
);

type Request = (this: Room, type: string, payload: { id: string }, options?: object) => Promise<unknown>;

/** Writes down every command that the client's own networking sends. */
export function tapCommands(note: (step: Tapped) => void): void {
  // The library's overloads are about typed rooms; this is what all of them do.
  const prototype = Room.prototype as unknown as { request: Request };
  const { request } = prototype;
  prototype.request = async function (type, payload, options) {
    if (type !== 'command') return request.call(this, type, payload, options);
    const command = { room: this.roomId, id: payload.id };
    note({ ...command, type: 'invoke' });
    try {
      const reply = await request.call(this, type, payload, options);
      note({ ...command, type: 'ok', seq: (reply as { seq: number }).seq });
      return reply;
    } catch (error) {
      const code = (error as { reason?: { code?: string } }).reason?.code;
      note(code === undefined ? { ...command, type: 'info' } : { ...command, type: 'refused', code });
      throw error;
    }
  };
}
