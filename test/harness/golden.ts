import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { indexOf } from '../../server/rooms/chat/records/history.ts';
import { durableJournal } from '../../server/storage/journal.ts';
import type { EntryStore, StoredEntry } from '../../server/storage/types.ts';
import { conversation } from '../../shared/chat/conversation.ts';
import type { ConversationCommand } from '../../shared/chat/types.ts';
import { commandId, matchId, playerId, seatId } from '../../shared/core/ids.ts';
import { err, ok } from '../../shared/core/result.ts';
import type { Actor, Decider } from '../../shared/core/rules.ts';
import { seededRng } from '../../shared/core/seeded-rng.ts';
import type { Match } from '../../shared/engine/match.ts';
import { openMatch } from '../../shared/engine/open-match.ts';
import { legalCommands } from '../../shared/games/color-clues/legal.ts';
import type { GameOptions } from '../../shared/games/color-clues/types.ts';
import type { TableOnlyCommand } from '../../shared/table/types.ts';
import { FakeClock, fakeLog, seededEntropy } from './fakes.ts';
import { colorTable } from './scripted-table.ts';

/** A stored stream and what it folded to when it was written. */
export interface GoldenJournal {
  readonly rows: readonly StoredEntry[];
  readonly state: unknown;
}

/** A store of one stream in memory, as far as a journal needs one. */
export function rowStore(rows: StoredEntry[] = []): Pick<
  EntryStore,
  'append' | 'after' | 'find' | 'setAside'
> & {
  readonly rows: StoredEntry[];
  readonly aside: StoredEntry[];
} {
  const aside: StoredEntry[] = [];
  return {
    rows,
    aside,
    async append(row) {
      const known = rows.find(({ commandId: id }) => id === row.commandId);
      if (known) return err({ kind: 'duplicate', seq: known.seq });
      if (rows.some(({ seq }) => seq === row.seq)) return err({ kind: 'conflict' });
      rows.push(row);
      return ok(null);
    },
    after: async (_stream, after, limit) => rows.filter(({ seq }) => seq > after).slice(0, limit),
    find: async (_stream, id) => rows.find((row) => row.commandId === id)?.seq ?? null,
    async setAside(_stream, from) {
      const gone = rows.splice(rows.findIndex(({ seq }) => seq === from));
      aside.push(...gone);
      return gone.length;
    },
  };
}

/** Maps as lists, so that a state can be written down. */
export const plain = (state: unknown): unknown =>
  JSON.parse(JSON.stringify(state, (_key, value) => (value instanceof Map ? [...value] : value)));

/** Opens a stream on stored rows, as the server does. */
export async function openStream<S, C extends { readonly type: string }, E>(
  rules: Decider<S, C, E>,
  store: ReturnType<typeof rowStore>,
  prefix: string,
  clock = new FakeClock(1_700_000_000_000),
): Promise<Match<S, C>> {
  const log = fakeLog();
  const index = prefix === 'chat' ? { index: indexOf as never } : {};
  const journal = durableJournal(rules, store as unknown as EntryStore, log, { prefix, ...index });
  const ports = { journal, clock, entropy: seededEntropy(7), log };
  const opened = await openMatch(rules, matchId('golden'), ports, { onCommit: () => {}, onStop: () => {} });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

const SYSTEM: Actor = { kind: 'system' };
let serial = 0;
const dispatch = <C>(by: Actor, command: C) => ({ commandId: commandId(`g${++serial}`), by, command });

/** What the host does before the game; nothing of it changes who plays. */
const BY_HOST: readonly TableOnlyCommand[] = [
  { type: 'moveSeat', seat: seatId(4), place: 1 },
  { type: 'setLanguage', language: 'de' },
  { type: 'setLock', isLocked: true },
];

/** A whole game of four, one of whom leaves, with moves by chance. */
export async function recordTable(seed: number, options: Partial<GameOptions>): Promise<GoldenJournal> {
  const store = rowStore();
  const clock = new FakeClock(1_700_000_000_000);
  const rng = seededRng(seed);
  const table = await openStream(colorTable, store, 'match', clock);
  await table.dispatch(
    dispatch(SYSTEM, { type: 'open', name: 'Gold', visibility: 'public', options, bots: 0 }),
  );
  for (let i = 1; i <= 4; i++) {
    const person = { id: playerId(`person-${i}`), name: `Player ${i}`, marker: i - 1 };
    await table.dispatch(dispatch(SYSTEM, { type: 'sit', person }));
  }
  const host = { kind: 'seat', seat: seatId(1) } as const;
  for (const command of BY_HOST) await table.dispatch(dispatch(host, command));
  await table.dispatch(dispatch(host, { type: 'start' }));
  for (let step = 0; table.state.phase === 'playing' && step < 2_000; step++) {
    if (step === 10) await table.dispatch(dispatch(SYSTEM, { type: 'goAway', player: playerId('person-3') }));
    if (step === 60)
      await table.dispatch(dispatch(SYSTEM, { type: 'comeBack', player: playerId('person-3') }));
    if (step === 15) await table.dispatch(dispatch(host, { type: 'moveSeat', seat: seatId(1), place: 2 }));
    if (step === 20) {
      await table.dispatch(dispatch(host, { type: 'pause' }));
      await clock.advance(30_000);
      await table.dispatch(dispatch(host, { type: 'goOn' }));
    }
    if (step === 40) await table.dispatch(dispatch({ kind: 'seat', seat: seatId(4) }, { type: 'leave' }));
    const { game } = table.state;
    const moves = game
      ? game.players.flatMap(({ seat }) => legalCommands(game, seat).map((move) => ({ seat, move })))
      : [];
    if (moves.length === 0) await clock.advance(20_000);
    else {
      const { seat, move } = rng.pick(moves);
      await table.dispatch(dispatch({ kind: 'seat', seat }, { type: 'play', move }));
      await clock.advance(500);
    }
  }
  const state = plain(table.state);
  table.close();
  return { rows: store.rows, state };
}

/** A lobby with everything that can happen in one. */
export async function recordChat(): Promise<GoldenJournal> {
  const store = rowStore();
  const clock = new FakeClock(1_700_000_000_000);
  const talk = await openStream(conversation, store, 'chat', clock);
  const by = (name: string) => ({ id: playerId(name), isNamed: true, isOperator: false });
  const target = (seq: number, author: string) => ({
    seq,
    author: playerId(author),
    at: clock.now(),
    isDeleted: false,
    reactions: {},
    changes: 0,
  });
  const settings = { title: 'Gold', topic: 'Old', language: 'en', slowModeSeconds: 0, hasWordFilter: false };
  const post = (name: string, text: string): ConversationCommand => ({
    type: 'post',
    by: by(name),
    text,
    replyTo: null,
    mentions: [],
    card: null,
    audience: 'all',
    hasLink: false,
    isRude: false,
  });
  const commands: ConversationCommand[] = [
    { type: 'open', kind: 'public', members: [playerId('ana')], trusted: [], settings },
    post('ana', 'hello'),
    post('ben', 'good evening'),
    {
      type: 'edit',
      by: by('ben'),
      target: target(3, 'ben'),
      text: 'good morning',
      mentions: [],
      hasLink: false,
      isRude: false,
    },
    { type: 'react', by: by('ana'), target: target(3, 'ben'), emoji: '😄' },
    { type: 'pin', by: by('ana'), target: target(3, 'ben') },
    { type: 'setRole', by: by('ana'), person: playerId('ben'), role: 'moderator' },
    post('cleo', 'spam'),
    { type: 'delete', by: by('ben'), target: target(8, 'cleo') },
    { type: 'mute', by: by('ben'), person: playerId('cleo'), minutes: 10 },
    { type: 'ban', by: by('ana'), person: playerId('cleo') },
    { type: 'configure', by: by('ana'), settings: { slowModeSeconds: 10, topic: 'Older' } },
    { type: 'leave', by: by('ana') },
  ];
  for (const command of commands) {
    await clock.advance(60_000);
    const done = await talk.dispatch(dispatch(SYSTEM, command));
    if (!done.ok) throw new Error(`${command.type}: ${done.error.code}`);
  }
  const state = plain(talk.state);
  talk.close();
  return { rows: store.rows, state };
}

/** One JSON per line: the rows, then the state. */
export const toLines = ({ rows, state }: GoldenJournal): string =>
  `${[...rows.map((row) => JSON.stringify(row)), JSON.stringify({ state })].join('\n')}\n`;

export function fromLines(text: string): GoldenJournal {
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return { rows: lines.slice(0, -1), state: lines.at(-1).state };
}

// Run by hand for a new version of the rules; what is recorded stays for ever.
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const record = async (name: string, journal: () => Promise<GoldenJournal>) => {
    const file = fileURLToPath(new URL(`../fixtures/journals/${name}.jsonl`, import.meta.url));
    if (!existsSync(file)) writeFileSync(file, toLines(await journal()));
  };
  await record(`table-v${colorTable.version}`, () => recordTable(1, {}));
  await record(`table-party-v${colorTable.version}`, () => recordTable(1, { preset: 'party', clues: 2 }));
  await record(`table-volunteers-v${colorTable.version}`, () =>
    recordTable(1, { preset: 'party', giver: 'volunteers', turns: 1 }),
  );
  const inTeams = { preset: 'party', clues: 2, together: 'teams', scoring: 'wide', words: 3 } as const;
  await record(`table-teams-v${colorTable.version}`, () => recordTable(1, inTeams));
  await record(`chat-v${conversation.version}`, recordChat);
}
