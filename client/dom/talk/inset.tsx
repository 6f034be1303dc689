import '../styles/chat.css';
import '../styles/talk.css';
import '../styles/table-talk.css';
import type { Api } from '../../net/types.ts';
import { type Talk, talkOver } from '../../store/chat/talk.ts';
import { Banner } from '../chat/Banner.tsx';
import { ChatContext, TalkContext } from '../chat/context.ts';
import { Log } from '../chat/Log.tsx';
import { Foot } from '../chat/OpenTalk.tsx';
import { Over } from '../chat/parts.ts';
import { connectChat } from '../chat/start.ts';
import { TypingLine } from '../chat/TypingLine.tsx';

/** Connects to the talk of a table, for as long as the table is open. */
export function openTalk(conversation: string): Talk {
  const link = connectChat().api.connect(conversation);
  link.setPresence('playing');
  return talkOver(conversation, link, false);
}

/** Whom this browser's person has blocked. */
export const blockedPeople = () => connectChat().inbox.blocked;

/** The talk of a table as a part of its page: messages and composer, without the head of a chat page. */
export function Inset({ talk, api }: { talk: Talk; api: Api }) {
  const info = talk.link.info.value;
  const open = talk.open.value;
  return (
    <ChatContext.Provider value={{ api, chat: connectChat() }}>
      <TalkContext.Provider value={talk}>
        <div class="talk inset" aria-busy={!info}>
          <Banner />
          {info && (
            <>
              <Log />
              <TypingLine />
              <Foot />
              {open !== null && open.type !== 'react' && <Over />}
            </>
          )}
        </div>
      </TalkContext.Provider>
    </ChatContext.Provider>
  );
}
