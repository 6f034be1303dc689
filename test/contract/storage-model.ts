import fc from 'fast-check';
import type {
  DocumentStore,
  EntryStore,
  Storage,
  StoredDocument,
  StoredEntry,
} from '../../server/storage/types.ts';
import { err, ok } from '../../shared/core/result.ts';

/** Words as people mean them: no case, no accents. */
const wordsIn = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(
      /[^\p{L}\p{N}]+|(?<=\p{sc=Han}|[ァ-ー])(?!\p{sc=Han}|[ァ-ー])|(?<!\p{sc=Han}|[ァ-ー])(?=\p{sc=Han}|[ァ-ー])/u,
    )
    .filter((word) => word !== '');
/** Where words have no spaces between them, one may be anywhere. */
const hasNoSpaces = (word: string): boolean => /^[\p{sc=Han}ァ-ー]/u.test(word);

const hasAll = (text: string, query: string): boolean => {
  const words = wordsIn(text);
  return wordsIn(query).every((wanted) =>
    words.some((word) => (hasNoSpaces(wanted) ? word.includes(wanted) : word.startsWith(wanted))),
  );
};

function modelEntries(): EntryStore {
  let all: StoredEntry[] = [];
  const of = (stream: string, kind?: string) =>
    all
      .filter((each) => each.stream === stream && (kind === undefined || each.kind === kind))
      .sort((a, b) => a.seq - b.seq);
  const find = async (stream: string, commandId: string) =>
    of(stream).find((each) => each.commandId === commandId)?.seq ?? null;
  return {
    async append(entry) {
      const stored = await find(entry.stream, entry.commandId);
      if (stored !== null) return err({ kind: 'duplicate', seq: stored });
      if (of(entry.stream).some(({ seq }) => seq === entry.seq)) return err({ kind: 'conflict' });
      all.push(entry);
      return ok(null);
    },
    after: async (stream, after, limit, kind) =>
      of(stream, kind)
        .filter(({ seq }) => seq > after)
        .slice(0, limit),
    before: async (stream, before, limit, kind) =>
      of(stream, kind)
        .filter(({ seq }) => before === null || seq < before)
        .slice(-limit),
    about: async (stream, targets) =>
      of(stream).filter(({ target }) => target !== null && targets.includes(target)),
    ofAuthor: async (stream, author, after, limit) =>
      of(stream)
        .filter((each) => each.author === author && each.seq > after)
        .slice(0, limit),
    find,
    last: async (stream) => of(stream).at(-1)?.seq ?? 0,
    async rewrite(stream, seq, to) {
      const index = all.findIndex((each) => each.stream === stream && each.seq === seq);
      if (index < 0) return false;
      all[index] = { ...all[index]!, ...to };
      return true;
    },
    search: async (streams, query, limit) =>
      all
        .flatMap(({ stream, seq, at, text }) => (text === null ? [] : [{ stream, seq, at, text }]))
        .filter(({ stream, text }) => streams.includes(stream) && hasAll(text, query))
        .sort((a, b) => b.at - a.at)
        .slice(0, limit),
    async setAside(stream, from) {
      const before = all.length;
      all = all.filter((each) => each.stream !== stream || each.seq < from);
      return before - all.length;
    },
    async drop(stream, limit) {
      const gone = new Set(of(stream).slice(-limit));
      all = all.filter((each) => !gone.has(each));
      return gone.size;
    },
  };
}

function modelDocuments(): DocumentStore {
  const all = new Map<string, StoredDocument>();
  const key = ({ kind, id }: { readonly kind: string; readonly id: string }) => `${kind}/${id}`;
  const of = (kind: string) => [...all.values()].filter((each) => each.kind === kind);
  const isAfter = (each: StoredDocument, after: { readonly rank: number; readonly id: string }) =>
    each.rank < after.rank || (each.rank === after.rank && each.id > after.id);
  return {
    async insert(document) {
      if (all.has(key(document))) return false;
      all.set(key(document), document);
      return true;
    },
    async put(document) {
      all.set(key(document), document);
    },
    async putInOrder(documents) {
      for (const document of documents) all.set(key(document), document);
    },
    async rerank(kind, id, rank) {
      const before = all.get(key({ kind, id }));
      if (before) all.set(key(before), { ...before, rank });
      return before !== undefined;
    },
    remove: async (kind, id) => all.delete(key({ kind, id })),
    get: async (kind, id) => all.get(key({ kind, id })) ?? null,
    getMany: async (kind, ids) => of(kind).filter(({ id }) => ids.includes(id)),
    list: async (kind, owner, { limit, after }) =>
      of(kind)
        .filter((each) => each.owner === owner && (after === undefined || isAfter(each, after)))
        .sort((a, b) => (isAfter(b, a) ? -1 : 1))
        .slice(0, limit),
    below: async (kind, rank, limit) =>
      of(kind)
        .filter((each) => each.rank < rank)
        .sort((a, b) => a.rank - b.rank)
        .slice(0, limit),
  };
}

/** The rules of `server/storage/types.ts` as plainly as they can be said. */
export const modelStorage = (): Pick<Storage, 'entries' | 'documents'> => ({
  entries: modelEntries(),
  documents: modelDocuments(),
});

const stream = fc.constantFrom('chat:a', 'chat:b', 'chat:A');
const seq = fc.nat({ max: 9 });
const limit = fc.integer({ min: 1, max: 5 });
const commandId = fc.nat({ max: 25 }).map((n) => `command-${n}`);
const kind = fc.constantFrom('message', 'change', 'reaction');
const word = fc.constantFrom(
  'green',
  'Grün',
  'GRU',
  'sea',
  'Séa',
  'seaside',
  'blå',
  'море',
  'Море',
  '100',
  '上海',
  '東京タワー',
  '海sea',
);
const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', '-', ', ', '\n', '!')), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.flat().join(''));
const body = fc.string({ unit: 'binary', maxLength: 20 }).map((content) => JSON.stringify(content));
const documentKind = fc.constantFrom('member', 'session');
const id = fc.constantFrom('a', 'A', 'b', 'a1', '-', '_', '~');
const author = fc.constantFrom('ana', 'Ana', 'ben');
const owner = fc.constantFrom('', 'ana', 'Ana');
const rank = fc.constantFrom(-1, 0, 1, 1.5, 2, 1_700_000_000_000);

/** Calls with their arguments; `isNext` appends at the end of the stream instead of at a `seq` that may be taken. */
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('append' as const),
      stream,
      isNext: fc.nat({ max: 3 }).map((n) => n > 0),
      seq,
      commandId,
      kind,
      target: fc.option(seq),
      author: fc.option(author),
      text: fc.option(text),
      body,
    }),
  },
  fc.record({ do: fc.constant('rewrite' as const), stream, seq, body, text: fc.option(text) }),
  fc.record({ do: fc.constant('setAside' as const), stream, seq }),
  fc.record({ do: fc.constant('after' as const), stream, seq, limit, kind: fc.option(kind) }),
  fc.record({
    do: fc.constant('before' as const),
    stream,
    seq: fc.option(seq),
    limit,
    kind: fc.option(kind),
  }),
  fc.record({ do: fc.constant('about' as const), stream, targets: fc.array(seq, { maxLength: 4 }) }),
  fc.record({ do: fc.constant('ofAuthor' as const), stream, author, seq, limit }),
  fc.record({ do: fc.constant('drop' as const), stream, limit }),
  fc.record({ do: fc.constant('find' as const), stream, commandId }),
  fc.record({
    do: fc.constant('search' as const),
    streams: fc.uniqueArray(stream),
    query: fc.tuple(text, fc.nat({ max: 12 })).map(([whole, length]) => whole.slice(0, length + 1)),
    limit,
  }),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('insert' as const, 'put' as const),
      document: fc.record({ kind: documentKind, id, owner, rank, body }),
    }),
  },
  fc.record({ do: fc.constantFrom('remove' as const, 'get' as const), kind: documentKind, id }),
  fc.record({ do: fc.constant('rerank' as const), kind: documentKind, id, rank }),
  fc.record({ do: fc.constant('getMany' as const), kind: documentKind, ids: fc.array(id) }),
  fc.record({
    do: fc.constant('list' as const),
    kind: documentKind,
    owner,
    limit,
    after: fc.option(fc.record({ rank, id })),
  }),
  fc.record({ do: fc.constant('below' as const), kind: documentKind, rank, limit }),
);

export const steps = fc.array(step, { maxLength: 80, size: 'max' });
export type Step = typeof steps extends fc.Arbitrary<(infer S)[]> ? S : never;

/**
 * Carries out one step and answers what can be compared: what has no order is sorted.
 * @param apart goes into every name, so that runs share one store without meeting
 * @param at the moment of an entry; no two the same
 */
export async function carryOut(
  { entries, documents }: Pick<Storage, 'entries' | 'documents'>,
  step: Step,
  { apart, at }: { readonly apart: string; readonly at: number },
): Promise<unknown> {
  const name = (plain: string) => `${plain}-${apart}`;
  const byId = (found: readonly StoredDocument[]) => [...found].sort((a, b) => (a.id < b.id ? -1 : 1));
  switch (step.do) {
    case 'append': {
      const { isNext, do: _, ...fields } = step;
      const last = await entries.last(name(step.stream));
      const next = isNext || last === 0 ? last + 1 : 1 + (step.seq % last);
      return entries.append({ ...fields, stream: name(step.stream), seq: next, at });
    }
    case 'rewrite':
      return entries.rewrite(name(step.stream), step.seq, { body: step.body, text: step.text });
    case 'setAside':
      return entries.setAside(name(step.stream), step.seq, 'a reason');
    case 'after':
      return entries.after(name(step.stream), step.seq, step.limit, step.kind ?? undefined);
    case 'before':
      return entries.before(name(step.stream), step.seq, step.limit, step.kind ?? undefined);
    case 'about':
      return entries.about(name(step.stream), step.targets);
    case 'ofAuthor':
      return entries.ofAuthor(name(step.stream), step.author, step.seq, step.limit);
    case 'drop':
      return entries.drop(name(step.stream), step.limit);
    case 'find':
      return entries.find(name(step.stream), step.commandId);
    case 'search':
      return wordsIn(step.query).length === 0
        ? []
        : entries.search(step.streams.map(name), step.query, step.limit);
    case 'insert':
    case 'put':
      return documents[step.do]({ ...step.document, kind: name(step.document.kind) });
    case 'remove':
    case 'get':
      return documents[step.do](name(step.kind), step.id);
    case 'rerank':
      return documents.rerank(name(step.kind), step.id, step.rank);
    case 'getMany':
      return byId(await documents.getMany(name(step.kind), step.ids));
    case 'list': {
      const { owner, limit, after } = step;
      return documents.list(name(step.kind), owner, after ? { limit, after } : { limit });
    }
    case 'below':
      return (await documents.below(name(step.kind), step.rank, step.limit)).map((each) => each.rank);
  }
}
