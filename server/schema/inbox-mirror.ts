import type { InboxRow, WhoMayWrite, WireInbox } from '../../shared/protocol/chat-wire.ts';
import type { InboxState } from './conversation-state.ts';

/** Writes a list of conversations into the state; the schema notices what really changed. */
export function showInbox(
  state: InboxState,
  rows: readonly InboxRow[],
  blocked: readonly string[],
  whoMayWrite: WhoMayWrite,
): void {
  const ids = new Set(rows.map((row) => row.conversation));
  for (const id of [...state.rows.keys()]) if (!ids.has(id)) state.rows.delete(id);
  for (const row of rows) {
    const json = JSON.stringify(row);
    if (state.rows.get(row.conversation) !== json) state.rows.set(row.conversation, json);
  }
  for (const id of [...state.blocked.keys()]) if (!blocked.includes(id)) state.blocked.delete(id);
  for (const id of blocked) if (!state.blocked.has(id)) state.blocked.set(id, true);
  state.whoMayWrite = whoMayWrite;
}

/** Proof for the compiler that the schema is what clients read. */
export const fits = (state: InboxState): WireInbox => state;
