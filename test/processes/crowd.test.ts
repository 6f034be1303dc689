import { afterAll, beforeAll, expect, it } from 'vitest';
import { CLOSE } from '../../shared/protocol/codes.ts';
import { LobbyGuest } from '../harness/lobby-guest.ts';
import { Processes, say } from '../harness/processes.ts';
import type { Product } from '../harness/product.ts';
import { until } from '../harness/until.ts';
import { Visitor } from '../harness/visitor.ts';

const SEED = Date.now() % 1_000_000;
/** People from which on the lobby of the test is a crowd. */
const CROWD = 4;
const LOBBY = 'lobby-crowd';

let all: Processes;
beforeAll(async () => {
  const env = { LIMIT_CROWD_PEOPLE: String(CROWD), LIMIT_MESSAGE_RATE: '200', LIMIT_MESSAGE_BURST: '400' };
  all = await Processes.start(env, { lostPercent: 10, seed: SEED }, 3);
});
afterAll(() => all.stop());

let people = 0;
/** Somebody with a name, who asks the process at hand first, and another one when that is gone. */
async function come(...processes: readonly Product[]): Promise<LobbyGuest> {
  const [first, ...others] = processes as [Product, ...Product[]];
  const here = await Visitor.arrive(first, `10.2.0.${++people}`);
  const named = await here.call('/api/me', { method: 'PATCH', body: { name: `Guest ${people}` } });
  expect(named.status, named.text).toBe(200);
  if (people === 1) {
    const lobby = { name: 'crowd', title: 'Crowd', topic: '', language: '' };
    const made = await here.call('/api/chat/lobbies', { method: 'POST', body: lobby });
    expect(made.status, made.text).toBe(201);
  }
  const elsewhere = await Promise.all(others.map((other) => here.at(other)));
  return LobbyGuest.come(all, LOBBY, [here, ...elsewhere]);
}

/** Everybody writes so many messages at once; resolves to all that was said since the beginning, by number, as stored. */
async function talk(guests: readonly LobbyGuest[], count: number, round: string): Promise<string[]> {
  const said = guests.map(async (guest, index) => {
    for (let n = 0; n < count; n++) expect(await guest.write(`${round} ${index} ${n}`)).toBeNull();
  });
  await Promise.all(said);
  return stored(guests[0]!);
}

async function stored(guest: LobbyGuest): Promise<string[]> {
  const texts: string[] = [];
  for (let before = ''; ; ) {
    const { messages, hasMore } = JSON.parse(
      (await guest.visitor.call(`/api/chat/${LOBBY}/messages${before}`)).text,
    );
    texts.unshift(...messages.map(({ text }: { text: string }) => text));
    if (!hasMore) return texts;
    before = `?before=${messages[0].seq}`;
  }
}

/** All saw the same in the same order, from the first message that each of them saw to the last. */
async function compare(guests: readonly LobbyGuest[], texts: readonly string[]): Promise<void> {
  for (const guest of guests) {
    await guest.sees(texts.length);
    const first = Math.min(...guest.seen.keys());
    const seen = [...guest.seen].sort(([a], [b]) => a - b);
    expect(seen.map(([, text]) => text)).toEqual(texts.slice(first - 1));
    expect(seen.map(([no]) => no)).toEqual(seen.map((_, index) => first + index));
    expect(guest.complaints).toEqual([]);
  }
  expect(new Set(texts).size).toBe(texts.length);
}

/** All who are shown to somebody. */
const namesAt = ({ room }: LobbyGuest) => {
  const names: string[] = [];
  room.state.members.forEach(({ name }, id) => {
    names.push(`${id} ${name}`);
  });
  return names.sort();
};

it(`a crowd is one lobby at three processes, whoever dies and whatever is lost between them (seed ${SEED})`, async () => {
  const [one, two, three] = all.all as [Product, Product, Product];
  const atOne: LobbyGuest[] = [];
  for (let n = 0; n < CROWD; n++) atOne.push(await come(one, two));
  const processOf = ({ seat }: LobbyGuest) => seat.processId;
  const atTwo = await Promise.all([1, 2, 3].map(() => come(two, three)));
  const atThree = await Promise.all([1, 2, 3].map(() => come(three, two)));
  const guests = [...atOne, ...atTwo, ...atThree];
  // Nobody is sent elsewhere: a crowd is at every process.
  for (const group of [atOne, atTwo, atThree]) expect(new Set(group.map(processOf)).size).toBe(1);
  expect(new Set(guests.map(processOf)).size).toBe(3);
  for (const { room } of guests) await until(() => room.state.online === guests.length, 'all to be counted');
  // Nobody wrote: all are counted, and none is listed.
  for (const guest of guests) expect(namesAt(guest)).toEqual([]);

  const first = await talk(guests, 6, 'all');
  expect(first).toHaveLength(60);
  await compare(guests, first);
  expect(all.links.reduce((lost, link) => lost + link.lost, 0)).toBeGreaterThan(0);
  // Who wrote is shown under the same name everywhere.
  await until(() => namesAt(atOne[0]!).length === guests.length, 'all who wrote');
  for (const guest of guests) {
    await until(() => namesAt(guest).join() === namesAt(atOne[0]!).join(), 'the same names');
  }

  // Who is sent away is gone at once, at every process.
  const outcast = await come(three, two);
  await outcast.write('something rude');
  await until(() => namesAt(atOne[0]!).some((name) => name.startsWith(outcast.id)), 'who wrote it');
  expect(await say(atOne[0]!.room, { type: 'ban', person: outcast.id })).toBeNull();
  await until(() => outcast.closedWith !== null, 'the door to close');
  expect(outcast.closedWith).toBe(CLOSE.banned);
  await expect(all.seat(outcast.visitor, LOBBY)).rejects.toThrow('banned');

  // Who has the lobby dies in the middle of it.
  const second = talk([...atTwo, ...atThree, ...atOne], 6, 'while it dies');
  await atTwo[0]!.sees(first.length + 6);
  await one.stop('SIGKILL');
  const texts = await second;
  expect(texts.length).toBe(121);
  await compare(guests, texts);
  for (const { room } of guests)
    await until(() => room.state.online === guests.length, 'all to be counted again');

  // Then one of those that are left is told to stop: its people go to the last one.
  const [left, dying] = [two, three];
  const third = talk(guests, 4, 'and another one');
  await atOne[0]!.sees(texts.length + 5);
  await dying.stop();
  const end = await third;
  expect(end.length).toBe(161);
  await compare(guests, end);
  expect(left.output).not.toContain('"level":50');
  for (const guest of guests) guest.leave();
});
