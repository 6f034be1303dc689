import { expect, it } from 'vitest';
import { matchId } from '../../../shared/core/ids.ts';
import type { TableSetup } from '../../../shared/table/types.ts';
import { MemoryDocuments } from '../../../test/harness/memory-documents.ts';
import { openTables } from './open-tables.ts';

const setup: TableSetup = {
  code: 'MOKA',
  matchId: matchId('m1'),
  game: 'four-in-a-row',
  name: 'Table MOKA',
  visibility: 'public',
  bots: 0,
  owner: 'p1',
};

it('a table is found with what is played at it; the first game where an earlier program did not say it', async () => {
  const documents = new MemoryDocuments();
  const tables = openTables(documents, 'color-clues');
  await tables.add(setup);
  const { game: _, ...old } = { ...setup, code: 'BILU' };
  await documents.insert({ kind: 'table', id: 'BILU', owner: '', rank: 0, body: JSON.stringify(old) });
  expect(await tables.find('MOKA')).toEqual(setup);
  expect(await tables.find('BILU')).toEqual({ ...old, game: 'color-clues' });
  expect((await tables.all()).map(({ game }) => game).sort()).toEqual(['color-clues', 'four-in-a-row']);
});
