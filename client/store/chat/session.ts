import { type Signal, signal } from '@preact/signals';
import type { Result } from '../../../shared/core/result.ts';
import type { ChatApi, Inbox } from '../../net/chat-types.ts';
import type { Refusal } from '../../net/types.ts';

/** What one can say to somebody who wants to write; `block` declines, too. */
export type Answer = 'accept' | 'decline' | 'block';

/** Answers a request without opening the conversation. */
export type AnswerRequest = (conversation: string, answer: Answer) => Promise<Result<unknown, Refusal>>;

/** What every part of chat on this page uses: the server, and all conversations of this person. */
export interface Chat {
  readonly api: ChatApi;
  readonly inbox: Inbox;
  readonly answer: AnswerRequest;
}

/** Null until somebody has started it: the first page is painted without it. */
export const chat: Signal<Chat | null> = signal(null);

/** Connects the inbox, once per page. */
export function startChat(api: ChatApi, answer: AnswerRequest): Chat {
  chat.value ??= { api, inbox: api.inbox(), answer };
  return chat.value;
}
