import { expect, it } from 'vitest';
import { rowStore } from '../../../test/harness/golden.ts';
import { MemoryDocuments } from '../../../test/harness/memory-documents.ts';
import type { EntryStore, StoredEntry } from '../../storage/types.ts';
import { MatchesOf } from './matches-of.ts';

it('knows the tables somebody sat at last, the newest first', async () => {
  const matches = new MatchesOf({ entries: rowStore() as never, documents: new MemoryDocuments() });
  await matches.note('ana1', 'old', 1, 'MOKA');
  await matches.note('ana1', 'new', 3, 'BILU');
  await matches.note('ana1', 'older', 0);
  await matches.note('ben2', 'other', 2, 'TEGA');
  await matches.note('ana1', 'old', 4, 'MOKA');
  expect(await matches.lastCodes('ana1')).toEqual(['MOKA', 'BILU']);
});

const row = (seq: number, event: object): StoredEntry => ({
  stream: 'match:m',
  seq,
  commandId: `c${seq}`,
  at: seq,
  kind: 'move',
  target: null,
  author: null,
  text: null,
  body: JSON.stringify({ by: { kind: 'system' }, version: 1, events: [event] }),
});

it('takes a name out of the games somebody played, and out of nothing else', async () => {
  const store = rowStore([
    row(1, { type: 'seatTaken', seat: 1, person: { id: 'ana1', name: 'Ana', marker: 0 } }),
    row(2, { type: 'seatTaken', seat: 2, person: { id: 'ben2', name: 'Ana', marker: 1 } }),
    row(3, { type: 'personRenamed', seat: 1, person: { id: 'ana1', name: 'Anna', marker: 0 } }),
    row(4, { type: 'gameEvent', event: { type: 'clueGiven', text: 'ana1' } }),
  ]);
  const entries = {
    ...store,
    async rewrite(_stream: string, seq: number, to: { body: string; text: string | null }) {
      const at = store.rows.findIndex((each) => each.seq === seq);
      store.rows[at] = { ...store.rows[at]!, ...to };
      return true;
    },
  } as unknown as EntryStore;
  const before = store.rows.map(({ body }) => body);
  const matches = new MatchesOf({ entries, documents: new MemoryDocuments() });
  await matches.note('ana1', 'm', 1);
  await matches.note('ben2', 'm', 2);
  expect(await matches.of('ana1')).toEqual(['m']);
  for await (const _ of matches.forget('ana1'));
  expect(await matches.of('ana1')).toEqual([]);
  expect(await matches.of('ben2')).toEqual(['m']);
  const names = store.rows.map(({ body }) => JSON.parse(body).events[0].person?.name);
  expect(names).toEqual(['A player', 'Ana', 'A player', undefined]);
  expect(store.rows[3]?.body).toBe(before[3]);
});
