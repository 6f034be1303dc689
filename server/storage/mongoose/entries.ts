import { randomUUID } from 'node:crypto';
import type { QueryFilter } from 'mongoose';
import { err, ok, type Result } from '../../../shared/core/result.ts';
import {
  type EntryFailure,
  type EntryStore,
  type Found,
  MAX_ROWS,
  READ_MS,
  type StoredEntry,
} from '../types.ts';
import { inserterOn } from './inserter.ts';
import { type EntryRow, entryKey, type Models } from './models.ts';
import type { WriteQueue } from './queue.ts';
import type { Reader } from './reads.ts';
import { charactersOf, isSame, rowsOf } from './rows.ts';
import { matcherOf } from './words.ts';

/** A search looks through this many of the newest entries with text, this many at a time. */
const SEARCHED_ROWS = 5_000;
const SEARCHED_AT_ONCE = 250;

const entryOf = ({
  stream,
  seq,
  commandId,
  at,
  kind,
  target,
  author,
  text,
  body,
}: StoredEntry): StoredEntry => ({
  stream,
  seq,
  commandId,
  at,
  kind,
  target,
  author,
  text,
  body,
});

/** Streams of entries in one collection. Writes of one stream go one after the other, so that no hole can appear. */
export function entriesOn({ entries, asides }: Models, queue: WriteQueue, reader: Reader): EntryStore {
  const insert = inserterOn(entries);
  const insertAside = inserterOn(asides);

  const list = (filter: QueryFilter<EntryRow>, order: 1 | -1, limit: number) =>
    reader.read(async () => {
      if (limit < 1) return [];
      const query = entries.find(filter).sort({ seq: order }).limit(rowsOf(limit)).maxTimeMS(READ_MS);
      return (await query.lean()).map(entryOf);
    });

  const seqOf = async (stream: string, commandId: string): Promise<number | null> =>
    (await entries.findOne({ stream, commandId }, { seq: 1 }).maxTimeMS(READ_MS).lean())?.seq ?? null;

  /** Why a key of an entry is taken; fine when an earlier attempt stored this very entry. */
  async function explain(entry: EntryRow, isRepeated: boolean): Promise<Result<null, EntryFailure>> {
    const holder = await entries.findById(entry._id).maxTimeMS(READ_MS).lean();
    if (isRepeated && holder && isSame(entryOf(holder), entryOf(entry))) return ok(null);
    const isHolder = holder?.commandId === entry.commandId;
    const seq = isHolder ? holder.seq : await seqOf(entry.stream, entry.commandId);
    if (seq !== null) return err({ kind: 'duplicate', seq });
    if (holder) return err({ kind: 'conflict' });
    throw new Error('an entry was in the way that is gone');
  }

  /** Copies entries and then takes them away, the last one first: whenever it ends, the rest has no hole. */
  async function moveAside(stream: string, from: number, reason: string, moved: Map<string, string>) {
    for (;;) {
      const filter = { stream, seq: { $gte: from } };
      const rows = await entries.find(filter).sort({ seq: -1 }).limit(MAX_ROWS).lean();
      if (rows.length === 0) return moved.size;
      await Promise.all(
        rows.map((row) => {
          const _id = moved.get(row._id) ?? randomUUID();
          moved.set(row._id, _id);
          return insertAside({ ...entryOf(row), _id, reason, movedAt: Date.now() });
        }),
      );
      await entries.bulkWrite(
        rows.map(({ _id, commandId }) => ({ deleteOne: { filter: { _id, commandId } } })),
        { ordered: true },
      );
    }
  }

  return {
    append: async (entry) =>
      queue.write(entry.stream, charactersOf(entry), async (isRepeated) => {
        const row = { _id: entryKey(entry.stream, entry.seq), ...entryOf(entry) };
        return (await insert(row)) ? ok(null) : explain(row, isRepeated);
      }),

    after: (stream, after, limit, kind) =>
      list({ stream, seq: { $gt: after }, ...(kind && { kind }) }, 1, limit),

    before: async (stream, before, limit, kind) => {
      const filter = { stream, ...(before !== null && { seq: { $lt: before } }), ...(kind && { kind }) };
      return (await list(filter, -1, limit)).reverse();
    },

    about: (stream, targets) =>
      reader.read(async () => {
        const query = entries.find({ stream, target: { $in: [...targets] } }).sort({ seq: 1 });
        return (await query.maxTimeMS(READ_MS).lean()).map(entryOf);
      }),

    ofAuthor: (stream, author, after, limit) => list({ stream, author, seq: { $gt: after } }, 1, limit),

    find: (stream, commandId) => reader.read(() => seqOf(stream, commandId)),

    last: async (stream) => (await list({ stream }, -1, 1))[0]?.seq ?? 0,

    rewrite: async (stream, seq, { body, text }) =>
      queue.write(stream, charactersOf({ body, text }), async () => {
        const { matchedCount } = await entries.updateOne(
          { _id: entryKey(stream, seq) },
          { $set: { body, text } },
        );
        return matchedCount > 0;
      }),

    search: (streams, query, limit) =>
      reader.read(async (signal) => {
        const isMatch = matcherOf(query);
        const found: Found[] = [];
        if (!isMatch || streams.length === 0 || limit < 1) return found;
        const rows = entries
          .find({ stream: { $in: [...streams] }, text: { $ne: null } }, { stream: 1, seq: 1, at: 1, text: 1 })
          // As in the index `byTime`, so that the database need not sort.
          .sort({ at: -1, seq: -1 })
          .limit(SEARCHED_ROWS)
          .maxTimeMS(READ_MS)
          .lean()
          .cursor({ batchSize: SEARCHED_AT_ONCE });
        for await (const { stream, seq, at, text } of rows) {
          if (text !== null && isMatch(text)) found.push({ stream, seq, at, text });
          if (found.length === rowsOf(limit) || signal.aborted) break;
        }
        return found;
      }),

    setAside: async (stream, from, reason) => {
      const moved = new Map<string, string>();
      return queue.write(stream, charactersOf({ reason }), () => moveAside(stream, from, reason, moved));
    },

    drop: async (stream, limit) =>
      queue.write(stream, stream.length, async () => {
        const most = rowsOf(limit);
        const rows = await entries.find({ stream }, { _id: 1 }).sort({ seq: -1 }).limit(most).lean();
        const deletions = rows.map(({ _id }) => ({ deleteOne: { filter: { _id } } }));
        if (deletions.length > 0) await entries.bulkWrite(deletions, { ordered: true });
        if (deletions.length < most) await asides.deleteMany({ stream });
        return deletions.length;
      }),
  };
}
