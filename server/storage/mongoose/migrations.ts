import { TooNew } from '../types.ts';
import type { MetaRow, Models } from './models.ts';

/** The version of what this program writes. */
const VERSION = 1;
const KEY = 'format';

/** Makes the indexes and notes the version of the data. Repeatable; throws `TooNew` before anything is changed. */
export async function prepare({ entries, asides, documents, meta }: Models): Promise<void> {
  const format = await meta.findById<MetaRow>(KEY).lean();
  if (format && format.version > VERSION) {
    throw new TooNew(
      `The data was written by a newer version of this program (its format is ${format.version}, this program knows ${VERSION}). Start that version, or restore an older backup.`,
    );
  }
  for (const model of [entries, asides, documents]) await model.createIndexes();
  await meta.replaceOne({ _id: KEY }, { _id: KEY, version: VERSION }, { upsert: true });
}
