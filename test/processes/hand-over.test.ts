import { CloseCode } from '@colyseus/core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Guest } from '../../loadtest/client/guest.ts';
import type { InboxRow, WireConversation, WireInbox } from '../../shared/protocol/chat-wire.ts';
import { CLOSE } from '../../shared/protocol/codes.ts';
import { type Done, Follower } from '../harness/follower.ts';
import { FourPair } from '../harness/four-pair.ts';
import { NamedProcesses } from '../harness/named-processes.ts';
import type { Product } from '../harness/product.ts';
import { until } from '../harness/until.ts';
import { call, type Seat, Visitor } from '../harness/visitor.ts';

/** How long somebody may be without their room, ms, on a machine that is busy with other tests. */
const PAUSE_MS = 10_000;
/** A process that a busy machine gives no time says so, and is asked again; so often at the most for each move. */
const NOT_NOW = /: unavailable$/;
const MAX_NOT_NOW = 3;

let processes: NamedProcesses;
beforeEach(async () => {
  processes = await NamedProcesses.begin();
});
afterEach(() => processes.end());

/** Every command was carried out, once. */
function expectCarriedOut(done: readonly Done[]): void {
  expect(done.filter(({ code }) => code !== null)).toEqual([]);
  const seqs = done.map(({ seq }) => seq);
  expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
}

/** Went to where the room is now as often as it moved, each time for a moment. */
function expectMoved(follower: Follower<unknown>, times: number): void {
  const losses = follower.losses.map(({ code, failures }) => [
    code,
    failures.filter((failure) => !NOT_NOW.test(failure)),
  ]);
  expect(losses).toEqual(Array.from({ length: times }, () => [CLOSE.moved, []]));
  for (const { ms, failures } of follower.losses) {
    expect(ms).toBeLessThan(PAUSE_MS);
    expect(failures.length).toBeLessThanOrEqual(MAX_NOT_NOW);
  }
}

async function makeTable(guest: Visitor): Promise<string> {
  const made = await guest.call('/api/tables', { method: 'POST', body: { visibility: 'private' } });
  return JSON.parse(made.text).code;
}

it('of two processes one is told to stop: its tables go on at the other, and every move is carried out once', async () => {
  const one = await processes.start('one');
  const guests = await Promise.all(Array.from({ length: 8 }, () => processes.arrive()));
  const pairs = await Promise.all([0, 2, 4, 6].map((at) => FourPair.sit([guests[at]!, guests[at + 1]!])));
  for (const pair of pairs) pair.play(5);
  await until(() => pairs.every(({ done }) => done.length > 5), 'some moves');
  await processes.start('two');
  expect(await one.stop()).toBe(0);
  processes.front.shut('one');
  const before = pairs.map(({ done }) => done.length);
  await until(() => pairs.every(({ done }, index) => done.length > before[index]! + 5), 'moves at the other');
  await Promise.all(pairs.map((pair) => pair.rest()));
  for (const { done, players } of pairs) {
    expectCarriedOut(done);
    for (const player of players) expectMoved(player, 1);
  }
  expect(one.output).not.toContain('"level":50');
});

/** Somebody in the lobby, with the list of their own conversations. */
async function inLobby(): Promise<Talker> {
  const guest = await processes.arrive();
  await guest.takeName(`Talker ${guest.id.slice(0, 6)}`);
  const inbox = await Follower.join(() => guest.openInbox());
  const lobby = await Follower.join(() => guest.talk('lobby-lobby'));
  expect((await lobby.command(`join-${guest.id}`, { type: 'join' })).code).toBeNull();
  return { guest, inbox, lobby };
}

interface Talker {
  readonly guest: Guest;
  readonly inbox: Follower<WireInbox>;
  readonly lobby: Follower<WireConversation>;
}

const say = ({ guest, lobby }: Talker, text: string): Promise<Done> =>
  lobby.command(`say-${guest.id}-${text.replace(' ', '-')}`, {
    type: 'post',
    text,
    replyTo: null,
    mentions: [],
    table: null,
  });

it('a conversation and the lists of those in it move as well: every message is there once, for everybody', async () => {
  const one = await processes.start('one');
  const talkers = [await inLobby(), await inLobby(), await inLobby()];
  await processes.start('two');
  const writing = talkers.map(async (talker) => {
    const done: Done[] = [];
    for (let n = 1; n <= 5; n++) {
      done.push(await say(talker, `message ${n}`));
      await until(() => n < 3 || one.hasEnded, 'the process to end');
    }
    return done;
  });
  expect(await one.stop()).toBe(0);
  processes.front.shut('one');
  const done = (await Promise.all(writing)).flat();
  expectCarriedOut([...done].sort((a, b) => a.seq - b.seq));
  const last = Math.max(...done.map(({ seq }) => seq));
  for (const { inbox, lobby } of talkers) {
    expectMoved(lobby, 1);
    expectMoved(inbox, 1);
    await until(() => lobby.state.seq >= last && lobby.state.online === talkers.length, 'all to see all');
    expect(lobby.state.lastNo).toBe(15);
    await until(
      () => rowsOf(inbox.state).some(({ lastNo }) => lastNo === 15),
      'the list to know the last one',
    );
  }
});

const rowsOf = ({ rows }: WireInbox): InboxRow[] => {
  const found: InboxRow[] = [];
  rows.forEach((json) => {
    found.push(JSON.parse(json) as InboxRow);
  });
  return found;
};

it('while it goes a process is not ready, and whoever asks it for a room gets one elsewhere, whoever does not answer', async () => {
  const one = await processes.start('one');
  const [guest, other] = [await Visitor.arrive(one), await Visitor.arrive(one, '10.0.0.2')];
  const codes = [await makeTable(guest), await makeTable(guest), await makeTable(guest)];
  // One of them waits for a process that does not answer, until that is taken for dead.
  const two = await processes.start('two');
  const three = await processes.start('three');
  process.kill(two.pid, 'SIGSTOP');
  const stopped = one.stop();
  await until(async () => (await call(one.url, '/ready')).status === 503, 'it to be not ready');
  const lobby = async () => {
    const body = { protocol: [1, 1] };
    const { text } = await guest.call('/api/chat/lobby-lobby/seat', { method: 'POST', body });
    return JSON.parse(text).reservation as Seat;
  };
  const made = makeTable(other);
  const seats = await Promise.all([lobby(), ...codes.map((code) => guest.seat(code))]);
  seats.push(await (await other.at(three)).seat(await made));
  expect(seats.map(({ processId }) => processId)).toEqual(seats.map(() => 'three'));
  expect(await stopped).toBe(0);
});

it('a signal that comes twice, as from a terminal, is one wish; without another process it is as it was', async () => {
  const one = await processes.start('one');
  const two = await processes.start('two');
  const at = async (product: Product) => {
    const guest = await Visitor.arrive(product);
    return guest.join(await makeTable(guest));
  };
  const [first, second] = [await at(one), await at(two)];
  process.kill(one.pid, 'SIGINT');
  expect(await one.stop('SIGTERM')).toBe(0);
  expect(first.closeCode).toBe(CLOSE.moved);
  const since = performance.now();
  expect(await two.stop('SIGTERM')).toBe(0);
  expect(performance.now() - since).toBeLessThan(PAUSE_MS);
  expect(second.closeCode).toBe(CloseCode.SERVER_SHUTDOWN);
});
