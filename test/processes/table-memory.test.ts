import { expect, it, onTestFinished } from 'vitest';
import { loadOn, openTables } from '../../loadtest/growth/growth.ts';
import { OwnServer, PRODUCT } from '../../loadtest/run/own-server.ts';
import { worldOf } from '../../loadtest/run/world.ts';

/** Made before it is measured: what has run so often is compiled, and what is loaded for good is loaded. */
const WARM_UP = 150;
const TABLES = 200;
/** What a table at which nobody is may hold, KiB; today it is 31. */
const MOST_KIB = 45;

it('a table at which nobody is holds little', { timeout: 120_000 }, async () => {
  const server = await OwnServer.start(PRODUCT);
  onTestFinished(() => server.stop());
  const world = worldOf(loadOn(server.url, 1));
  await openTables(world, WARM_UP);
  const before = await server.held();
  await openTables(world, TABLES);
  const after = await server.held();
  expect((after! - before!) / TABLES / 1_024).toBeLessThan(MOST_KIB);
});
