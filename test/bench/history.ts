/**
 * `npm run bench:history`: pages of a conversation of a million messages at all depths, against its newest page; and
 * how long it takes to open it, with a snapshot against without. The conversation is written once (a minute or two, 600 MB) and
 * found again. Options: `--messages=1000000 --turns=3 --rounds=20`.
 */
import { parseArgs } from 'node:util';
import { median, spread } from '../../loadtest/compare/spread.ts';
import { systemClock } from '../../server/infra/clock.ts';
import { systemEntropy } from '../../server/infra/entropy.ts';
import { History, PAGE } from '../../server/rooms/chat/records/history.ts';
import { durableJournal } from '../../server/storage/journal.ts';
import { storedSnapshots } from '../../server/storage/snapshots.ts';
import { conversation } from '../../shared/chat/conversation.ts';
import type { ConversationState } from '../../shared/chat/types.ts';
import { ok } from '../../shared/core/result.ts';
import { SNAPSHOT_EVERY } from '../../shared/engine/mailbox.ts';
import { openMatch } from '../../shared/engine/open-match.ts';
import type { Snapshots } from '../../shared/engine/ports.ts';
import { entryOfMessage, LONG, longConversation } from './long-conversation.ts';

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '1000000' },
    turns: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '20' },
  },
});
const MESSAGES = Number(values.messages);
const TURNS = Number(values.turns);
const ROUNDS = Number(values.rounds);
const DEPTHS = 20;

const silent = { debug() {}, info() {}, warn() {}, error: console.error };
const timed = async <T>(action: () => Promise<T>): Promise<{ ms: number; value: T }> => {
  const beganAt = performance.now();
  const value = await action();
  return { ms: performance.now() - beganAt, value };
};

const filled = await timed(() => longConversation(MESSAGES, silent));
const { storage, directory, last } = filled.value;
console.log(
  `${MESSAGES} messages in ${last} entries, ready after ${(filled.ms / 1_000).toFixed(0)} s: ${directory}\n`,
);

const history = new History(storage.entries);
/** Where each depth begins, counted in messages: the newest page first, the oldest last. */
const tops = Array.from({ length: DEPTHS }, (_, i) =>
  Math.round(MESSAGES - (i * (MESSAGES - PAGE)) / (DEPTHS - 1)),
);

async function page(top: number): Promise<number> {
  const { ms, value } = await timed(() => history.before(LONG, entryOfMessage(top) + 1));
  const isRight = value.messages.length === PAGE && value.messages.at(-1)?.no === top;
  if (!isRight) throw new Error(`not the page that ends with message ${top}`);
  return ms;
}

/** The median time of a page at every depth. Every round reads one page at each, the next one each time. */
async function readPages(): Promise<number[]> {
  const times = tops.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [depth, top] of tops.entries()) {
      const isOldest = depth === DEPTHS - 1;
      times[depth]!.push(await page(isOldest ? top + round * PAGE : top - round * PAGE));
    }
  }
  return times.map(median);
}

await readPages(); // compilation, and the first look into the file
const turns: number[][] = [];
for (let turn = 0; turn < TURNS; turn++) turns.push(await readPages());
console.log(`| messages above the page | median time of a page | ratio to the newest page |`);
console.log('|---|---|---|');
for (const [depth, top] of tops.entries()) {
  const ms = median(turns.map((medians) => medians[depth]!)).toFixed(2);
  console.log(
    `| ${MESSAGES - top} | ${ms} ms | ${spread(turns.map((medians) => medians[depth]! / medians[0]!))} |`,
  );
}

const journal = durableJournal(conversation, storage.entries, silent, { prefix: 'chat' });
const kept = storedSnapshots<ConversationState, never, never>(conversation, storage.documents, silent, {
  prefix: 'chat',
});
const open = (from: typeof journal, snapshots?: Snapshots<ConversationState>) =>
  timed(async () => {
    const ports = { journal: from, clock: systemClock(), entropy: systemEntropy(), log: silent };
    const hooks = { onCommit() {}, onStop() {} };
    const opened = await openMatch(conversation, LONG, snapshots ? { ...ports, snapshots } : ports, hooks);
    if (!opened.ok) throw new Error(opened.error.code);
    opened.value.close();
    return opened.value;
  });
/** The stream as it was when the last snapshot was made: as far behind as it ever is. */
const snapshotSeq = last - (SNAPSHOT_EVERY - 1);
const before: typeof journal = {
  ...journal,
  read: async (id, after) => {
    const rows = await journal.read(id, after);
    return rows.ok ? ok(rows.value.filter(({ seq }) => seq <= snapshotSeq)) : rows;
  },
};
const slow = await open(before);
await kept.save(LONG, { seq: snapshotSeq, state: slow.value.state });
const fast: number[] = [];
for (let i = 0; i < ROUNDS; i++) {
  const { ms, value } = await open(journal, kept);
  if (value.seq !== last) throw new Error(`opened up to ${value.seq} instead of ${last}`);
  fast.push(ms);
}
console.log(`\nTo open it without a snapshot: ${(slow.ms / 1_000).toFixed(1)} s.`);
console.log(
  `With a snapshot and the ${SNAPSHOT_EVERY - 1} entries after it: ${median(fast).toFixed(1)} ms, ` +
    `1 : ${Math.round(slow.ms / median(fast))}.`,
);
await storage.close();
