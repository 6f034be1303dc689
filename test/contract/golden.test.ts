import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { conversation } from '../../shared/chat/conversation.ts';
import { fromLines, openStream, plain, rowStore } from '../harness/golden.ts';
import { colorTable } from '../harness/scripted-table.ts';

/** Journals as earlier programs wrote them. They are never changed: whatever was played can be opened for ever. */
const folder = new URL('../fixtures/journals/', import.meta.url);

it.each(readdirSync(folder))('%s folds to what it folded to when it was written', async (name) => {
  const { rows, state } = fromLines(readFileSync(new URL(name, folder), 'utf8'));
  expect(rows.length).toBeGreaterThan(10);
  const store = rowStore([...rows]);
  const isChat = name.startsWith('chat');
  const match = isChat
    ? await openStream(conversation, store, 'chat')
    : await openStream(colorTable, store, 'match');
  // What a later version added is absent there; everything that was known is as it was.
  expect(plain(match.state)).toMatchObject(state as object);
  expect(match.seq).toBe(rows.length);
  expect(store.aside).toEqual([]);
  match.close();
});

it('an entry of a newer program is left alone, and the stream is not opened', async () => {
  const [name = ''] = readdirSync(folder).filter((each) => each.startsWith('table'));
  const { rows } = fromLines(readFileSync(new URL(name, folder), 'utf8'));
  const last = rows.at(-1)!;
  const newer = { ...last, body: JSON.stringify({ ...JSON.parse(last.body), version: 99 }) };
  const store = rowStore([...rows.slice(0, -1), newer]);
  await expect(openStream(colorTable, store, 'match')).rejects.toThrow('newer');
  expect(store.rows).toHaveLength(rows.length);
});

it.each([
  ['torn', (body: string) => body.slice(0, 20)],
  ['unknown', (body: string) => body.replace(/"type":"\w+"/, '"type":"somethingNew"')],
  ['emptied', () => ''],
])('an entry that is %s is set aside with all after it, and the match goes on', async (_how, damage) => {
  const [name = ''] = readdirSync(folder).filter((each) => each.startsWith('table'));
  const { rows } = fromLines(readFileSync(new URL(name, folder), 'utf8'));
  const at = rows.length - 3;
  const store = rowStore(rows.map((row, i) => (i === at ? { ...row, body: damage(row.body) } : row)));
  const match = await openStream(colorTable, store, 'match');
  expect([match.seq, store.rows.length, store.aside.length]).toEqual([at, at, 3]);
  const command = { type: 'sit', person: { id: 'late' as never, name: 'Late', marker: 9 } } as const;
  const done = await match.dispatch({ commandId: 'late' as never, by: { kind: 'system' }, command });
  expect(done).toEqual({ ok: true, value: { seq: at + 1 } });
  match.close();
});
