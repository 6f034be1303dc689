import { expect, it } from 'vitest';
import { startCluster, type TestCluster } from '../harness/cluster.ts';
import { type Seat, Visitor } from '../harness/visitor.ts';

async function make(visitor: Visitor): Promise<string> {
  const answer = await visitor.call('/api/tables', { method: 'POST', body: { visibility: 'public' } });
  return JSON.parse(answer.text).code;
}

/** Tables until every process has one; the seat at each. */
async function tablesEverywhere({ url, cluster }: TestCluster): Promise<{ owner: Visitor; seat: Seat }[]> {
  const found = new Map<string, { owner: Visitor; seat: Seat }>();
  for (let i = 0; found.size < cluster.members.length && i < 40; i++) {
    const owner = await Visitor.arrive({ kind: 'product', url });
    const seat = await owner.seat(await make(owner));
    found.set(seat.processId, { owner, seat });
  }
  return [...found.values()];
}

it('of several processes behind one address any answers a request, and a socket goes to the one that has its room', async () => {
  const test = await startCluster({ processes: 3 });
  const tables = await tablesEverywhere(test);
  expect(tables.map(({ seat }) => seat.processId).sort()).toEqual(['p1', 'p2', 'p3']);
  for (const { owner, seat } of tables) {
    const socket = await owner.take(await owner.seat(seat.roomId));
    expect([seat.processId, socket.isClosed]).toEqual([seat.processId, false]);
  }
  // The line of a request is written when its socket has ended, too; it says where it went, and no ticket.
  const places = new Set(test.cluster.members.map(({ port }) => `127.0.0.1:${port}`));
  const answered = test.requests().map((line) => line.split(' ')[5]!);
  expect(new Set(answered)).toEqual(places);
});
