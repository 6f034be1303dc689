import { type DocumentStore, READ_MS, type StoredDocument } from '../types.ts';
import { inserterOn } from './inserter.ts';
import { type DocumentRow, documentKey, type Models } from './models.ts';
import type { WriteQueue } from './queue.ts';
import type { Reader } from './reads.ts';
import { charactersOf, isSame, rowsOf } from './rows.ts';

const documentOf = ({ kind, id, owner, rank, body }: StoredDocument): StoredDocument => ({
  kind,
  id,
  owner,
  rank,
  body,
});
const rowOf = (document: StoredDocument): DocumentRow => ({
  _id: documentKey(document.kind, document.id),
  ...documentOf(document),
});

/** Small records in one collection. */
export function documentsOn({ documents }: Models, queue: WriteQueue, reader: Reader): DocumentStore {
  const insert = inserterOn(documents);
  const stored = (key: string) => documents.findById(key).maxTimeMS(READ_MS).lean();

  /** Whether a taken key is taken by what an earlier attempt stored. */
  async function isOurs(row: DocumentRow): Promise<boolean> {
    const holder = await stored(row._id);
    if (!holder) throw new Error('a document was in the way that is gone');
    return isSame(documentOf(holder), documentOf(row));
  }

  const put = async (document: StoredDocument): Promise<void> => {
    const row = rowOf(document);
    await queue.write(row._id, charactersOf(row), () =>
      documents.replaceOne({ _id: row._id }, row, { upsert: true }),
    );
  };

  return {
    insert: async (document) => {
      const row = rowOf(document);
      return queue.write(row._id, charactersOf(row), async (isRepeated) => {
        return (await insert(row)) || (isRepeated && (await isOurs(row)));
      });
    },

    put,

    async putInOrder(rows) {
      for (const document of rows) await put(document);
    },

    rerank: async (kind, id, rank) => {
      const key = documentKey(kind, id);
      return queue.write(key, key.length, async () => {
        return (await documents.updateOne({ _id: key }, { $set: { rank } })).matchedCount > 0;
      });
    },

    remove: async (kind, id) => {
      const key = documentKey(kind, id);
      return queue.write(key, key.length, async () => {
        return (await documents.deleteOne({ _id: key })).deletedCount > 0;
      });
    },

    get: (kind, id) =>
      reader.read(async () => {
        const row = await stored(documentKey(kind, id));
        return row && documentOf(row);
      }),

    getMany: (kind, ids) =>
      reader.read(async () => {
        const keys = ids.map((id) => documentKey(kind, id));
        const rows = await documents
          .find({ _id: { $in: keys } })
          .maxTimeMS(READ_MS)
          .lean();
        return rows.map(documentOf);
      }),

    list: (kind, owner, { limit, after }) =>
      reader.read(async () => {
        if (limit < 1) return [];
        const behind = after && {
          rank: { $lte: after.rank },
          $or: [{ rank: { $lt: after.rank } }, { id: { $gt: after.id } }],
        };
        const query = documents.find({ kind, owner, ...behind }).sort({ rank: -1, id: 1 });
        return (await query.limit(rowsOf(limit)).maxTimeMS(READ_MS).lean()).map(documentOf);
      }),

    below: (kind, rank, limit) =>
      reader.read(async () => {
        if (limit < 1) return [];
        const query = documents.find({ kind, rank: { $lt: rank } }).sort({ rank: 1, id: 1 });
        return (await query.limit(rowsOf(limit)).maxTimeMS(READ_MS).lean()).map(documentOf);
      }),
  };
}
