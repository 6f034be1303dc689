import { afterEach, beforeEach, expect, it } from 'vitest';
import { FourPair } from '../harness/four-pair.ts';
import { NamedProcesses } from '../harness/named-processes.ts';
import { until } from '../harness/until.ts';
import { Visitor } from '../harness/visitor.ts';

/** For a program of the next version. */
const NEWER = { NODE_OPTIONS: `--import ${new URL('../harness/newer-program.ts', import.meta.url).href}` };

let processes: NamedProcesses;
beforeEach(async () => {
  processes = await NamedProcesses.begin();
});
afterEach(() => processes.end());

it('what a newer program wrote an older one leaves alone: it says “not now”, never “gone”, until a newer one has it', async () => {
  const newer = await processes.start('newer', NEWER);
  const pair = await FourPair.sit([await processes.arrive(), await processes.arrive()]);
  pair.play(20);
  await until(() => pair.done.length > 5, 'some moves of the newer program');
  const older = await processes.start('older');
  // It goes, and there is nobody who could read what it wrote.
  expect(await newer.stop()).toBe(0);
  processes.front.shut('newer');
  const before = pair.done.length;
  const visitor = await Visitor.arrive(older);
  const statuses = new Set<number>();
  for (let asked = 0; asked < 5; asked++) statuses.add((await visitor.askSeat(pair.code)).status);
  expect(statuses).toEqual(new Set([503]));
  // Everything else is there for all.
  const made = await visitor.call('/api/tables', { method: 'POST', body: { visibility: 'private' } });
  expect((await visitor.seat(JSON.parse(made.text).code)).processId).toBe('older');

  // A newer one has it opened by whoever asks the older one.
  const next = await processes.start('next', NEWER, false);
  await until(async () => (await visitor.askSeat(pair.code)).status === 200, 'a seat');
  expect((await visitor.seat(pair.code)).processId).toBe('next');
  processes.front.open('next', next.url);
  await until(() => pair.done.length > before + 3, 'the game to go on');
  await pair.rest();
  expect(pair.done.filter(({ code }) => code !== null)).toEqual([]);
  expect(older.output).not.toContain('set aside');
  const failures = pair.players.flatMap(({ losses }) => losses.flatMap((loss) => loss.failures));
  expect(failures.filter((each) => /: (?:gone|no_table)$/.test(each))).toEqual([]);
});

it('an older process that dies or goes leaves what it has to any; a newer one’s rooms go to newer ones', async () => {
  const newer = await processes.start('newer', NEWER);
  const pair = await FourPair.sit([await processes.arrive(), await processes.arrive()]);
  pair.play(20);
  await until(() => pair.done.length > 3, 'some moves');
  const older = await processes.start('older');
  await processes.start('next', NEWER);
  expect(await newer.stop()).toBe(0);
  processes.front.shut('newer');
  const moves = pair.done.length;
  await until(() => pair.done.length > moves + 3, 'moves at the next one');
  await pair.rest();
  const visitor = await Visitor.arrive(older);
  expect((await visitor.seat(pair.code)).processId).toBe('next');
  expect(pair.done.filter(({ code }) => code !== null)).toEqual([]);
  expect(pair.players.flatMap(({ losses }) => losses.flatMap(({ failures }) => failures))).toEqual([]);
});
