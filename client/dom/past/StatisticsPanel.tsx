import { useEffect, useState } from 'preact/hooks';
import type { Statistic } from '../../games/game.ts';
import { past } from '../../i18n/past/index.ts';
import type { GameStatistics } from '../../net/past.ts';
import { gameTitle } from '../../store/games.ts';
import { ratingWords } from '../../store/past-words.ts';
import { useGames } from '../ui/games.ts';

/** What the games of one kind add up to; what the game itself counts comes with its code. */
export function StatisticsPanel({ statistics }: { statistics: GameStatistics }) {
  const { game, played, won, counts, rating } = statistics;
  const { loadGame } = useGames();
  const [rows, setRows] = useState<readonly Statistic[]>([]);
  useEffect(() => {
    let isCurrent = true;
    loadGame(game).then(
      (loaded) => isCurrent && setRows(loaded.statistics?.(counts) ?? []),
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [game, counts, loadGame]);
  const title = gameTitle(game);
  return (
    <section class="panel past-part" aria-label={past.statisticsOf(title)}>
      <div class="row past-head">
        <h2 class="grow">{title}</h2>
        <span class="num">{past.playedAndWon(played, won)}</span>
      </div>
      {rating && (
        <p>
          {past.rating} <strong class="num">{ratingWords(rating)}</strong>
        </p>
      )}
      {rows.length > 0 && (
        <dl class="past-counts">
          {rows.map(({ label, value }) => (
            <div key={label}>
              <dt class="small soft">{label}</dt>
              <dd class="num">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
