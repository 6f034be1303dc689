import { bannerWords, type ChatState } from '../../store/chat/words.ts';
import { go } from '../../store/route.ts';
import { useTalk } from './context.ts';

/** In the place of a conversation that cannot be shown: why, and the way on. */
export function NoTalk({ state }: { state: ChatState }) {
  const { link } = useTalk();
  const isForGood = state === 'notFound' || state === 'gone' || state === 'banned';
  return (
    <main class="talk talk-shut">
      <h1>{bannerWords(state)}</h1>
      <div class="ways">
        {!isForGood && (
          <button type="button" class="button primary big" onClick={() => link.rejoin()}>
            {state === 'takenOver' ? 'Use it here' : 'Try again'}
          </button>
        )}
        <button type="button" class="button big" onClick={() => go({ page: 'chat', conversation: null })}>
          All conversations
        </button>
      </div>
    </main>
  );
}
