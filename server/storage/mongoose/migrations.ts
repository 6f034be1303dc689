import { TooNew } from '../types.ts';
import type { MetaRow, Models } from './models.ts';

/** The version of what this program writes. */
const VERSION = 2;
/** Rows that are changed at once. */
const BATCH = 500;
const KEY = 'format';

/** Makes the indexes and notes the version of the data. Repeatable; throws `TooNew` before anything is changed. */
export async function prepare({ entries, asides, documents, meta }: Models): Promise<void> {
  const format = await meta.findById<MetaRow>(KEY).lean();
  if (format && format.version > VERSION) {
    throw new TooNew(
      `The data was written by a newer version of this program (its format is ${format.version}, this program knows ${VERSION}). Start that version, or restore an older backup.`,
    );
  }
  if (format?.version === 1) await addAuthors(entries);
  for (const model of [entries, asides, documents]) await model.createIndexes();
  await meta.replaceOne({ _id: KEY }, { _id: KEY, version: VERSION }, { upsert: true });
}

/** Notes whose words each message holds, as version 1 says it in their bodies only. Goes on where it was broken off. */
async function addAuthors(entries: Models['entries']): Promise<void> {
  let batch: { updateOne: { filter: { _id: string }; update: { $set: { author: string | null } } } }[] = [];
  const write = async () => {
    if (batch.length > 0) await entries.bulkWrite(batch, { ordered: false });
    batch = [];
  };
  const filter = { kind: 'message', author: { $exists: false } };
  for await (const { _id, body } of entries.find(filter, { body: 1 }).lean().cursor()) {
    batch.push({ updateOne: { filter: { _id }, update: { $set: { author: authorIn(body) } } } });
    if (batch.length === BATCH) await write();
  }
  await write();
}

function authorIn(body: string): string | null {
  try {
    const { events } = JSON.parse(body) as { events: { type: string; message?: { author: string } }[] };
    return events.find(({ type }) => type === 'posted')?.message?.author ?? null;
  } catch {
    return null;
  }
}
