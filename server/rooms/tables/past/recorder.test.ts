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
import { type PlayedGame, PlayedGames } from './played-game.ts';
import { Ranked } from './ranked.ts';
import { Recorder } from './recorder.ts';

const MATCH = matchId('m1');
const games = tableGames(HOSTED_GAMES);
const game = games.get('four-in-a-row')!;
const { table } = game;

/** A table of two who play Four in a Row, and a recorder that knows nothing of it yet. */
async function tableOfTwo() {
  const { entries, documents } = await sqliteStorage();
  const [clock, log] = [new FakeClock(), fakeLog()];
  const journal = durableJournal(table, entries, log, { prefix: 'match' });
  const entropy = seededEntropy(1);
  let played = new PlayedGames(game, table.initial);
  let seen: PlayedGame | null = null;
  const opened = await openMatch(
    table,
    MATCH,
    { journal, clock, entropy, log },
    {
      onCommit: (entry, state) => {
        seen = played.add(entry, state).at(-1) ?? null;
      },
      onStop: () => {},
    },
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
    /** The game that ended with the last entry, if all of it was seen. */
    seen: () => seen,
    /** Another process has the table from now on. */
    moves: () => {
      played = new PlayedGames(game, match.state);
    },
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

it('reads nothing of games that their table saw, however many are played at it', async () => {
  const { read, newRecorder, play, seen, listOf } = await tableOfTwo();
  const recorder = newRecorder();
  for (let number = 1; number <= 3; number++) {
    await play();
    await recorder.record(MATCH, seen());
  }
  expect(read).toEqual([]);
  expect((await listOf('ana')).map(({ row }) => row.number)).toEqual([3, 2, 1]);
});

it('reads a game that nobody recorded before one that was seen, and one of which only the end was seen', async () => {
  const { read, newRecorder, play, start, leave, moves, seen, sit, listOf, finishedGame } =
    await tableOfTwo();
  const last = await play();
  const recorder = newRecorder();
  await play();
  await recorder.record(MATCH, seen());
  expect((await listOf('ana')).map(({ row }) => row.number)).toEqual([2, 1]);
  expect(read.slice(0, last)).toEqual(Array.from({ length: last }, (_, i) => i + 1));
  await start();
  moves();
  await leave('ben');
  expect(seen()).toBeNull();
  await recorder.record(MATCH, seen());
  expect((await listOf('ben')).map(({ row }) => row.number)).toEqual([3, 2, 1]);
  read.length = 0;
  await sit('cleo');
  await play();
  await recorder.record(MATCH, seen());
  expect(read).toEqual([]);
  expect((await finishedGame(4))?.people).toEqual(['ana', 'cleo']);
});

it('records the same whether its table saw it or it is read, whoever left or came meanwhile', async () => {
  const [one, other] = [await tableOfTwo(), await tableOfTwo()];
  const recorder = one.newRecorder();
  const both = async (happens: (table: typeof one) => Promise<unknown>) => {
    for (const table of [one, other]) await happens(table);
    await recorder.record(MATCH, one.seen());
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
  expect(one.read).toEqual([]);
});
