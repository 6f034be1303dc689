import { expect, it } from 'vitest';
import { commandId, matchId, playerId, type SeatId } from '../../../../shared/core/ids.ts';
import type { Actor } from '../../../../shared/core/rules.ts';
import { openMatch } from '../../../../shared/engine/open-match.ts';
import type { TableCommand } from '../../../../shared/table/types.ts';
import { sqliteStorage } from '../../../../test/bench/memory-store.ts';
import { FakeClock, fakeLog, seededEntropy } from '../../../../test/harness/fakes.ts';
import { HOSTED_GAMES } from '../../../games/index.ts';
import { durableJournal } from '../../../storage/journal.ts';
import type { StoredEntry } from '../../../storage/types.ts';
import { type Move, tableGames } from '../hosted-game.ts';
import { FinishedGames } from './finished-games.ts';
import { MetPeople } from './met.ts';
import { PersonalGames } from './personal-games.ts';
import { Ranked } from './ranked.ts';
import { Recorder } from './recorder.ts';

const MATCH = matchId('m1');
const games = tableGames(HOSTED_GAMES);
const { table } = games.get('four-in-a-row')!;

/** A table of two who play Four in a Row, and a recorder that knows nothing of it yet. */
async function tableOfTwo() {
  const { entries, documents } = await sqliteStorage();
  const [clock, log] = [new FakeClock(), fakeLog()];
  const journal = durableJournal(table, entries, log, { prefix: 'match' });
  const entropy = seededEntropy(1);
  const opened = await openMatch(
    table,
    MATCH,
    { journal, clock, entropy, log },
    { onCommit: () => {}, onStop: () => {} },
  );
  if (!opened.ok) throw new Error(opened.error.code);
  const match = opened.value;
  let serial = 0;
  const say = async (by: Actor, command: TableCommand<Move>) => {
    const said = await match.dispatch({ commandId: commandId(`c${++serial}`), by, command });
    if (!said.ok) throw new Error(said.error.code);
  };
  const system = { kind: 'system' } as const;
  await say(system, { type: 'open', name: 'T', visibility: 'public', options: null, bots: 0 });
  const sit = (name: string) => say(system, { type: 'sit', person: { id: playerId(name), name, marker: 0 } });
  const by = (name: string) => {
    const seat = match.state.seats.find(({ person }) => person.name === name)!.id;
    return { kind: 'seat', seat } as const;
  };
  for (const name of ['ana', 'ben']) await sit(name);
  const start = () => say(by('ana'), { type: 'start' });
  const finished = new FinishedGames(documents);
  const read: number[] = [];
  const newRecorder = () => {
    const after = async (stream: string, from: number, limit: number): Promise<StoredEntry[]> => {
      const rows = await entries.after(stream, from, limit);
      if (stream === `match:${MATCH}`) read.push(...rows.map(({ seq }) => seq));
      return rows;
    };
    const personal = new PersonalGames(entries);
    return new Recorder({
      ...{ entries: { after }, games, log, personal, finished },
      ranked: new Ranked({ documents, personal, games: [...games.keys()] }),
      matches: { of: async () => [] },
      met: new MetPeople(documents),
      exists: async () => true,
      forget: async function* () {},
    });
  };
  return {
    read,
    newRecorder,
    sit,
    start,
    leave: (name: string) => say(by(name), { type: 'leave' }),
    /** Whoever moves first gets four in a column. */
    async play() {
      await start();
      const { order } = table.view(match.state, { kind: 'spectator' }).game as { order: readonly SeatId[] };
      for (let i = 0; i < 7; i++) {
        const move = { type: 'drop', column: i % 2 };
        await say({ kind: 'seat', seat: order[i % 2]! }, { type: 'play', move });
      }
      return match.seq;
    },
    listOf: async (person: string) => await new PersonalGames(entries).page(person, null, 10, null),
    finishedGame: (number: number) => finished.get(MATCH, number),
  };
}

it('reads each entry of a match once, however many games are played at it', async () => {
  const { read, newRecorder, play } = await tableOfTwo();
  const recorder = newRecorder();
  await play();
  await recorder.record(MATCH);
  await play();
  await recorder.record(MATCH);
  const last = await play();
  await recorder.record(MATCH);
  expect(read).toEqual(Array.from({ length: last }, (_, i) => i + 1));
});

it('records the same whether it read the games before or begins anew, whoever left or came meanwhile', async () => {
  const [one, other] = [await tableOfTwo(), await tableOfTwo()];
  const recorder = one.newRecorder();
  const both = async (happens: (table: typeof one) => Promise<unknown>) => {
    for (const table of [one, other]) await happens(table);
    await recorder.record(MATCH);
    await other.newRecorder().record(MATCH);
  };
  await both((table) => table.play());
  await both(async (table) => {
    await table.start();
    await table.leave('ben');
  });
  await both(async (table) => {
    await table.sit('cleo');
    await table.play();
  });
  for (const [number, sat] of [
    [1, ['ana', 'ben']],
    [2, ['ana', 'ben']],
    [3, ['ana', 'cleo']],
  ] as const) {
    const game = await one.finishedGame(number);
    expect(game?.seats.map(({ person }) => person)).toEqual(sat);
    expect(game?.people).toEqual(sat);
    expect(await other.finishedGame(number)).toEqual(game);
  }
  for (const [name, numbers] of [
    ['ana', [3, 2, 1]],
    ['ben', [2, 1]],
    ['cleo', [3]],
  ] as const) {
    const list = await one.listOf(name);
    expect(list.map(({ row }) => row.number)).toEqual(numbers);
    expect(await other.listOf(name)).toEqual(list);
  }
});
