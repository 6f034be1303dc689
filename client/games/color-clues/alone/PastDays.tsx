import type { DailyView } from '../../../../shared/protocol/daily.ts';
import { RouteLink } from '../../../dom/ui/RouteLink.tsx';
import { dayWords, MOST_OF_DAY } from './days.ts';

/** The days that can be played, today first, with what one got. */
export function PastDays({ view: { day, today, past } }: { view: DailyView }) {
  return (
    <ul class="past-days">
      <li>
        <RouteLink class="chip" to={{ page: 'other', path: '/daily' }} isCurrent={day === today}>
          Today
        </RouteLink>
      </li>
      {past.map((each) => (
        <li key={each.day}>
          <RouteLink
            class="chip"
            to={{ page: 'other', path: `/daily/${each.day}` }}
            isCurrent={day === each.day}
          >
            {dayWords(each.day)}
            {each.points !== null && (
              <span class="num">
                {each.points}
                <span class="unseen"> of {MOST_OF_DAY} points</span>
              </span>
            )}
          </RouteLink>
        </li>
      ))}
    </ul>
  );
}
