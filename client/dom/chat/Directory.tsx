import Plus from 'lucide/dist/esm/icons/plus.mjs';
import { useEffect, useState } from 'preact/hooks';
import { chatMessages as t } from '../../i18n/chat/index.ts';
import type { LobbyRow } from '../../net/chat-types.ts';
import { lobbyAbout } from '../../store/chat/lobbies.ts';
import { letterOf } from '../../store/chat/rows.ts';
import { languageName } from '../../store/languages.ts';
import { Icon } from '../ui/Icon.tsx';
import { Refused } from '../ui/Refused.tsx';
import { RouteLink } from '../ui/RouteLink.tsx';
import { useChat } from './context.ts';
import { CreateLobby } from './parts.ts';
import { roving } from './roving.ts';

const WAIT_MS = 250;

/** The public lobbies: to be searched, by language, with how many are there. */
export function Directory() {
  const { api } = useChat().chat;
  const [search, setSearch] = useState('');
  const [language, setLanguage] = useState('');
  const [rows, setRows] = useState<readonly LobbyRow[] | null>(null);
  const [refusal, setRefusal] = useState('');
  const [isCreating, setCreating] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(
      async () => {
        const found = await api.lobbies(search);
        if (!isCurrent) return;
        setRefusal(found.ok ? '' : found.error.message);
        if (found.ok) setRows(found.value);
      },
      search === '' ? 0 : WAIT_MS,
    );
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [api, search]);
  const languages = [...new Set((rows ?? []).map((row) => row.language).filter(Boolean))].sort();
  const shown = (rows ?? []).filter((row) => language === '' || row.language === language);
  return (
    <main class="directory">
      <div class="directory-box">
        <div class="row directory-head">
          <h1 class="grow">{t.lobbies}</h1>
          <button type="button" class="button" onClick={() => setCreating(true)}>
            <Icon node={Plus} />
            {t.createLobby}
          </button>
        </div>
        <div class="directory-tools">
          <input
            class="field"
            type="search"
            aria-label={t.findLobby}
            placeholder={t.findLobby}
            value={search}
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
          <select
            class="field"
            aria-label={t.language}
            value={language}
            onChange={(event) => setLanguage(event.currentTarget.value)}
          >
            <option value="">{t.anyLanguage}</option>
            {languages.map((code) => (
              <option key={code} value={code}>
                {languageName(code)}
              </option>
            ))}
          </select>
        </div>
        <Refused>{refusal}</Refused>
        <ul class="lobbies" onKeyDown={roving('a')} aria-busy={rows === null}>
          {shown.map((row) => (
            <Lobby key={row.conversation} row={row} />
          ))}
        </ul>
        {rows === null && refusal === '' && <p class="soft">{t.lookingForLobbies}</p>}
        {rows !== null && shown.length === 0 && (
          <p class="panel empty soft">{search === '' && language === '' ? t.noLobby : t.noSuchLobby}</p>
        )}
      </div>
      {isCreating && <CreateLobby name={search} onClose={() => setCreating(false)} />}
    </main>
  );
}

function Lobby({ row }: { row: LobbyRow }) {
  const to = { page: 'chat', conversation: row.conversation } as const;
  return (
    <li>
      <RouteLink class="lobby panel" to={to}>
        <span class="letter" aria-hidden="true">
          {letterOf(row.title)}
        </span>
        <span class="grow">
          <strong class="clip" translate={false}>
            {row.title}
          </strong>
          <span class="small soft clip">{lobbyAbout(row, Date.now())}</span>
        </span>
        <span class="small soft num lobby-online">{t.onlineCount(row.online)}</span>
      </RouteLink>
    </li>
  );
}
