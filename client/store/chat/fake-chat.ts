/** A server in memory: every state of chat for the development gallery. */
import { signal } from '@preact/signals';
import { err, ok } from '../../../shared/core/result.ts';
import type { ChatApi, InboxRow } from '../../net/chat-types.ts';
import type { Refusal } from '../../net/types.ts';
import { fakeConnection } from './fake-connection.ts';
import { history, idOf, inboxRows, lobbyRows, PEOPLE, type Scenario } from './fixtures.ts';
import type { AnswerRequest } from './session.ts';

/** A server that answers from memory. */
export function fakeChat(scenario: Scenario): { readonly api: ChatApi; readonly answer: AnswerRequest } {
  const { now } = scenario;
  const rows = signal<readonly InboxRow[]>(scenario.isEmpty ? [] : inboxRows(now));
  const blocked = signal<ReadonlySet<string>>(new Set(scenario.blocked));
  const whoMayWrite = signal<'everybody' | 'met' | 'nobody'>('everybody');
  const later = () => new Promise((resolve) => setTimeout(resolve, scenario.delayMs ?? 60));
  const answer = async <T>(value: T) => {
    await later();
    return scenario.refuse === undefined
      ? ok(value)
      : err<Refusal>({ code: 'not_allowed', message: scenario.refuse });
  };
  const change = (conversation: string, patch: Partial<InboxRow>) => {
    rows.value = rows.value.map((row) => (row.conversation === conversation ? { ...row, ...patch } : row));
  };

  const api: ChatApi = {
    lobbies: (search) =>
      answer(
        scenario.isEmpty
          ? []
          : lobbyRows(now).filter((row) => row.title.toLowerCase().includes(search.trim().toLowerCase())),
      ),
    createLobby: ({ name }) => answer({ conversation: `lobby-${name}` }),
    createGroup: () => answer({ conversation: 'group-friday' }),
    openDirect: (person) => answer({ conversation: `direct-${person.replace('person-', '')}` }),
    messages: async () => ok({ messages: [], people: [], hasMore: false }),
    search: (query) =>
      answer(
        history(240, now)
          .filter((message) => message.text.toLowerCase().includes(query.toLowerCase()))
          .slice(-20)
          .reverse()
          .map((message) => ({ conversation: 'lobby-lobby', title: 'Lobby', message })),
      ),
    async block(person, isBlocked) {
      const result = await answer(undefined);
      const next = new Set(blocked.value);
      if (isBlocked) next.add(person);
      else next.delete(person);
      if (result.ok) blocked.value = next;
      return result;
    },
    async muteConversation(conversation, isMuted) {
      const result = await answer(undefined);
      if (result.ok) change(conversation, { isMuted });
      return result;
    },
    blockedPeople: () => answer(PEOPLE.filter(({ id }) => blocked.value.has(id))),
    async setWhoMayWrite(who) {
      const result = await answer(undefined);
      if (result.ok) whoMayWrite.value = who;
      return result;
    },
    inbox: () => ({
      rows,
      blocked,
      whoMayWrite,
      online: signal(new Set([idOf('Cleo')])),
      connection: signal('live'),
      close() {},
    }),
    connect: (conversation) => fakeConnection(conversation, scenario, (patch) => change(conversation, patch)),
  };
  return {
    api,
    async answer(conversation, given) {
      const result = await answer(undefined);
      if (result.ok) change(conversation, { standing: given === 'accept' ? 'active' : 'kicked' });
      return result;
    },
  };
}
