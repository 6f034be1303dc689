import { expect, it } from 'vitest';
import { FakeClock, fakeLog } from '../../test/harness/fakes.ts';
import { MemoryDocuments } from '../../test/harness/memory-documents.ts';
import { until } from '../../test/harness/until.ts';
import { type Eraser, Erasures } from './erasures.ts';

function server(documents: MemoryDocuments, erase: Eraser) {
  const out: string[] = [];
  const erasures = new Erasures({
    documents,
    clock: new FakeClock(),
    log: fakeLog(),
    shutOut: async (person) => {
      out.push(person);
    },
    erasers: [erase],
  });
  return { erasures, out };
}

it('shuts a person out at once, and works in steps that can be watched', async () => {
  const gate = Promise.withResolvers<void>();
  const { erasures, out } = server(new MemoryDocuments(), async function* () {
    yield 3;
    await gate.promise;
    yield 4;
  });
  const ticket = await erasures.begin('ana');
  expect(out).toEqual(['ana']);
  expect((await erasures.progress(ticket)).isOver).toBe(false);
  gate.resolve();
  await until(async () => (await erasures.progress(ticket)).isOver, 'the end');
});

it('is one work for whoever asks twice at once', async () => {
  const gate = Promise.withResolvers<void>();
  const { erasures } = server(new MemoryDocuments(), async function* () {
    await gate.promise;
    yield 1;
  });
  const tickets = await Promise.all([erasures.begin('ana'), erasures.begin('ana')]);
  const isOver = () => Promise.all(tickets.map(async (ticket) => (await erasures.progress(ticket)).isOver));
  expect(await isOver()).toEqual([false, false]);
  gate.resolve();
  await until(async () => (await isOver()).every(Boolean), 'the end');
});

it('goes on where a server that ended left it', async () => {
  const documents = new MemoryDocuments();
  const first = server(documents, async function* () {
    for (;;) yield 1;
  });
  const ticket = await first.erasures.begin('ana');
  first.erasures.close();
  const done: string[] = [];
  const second = server(documents, async function* (person) {
    done.push(person);
    yield 1;
  });
  expect((await second.erasures.progress(ticket)).isOver).toBe(false);
  // Known before the work goes on, so that nothing is read meanwhile.
  expect([await second.erasures.unfinished(), second.out]).toEqual([['ana'], []]);
  await second.erasures.resume();
  await until(async () => (await second.erasures.progress(ticket)).isOver, 'the end');
  expect([second.out, done]).toEqual([['ana'], ['ana']]);
  expect(await second.erasures.unfinished()).toEqual([]);
});

it('tries again after a failure', async () => {
  let tries = 0;
  const { erasures } = server(new MemoryDocuments(), async function* () {
    if (++tries === 1) throw new Error('away');
    yield 1;
  });
  const ticket = await erasures.begin('ana');
  await until(async () => (await erasures.progress(ticket)).isOver, 'the end');
  expect(tries).toBe(2);
});

it('works on two people at once', async () => {
  let running = 0;
  let most = 0;
  const { erasures } = server(new MemoryDocuments(), async function* () {
    most = Math.max(most, ++running);
    yield 1;
    yield 1;
    running--;
  });
  const tickets = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((person) => erasures.begin(person)));
  const isOver = async () =>
    (await Promise.all(tickets.map((ticket) => erasures.progress(ticket)))).every((each) => each.isOver);
  await until(isOver, 'the end of all');
  expect(most).toBe(2);
});
