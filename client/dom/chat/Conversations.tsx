import MessageCirclePlus from 'lucide/dist/esm/icons/message-circle-plus.mjs';
import Settings from 'lucide/dist/esm/icons/settings.mjs';
import { useState } from 'preact/hooks';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import { listRows, requestRows } from '../../store/chat/rows.ts';
import { Icon } from '../ui/Icon.tsx';
import { RouteLink } from '../ui/RouteLink.tsx';
import { useChat } from './context.ts';
import { ChatSettings, NewConversation, RequestLine, SearchHits } from './parts.ts';
import { RowLink } from './RowLink.tsx';
import { roving } from './roving.ts';

/** The pane of one's own conversations: requests first, then the newest. */
export function Conversations({ conversation }: { conversation: string | null }) {
  const { inbox } = useChat().chat;
  const [search, setSearch] = useState('');
  const [opened, setOpened] = useState<'new' | 'settings' | null>(null);
  const close = () => setOpened(null);
  const rows = listRows(inbox.rows.value, { online: inbox.online.value, now: Date.now(), search });
  const requests = search === '' ? requestRows(inbox.rows.value) : [];
  return (
    <nav class="chat-list" aria-label={t.conversations}>
      <div class="row chat-list-head">
        <h2 class="grow">{t.chat}</h2>
        {conversation !== null && (
          <RouteLink class="button quiet" to={{ page: 'chat', conversation: null }}>
            {t.lobbies}
          </RouteLink>
        )}
        <button
          type="button"
          class="button icon"
          aria-label={t.chatSettings}
          onClick={() => setOpened('settings')}
        >
          <Icon node={Settings} />
        </button>
        <button
          type="button"
          class="button icon"
          aria-label={t.newLobbyOrGroup}
          onClick={() => setOpened('new')}
        >
          <Icon node={MessageCirclePlus} />
        </button>
      </div>
      <div class="chat-search">
        <input
          class="field"
          type="search"
          aria-label={t.find}
          placeholder={t.findShort}
          autoComplete="off"
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      {requests.length > 0 && (
        <ul class="requests" aria-label={t.requests}>
          {requests.map((request) => (
            <RequestLine key={request.conversation} request={request} />
          ))}
        </ul>
      )}
      {rows.length > 0 && (
        <ul class="rows" onKeyDown={roving('a')}>
          {rows.map((row) => (
            <li key={row.conversation}>
              <RowLink row={row} isCurrent={row.conversation === conversation} />
            </li>
          ))}
        </ul>
      )}
      {rows.length === 0 && requests.length === 0 && search === '' && (
        <p class="soft chat-empty">{t.noConversations}</p>
      )}
      {search !== '' && <SearchHits query={search} />}
      {opened === 'new' && <NewConversation onClose={close} />}
      {opened === 'settings' && <ChatSettings onClose={close} />}
    </nav>
  );
}
