import { effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals';
import type { ClientGame, Played, ShowBeat, ShowPlan } from '../games/game.ts';
import type { TableConnection } from '../net/types.ts';
import type { MySeat, View } from './faces.ts';
import { isCalm } from './preferences.ts';
import { played } from './turns.ts';

/** What is shown step by step at one table, on this page alone: each may skip it. */
export interface Show {
  /** The time of the last beat that has come, ms after the beginning; null while no show runs. */
  readonly at: ReadonlySignal<number | null>;
  /** The beat that has just come. */
  readonly beat: ReadonlySignal<ShowBeat | null>;
  finish(): void;
}

interface Followed {
  readonly game: Pick<TableConnection<ClientGame>['game'], 'value'>;
  readonly view: Pick<TableConnection<ClientGame>['view'], 'value'>;
  readonly mySeat: Pick<TableConnection<ClientGame>['mySeat'], 'value'>;
}

/**
 * Follows a table: what its game plans to show begins in the moment when it becomes so, and ends early with whatever comes
 * next. What was there already when the page was opened is not shown, and nothing is where motion is unwanted.
 */
export function showAt({ game, view, mySeat }: Followed): Show {
  const at: Signal<number | null> = signal(null);
  const beat: Signal<ShowBeat | null> = signal(null);
  let key: string | null = null;
  let hasSeen = false;
  let timers: ReturnType<typeof setTimeout>[] = [];

  const stop = () => {
    for (const timer of timers) clearTimeout(timer);
    timers = [];
    at.value = null;
  };

  const begin = ({ beats, endMs }: ShowPlan) => {
    at.value = 0;
    const reach = (next: ShowBeat) => () => {
      at.value = next.atMs;
      beat.value = next;
    };
    timers = beats.map((each) => setTimeout(reach(each), each.atMs));
    timers.push(setTimeout(stop, endMs));
  };

  effect(() => {
    const plan = planOf(game.value, view.value, mySeat.value);
    const isNews = (plan?.key ?? null) !== key;
    untracked(() => {
      if (isNews) stop();
      if (isNews && plan && hasSeen && !isCalm()) begin(plan);
    });
    key = plan?.key ?? null;
    hasSeen ||= view.value !== null;
  });
  return { at, beat, finish: stop };
}

function planOf(game: ClientGame | null, view: View | null, me: MySeat): ShowPlan | null {
  const now: Played | null = view?.phase === 'playing' ? played(view) : null;
  return (now && game?.show?.(now, me)) ?? null;
}
