import type { EntryStore, Storage, StoredEntry } from '../../server/storage/types.ts';
import { err, ok } from '../../shared/core/result.ts';
import { MemoryDocuments } from '../harness/memory-documents.ts';

interface Stream {
  /** Entry `seq` is at place `seq - 1`. */
  readonly entries: StoredEntry[];
  readonly commands: Map<string, number>;
}

/** Stands in for the store: keeps everything as long as the process lives. Finds no words. */
export async function sqliteStorage(): Promise<Storage> {
  const streams = new Map<string, Stream>();
  const of = (stream: string): Stream => {
    const known = streams.get(stream) ?? { entries: [], commands: new Map() };
    streams.set(stream, known);
    return known;
  };
  const isOf = (kind?: string) => (entry: StoredEntry) => kind === undefined || entry.kind === kind;
  const entries: EntryStore = {
    async append(entry) {
      const stream = of(entry.stream);
      const seq = stream.commands.get(entry.commandId);
      if (seq !== undefined) return err({ kind: 'duplicate', seq });
      if (entry.seq !== stream.entries.length + 1) return err({ kind: 'conflict' });
      stream.entries.push(entry);
      stream.commands.set(entry.commandId, entry.seq);
      return ok(null);
    },
    after: async (stream, after, limit, kind) =>
      of(stream).entries.slice(after).filter(isOf(kind)).slice(0, limit),
    before: async (stream, before, limit, kind) =>
      of(stream)
        .entries.slice(0, before === null ? undefined : before - 1)
        .filter(isOf(kind))
        .slice(-limit),
    about: async (stream, targets) =>
      of(stream).entries.filter(({ target }) => target !== null && targets.includes(target)),
    ofAuthor: async (stream, author, after, limit) =>
      of(stream)
        .entries.slice(after)
        .filter((entry) => entry.author === author)
        .slice(0, limit),
    find: async (stream, commandId) => of(stream).commands.get(commandId) ?? null,
    last: async (stream) => of(stream).entries.length,
    async rewrite(stream, seq, to) {
      const { entries: all } = of(stream);
      const entry = all[seq - 1];
      if (entry) all[seq - 1] = { ...entry, ...to };
      return entry !== undefined;
    },
    search: async () => [],
    setAside: async (stream, from) => of(stream).entries.splice(from - 1).length,
    async drop(stream, limit) {
      const dropped = of(stream).entries.splice(-limit).length;
      if (dropped < limit) streams.delete(stream);
      return dropped;
    },
  };
  return {
    entries,
    documents: new MemoryDocuments(),
    health: () => ({ backend: 'sqlite', isUp: true, waiting: 0, troubles: 0 }),
    close: async () => {},
  };
}
