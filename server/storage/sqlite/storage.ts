import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok } from '../../../shared/core/result.ts';
import type { Log } from '../../../shared/engine/ports.ts';
import {
  type DocumentStore,
  type EntryStore,
  MAX_ROWS,
  type Storage,
  type StoredDocument,
  type StoredEntry,
  TooNew,
  Unavailable,
} from '../types.ts';
import { FILE } from './file.ts';
import { makeFolder } from './folder.ts';
import { Lane } from './lane.ts';
import { Link } from './link.ts';
import { CONFLICT, type DocumentRow, type EntryRow, isTrouble, STORED } from './messages.ts';
import { makeDatabase } from './sql.ts';
import { mark, missingSince, refuseEmptied } from './whole.ts';
import { wordsOf } from './words.ts';

/** Pause between two attempts to open a store that other processes keep busy, ms. */
const OPEN_AGAIN_MS = 100;
/** Which of these attempts is worth a line in the log when it fails. */
const LOUD_ATTEMPT = 3;
/** How long other programs may keep a store locked while it is opened, ms. */
const LOCKED_MS = 15_000;
/** How long a worker that could not open the file may take to end, ms. */
const GIVE_UP_MS = 1_000;

const entriesOf = (stream: string, found: readonly EntryRow[]): StoredEntry[] =>
  found.map(([seq, commandId, at, kind, target, author, text, body]) => ({
    stream,
    seq,
    commandId,
    at,
    kind,
    target,
    author,
    text,
    body,
  }));
const documentOf = ([kind, id, owner, rank, body]: DocumentRow): StoredDocument => ({
  kind,
  id,
  owner,
  rank,
  body,
});
const rowOf = ({ kind, id, owner, rank, body }: StoredDocument): DocumentRow => [kind, id, owner, rank, body];
const rows = (limit: number): number => Math.min(limit, MAX_ROWS);

const entriesOn = (lane: Lane): EntryStore => ({
  async append({ stream, seq, commandId, at, kind, target, author, text, body }) {
    const answer = await lane.write('append', stream, seq, commandId, at, kind, target, author, text, body);
    if (answer === STORED) return ok(null);
    return err(answer === CONFLICT ? { kind: 'conflict' } : { kind: 'duplicate', seq: answer });
  },
  after: async (stream, after, limit, kind) =>
    entriesOf(stream, await lane.read('after', stream, after, rows(limit), kind ?? null)),
  before: async (stream, before, limit, kind) =>
    entriesOf(stream, await lane.read('before', stream, before, rows(limit), kind ?? null)),
  about: async (stream, targets) =>
    entriesOf(stream, await lane.read('about', stream, JSON.stringify(targets))),
  ofAuthor: async (stream, author, after, limit) =>
    entriesOf(stream, await lane.read('ofAuthor', stream, author, after, rows(limit))),
  find: (stream, commandId) => lane.read('find', stream, commandId),
  last: (stream) => lane.read('last', stream),
  rewrite: async (stream, seq, { body, text }) => (await lane.write('rewrite', stream, seq, body, text)) > 0,
  async search(streams, query, limit) {
    const words = wordsOf(query);
    if (words === null) return [];
    const found = await lane.read('search', JSON.stringify(streams), words, rows(limit));
    return found.map(([stream, seq, at, text]) => ({ stream, seq, at, text }));
  },
  setAside: (stream, from, reason) => lane.write('setAside', stream, from, reason),
  drop: (stream, limit) => lane.write('drop', stream, rows(limit)),
});

const documentsOn = (lane: Lane): DocumentStore => ({
  insert: async (document) => (await lane.write('insert', ...rowOf(document))) > 0,
  async put(document) {
    await lane.write('put', ...rowOf(document));
  },
  async putInOrder(documents) {
    // What is asked for in one turn is one transaction.
    await Promise.all(documents.map((document) => lane.write('put', ...rowOf(document))));
  },
  rerank: async (kind, id, rank) => (await lane.write('rerank', rank, kind, id)) > 0,
  remove: async (kind, id) => (await lane.write('remove', kind, id)) > 0,
  async get(kind, id) {
    const row = await lane.read('get', kind, id);
    return row && documentOf(row);
  },
  getMany: async (kind, ids) => (await lane.read('getMany', kind, JSON.stringify(ids))).map(documentOf),
  list: async (kind, owner, { limit, after }) =>
    (await lane.read('list', kind, owner, rows(limit), after?.rank ?? null, after?.id ?? '')).map(documentOf),
  below: async (kind, rank, limit) => (await lane.read('below', kind, rank, rows(limit))).map(documentOf),
});

/** Waits until the file is open; throws `TooNew`, or `Unavailable` when the disk refuses. */
async function untilOpen(link: Link, log: Log): Promise<void> {
  const deadline = performance.now() + LOCKED_MS;
  for (let attempt = 0; ; attempt++) {
    const [answer] = await link.ask([false, [], []]);
    if (!isTrouble(answer)) return;
    if (answer.kind === 'tooNew') throw new TooNew(answer.trouble);
    if (answer.kind !== 'busy') throw new Unavailable(`${answer.trouble}.`);
    if (performance.now() > deadline) throw new Unavailable('another program keeps it locked. End that one.');
    if (attempt === LOUD_ATTEMPT) log.warn({}, 'another process keeps the store locked; waiting for it');
    await new Promise((resolve) => setTimeout(resolve, OPEN_AGAIN_MS));
  }
}

/** Throws `Unavailable` when there was a store and its contents are lost. */
function findOrMake(file: string, log: Log): void {
  try {
    refuseEmptied(file);
    const madeAt = missingSince(file);
    if (madeAt !== null) log.warn({ file, madeAt }, 'the store that was here is gone; an empty one is made');
    if (!existsSync(file)) makeDatabase(file);
    mark(file, new Date());
  } catch (error) {
    throw new Unavailable(`${(error as Error).message}.`, { cause: error });
  }
}

/**
 * The store in a file of this machine, which several processes may share. SQLite runs in a thread of its own, so that
 * a slow disk never holds up a game. Makes the directory when there is none. Rejects with `TooNew`, or `Unavailable`
 * when the directory or the file cannot be opened.
 */
export async function sqliteStorage({
  directory,
  log,
}: {
  readonly directory: string;
  readonly log: Log;
}): Promise<Storage> {
  try {
    await makeFolder(directory);
  } catch (error) {
    throw new Unavailable((error as Error).message, { cause: error });
  }
  const file = join(directory, FILE);
  findOrMake(file, log);
  const link = new Link(file, log);
  try {
    await untilOpen(link, log);
  } catch (error) {
    await link.close(GIVE_UP_MS);
    throw error;
  }
  const lane = new Lane(link, log);
  return {
    entries: entriesOn(lane),
    documents: documentsOn(lane),
    health: () => ({ backend: 'sqlite', isUp: lane.isUp, waiting: lane.waiting, troubles: lane.troubles }),
    close: () => lane.close(),
  };
}
