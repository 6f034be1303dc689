import { type MatchId, matchId } from '../../../shared/core/ids.ts';
import { readEntry } from '../../storage/journal.ts';
import { type EntryStore, MAX_ROWS, type StoredEntry } from '../../storage/types.ts';
import type { MatchRecord, TableGame, TableGames } from './hosted-game.ts';

interface RecordsPorts {
  readonly entries: Pick<EntryStore, 'after'>;
  readonly games: TableGames;
}

const CLOSED = '"type":"tableClosed"';

/**
 * What the game of a match tells of it under this name; null when there is no such match, or nothing is told under that
 * name. Reads its journal in pieces, changes nothing, and stops when nobody waits for it any more. May reject with
 * `Unavailable`.
 */
export async function recordOf(
  { entries, games }: RecordsPorts,
  match: string,
  name: string,
  isWanted: () => boolean,
): Promise<object | null> {
  const id = matchId(match);
  let game: TableGame | null = null;
  let record: MatchRecord<unknown> | undefined;
  let told: ReturnType<MatchRecord<unknown>['begin']> | undefined;
  let isClosed = false;
  for (let after = 0; isWanted(); ) {
    const rows = await entries.after(`match:${match}`, after, MAX_ROWS);
    const last = rows.at(-1);
    if (!last) return told?.answer(isClosed) ?? null;
    after = last.seq;
    game ??= gameOf(games, id, rows[0]!);
    record ??= game?.records && Object.hasOwn(game.records, name) ? game.records[name] : undefined;
    if (!game || !record) return null;
    told ??= record.begin();
    for (const row of rows) {
      if (!record.tells.test(row.body) && !row.body.includes(CLOSED)) continue;
      const entry = readEntry(game.table, id, row, row.seq);
      if (typeof entry === 'string') return told.answer(false);
      for (const event of entry.events) {
        if (event.type === 'gameEvent') told.add(event.event);
        isClosed = event.type === 'tableClosed';
      }
    }
  }
  return null;
}

/** What is played in a match, as its first entry says; null when that cannot be read, or is not played here. */
export function gameOf(games: TableGames, id: MatchId, first: StoredEntry): TableGame | null {
  for (const game of games.values()) {
    const entry = readEntry(game.table, id, first, 1);
    if (typeof entry === 'string') continue;
    const [opening] = entry.events;
    if (opening?.type === 'tableOpened' && opening.game === game.rules.name) return game;
  }
  return null;
}
