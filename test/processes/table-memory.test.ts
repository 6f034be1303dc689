import { expect, it, onTestFinished } from 'vitest';
import { FIRST_GAME } from '../../loadtest/games/index.ts';
import { loadOn, openTables } from '../../loadtest/growth/growth.ts';
import { OwnServer, PRODUCT } from '../../loadtest/run/own-server.ts';
import { worldOf } from '../../loadtest/run/world.ts';
import { TablePlay } from '../../loadtest/tables/table-play.ts';

/** Made before it is measured: what has run so often is compiled, and what is loaded for good is loaded. */
const WARM_UP = 150;
const TABLES = 200;
/** What a table at which nobody is may hold, KiB; today it is 31. */
const MOST_KIB = 45;

it('a table at which nobody is holds little', async () => {
  const server = await OwnServer.start(PRODUCT);
  onTestFinished(() => server.stop());
  const world = worldOf(loadOn(server.url, 1));
  await openTables(world, WARM_UP);
  const before = await server.held();
  await openTables(world, TABLES);
  const after = await server.held();
  expect((after! - before!) / TABLES / 1_024).toBeLessThan(MOST_KIB);
});

/** Full tables, before it is measured and then. */
const FULL_WARM_UP = 60;
const FULL_TABLES = 60;
/** What somebody who sits there and does nothing may hold, with their part of the table, KiB; today it is 13. */
const MOST_KIB_EACH = 17;

it('somebody who does nothing at a table holds little', async () => {
  const server = await OwnServer.start(PRODUCT);
  onTestFinished(() => server.stop());
  const world = worldOf(loadOn(server.url, 1));
  const tables: TablePlay[] = [];
  onTestFinished(() => {
    for (const table of tables) table.close();
  });
  const fill = async (count: number) => {
    for (let made = 0; made < count; made++) {
      const table = new TablePlay(world, FIRST_GAME);
      tables.push(table);
      await table.open();
    }
    return server.held();
  };
  const before = await fill(FULL_WARM_UP);
  const after = await fill(FULL_TABLES);
  expect((after! - before!) / FULL_TABLES / FIRST_GAME.seats / 1_024).toBeLessThan(MOST_KIB_EACH);
});
