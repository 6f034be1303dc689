import { ok } from '../../shared/core/result.ts';
import type { LobbyRow, SearchHit } from '../../shared/protocol/chat-wire.ts';
import { OpenConversation } from './chat-connection.ts';
import { callChat, messagePage, peopleOf } from './chat-http.ts';
import type { ChatApi } from './chat-types.ts';
import { OpenInbox } from './inbox.ts';

/** Everything that pages ask of the server about chat. */
export const chatApi: ChatApi = {
  async lobbies(search) {
    const found = await callChat<{ lobbies: readonly LobbyRow[] }>(
      'GET',
      `lobbies?search=${encodeURIComponent(search)}`,
    );
    return found.ok ? ok(found.value.lobbies) : found;
  },
  createLobby: (lobby) => callChat('POST', 'lobbies', lobby),
  createGroup: (group) => callChat('POST', 'groups', group),
  openDirect: (person) => callChat('POST', 'direct', { person }),
  messages: messagePage,
  async search(query) {
    const found = await callChat<{ hits: readonly SearchHit[] }>(
      'GET',
      `search?q=${encodeURIComponent(query)}`,
    );
    return found.ok ? ok(found.value.hits) : found;
  },
  block: (person, isBlocked) => callChat('POST', 'block', { person, isBlocked }),
  muteConversation: (conversation, isMuted) => callChat('POST', `${conversation}/quiet`, { isMuted }),
  blockedPeople: () => peopleOf('blocked'),
  setWhoMayWrite: (whoMayWrite) => callChat('PATCH', 'settings', { whoMayWrite }),
  inbox: () => new OpenInbox(),
  connect: (conversation) => new OpenConversation(conversation),
};
