import { openTables } from '../../server/rooms/tables/open-tables.ts';
import type { Storage, StoredEntry } from '../../server/storage/types.ts';
import type { PageLog } from './chaos-pages.ts';
import { type ClientHistory, findViolations, type Step } from './history.ts';
import { findWrongMessages, findWrongTexts, messagesOf } from './history-chat.ts';
import { allRows } from './history-entries.ts';
import { findWrongViews, viewsOf } from './history-views.ts';

/** A person, and what their page told at the end. */
export interface Witness {
  readonly name: string;
  /** Public id. */
  readonly id: string;
  readonly log: PageLog;
}

/** Where the commands of a room are stored: by conversation, or by the code of a table. */
type Streams = ReadonlyMap<string, string>;

/** Compares what pages sent, heard and show with a store whose server has ended. @returns what is wrong, in words */
export async function checkAgainst(storage: Storage, witnesses: readonly Witness[]): Promise<string[]> {
  const streams = await streamsOf(storage, witnesses);
  const rows = new Map<string, StoredEntry[]>();
  for (const stream of streams.values()) rows.set(stream, await allRows(storage.entries, stream));
  const histories = witnesses.map((witness) => historyOf(witness, streams));
  return [
    ...findViolations(rows, histories),
    ...witnesses.flatMap((witness) => wrongLogsOf(witness, streams, rows)),
  ];
}

async function streamsOf(storage: Storage, witnesses: readonly Witness[]): Promise<Streams> {
  const streams = new Map<string, string>();
  for (const log of witnesses.flatMap((witness) => witness.log.logs)) {
    if (log.kind === 'chat') streams.set(log.conversation, `chat:${log.conversation}`);
    else {
      const setup = await openTables(storage.documents, 'color-clues').find(log.code);
      if (!setup) throw new Error(`table ${log.code} is not open in the store`);
      streams.set(log.code, `match:${setup.matchId}`);
    }
  }
  return streams;
}

const historyOf = ({ name, id, log }: Witness, streams: Streams): ClientHistory => ({
  client: name,
  idPrefix: `${id}:`,
  steps: log.steps.map(
    ({ room, ...step }): Step => ({ ...step, stream: streams.get(room) ?? room, id: `${id}:${step.id}` }),
  ),
});

function wrongLogsOf(
  { name, id, log }: Witness,
  streams: Streams,
  rows: ReadonlyMap<string, readonly StoredEntry[]>,
): string[] {
  return log.logs.flatMap((shown) => {
    const stream = streams.get(shown.kind === 'chat' ? shown.conversation : shown.code) ?? '';
    const stored = rows.get(stream) ?? [];
    const wrong: string[] = [];
    if (shown.kind === 'table') {
      wrong.push(...findWrongViews(shown.views, viewsOf(stream.slice('match:'.length), stored, id)));
    } else {
      const { messages, written } = messagesOf(shown.conversation, stored);
      wrong.push(...shown.complaints, ...findWrongMessages(shown.messages, messages));
      wrong.push(...findWrongTexts(shown.written, written.get(id) ?? []));
    }
    return wrong.map((text) => `${stream}, ${name}: ${text}`);
  });
}
