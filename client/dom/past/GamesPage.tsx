import '../styles/table.css';
import '../styles/past.css';
import { useEffect, useState } from 'preact/hooks';
import { GAMES } from '../../../shared/games/index.ts';
import { common } from '../../i18n/common/index.ts';
import { past } from '../../i18n/past/index.ts';
import { type StatisticsAnswer, statistics, takePart } from '../../net/past.ts';
import type { Api } from '../../net/types.ts';
import { gameTitle } from '../../store/games.ts';
import { preferences } from '../../store/preferences.ts';
import { AccountButton } from '../account/AccountButton.tsx';
import { Logo } from '../ui/Logo.tsx';
import { Refused } from '../ui/Refused.tsx';
import { RouteLink } from '../ui/RouteLink.tsx';
import { Segments } from '../ui/Segments.tsx';
import { Switch } from '../ui/Switch.tsx';
import { GameList } from './GameList.tsx';
import { StatisticsPanel } from './StatisticsPanel.tsx';
import { WeekPanel } from './WeekPanel.tsx';

const ALL = 'all';

/** The games of whoever looks: what they add up to, each of them, and the table of the week. */
export function GamesPage({ api }: { api: Api }) {
  const [filter, setFilter] = useState<string>(ALL);
  const [answer, setAnswer] = useState<StatisticsAnswer | null>(null);
  const [refusal, setRefusal] = useState('');
  const game = filter === ALL ? null : filter;
  const take = async (asked: ReturnType<typeof statistics>) => {
    const found = await asked;
    if (found.ok) setAnswer(found.value);
    setRefusal(found.ok ? '' : found.error.message);
  };
  useEffect(() => void take(statistics()), []);
  const choices = [{ value: ALL, label: past.all, help: '' }, ...GAMES.map(choiceOf)];
  const shown = answer?.games.filter((each) => game === null || each.game === game) ?? [];
  return (
    <div class="past">
      <header class="top">
        <Logo />
        <span class="grow" />
        <RouteLink to={{ page: 'landing' }} class="button quiet">
          {common.toTheStart}
        </RouteLink>
      </header>
      <main class="page-box">
        <h1>{common.yourGames}</h1>
        {GAMES.length > 1 && (
          <Segments label={past.show} choices={choices} value={filter} onChange={setFilter} />
        )}
        {shown.map((each) => (
          <StatisticsPanel key={each.game} statistics={each} />
        ))}
        <GameList key={filter} api={api} game={game} />
        <WeekPanel
          game={game ?? preferences.value.game ?? GAMES[0].name}
          isRanked={answer?.isRanked ?? null}
        />
        {answer && (
          <section class="panel past-part" aria-label={past.ratings}>
            {answer.isRanked === null ? (
              <>
                <p>{past.ratingsNeedName}</p>
                <AccountButton />
              </>
            ) : (
              <Switch
                label={past.takePart}
                help={past.takePartHelp}
                isOn={answer.isRanked}
                onChange={(isIn) => void take(takePart(isIn))}
              />
            )}
          </section>
        )}
        <Refused>{refusal}</Refused>
      </main>
    </div>
  );
}

const choiceOf = ({ name }: { readonly name: string }) => ({
  value: name,
  label: gameTitle(name),
  help: '',
});
