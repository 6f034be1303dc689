import { useState } from 'preact/hooks';
import { lobbyNameOf, titleFor } from '../../store/chat/lobbies.ts';
import { bannerWords, type ChatState } from '../../store/chat/words.ts';
import { go } from '../../store/route.ts';
import { useTalk } from './context.ts';
import { CreateLobby } from './parts.ts';

/** In the place of a conversation that cannot be shown: why, and the way on. */
export function NoTalk({ state }: { state: ChatState }) {
  const { link, conversation } = useTalk();
  const [isCreating, setCreating] = useState(false);
  const isForGood = state === 'notFound' || state === 'gone' || state === 'banned';
  const freeName = state === 'notFound' ? lobbyNameOf(conversation) : '';
  return (
    <main class="talk talk-shut">
      <h1>{freeName === '' ? bannerWords(state) : 'There is no such lobby yet'}</h1>
      {freeName !== '' && (
        <p class="soft">
          Is a letter wrong? If not, the address <span translate={false}>/chat/{freeName}</span> is free for a
          lobby of yours.
        </p>
      )}
      <div class="ways">
        {!isForGood && (
          <button type="button" class="button primary big" onClick={() => link.rejoin()}>
            {state === 'takenOver' ? 'Use it here' : 'Try again'}
          </button>
        )}
        {freeName !== '' && (
          <button type="button" class="button primary big" onClick={() => setCreating(true)}>
            Create it
          </button>
        )}
        <button type="button" class="button big" onClick={() => go({ page: 'chat', conversation: null })}>
          All conversations
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
