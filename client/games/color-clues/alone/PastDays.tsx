import type { DailyView } from '../../../../shared/protocol/daily.ts';
import { RouteLink } from '../../../dom/ui/RouteLink.tsx';
import { text } from '../messages/alone/index.ts';
import { dayWords, MOST_OF_DAY } from './days.ts';

/** The days that can be played, today first, with what one got. */
export function PastDays({ view: { day, today, past } }: { view: DailyView }) {
  return (
    <ul class="past-days">
      <li>
        <RouteLink class="chip" to={{ page: 'other', path: '/daily' }} isCurrent={day === today}>
          {text.today}
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
                <span class="unseen">{text.ofPoints(MOST_OF_DAY)}</span>
              </span>
            )}
          </RouteLink>
        </li>
      ))}
    </ul>
  );
}
