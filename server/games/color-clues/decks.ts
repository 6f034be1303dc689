import { type MatchId, matchId } from '../../../shared/core/ids.ts';
import type { Entry } from '../../../shared/engine/ports.ts';
import { DeckLedger, type DeckRecord } from '../../../shared/games/color-clues/deck-record.ts';
import type { GameEvent } from '../../../shared/games/color-clues/types.ts';
import type { TableEvent } from '../../../shared/table/types.ts';
import { type EntryStore, MAX_ROWS, type StoredEntry } from '../../storage/types.ts';

interface DecksPorts {
  readonly entries: Pick<EntryStore, 'after'>;
  /** One entry of a match as it was appended; a word instead when it cannot be read. */
  read(match: MatchId, row: StoredEntry): Entry<TableEvent<GameEvent>> | 'damaged' | 'newer';
}

/** Facts that say something about a deck; most entries hold none and need not be read. */
const TELLS = /"type":"(?:deckShuffled|gameStarted|round|gameEnded|tableClosed)/;

/**
 * What is known of the decks of a match; null when there is no such match. Reads its journal in pieces, changes
 * nothing, and stops when nobody waits for it any more. May reject with `Unavailable`.
 */
export async function decksOf(
  { entries, read }: DecksPorts,
  match: string,
  isWanted: () => boolean,
): Promise<readonly DeckRecord[] | null> {
  const ledger = new DeckLedger();
  const id = matchId(match);
  let isClosed = false;
  for (let after = 0; isWanted(); ) {
    const rows = await entries.after(`match:${match}`, after, MAX_ROWS);
    const last = rows.at(-1);
    if (!last) return after === 0 ? null : ledger.records(isClosed);
    after = last.seq;
    for (const row of rows) {
      if (!TELLS.test(row.body)) continue;
      const entry = read(id, row);
      if (typeof entry === 'string') return ledger.records(false);
      for (const event of entry.events) {
        if (event.type === 'gameEvent') ledger.add(event.event);
        isClosed = event.type === 'tableClosed';
      }
    }
  }
  return null;
}
