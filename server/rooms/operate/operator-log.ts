import { z } from 'zod';
import { operatorAction } from '../../../shared/protocol/operate.ts';
import { Shelf } from '../../storage/shelf.ts';
import type { DocumentStore } from '../../storage/types.ts';

/** The kind of its documents, for what takes them away when they are old. */
export const OPERATED = 'operated';
const ALL = 'all';

const recordSchema = z.object({
  /** Epoch ms. */
  at: z.int(),
  /** Who did it; `''` for whoever sat at the machine. */
  by: z.string(),
  action: z.union([operatorAction, z.object({ type: z.enum(['appoint', 'dismiss']), person: z.string() })]),
  why: z.string(),
  /** `done`, or the code of why it was refused; `''` as long as nobody knows. */
  outcome: z.string(),
});
export type OperatorRecord = z.output<typeof recordSchema>;

/** What operators did: written before it is done, so that nothing happens without a trace. */
export class OperatorLog {
  readonly #rows: Shelf<OperatorRecord>;

  constructor(documents: DocumentStore) {
    this.#rows = new Shelf(documents, OPERATED, recordSchema);
  }

  /** Writes what is about to be done. Null, or what is written under this id already. */
  async begin(id: string, record: OperatorRecord): Promise<OperatorRecord | null> {
    const isNew = await this.#rows.insert(id, record, { owner: ALL, rank: record.at });
    return isNew ? null : ((await this.#rows.get(id)) ?? record);
  }

  /** Writes what came of it. */
  async end(id: string, record: OperatorRecord, outcome: string): Promise<void> {
    await this.#rows.put(id, { ...record, outcome }, { owner: ALL, rank: record.at });
  }

  /** By id, the latest first. */
  list(limit: number, after: { rank: number; id: string } | null): Promise<Map<string, OperatorRecord>> {
    return this.#rows.list(ALL, { limit, ...(after && { after }) });
  }
}
