import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Room } from '../../loadtest/client/room.ts';
import type { InboxRow, WireConversation, WireInbox } from '../../shared/protocol/chat-wire.ts';
import { CLOSE } from '../../shared/protocol/codes.ts';
import { Processes, post, say, wish } from '../harness/processes.ts';
import type { LinkFaults } from '../harness/redis-link.ts';
import { TableClient } from '../harness/table-client.ts';
import { until } from '../harness/until.ts';
import { Visitor } from '../harness/visitor.ts';

const SEED = Date.now() % 1_000_000;
/** Everything but questions and answers: those who ask know that they have no answer. */
const TOLD = /^(?!asked:|answered:)/;
/** How long it may take until a process finds out by itself what nobody told it, on a busy machine, ms. */
const BY_ITSELF_MS = 45_000;
/** A process that a busy machine gives no time for a second rightly loses its tables to the other one: then once more. */
const MOVED = { count: 2, condition: /refused with (?:404|421)\b|was closed \(4014\)/ };

const ways: readonly (readonly [string, LinkFaults])[] = [
  ['comes a second late', { delayMs: 1_000 }],
  [`is lost one time in ten (seed ${SEED})`, { lostPercent: 10, seed: SEED }],
  ['never comes, unless it is a question or an answer', { deaf: TOLD }],
  ['does not come where it is for one person alone', { deaf: /^inbox:/ }],
];

describe.each(ways)('when what processes tell each other %s', { retry: MOVED }, (_how, faults) => {
  let pair: Processes;
  let people = 0;
  beforeAll(async () => {
    const often = { LIMIT_SESSION_CHECK_SECONDS: '2' };
    pair = await Processes.start(often, faults);
  });
  afterAll(() => pair.stop());

  /** Somebody with a name of their own, at each of the two. */
  async function somebody(name = `Person ${++people}`): Promise<readonly [Visitor, Visitor]> {
    const here = await Visitor.arrive(pair.one, `10.0.${Math.floor(people / 200)}.${(people % 200) + 1}`);
    const named = await here.call('/api/me', { method: 'PATCH', body: { name } });
    expect(named.status, named.text).toBe(200);
    return [here, await here.at(pair.two)];
  }

  const texts = ({ state }: Room<WireConversation>): string[] => {
    const all: { seq: number; text: string }[] = [];
    state.messages.forEach(({ seq, text }) => {
      all.push({ seq, text });
    });
    return all.sort((a, b) => a.seq - b.seq).map(({ text }) => text);
  };

  async function history(visitor: Visitor, conversation: string): Promise<string[]> {
    const answer = await visitor.call(`/api/chat/${conversation}/messages`);
    if (answer.status !== 200) return [JSON.parse(answer.text).code];
    return JSON.parse(answer.text).messages.map(({ text }: { text: string }) => text);
  }

  it('the wall in the talk of a table stands from the first moment of a secret to its end', async () => {
    const all = await Promise.all([somebody(), somebody(), somebody()]);
    const made = await all[0][0].call('/api/tables', { method: 'POST', body: { visibility: 'private' } });
    const { code } = JSON.parse(made.text) as { code: string };
    const clients: TableClient[] = [];
    for (const [here] of all) clients.push(await TableClient.join(here, code));
    const introduced = JSON.parse((await all[1][1].askSeat(code)).text);
    const { talk } = introduced as { talk: string };
    // Whoever asks first asks the other process: the talk is where its table is.
    const seat = await pair.seat(all[1][1], talk);
    expect(seat.processId).toBe(introduced.reservation.processId);
    const rooms = await Promise.all(
      all.map(([, there], index) =>
        index === 1 ? pair.take<WireConversation>(there, seat) : pair.enter<WireConversation>(there, talk),
      ),
    );
    expect(await clients[0]!.say({ type: 'start' })).toBeNull();
    for (const client of clients) await client.until(({ game }) => game !== null, 'the game');
    const giver = clients.findIndex(({ game }) => game.secret !== null);
    const [guesser, other] = [0, 1, 2].filter((index) => index !== giver) as [number, number];
    expect(await post(rooms[giver]!, 'it is B4')).toBe('after_reveal');
    expect(await post(rooms[guesser]!, 'I think it is C5')).toBeNull();
    expect(await wish(rooms[giver]!, 'typing', {})).toBeNull();
    for (const visitor of all[giver]!) expect(await history(visitor, talk)).toEqual([]);
    for (const visitor of all[other]!) expect(await history(visitor, talk)).toEqual(['I think it is C5']);
    expect([texts(rooms[giver]!), texts(rooms[other]!)]).toEqual([[], []]);

    // The round is over for whoever is sent away, in the talk as well.
    const host = clients.find(({ table, seat }) => table.host === seat)!;
    const guest = clients.find(({ table, seat }) => table.host !== seat)!;
    const closed = new Promise<number>((resolve) => {
      rooms[clients.indexOf(guest)]!.onLost = resolve;
    });
    expect(await host.say({ type: 'kick', seat: guest.seat })).toBeNull();
    expect(await closed).toBe(CLOSE.banned);
    for (const visitor of all[clients.indexOf(guest)]!) {
      expect(JSON.parse((await visitor.askSeat(code)).text).code).toBe('kicked');
      await expect(pair.seat(visitor, talk)).rejects.toThrow('banned');
    }
    for (const room of rooms) room.close();
  });

  it('who is sent away from a group reads nothing more, at either process, nor hears of it', async () => {
    const [owner, member] = [await somebody(), await somebody()];
    const body = { title: 'Us', people: [member[0].id] };
    const made = await owner[0].call('/api/chat/groups', { method: 'POST', body });
    const { conversation } = JSON.parse(made.text) as { conversation: string };
    const answered = await member[1].call(`/api/chat/${conversation}/answer`, {
      method: 'POST',
      body: { answer: 'accept' },
    });
    expect(answered.status, answered.text).toBe(200);
    const inbox = await pair.enter<WireInbox>(member[1], 'inbox');
    const rows = () => {
      const found: InboxRow[] = [];
      inbox.state.rows.forEach((json) => {
        found.push(JSON.parse(json) as InboxRow);
      });
      return found.filter((row) => row.conversation === conversation);
    };
    await until(() => rows().length === 1, 'the group in the list');
    const room = await pair.enter<WireConversation>(owner[0], conversation);
    expect(await post(room, 'for both')).toBeNull();
    expect(await say(room, { type: 'kick', person: member[0].id })).toBeNull();
    expect(await post(room, 'for me alone')).toBeNull();
    for (const visitor of member) {
      expect(await history(visitor, conversation)).toEqual(['no_conversation']);
      await expect(pair.seat(visitor, conversation)).rejects.toThrow('no_conversation');
    }
    for (let n = 0; n < 5; n++) expect(await post(room, `for me alone ${n}`)).toBeNull();
    expect(rows().every(({ preview }) => !preview.includes('alone'))).toBe(true);
    room.close();
    inbox.close();
  });

  it('who is blocked sees nothing more of the one who did it', async () => {
    const [ann, ben] = [await somebody(), await somebody()];
    const made = await ann[0].call('/api/chat/direct', { method: 'POST', body: { person: ben[0].id } });
    const { conversation } = JSON.parse(made.text) as { conversation: string };
    await ben[1].call(`/api/chat/${conversation}/answer`, { method: 'POST', body: { answer: 'accept' } });
    const [hers, his] = [
      await pair.enter<WireConversation>(ann[0], conversation),
      await pair.enter<WireConversation>(ben[1], conversation),
    ];
    const isHere = () => {
      let presence = -1;
      his.state.members.forEach((member, id) => {
        if (id === ann[0].id) presence = member.presence;
      });
      return presence > 0;
    };
    await until(isHere, 'her to be seen');
    const block = { method: 'POST', body: { person: ben[0].id, isBlocked: true } };
    expect((await ann[1].call('/api/chat/block', block)).status).toBe(200);
    expect(await post(his, 'hello?')).toBe('blocked');
    expect(await wish(hers, 'typing', {})).toBeNull();
    await until(() => !isHere(), 'her to be seen no more', BY_ITSELF_MS);
    let typing = 0;
    his.state.typing.forEach(() => {
      typing++;
    });
    expect(typing).toBe(0);
    hers.close();
    his.close();
  });

  it('who signed out has no socket, and whoever is forgotten nothing to be read', async () => {
    const [leaver, reader] = [await somebody(), await somebody()];
    const lobby = await pair.enter<WireConversation>(leaver[0], 'lobby-lobby');
    expect(await post(lobby, `words of ${leaver[0].id}`)).toBeNull();
    const table = await leaver[0].call('/api/tables', { method: 'POST', body: { visibility: 'private' } });
    const socket = await leaver[0].join(JSON.parse(table.text).code);
    const name = JSON.parse((await leaver[0].call('/api/session', { method: 'POST', body: {} })).text).player
      .name;
    const gone = await leaver[1].call('/api/account/delete', {
      method: 'POST',
      body: { password: null, name },
    });
    expect(gone.status, gone.text).toBe(200);
    for (const visitor of reader) {
      await until(
        async () => !(await history(visitor, 'lobby-lobby')).includes(`words of ${leaver[0].id}`),
        'their words to be gone',
        BY_ITSELF_MS,
      );
    }
    expect(await socket.closed(BY_ITSELF_MS)).toBe(CLOSE.signedOut);
    lobby.close();
  });
});
