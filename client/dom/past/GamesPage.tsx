import '../styles/table.css';
import '../styles/past.css';
import { useEffect, useState } from 'preact/hooks';
import { GAMES } from '../../../shared/games/index.ts';
import { type StatisticsAnswer, statistics, takePart } from '../../net/past.ts';
import type { Api } from '../../net/types.ts';
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
  const choices = [{ value: ALL, label: 'All', help: '' }, ...GAMES.map(choiceOf)];
  const shown = answer?.games.filter((each) => game === null || each.game === game) ?? [];
  return (
    <div class="past">
      <header class="top">
        <Logo />
        <span class="grow" />
        <RouteLink to={{ page: 'landing' }} class="button quiet">
          To the start
        </RouteLink>
      </header>
      <main class="page-box">
        <h1>Your games</h1>
        {GAMES.length > 1 && <Segments label="Show" choices={choices} value={filter} onChange={setFilter} />}
        {shown.map((each) => (
          <StatisticsPanel key={each.game} statistics={each} />
        ))}
        <GameList key={filter} api={api} game={game} />
        <WeekPanel
          game={game ?? preferences.value.game ?? GAMES[0].name}
          isRanked={answer?.isRanked ?? null}
        />
        {answer && (
          <section class="panel past-part" aria-label="Ratings">
            {answer.isRanked === null ? (
              <>
                <p>Ratings and the table of the week are for people with a name of their own.</p>
                <AccountButton />
              </>
            ) : (
              <Switch
                label="Take part in ratings and the table of the week"
                help="Games at public tables count, when no bot plays. Your name is shown in the table."
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

const choiceOf = ({ name, title }: { readonly name: string; readonly title: string }) => ({
  value: name,
  label: title,
  help: '',
});
