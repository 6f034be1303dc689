import type { StoredEntry } from '../../server/storage/types.ts';
import { playerId } from '../../shared/core/ids.ts';
import { fold } from '../../shared/engine/replay.ts';
import { seatOf } from '../../shared/table/state.ts';

import { digestOf } from './history-digest.ts';
import { entriesOf } from './history-entries.ts';
import { colorTable } from './scripted-table.ts';

/** What one person could see of a match after each entry: `[0]` after the first. */
export function viewsOf(matchId: string, rows: readonly StoredEntry[], person: string): string[] {
  let state = colorTable.initial;
  return entriesOf(colorTable, matchId, rows).map((entry) => {
    state = fold(colorTable, state, [entry]);
    const seat = seatOf(state, playerId(person));
    return digestOf(colorTable.view(state, seat ? { kind: 'seat', seat: seat.id } : { kind: 'spectator' }));
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
