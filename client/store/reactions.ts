import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { SeatId } from '../../shared/core/ids.ts';
import type { Reaction } from '../../shared/core/reactions.ts';
import { table } from '../i18n/table/index.ts';
import type { SeenReaction, TableConnection } from '../net/types.ts';

/** What a screen reader calls a reaction. */
export const reactionName = (reaction: Reaction): string => table.reactions[reaction];

/** How long one is shown, ms. */
export const SHOWN_MS = 3_000;

/** What everybody at a table shows at this moment: the newest of each seat, for a while. */
export type ShownReactions = ReadonlyMap<SeatId, SeenReaction>;

/** Follows the reactions of a table. */
export function reactionsAt({ reaction }: Pick<TableConnection, 'reaction'>): ReadonlySignal<ShownReactions> {
  const shown = signal<ShownReactions>(new Map());
  const forget = (old: SeenReaction) => {
    if (shown.peek().get(old.seat) !== old) return;
    shown.value = new Map([...shown.peek()].filter(([seat]) => seat !== old.seat));
  };
  effect(() => {
    const next = reaction.value;
    if (next === null) return;
    shown.value = new Map([...shown.peek(), [next.seat, next]]);
    setTimeout(forget, SHOWN_MS, next);
  });
  return shown;
}
