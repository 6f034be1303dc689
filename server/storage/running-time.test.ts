import { expect, it } from 'vitest';
import { FakeClock } from '../../test/harness/fakes.ts';
import { MemoryDocuments } from '../../test/harness/memory-documents.ts';
import { RunningTime } from './running-time.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const BEGIN = 1_700_000_000_000;

/** A server that begins at a day, on what earlier ones left. */
async function serverFrom(day: number, documents = new MemoryDocuments()) {
  const clock = new FakeClock(BEGIN + day * DAY_MS);
  const time = new RunningTime(documents, clock);
  await time.note();
  return {
    documents,
    /** Runs until a day; resolves to the day before which everything is older than 30 days. */
    async until(next: number): Promise<number> {
      for (; day < next; day++) {
        await clock.advance(DAY_MS);
        await time.note();
      }
      return (time.before(30 * DAY_MS) - BEGIN) / DAY_MS;
    },
  };
}

it('is the time that went by while a server runs', async () => {
  const { until } = await serverFrom(0);
  expect([await until(0), await until(40)]).toEqual([-30, 10]);
});

it('stands still while none runs, or when the clock is a year ahead', async () => {
  const { documents, until } = await serverFrom(0);
  expect(await until(40)).toBe(10);
  const late = await serverFrom(405, documents);
  expect(await late.until(405)).toBe(10);
  expect(await late.until(425)).toBe(30);
  const later = await serverFrom(800, documents);
  expect([await later.until(805), await later.until(810), await later.until(815)]).toEqual([35, 405, 410]);
});

it('forgets what a clock told that was ahead and is right again', async () => {
  const { documents, until } = await serverFrom(0);
  await until(40);
  await (await serverFrom(405, documents)).until(406);
  const right = await serverFrom(41, documents);
  expect([await right.until(41), await right.until(60)]).toEqual([11, 30]);
});

it('takes a night off for running', async () => {
  const { documents } = await serverFrom(0);
  expect(await (await serverFrom(0.9, documents)).until(0.9)).toBeCloseTo(-29.1);
});
