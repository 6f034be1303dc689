import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { DailyView } from '../../../shared/protocol/daily.ts';
import type { AlonePages, DailyProps } from '../../games/game.ts';
import { said } from '../../net/api.ts';
import { askDay, placeOnDay } from '../../net/daily.ts';
import type { Refusal } from '../../net/types.ts';
import { RouteLink } from '../ui/RouteLink.tsx';
import { StatePage } from '../ui/StatePage.tsx';

interface Loaded {
  readonly Content: ComponentType<DailyProps>;
  readonly view: DailyView;
}

/** The game of a day, asked of the server; today's without a day. */
export function ConnectedDaily({ pages, day }: { pages: AlonePages; day: string | null }) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const load = async () => {
    setRefusal(null);
    const [Content, found] = await Promise.all([pages.daily().catch(() => null), askDay(day)]);
    if (!found.ok) setRefusal(found.error);
    else if (Content) setLoaded({ Content, view: found.value });
    else setRefusal(said('offline'));
  };
  useEffect(() => void load(), [day]);

  if (refusal)
    return (
      <StatePage title="The daily is not here" text={refusal.message}>
        {refusal.code !== 'no_day' && (
          <button type="button" class="button primary" onClick={load}>
            Try again
          </button>
        )}
        {day !== null && (
          <RouteLink class="button" to={{ page: 'other', path: '/daily' }}>
            Today
          </RouteLink>
        )}
        <RouteLink class="button" to={{ page: 'other', path: '/practice' }}>
          Practice
        </RouteLink>
      </StatePage>
    );
  if (!loaded) return <StatePage title="Opening the daily…" isBusy />;
  const { Content, view } = loaded;
  const place = async (places: readonly number[]) => {
    const placed = await placeOnDay(view.day, places);
    if (!placed.ok) return placed.error;
    setLoaded({ Content, view: placed.value });
    return null;
  };
  return <Content view={view} place={place} />;
}
