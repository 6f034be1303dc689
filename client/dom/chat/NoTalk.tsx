import { bannerWords, type ChatState } from '../../store/chat/words.ts';
import { go } from '../../store/route.ts';
import { useTalk } from './context.ts';

/** In the place of a conversation that cannot be shown: why, and the way on. */
export function NoTalk({ state }: { state: ChatState | 'banned' }) {
  const { link } = useTalk();
  const isForGood = state === 'notFound' || state === 'gone' || state === 'banned';
  const words = state === 'banned' ? 'You were banned from this conversation.' : bannerWords(state);
  return (
    <main class="talk talk-shut">
      <h1>{words}</h1>
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
