import { ok, type Result } from '../../shared/core/result.ts';
import type {
  Catchup,
  ChatPerson,
  ChatSeat,
  MessagePage,
  PeopleList,
} from '../../shared/protocol/chat-wire.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import { api, callAsMe } from './api.ts';
import type { Refusal } from './types.ts';

/** Messages in one page. */
const PAGE = 50;

/** Asks the part of the server that is about chat. */
export async function callChat<T>(
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  body?: unknown,
): Promise<Result<T, Refusal>> {
  // Who comes for the first time is nobody yet, and would be refused.
  await api.session().catch(() => null);
  return callAsMe(method, `/api/chat/${path}`, body);
}

/** A seat in a conversation's room, or in that of my `inbox`. */
export const chatSeat = (room: string): Promise<Result<ChatSeat, Refusal>> =>
  callChat('POST', `${room}/seat`, { protocol: [PROTOCOL_VERSION, PROTOCOL_VERSION] });

/** One page of messages: before or after a `seq`, or the newest. */
export function messagePage(
  conversation: string,
  page: { before: number } | { after: number } | null,
): Promise<Result<MessagePage, Refusal>> {
  const [edge] = Object.entries(page ?? {}).map(([name, seq]) => `${name}=${seq}&`);
  return callChat('GET', `${conversation}/messages?${edge ?? ''}limit=${PAGE}`);
}

/** A list of people. */
export async function peopleOf(path: string): Promise<Result<readonly ChatPerson[], Refusal>> {
  const list = await callChat<PeopleList>('GET', path);
  return list.ok ? ok(list.value.people) : list;
}

/** What came or changed since an entry. */
export const changesSince = (conversation: string, seq: number): Promise<Result<Catchup, Refusal>> =>
  callChat('GET', `${conversation}/since?seq=${seq}`);
