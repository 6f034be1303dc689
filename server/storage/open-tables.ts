import { z } from 'zod';
import { matchId } from '../../shared/core/ids.ts';
import type { TableSetup } from '../../shared/table/types.ts';
import { type DocumentStore, MAX_ROWS, type StoredDocument } from './types.ts';

const KIND = 'table';

const setupSchema: z.ZodType<TableSetup> = z.object({
  code: z.string(),
  matchId: z.string().transform(matchId),
  name: z.string(),
  visibility: z.enum(['public', 'private']),
  bots: z.int(),
  owner: z.string(),
});

/** The tables that are open, in a store. A row that cannot be read is as good as absent. */
export const openTables = (documents: DocumentStore) => ({
  add: (setup: TableSetup): Promise<boolean> =>
    documents.insert({ kind: KIND, id: setup.code, owner: '', rank: 0, body: JSON.stringify(setup) }),

  async find(code: string): Promise<TableSetup | null> {
    const row = await documents.get(KIND, code);
    return row && read(row);
  },

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

  async remove(code: string): Promise<void> {
    await documents.remove(KIND, code);
  },
});

function read({ body }: StoredDocument): TableSetup | null {
  try {
    return setupSchema.parse(JSON.parse(body));
  } catch {
    return null;
  }
}
