import { useState } from 'preact/hooks';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import { lobbyNameOf, titleFor } from '../../store/chat/lobby-names.ts';
import { bannerWords, type ChatState } from '../../store/chat/words.ts';
import { go } from '../../store/route.ts';
import { CreateLobby } from './CreateLobby.tsx';
import { useTalk } from './context.ts';

/** In the place of a conversation that cannot be shown: why, and the way on. */
export function NoTalk({ state }: { state: ChatState }) {
  const { link, conversation } = useTalk();
  const [isCreating, setCreating] = useState(false);
  const isForGood = state === 'notFound' || state === 'gone' || state === 'banned';
  const freeName = state === 'notFound' ? lobbyNameOf(conversation) : '';
  const free = t.isFree(`/chat/${freeName}`);
  return (
    <main class="talk talk-shut">
      <h1>{freeName === '' ? bannerWords(state) : t.noLobbyHere}</h1>
      {freeName !== '' && (
        <p class="soft">
          {free.before}
          <span translate={false}>{free.path}</span>
          {free.after}
        </p>
      )}
      <div class="ways">
        {!isForGood && (
          <button type="button" class="button primary big" onClick={() => link.rejoin()}>
            {state === 'takenOver' ? t.useHere : t.tryAgain}
          </button>
        )}
        {freeName !== '' && (
          <button type="button" class="button primary big" onClick={() => setCreating(true)}>
            {t.createIt}
          </button>
        )}
        <button type="button" class="button big" onClick={() => go({ page: 'chat', conversation: null })}>
          {t.allConversations}
        </button>
      </div>
      {isCreating && (
        <CreateLobby
          name={titleFor(freeName)}
          onClose={() => {
            setCreating(false);
            // It may be there by now.
            link.rejoin();
          }}
        />
      )}
    </main>
  );
}
