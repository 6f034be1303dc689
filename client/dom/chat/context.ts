import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import type { ChatPerson, ConversationInfo } from '../../net/chat-types.ts';
import type { Api } from '../../net/types.ts';
import type { Chat } from '../../store/chat/session.ts';
import type { Talk } from '../../store/chat/talk.ts';
import { titleOf } from '../../store/chat/words.ts';

/** What every part of the pages of chat needs. */
export interface AtChat {
  readonly api: Api;
  readonly chat: Chat;
}

export const ChatContext = createContext<AtChat | null>(null);

/** The server and the inbox. Only below the pages of chat. */
export function useChat(): AtChat {
  const at = useContext(ChatContext);
  if (!at) throw new Error('used outside of chat');
  return at;
}

export const TalkContext = createContext<Talk | null>(null);

/** The open conversation. */
export function useTalk(): Talk {
  const talk = useContext(TalkContext);
  if (!talk) throw new Error('used outside of a conversation');
  return talk;
}

/** The open conversation and what is known of it, followed. Only where it is known already. */
export function useInfo(): { talk: Talk; info: ConversationInfo } {
  const talk = useTalk();
  const info = talk.link.info.value;
  if (!info) throw new Error('used before the conversation was there');
  return { talk, info };
}

/** The name of the open conversation. */
export function useTitle(): string {
  const { talk, info } = useInfo();
  const { rows } = useChat().chat.inbox;
  return titleOf(info, rows.value.find((row) => row.conversation === talk.conversation)?.title);
}

/** Somebody that a message speaks of; also whoever is gone. */
export function personIn(people: ReadonlyMap<string, ChatPerson>, id: string): ChatPerson {
  const found = people.get(id);
  if (found && !found.isGone) return found;
  return { id, name: t.deletedAccount, marker: found?.marker ?? 0, isGone: true };
}
