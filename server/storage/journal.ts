import { z } from 'zod';
import { commandId, type MatchId, seatId } from '../../shared/core/ids.ts';
import { err, ok } from '../../shared/core/result.ts';
import type { Decider } from '../../shared/core/rules.ts';
import type { Entry, Journal, Log } from '../../shared/engine/ports.ts';
import { type EntryStore, MAX_ROWS, type StoredEntry, Unavailable } from './types.ts';

/** How entries of one kind of stream are named and found again. */
export interface JournalOptions<E> {
  /** Before the id in the name of a stream: `match`, `chat`. */
  readonly prefix: string;
  /** What pages, answers and searches need to know of an entry; by default nothing. */
  index?(entry: Entry<E>): Pick<StoredEntry, 'kind' | 'target' | 'author' | 'text'>;
}

const bodySchema = z.object({
  by: z.union([
    z.object({ kind: z.literal('seat'), seat: z.int().transform(seatId) }),
    z.object({ kind: z.literal('system') }),
  ]),
  version: z.int(),
  events: z.array(z.looseObject({ type: z.string() })).min(1),
});

/** Whatever else a newer program writes. */
const versionSchema = z.object({ version: z.int() });

const AWAY = err({ kind: 'unavailable' } as const);
const NEWER = err({ kind: 'newer' } as const);
const NOT_INDEXED = { kind: 'move', target: null, author: null, text: null } as const;

/**
 * A journal in a store. What cannot be understood is set aside with all after it, so that the stream goes on; what a
 * newer program wrote is left alone, and reading it is refused.
 */
export function durableJournal<S, C extends { readonly type: string }, E>(
  rules: Pick<Decider<S, C, E>, 'upcast' | 'version'>,
  store: EntryStore,
  log: Log,
  { prefix, index = () => NOT_INDEXED }: JournalOptions<E>,
): Journal<E> {
  const streamOf = (id: MatchId) => `${prefix}:${id}`;

  const setAside = async ({ stream, seq }: StoredEntry): Promise<void> => {
    const entries = await store.setAside(stream, seq, 'not understood');
    log.error({ stream, seq, entries }, 'entries were set aside');
  };

  /** Nothing that reading can meet is more than an answer that does not come. */
  const unlessAway = async <T>(stream: string, read: () => Promise<T>) => {
    try {
      return ok(await read());
    } catch (error) {
      if (!(error instanceof Unavailable)) log.error({ err: error, stream }, 'the store failed at reading');
      return AWAY;
    }
  };

  return {
    async append(entry) {
      const { matchId, seq, commandId, at, by, version, events } = entry;
      const stream = streamOf(matchId);
      try {
        const body = JSON.stringify({ by, version, events });
        const { kind, target, author, text } = index(entry);
        return await store.append({ stream, seq, commandId, at, kind, target, author, text, body });
      } catch (error) {
        if (error instanceof Unavailable) return AWAY;
        log.error({ err: error, stream, seq }, 'the store failed at an entry');
        return err({ kind: 'unknown' });
      }
    },
    async read(id, after) {
      const read = await unlessAway(streamOf(id), async () => {
        const entries: Entry<E>[] = [];
        for (const row of await store.after(streamOf(id), after, MAX_ROWS)) {
          const entry = readEntry(rules, id, row, after + entries.length + 1);
          if (entry === 'newer') return NEWER;
          if (entry === 'damaged') {
            await setAside(row);
            break;
          }
          entries.push(entry);
        }
        return ok(entries);
      });
      return read.ok ? read.value : read;
    },
    find: (id, command) => unlessAway(streamOf(id), () => store.find(streamOf(id), command)),
  };
}

/** An entry as it was appended; `damaged` when it is torn, unknown, or not the next one. */
export function readEntry<S, C extends { readonly type: string }, E>(
  rules: Pick<Decider<S, C, E>, 'upcast' | 'version'>,
  matchId: MatchId,
  row: StoredEntry,
  expectedSeq: number,
): Entry<E> | 'damaged' | 'newer' {
  const json = parseJson(row.body);
  // Of a newer one nothing else is known: neither what it looks like, nor whether what this program misses is missing.
  if ((versionSchema.safeParse(json).data?.version ?? 0) > rules.version) return 'newer';
  const body = bodySchema.safeParse(json);
  if (!body.success || row.seq !== expectedSeq) return 'damaged';
  const { by, version } = body.data;
  const events = body.data.events.map((event) => rules.upcast(event, version));
  if (!events.every((event) => event !== null)) return 'damaged';
  return { matchId, seq: row.seq, commandId: commandId(row.commandId), by, at: row.at, version, events };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
