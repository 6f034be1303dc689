import type { LobbyDetails, LobbyPage } from '../../../shared/protocol/operate-wire.ts';
import { momentWords } from '../../store/operate/words.ts';
import { pathOf } from '../../store/route.ts';
import { Refused } from '../ui/Refused.tsx';
import { useLook } from './context.ts';
import { Moderate } from './Moderate.tsx';
import { PersonLink } from './parts.tsx';
import { placeHref } from './places.ts';
import { SearchedList, useQuery } from './SearchedList.tsx';

/** Public lobbies, those with people first, and one of them more closely. */
export function Lobbies({ open }: { open: string }) {
  const [query, setQuery] = useQuery();
  const { value, refusal } = useLook<LobbyPage>('lobbies', { ...query }, 'log');
  return (
    <div class="operate-two">
      <section class="panel" aria-labelledby="lobbies-title">
        <h2 id="lobbies-title">Lobbies</h2>
        <SearchedList
          label="Name, title or topic"
          query={query}
          onQuery={setQuery}
          refusal={refusal}
          isEmpty={value && value.lobbies.length === 0}
          empty="There is no lobby like that."
          hasMore={value?.hasMore ?? false}
        >
          {value?.lobbies.map(({ conversation, title, online, activeAt }) => (
            <li key={conversation}>
              <a
                class="operate-row"
                href={placeHref('lobbies', conversation)}
                aria-current={conversation === open ? 'true' : undefined}
              >
                <strong class="clip">{title}</strong>
                <span class="small soft">
                  {online} {online === 1 ? 'person' : 'people'}
                  {activeAt > 0 && ` · last message ${momentWords(activeAt)}`}
                </span>
              </a>
            </li>
          ))}
        </SearchedList>
      </section>
      {open !== '' && <LobbyPanel key={open} conversation={open} />}
    </div>
  );
}

function LobbyPanel({ conversation }: { conversation: string }) {
  const { value, refusal, again } = useLook<LobbyDetails>('lobby', { conversation });
  return (
    <section class="panel" aria-labelledby="lobby-title">
      <h2 id="lobby-title" class="clip">
        {conversation}
      </h2>
      <Refused>{refusal}</Refused>
      <div class="row operate-acts">
        <a
          class="button operate-act"
          href={pathOf({ page: 'chat', conversation })}
          target="_blank"
          rel="noreferrer"
        >
          Open<span class="unseen"> {conversation}, in another tab</span>
        </a>
        <button type="button" class="button operate-act" onClick={again}>
          Look again
        </button>
      </div>
      {value && (
        <>
          <h3>Here now</h3>
          {value.people.length === 0 && <p class="soft">Nobody.</p>}
          <ul class="operate-list">
            {value.people.map((person) => (
              <li key={person.id} class="operate-person">
                <PersonLink person={person} />
                <Moderate
                  conversation={conversation}
                  person={person}
                  acts={['mute', 'unmute', 'kick', 'ban']}
                  onDone={again}
                />
              </li>
            ))}
          </ul>
          {value.banned.length > 0 && <h3>Banned</h3>}
          <ul class="operate-list">
            {value.banned.map((person) => (
              <li key={person.id} class="operate-person">
                <PersonLink person={person} />
                <Moderate conversation={conversation} person={person} acts={['unban']} onDone={again} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
