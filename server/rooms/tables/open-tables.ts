import { z } from 'zod';
import { matchId } from '../../../shared/core/ids.ts';
import { LANGUAGES } from '../../../shared/core/languages.ts';
import type { TableSetup } from '../../../shared/table/types.ts';
import { type DocumentStore, MAX_ROWS, type StoredDocument } from '../../storage/types.ts';

const KIND = 'table';

const setupSchema = (game: string): z.ZodType<TableSetup> =>
  z.object({
    code: z.string(),
    matchId: z.string().transform(matchId),
    // Before there was a second game, no table said what is played at it.
    game: z.string().default(game),
    name: z.string(),
    visibility: z.enum(['public', 'private']),
    bots: z.int(),
    language: z.enum(LANGUAGES).optional(),
    mode: z.string().optional(),
    options: z.unknown().optional(),
    owner: z.string(),
  });

/**
 * The tables that are open, in a store. A row that cannot be read is as good as absent; `firstGame` is what is played
 * where a row says nothing of it.
 */
export function openTables(documents: DocumentStore, firstGame: string) {
  const schema = setupSchema(firstGame);
  const read = ({ body }: StoredDocument): TableSetup | null => {
    try {
      return schema.parse(JSON.parse(body));
    } catch {
      return null;
    }
  };

  /** One removal at a time, so that none meets a row that came after it looked. */
  let removals: Promise<unknown> = Promise.resolve();

  const find = async (code: string): Promise<TableSetup | null> => {
    const row = await documents.get(KIND, code);
    return row && read(row);
  };

  return {
    find,

    add: (setup: TableSetup): Promise<boolean> =>
      documents.insert({ kind: KIND, id: setup.code, owner: '', rank: 0, body: JSON.stringify(setup) }),

    async all(): Promise<TableSetup[]> {
      const setups: TableSetup[] = [];
      let after: StoredDocument | undefined;
      for (;;) {
        const rows = await documents.list(KIND, '', { limit: MAX_ROWS, ...(after && { after }) });
        after = rows.at(-1);
        if (!after) return setups;
        setups.push(...rows.map(read).filter((setup) => setup !== null));
      }
    },

    /** Forgets a table; a later one with its code stays. */
    remove({ code, matchId: id }: Pick<TableSetup, 'code' | 'matchId'>): Promise<void> {
      const removed = removals.then(async () => {
        if ((await find(code))?.matchId === id) await documents.remove(KIND, code);
      });
      removals = removed.catch(() => {});
      return removed;
    },
  };
}
