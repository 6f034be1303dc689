import { indexOf } from '../../server/rooms/chat/records/history.ts';
import { openTables } from '../../server/rooms/tables/open-tables.ts';
import { durableJournal } from '../../server/storage/journal.ts';
import type { Storage } from '../../server/storage/types.ts';
import { conversation } from '../../shared/chat/conversation.ts';
import { postedMessage } from '../../shared/chat/messages.ts';
import type { Message } from '../../shared/chat/types.ts';
import { commandId, matchId, type PlayerId, playerId } from '../../shared/core/ids.ts';
import type { Result } from '../../shared/core/result.ts';
import type { Actor, Rejection } from '../../shared/core/rules.ts';
import { seededRng } from '../../shared/core/seeded-rng.ts';
import type { Match } from '../../shared/engine/match.ts';
import { openMatch } from '../../shared/engine/open-match.ts';
import { colorClues } from '../../shared/games/color-clues/rules.ts';
import type { GameState } from '../../shared/games/color-clues/state.ts';
import type { GameCommand } from '../../shared/games/color-clues/types.ts';
import { seatOf, type TableState } from '../../shared/table/state.ts';
import type { TableCommand } from '../../shared/table/types.ts';
import type { Witness } from './chaos-check.ts';
import type { Tapped } from './chaos-tap.ts';
import { SETTINGS } from './conversation-script.ts';
import { FakeClock, fakeLog, seededEntropy } from './fakes.ts';
import { digestOf } from './history-digest.ts';
import { colorTable } from './scripted-table.ts';

export const LOBBY = 'lobby-test';
export const CODE = 'BABA';
export const MATCH = matchId('match-of-the-test');
const PEOPLE = ['ana-00', 'ben-00', 'cleo-00'].map(playerId);
const POSTS = 12;
const MOVES = 30;
const SYSTEM: Actor = { kind: 'system' };

/** One person of the recording; a `Witness` in the making. */
interface Recorded {
  readonly id: PlayerId;
  readonly steps: Tapped[];
  readonly written: string[];
  readonly views: string[];
}

/** Plays and chats a little, with nobody in between, into a store; returns what three perfect pages would tell of it. */
export async function recordRun(storage: Storage): Promise<Witness[]> {
  const people = PEOPLE.map((id): Recorded => ({ id, steps: [], written: [], views: [] }));
  const messages = await chat(storage, people);
  await play(storage, people);
  return people.map(({ id, steps, written, views }) => ({
    name: id,
    id,
    log: {
      type: 'log',
      steps,
      logs: [
        { kind: 'chat', conversation: LOBBY, written, messages, complaints: [] },
        { kind: 'table', code: CODE, views, answered: 0, leftMs: null },
      ],
    },
  }));
}

async function chat({ entries }: Storage, people: readonly Recorded[]): Promise<Message[]> {
  const messages: Message[] = [];
  const clock = new FakeClock();
  const journal = durableJournal(conversation, entries, fakeLog(), { prefix: 'chat', index: indexOf });
  const ports = { journal, clock, entropy: seededEntropy(1), log: fakeLog() };
  const opened = await openMatch(conversation, matchId(LOBBY), ports, {
    onCommit({ seq, events }) {
      for (const event of events) if (event.type === 'posted') messages.push(postedMessage(seq, event));
    },
    onStop: () => {},
  });
  const match = unwrapped(opened);
  const opening = { type: 'open', kind: 'public', members: [], trusted: [], settings: SETTINGS } as const;
  await match.dispatch({ commandId: commandId('opening'), by: SYSTEM, command: opening });
  for (let n = 0; n < POSTS; n++) {
    const person = people[n % people.length]!;
    // The fifth one says nothing, and is refused.
    const text = n === 4 ? '' : `words ${n}`;
    if (n !== 4) person.written.push(text);
    const by = { id: person.id, isNamed: true, isOperator: false };
    const plain = {
      replyTo: null,
      mentions: [],
      card: null,
      audience: 'all',
      hasLink: false,
      isRude: false,
    } as const;
    await tap(person, LOBBY, `post-${n}`, (id) =>
      match.dispatch({ commandId: commandId(id), by: SYSTEM, command: { type: 'post', by, text, ...plain } }),
    );
    await clock.advance(10_000);
  }
  match.close();
  return messages;
}

async function play({ entries, documents }: Storage, people: readonly Recorded[]): Promise<void> {
  const setup = {
    code: CODE,
    matchId: MATCH,
    game: 'color-clues',
    name: 'Test',
    visibility: 'private',
    bots: 0,
    owner: '',
  } as const;
  await openTables(documents, 'color-clues').add(setup);
  const journal = durableJournal(colorTable, entries, fakeLog(), { prefix: 'match' });
  const ports = { journal, clock: new FakeClock(), entropy: seededEntropy(2), log: fakeLog() };
  const opened = await openMatch(colorTable, MATCH, ports, {
    onCommit(_entry, state) {
      for (const { id, views } of people) {
        const seat = seatOf(state, id);
        views.push(
          digestOf(colorTable.view(state, seat ? { kind: 'seat', seat: seat.id } : { kind: 'spectator' })),
        );
      }
    },
    onStop: () => {},
  });
  const match = unwrapped(opened);
  const tell = (id: string, command: TableCommand<GameCommand>, by = SYSTEM) =>
    match.dispatch({ commandId: commandId(id), by, command });
  await tell('opening', { type: 'open', name: 'Test', visibility: 'private', options: null, bots: 0 });
  for (const { id } of people) {
    await tell(`sit-${id}`, { type: 'sit', person: { id, name: id, marker: 0 } });
  }
  await playMoves(match, people, tell);
  match.close();
}

async function playMoves(
  match: Match<TableState<GameState>, TableCommand<GameCommand>>,
  people: readonly Recorded[],
  tell: (
    id: string,
    command: TableCommand<GameCommand>,
    by: Actor,
  ) => Promise<Result<{ seq: number }, Rejection>>,
): Promise<void> {
  const rng = seededRng(3);
  const [host] = people;
  const seatFor = ({ id }: Recorded): Actor => ({ kind: 'seat', seat: seatOf(match.state, id)!.id });
  await tap(host!, CODE, 'start', (id) => tell(id, { type: 'start' }, seatFor(host!)));
  for (let n = 0; n < MOVES; n++) {
    const legal = people.flatMap((person) => {
      const by = seatFor(person);
      const moves = by.kind === 'seat' ? colorClues.legalCommands(match.state.game!, by.seat) : [];
      return moves.map((move) => ({ person, by, move }));
    });
    const { person, by, move } = rng.pick(legal);
    await tap(person, CODE, `move-${n}`, (id) => tell(id, { type: 'play', move }, by));
  }
}

/** Sends a command as a page does; every seventh answer is lost, and asked for again. */
async function tap(
  { id: person, steps }: Recorded,
  room: string,
  id: string,
  send: (id: string) => Promise<Result<{ seq: number }, Rejection>>,
): Promise<void> {
  if (steps.length % 7 === 6) {
    steps.push({ room, id, type: 'invoke' }, { room, id, type: 'info' });
    await send(`${person}:${id}`);
  }
  const answer = await send(`${person}:${id}`);
  steps.push({ room, id, type: 'invoke' });
  if (answer.ok) steps.push({ room, id, type: 'ok', seq: answer.value.seq });
  else steps.push({ room, id, type: 'refused', code: answer.error.code });
}

function unwrapped<T>(result: Result<T, Rejection>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
