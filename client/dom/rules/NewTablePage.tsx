import '../styles/rules.css';
import { useEffect, useState } from 'preact/hooks';
import type { ClientGame } from '../../games/game.ts';
import { rules } from '../../i18n/rules/index.ts';
import type { Api } from '../../net/types.ts';
import { gameAbout } from '../../store/games.ts';
import { optionRows } from '../../store/options.ts';
import { go } from '../../store/route.ts';
import { readRules } from '../../store/rules-link.ts';
import { Nowhere } from '../Lost.tsx';
import { useGames } from '../ui/games.ts';
import { Named } from '../ui/Named.tsx';
import { NotLoaded } from '../ui/NotLoaded.tsx';
import { Refused } from '../ui/Refused.tsx';
import { StatePage } from '../ui/StatePage.tsx';

/** Where a link to rules leads: what is played by them, and a table for it. */
export function NewTablePage({ api, path }: { api: Api; path: string }) {
  const name = path.split('/')[2] ?? '';
  const isPlayed = gameAbout(name) !== undefined;
  const { loadGame } = useGames();
  const [game, setGame] = useState<ClientGame | null>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    if (isPlayed) loadGame(name).then(setGame, () => setFailed(true));
  }, []);
  if (!isPlayed) return <Nowhere />;
  if (hasFailed) return <NotLoaded name="page" />;
  return game ? <Offer api={api} game={game} /> : <StatePage title={rules.opening} isBusy />;
}

type Visibility = 'public' | 'private';

function Offer({ api, game }: { api: Api; game: ClientGame }) {
  const { name: id, title } = game.about;
  const form = game.options ?? [];
  const [{ options, name, isWhole }] = useState(() => readRules(form, location.search));
  const [pending, setPending] = useState<Visibility | null>(null);
  const [refusal, setRefusal] = useState('');
  const start = async (visibility: Visibility) => {
    if (pending) return;
    setPending(visibility);
    setRefusal('');
    const made = await api.createTable({ game: id, visibility, ...(form.length > 0 && { options }) });
    setPending(null);
    if (made.ok) go({ page: 'table', game: id, code: made.value.code });
    else setRefusal(made.error.message);
  };
  const way = (visibility: Visibility, label: string, look: string) => (
    <button
      type="button"
      class={`button big${look}`}
      aria-disabled={pending !== null}
      onClick={() => start(visibility)}
    >
      {pending === visibility ? rules.starting : label}
    </button>
  );
  return (
    <StatePage title={rules.ofGame(title)}>
      <p class="soft sent-name">
        {name === '' ? (
          rules.someRules
        ) : (
          <Named message={rules.called}>
            <bdi translate={false}>{name}</bdi>
          </Named>
        )}
      </p>
      {!isWhole && <p class="sent-note">{rules.notWhole}</p>}
      <dl class="panel sent-rules">
        {optionRows(form, options, 0).map(([term, value]) => (
          <div key={term} class="row">
            <dt class="soft grow">{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Refused>{refusal}</Refused>
      {way('private', rules.startForFriends, ' primary')}
      {way('public', rules.startForEverybody, '')}
    </StatePage>
  );
}
