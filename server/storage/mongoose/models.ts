import { type Connection, type Model, Schema } from 'mongoose';
import type { StoredDocument, StoredEntry } from '../types.ts';

/** An entry; its `_id` is what makes `(stream, seq)` unique. */
export interface EntryRow extends StoredEntry {
  readonly _id: string;
}

/** An entry that was moved out of its stream. */
export interface AsideRow extends StoredEntry {
  readonly _id: string;
  readonly reason: string;
  /** Epoch ms. */
  readonly movedAt: number;
}

/** A document; its `_id` is what makes `(kind, id)` unique. */
export interface DocumentRow extends StoredDocument {
  readonly _id: string;
}

/** What is known of the data as a whole. */
export interface MetaRow {
  readonly _id: string;
  readonly version: number;
}

/** Who uses the data now. */
export interface HoldRow {
  readonly _id: string;
  readonly owner: string;
  readonly beats: number;
}

export interface Models {
  readonly entries: Model<EntryRow>;
  readonly asides: Model<AsideRow>;
  readonly documents: Model<DocumentRow>;
  readonly meta: Model<MetaRow>;
  readonly holds: Model<HoldRow>;
}

/** A seq holds no `#`, so no two entries share this. */
export const entryKey = (stream: string, seq: number): string => `${stream}#${seq}`;
/** JSON, so that no two pairs share it. */
export const documentKey = (kind: string, id: string): string => JSON.stringify([kind, id]);

// Rows have an `id` of their own, and indexes are made and waited for when the store is opened.
const OPTIONS = {
  id: false,
  versionKey: false,
  strictQuery: 'throw',
  autoIndex: false,
  autoCreate: false,
} as const;

const ENTRY = {
  _id: String,
  stream: String,
  seq: Number,
  commandId: String,
  at: Number,
  kind: String,
  target: Number,
  author: String,
  text: String,
  body: String,
} as const;

/** The models of one connection; mongoose's shared connection is never used. */
export function modelsOn(connection: Connection): Models {
  const entry = new Schema<EntryRow>(ENTRY, OPTIONS)
    .index({ stream: 1, seq: 1 }, { name: 'bySeq', unique: true })
    .index({ stream: 1, commandId: 1 }, { name: 'byCommand', unique: true })
    .index({ stream: 1, kind: 1, seq: 1 }, { name: 'byKind' })
    .index({ stream: 1, target: 1 }, { name: 'byTarget' })
    .index({ stream: 1, author: 1, seq: 1 }, { name: 'byAuthor' })
    .index({ stream: 1, at: -1, seq: -1 }, { name: 'byTime' });
  const aside = new Schema<AsideRow>({ ...ENTRY, reason: String, movedAt: Number }, OPTIONS).index(
    { stream: 1, seq: 1 },
    { name: 'bySeq' },
  );
  const document = new Schema<DocumentRow>(
    { _id: String, kind: String, id: String, owner: String, rank: Number, body: String },
    OPTIONS,
  )
    .index({ kind: 1, owner: 1, rank: -1, id: 1 }, { name: 'byOwner' })
    .index({ kind: 1, rank: 1, id: 1 }, { name: 'byRank' });
  return {
    entries: connection.model<EntryRow>('Entry', entry, 'entries'),
    asides: connection.model<AsideRow>('Aside', aside, 'setAside'),
    documents: connection.model<DocumentRow>('Document', document, 'documents'),
    meta: connection.model<MetaRow>(
      'Meta',
      new Schema<MetaRow>({ _id: String, version: Number }, OPTIONS),
      'meta',
    ),
    holds: connection.model<HoldRow>(
      'Hold',
      new Schema<HoldRow>({ _id: String, owner: String, beats: Number }, OPTIONS),
      'holds',
    ),
  };
}
