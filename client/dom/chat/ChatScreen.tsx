import '../styles/chat.css';
import '../styles/talk.css';
import { useEffect } from 'preact/hooks';
import type { Api } from '../../net/types.ts';
import type { Chat } from '../../store/chat/session.ts';
import { followKeyboard } from '../effects/keyboard.ts';
import { ChatHeader } from './ChatHeader.tsx';
import { Conversations } from './Conversations.tsx';
import { ChatContext } from './context.ts';
import { Directory } from './Directory.tsx';
import { OpenTalk } from './OpenTalk.tsx';

interface Props {
  readonly api: Api;
  readonly chat: Chat;
  readonly conversation: string | null;
}

/** All of chat: the list and one conversation or the public lobbies; on a phone one after the other. */
export function ChatScreen({ api, chat, conversation }: Props) {
  useEffect(followKeyboard, []);
  return (
    <ChatContext.Provider value={{ api, chat }}>
      <div class="chat" data-open={conversation !== null}>
        <ChatHeader />
        <Conversations conversation={conversation} />
        {conversation === null ? <Directory /> : <OpenTalk key={conversation} conversation={conversation} />}
      </div>
    </ChatContext.Provider>
  );
}
