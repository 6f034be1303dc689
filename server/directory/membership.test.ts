import { expect, it } from 'vitest';
import { FakeClock, fakeLog } from '../../test/harness/fakes.ts';
import { Metrics } from '../metrics/metrics.ts';
import type { Directory } from './directory.ts';
import { Membership } from './membership.ts';

it('ends while the directory is away, and says that nobody was told', async () => {
  const leave = () => Promise.reject(new Error('away'));
  const log = fakeLog();
  const metrics = new Metrics();
  const directory = { renew: async () => [], leave } as unknown as Directory;
  const membership = new Membership({ directory, clock: new FakeClock(), log, metrics, lose: () => {} });
  await membership.stop();
  expect(log.lines).toEqual(['others are not told that this process leaves']);
});
