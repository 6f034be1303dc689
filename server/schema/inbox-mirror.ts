import type { InboxRow, WhoMayWrite, WireInbox } from '../../shared/protocol/chat-wire.ts';
import type { InboxState } from './conversation-state.ts';

/** Writes one line of a list into the state; null for one that is gone. The schema notices what really changed. */
export function showRow(state: InboxState, conversation: string, row: InboxRow | null): void {
  if (!row) {
    if (state.rows.has(conversation)) state.rows.delete(conversation);
    return;
  }
  const json = JSON.stringify(row);
  if (state.rows.get(conversation) !== json) state.rows.set(conversation, json);
}

/** Writes everything of an inbox that is not a line of its list. `online`: people who are here and whose being here may be known. */
export function showPeople(
  state: InboxState,
  {
    blocked,
    online,
    whoMayWrite,
  }: { blocked: ReadonlySet<string>; online: ReadonlySet<string>; whoMayWrite: WhoMayWrite },
): void {
  showSet(state.blocked, blocked);
  showSet(state.online, online);
  state.whoMayWrite = whoMayWrite;
}

function showSet(map: InboxState['blocked'], ids: ReadonlySet<string>): void {
  for (const id of [...map.keys()]) if (!ids.has(id)) map.delete(id);
  for (const id of ids) if (!map.has(id)) map.set(id, true);
}

/** Proof for the compiler that the schema is what clients read. */
export const fits = (state: InboxState): WireInbox => state;
