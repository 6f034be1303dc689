import { expect, it } from 'vitest';
import { holdDatabase } from './hold.ts';
import type { HoldRow, Models } from './models.ts';
import { nameOfThisProcess } from './this-process.ts';

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
    async updateOne(
      { owner }: HoldRow,
      { $inc, $set }: { $inc?: { beats: number }; $set?: Partial<HoldRow> },
    ) {
      if (database.row?.owner !== owner) return { matchedCount: 0 };
      database.row = { ...database.row, ...$set, beats: database.row.beats + ($inc?.beats ?? 0) };
      return { matchedCount: 1 };
    },
    async deleteOne({ owner }: HoldRow) {
      if (database.row?.owner === owner) database.row = null;
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

it('of a holder of this machine whose process has ended only what it had sent is waited for', async () => {
  const dead = nameOfThisProcess()!.replace(/\d+$/, '1');
  const { database, models } = holdsWith({ _id: 'hold', owner: `alone:before ${dead}`, beats: 5 });
  const begunAt = performance.now();
  const release = await holdDatabase(models, { alone: 'now' }, () => {});
  const waitedMs = performance.now() - begunAt;
  expect(waitedMs).toBeGreaterThan(400);
  expect(waitedMs).toBeLessThan(1_500);
  expect(database.row?.owner).toMatch(/^alone:now /);
  await release();
});
