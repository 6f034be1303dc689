import type { CommandId, MatchId } from '../../shared/core/ids.ts';
import { err, ok } from '../../shared/core/result.ts';
import type { Entry, Journal } from '../../shared/engine/ports.ts';

/** An empty journal, which lives as long as the process. */
export function memoryJournal<E>(): Journal<E> {
  const matches = new Map<MatchId, { entries: Entry<E>[]; commands: Map<CommandId, number> }>();
  return {
    async append(entry) {
      let match = matches.get(entry.matchId);
      if (!match) {
        match = { entries: [], commands: new Map() };
        matches.set(entry.matchId, match);
      }
      const seq = match.commands.get(entry.commandId);
      if (seq !== undefined) return err({ kind: 'duplicate', seq });
      if (entry.seq !== match.entries.length + 1) return err({ kind: 'conflict' });
      match.entries.push(entry);
      match.commands.set(entry.commandId, entry.seq);
      return ok(null);
    },
    async read(matchId, after) {
      return ok((matches.get(matchId)?.entries ?? []).slice(after));
    },
    async find(matchId, commandId) {
      return ok(matches.get(matchId)?.commands.get(commandId) ?? null);
    },
  };
}
