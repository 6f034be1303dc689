import { expect, it } from 'vitest';
import { holdDatabase } from './hold.ts';
import type { HoldRow, Models } from './models.ts';

/** The one document, in memory; `found` is called between a look at it and what follows from that. */
function holdsWith(first: HoldRow, found: () => void = () => {}) {
  const database: { row: HoldRow | null } = { row: first };
  const holds = {
    findById: () => ({
      lean: async () => {
        const { row } = database;
        found();
        return row;
      },
    }),
    async insertMany([row]: HoldRow[]) {
      database.row ??= row!;
    },
    async updateOne({ owner }: HoldRow, { $inc }: { $inc: { beats: number } }) {
      if (database.row?.owner !== owner) return { matchedCount: 0 };
      database.row = { ...database.row, beats: database.row.beats + $inc.beats };
      return { matchedCount: 1 };
    },
  } as unknown as Models['holds'];
  return { database, models: { holds } };
}

it('whoever watches the processes that share a database sees at once that another one came to them', async () => {
  const { database, models } = holdsWith({ _id: 'hold', owner: 'shared', beats: 5 });
  const release = await holdDatabase(models, 'shared', () => {});
  expect(database.row).toEqual({ _id: 'hold', owner: 'shared', beats: 6 });
  await release();
});

it('whoever comes to a holder that is just being removed holds the database all the same', async () => {
  const { database, models } = holdsWith({ _id: 'hold', owner: 'shared', beats: 5 }, () => {
    if (database.row?.beats === 5) database.row = null;
  });
  const release = await holdDatabase(models, 'shared', () => {});
  expect(database.row).toEqual({ _id: 'hold', owner: 'shared', beats: 0 });
  await release();
});
