import { useEffect, useState } from 'preact/hooks';
import { parseMarkup, plainText } from '../../../shared/chat/markup.ts';
import { firstWords } from '../../../shared/chat/text.ts';
import type { SearchHit } from '../../../shared/protocol/chat-wire.ts';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import { jumpTo } from '../../store/chat/jump.ts';
import { shortTime } from '../../store/chat/time.ts';
import { Refused } from '../ui/Refused.tsx';
import { useChat } from './context.ts';
import { roving } from './roving.ts';

/** A letter of a script in which one letter is a word, or half of one; of others it takes two. */
const isEnough = (query: string): boolean => query.length > 1 || /\p{Lo}/u.test(query);
const WAIT_MS = 300;

/** Messages of one's own conversations that have these letters; a press goes there. */
export function SearchHits({ query: typed }: { query: string }) {
  const { api } = useChat().chat;
  const query = typed.trim();
  const [found, setFound] = useState<{ query: string; hits: readonly SearchHit[]; refusal: string } | null>(
    null,
  );
  useEffect(() => {
    if (!isEnough(query)) return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const result = await api.search(query);
      if (!isCurrent) return;
      setFound(
        result.ok
          ? { query, hits: result.value, refusal: '' }
          : { query, hits: [], refusal: result.error.message },
      );
    }, WAIT_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [api, query]);
  if (!isEnough(query)) return null;
  const isCurrent = found?.query === query;
  return (
    <section class="hits" aria-labelledby="hits-title">
      <h3 id="hits-title">{t.searchMessages}</h3>
      <p class="small soft" role="status">
        {isCurrent ? (found.hits.length === 0 && !found.refusal ? t.noHits : '') : t.searching}
      </p>
      {isCurrent && <Refused>{found.refusal}</Refused>}
      {isCurrent && (
        <ul onKeyDown={roving('button')}>
          {found.hits.map(({ conversation, title, message }) => (
            <li key={`${conversation} ${message.seq}`}>
              <button type="button" class="hit" onClick={() => jumpTo(conversation, message.seq)}>
                <span class="row">
                  <strong class="clip grow" translate={false}>
                    {title}
                  </strong>
                  <time class="small soft num" dateTime={new Date(message.at).toISOString()}>
                    {shortTime(message.at, Date.now())}
                  </time>
                </span>
                <span class="small soft hit-text">
                  {firstWords(plainText(parseMarkup(message.text)), 90)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
