import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { DailyView } from '../../../shared/protocol/daily.ts';
import type { AlonePages, DailyProps } from '../../games/game.ts';
import { alone } from '../../i18n/alone/index.ts';
import { common } from '../../i18n/common/index.ts';
import { withMessages } from '../../i18n/messages.ts';
import { askDay, placeOnDay } from '../../net/daily.ts';
import { said } from '../../net/said.ts';
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
    const [Content, found] = await Promise.all([withMessages(pages.daily()).catch(() => null), askDay(day)]);
    if (!found.ok) setRefusal(found.error);
    else if (Content) setLoaded({ Content, view: found.value });
    else setRefusal(said('offline'));
  };
  useEffect(() => void load(), [day]);

  if (refusal)
    return (
      <StatePage title={alone.noDaily} text={refusal.message}>
        {refusal.code !== 'no_day' && (
          <button type="button" class="button primary" onClick={load}>
            {common.tryAgain}
          </button>
        )}
        {day !== null && (
          <RouteLink class="button" to={{ page: 'other', path: '/daily' }}>
            {alone.today}
          </RouteLink>
        )}
        <RouteLink class="button" to={{ page: 'other', path: '/practice' }}>
          {alone.practice}
        </RouteLink>
      </StatePage>
    );
  if (!loaded) return <StatePage title={alone.opening} isBusy />;
  const { Content, view } = loaded;
  const place = async (places: readonly number[]) => {
    const placed = await placeOnDay(view.day, places);
    if (!placed.ok) return placed.error;
    setLoaded({ Content, view: placed.value });
    return null;
  };
  return <Content view={view} place={place} />;
}
