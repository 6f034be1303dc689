import type { StoredEntry } from '../../server/storage/types.ts';
import type { Message } from '../../shared/chat/types.ts';
import { type ClientHistory, findViolations } from '../harness/history.ts';
import { findWrongMessages, findWrongTexts, messagesOf } from '../harness/history-chat.ts';
import { findWrongViews, type TableRules, viewsAt } from '../harness/history-views.ts';

/** A journal as it was read at one moment: entries by stream, ascending. */
export type Reading = ReadonlyMap<string, readonly StoredEntry[]>;

/** What one client has shown of one stream, and how that is held against the entries of it. */
export interface Picture {
  readonly stream: string;
  /** @returns what is wrong, in words */
  findWrong(rows: readonly StoredEntry[]): string[];
}

/** Everything that one client did, heard and showed. */
export interface ClientRecord extends ClientHistory {
  readonly pictures: readonly Picture[];
  /** Every byte that came over its sockets, in pieces. */
  readonly heard: readonly Uint8Array[];
}

/** A text that nothing else has in it, and the clients that may get to know it. */
export interface Canary {
  readonly text: string;
  readonly readers: ReadonlySet<string>;
}

/** What is left of a run. */
export interface Run {
  /** The journal when everything had ended. */
  readonly journal: Reading;
  /** The journal as it was read before that, by anybody: what was there once must still be there. */
  readonly earlier?: readonly Reading[];
  readonly clients: readonly ClientRecord[];
  readonly canaries?: readonly Canary[];
}

/**
 * Holds what clients sent, were told and have shown against what is stored. Whoever drives clients writes down for each
 * of them a `Step` per sending of a command and per answer (`invoke`, then `ok`, `refused`, or `info` when nobody knows),
 * a digest (`digestOf`) of every view that a table showed or the messages that a talk shows at the end, and the bytes
 * that came in; then reads the streams (`allRows`) once all have calmed down.
 *
 * - what was acknowledged is stored, once, under the number that was said, in the order of each client;
 * - what was refused is not stored, nor what nobody asked for;
 * - two commands are never acknowledged as one entry, and an entry that was read once stays what it is: no forks;
 * - a picture is always that of the journal up to some entry, never an older one than before, and the newest at last;
 * - no canary is in the bytes of whoever may not know it.
 *
 * @returns what is wrong, in words; none when all is well
 */
export function checkHistory({ journal, earlier = [], clients, canaries = [] }: Run): string[] {
  return [
    ...findViolations(journal, clients),
    ...findForks(journal, earlier, clients),
    ...clients.flatMap((client) => wrongPictures(client, journal)),
    ...clients.flatMap((client) => findLeaks(client, canaries)),
  ];
}

/** A table that a client has shown. @param shown digests of its views, each time they changed, oldest first */
export const tablePicture = <G, C extends { readonly type: string }, E>(
  rules: TableRules<G, C, E>,
  matchId: string,
  person: string,
  shown: readonly string[],
): Picture => ({
  stream: `match:${matchId}`,
  findWrong: (rows) => findWrongViews(shown, viewsAt(rules, matchId, rows, person)),
});

/**
 * A talk as a client shows it at the end.
 * @param written what this person wrote, in order: each is there once
 * @param unsure those of them that may be there or not, because nobody could tell what became of them
 */
export const chatPicture = (
  conversation: string,
  person: string,
  shown: readonly Message[],
  written: readonly string[],
  unsure: readonly string[] = [],
): Picture => ({
  stream: `chat:${conversation}`,
  findWrong(rows) {
    const stored = messagesOf(conversation, rows);
    const isSure = (text: string) => !unsure.includes(text);
    return [
      ...findWrongMessages(shown, stored.messages),
      ...findWrongTexts(written.filter(isSure), (stored.written.get(person) ?? []).filter(isSure)),
    ];
  },
});

const wrongPictures = ({ client, pictures }: ClientRecord, journal: Reading): string[] =>
  pictures.flatMap(({ stream, findWrong }) =>
    findWrong(journal.get(stream) ?? []).map((wrong) => `${stream}, ${client}: ${wrong}`),
  );

/** Two entries in one place, whether one of them was read, acknowledged, or is still there. */
function findForks(
  journal: Reading,
  earlier: readonly Reading[],
  clients: readonly ClientRecord[],
): string[] {
  const wrong = new Set<string>();
  const taken = new Map<string, string>();
  const take = (stream: string, seq: number, commandId: string) => {
    const before = taken.get(`${stream} ${seq}`) ?? commandId;
    taken.set(`${stream} ${seq}`, before);
    if (before !== commandId) wrong.add(`${stream}: forked: entry ${seq} is ${before} and ${commandId}`);
  };
  for (const reading of [journal, ...earlier]) {
    for (const [stream, rows] of reading) for (const { seq, commandId } of rows) take(stream, seq, commandId);
  }
  for (const { steps } of clients) {
    for (const step of steps) if (step.type === 'ok') take(step.stream, step.seq, step.id);
  }
  for (const reading of earlier) {
    for (const [stream, rows] of reading) {
      const last = rows.at(-1)?.seq ?? 0;
      const left = journal.get(stream)?.at(-1)?.seq ?? 0;
      if (last > left) wrong.add(`${stream}: lost: entry ${last} was read, and ${left} is the last one`);
    }
  }
  return [...wrong];
}

/** Secrets in the bytes of whoever may not know them. */
function findLeaks({ client, heard }: ClientRecord, canaries: readonly Canary[]): string[] {
  const secrets = canaries.filter(({ readers }) => !readers.has(client));
  if (secrets.length === 0) return [];
  const bytes = Buffer.concat(heard);
  return secrets
    .filter(({ text }) => bytes.includes(text))
    .map(({ text }) => `${client}: leaked: ${text} is in what it heard`);
}
