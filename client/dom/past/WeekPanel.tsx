import { useEffect, useState } from 'preact/hooks';
import { past } from '../../i18n/past/index.ts';
import { tableOfTheWeek, type WeekAnswer } from '../../net/past.ts';
import { gameTitle } from '../../store/games.ts';
import { initialOf } from '../../store/letters.ts';
import { pointsWords } from '../../store/past-words.ts';
import { Marker } from '../ui/Marker.tsx';

/** Who beat the most people this week, of those who take part. Asked again when one takes part or does not any more. */
export function WeekPanel({ game, isRanked }: { game: string; isRanked: boolean | null }) {
  const [answer, setAnswer] = useState<WeekAnswer | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void tableOfTheWeek(game).then((found) => isCurrent && setAnswer(found.ok ? found.value : null));
    return () => {
      isCurrent = false;
    };
  }, [game, isRanked]);
  if (!answer) return null;
  return (
    <section class="panel past-part" aria-labelledby="week-title">
      <div class="row past-head">
        <h2 id="week-title" class="grow">
          {past.week}
        </h2>
        <span class="small soft">{gameTitle(game)}</span>
      </div>
      {answer.lines.length === 0 ? (
        <p class="soft">{past.weekEmpty}</p>
      ) : (
        <ol class="past-week">
          {answer.lines.map(({ name, marker, isMe, games, points }, index) => (
            <li key={`${name} ${index}`} aria-current={isMe ? 'true' : undefined}>
              <span class="rank-place num">{index + 1}</span>
              <Marker index={marker} initial={initialOf(name)} size={30} />
              <span class="grow player-name">
                <strong translate={false}>{name}</strong>
                <span class="small soft num"> {past.games(games)}</span>
              </span>
              <span class="num">{pointsWords(points)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
