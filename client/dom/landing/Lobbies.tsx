import { useEffect, useState } from 'preact/hooks';
import { tables as text } from '../../i18n/tables/index.ts';
import type { LobbyRow } from '../../net/chat-types.ts';
import { chat } from '../../store/chat/session.ts';
import { RouteLink } from '../ui/RouteLink.tsx';

const MOST = 6;

/** Where people talk: the fullest public lobbies, as soon as chat has been loaded. */
export function Lobbies() {
  const running = chat.value;
  const [rows, setRows] = useState<readonly LobbyRow[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void running?.api.lobbies('').then((found) => isCurrent && found.ok && setRows(found.value));
    return () => {
      isCurrent = false;
    };
  }, [running]);
  const fullest = [...rows].sort((a, b) => b.online - a.online).slice(0, MOST);
  return (
    <section class="landing-lobbies" aria-labelledby="chat-lobbies">
      <div class="row">
        <h2 id="chat-lobbies" class="grow">
          {text.lobbies}
        </h2>
        <RouteLink class="button quiet small" to={{ page: 'chat', conversation: null }}>
          {text.allLobbies}
        </RouteLink>
      </div>
      <ul>
        {fullest.map(({ conversation, title, online }) => (
          <li key={conversation}>
            <RouteLink class="chip" to={{ page: 'chat', conversation }}>
              <span class="clip" translate={false}>
                {title}
              </span>
              <span class="num">{online}</span>
              <span class="unseen"> {text.online}</span>
            </RouteLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
