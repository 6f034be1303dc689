import type { StoredEntry } from '../../server/storage/types.ts';
import { playerId } from '../../shared/core/ids.ts';
import type { Decider, Viewer } from '../../shared/core/rules.ts';
import { fold } from '../../shared/engine/replay.ts';
import { seatOf, type TableState } from '../../shared/table/state.ts';
import { digestOf } from './history-digest.ts';
import { entriesOf } from './history-entries.ts';
import { colorTable } from './scripted-table.ts';

/** The rules of a table, whatever is played at it. */
export type TableRules<G, C extends { readonly type: string }, E> = Decider<TableState<G>, C, E> & {
  view(state: TableState<G>, viewer: Viewer): unknown;
};

/** What one person could see of a match of Color Clues after each entry: `[0]` after the first. */
export const viewsOf = (matchId: string, rows: readonly StoredEntry[], person: string): string[] =>
  viewsAt(colorTable, matchId, rows, person);

/** What one person could see of a match of any game after each entry: `[0]` after the first. */
export function viewsAt<G, C extends { readonly type: string }, E>(
  rules: TableRules<G, C, E>,
  matchId: string,
  rows: readonly StoredEntry[],
  person: string,
): string[] {
  let state = rules.initial;
  return entriesOf(rules, matchId, rows).map((entry) => {
    state = fold(rules, state, [entry]);
    const seat = seatOf(state, playerId(person));
    return digestOf(rules.view(state, seat ? { kind: 'seat', seat: seat.id } : { kind: 'spectator' }));
  });
}

/**
 * Compares what a page has shown with what it could: only what was stored, never something older than before, and at last
 * the newest. @returns what is wrong, in words
 */
export function findWrongViews(shown: readonly string[], stored: readonly string[]): string[] {
  let at = 0;
  for (const [index, view] of shown.entries()) {
    const next = stored.indexOf(view, at);
    if (next < 0) {
      const before = stored.indexOf(view);
      const why = before < 0 ? 'is the view of no entry' : `is that of entry ${before + 1}`;
      return [`view ${index + 1} of ${shown.length} ${why}, after that of entry ${at + 1}`];
    }
    at = next;
  }
  return shown.at(-1) === stored.at(-1) ? [] : [`the last view is of entry ${at + 1} of ${stored.length}`];
}
