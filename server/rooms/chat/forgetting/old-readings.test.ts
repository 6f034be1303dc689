import { expect, it } from 'vitest';
import { fakeLog } from '../../../../test/harness/fakes.ts';
import { MemoryDocuments } from '../../../../test/harness/memory-documents.ts';
import { Sweeper } from '../../../storage/sweep.ts';
import { chatRecords } from '../records/records.ts';
import { oldReadings } from './old-readings.ts';

it('how far somebody read goes with time, unless they take part; of an older program it counts from now on', async () => {
  const records = chatRecords(new MemoryDocuments());
  const { readings, members } = records;
  for (let i = 0; i < 120; i++) await readings.put(`lobby-a:looker${i}`, { no: 1, at: 10 }, { rank: 10 });
  await readings.put('lobby-a:late', { no: 2, at: 80 }, { rank: 80 });
  await readings.put('direct-a:ana', { no: 3, at: 10 }, { rank: 10 });
  await readings.put('lobby-a:old', { no: 4, at: 0 });
  const member = { conversation: 'direct-a', standing: 'active', role: 'member', by: '', since: 0 } as const;
  await members.put('direct-a:ana', member);
  let now = 100;
  const rule = oldReadings(records, { before: () => now - 50, now: () => now });
  const run = () => new Sweeper({ note: async () => {} }, [rule], fakeLog()).run();
  const left = async () => Object.fromEntries(await readings.below(Number.MAX_SAFE_INTEGER, 500));
  await run();
  expect(await left()).toEqual({
    'lobby-a:late': { no: 2, at: 80 },
    'direct-a:ana': { no: 3, at: 10 },
    'lobby-a:old': { no: 4, at: 100 },
  });
  now = 200;
  await run();
  expect(await left()).toEqual({ 'direct-a:ana': { no: 3, at: 10 } });
});
