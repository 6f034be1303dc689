import { expect, it } from 'vitest';
import { colorCluesWords } from '../../client/games/color-clues/store/words.ts';
import { passedAt, played } from '../../client/store/turns.ts';
import { HOSTED_GAMES } from '../../server/games/index.ts';
import { tableGames } from '../../server/rooms/tables/hosted-game.ts';
import { TableMirror } from '../../server/rooms/tables/table-mirror.ts';
import { asWire } from '../../server/schema/mirror.ts';
import { playerId, seatId } from '../../shared/core/ids.ts';
import { readGame } from '../../shared/games/color-clues/wire.ts';
import { readTable, type WireTable } from '../../shared/protocol/wire.ts';
import { colorTable, ScriptedTable } from '../harness/scripted-table.ts';

const HOST = seatId(1);

it('a clock that stood still in a pause ends so much later, for whoever reads it (rule 11.1)', () => {
  const table = ScriptedTable.playing(5, 3);
  const mirror = new TableMirror(tableGames(HOSTED_GAMES).get('color-clues')!, table.now - 1_000);
  const until = () => {
    mirror.write(table.view(null));
    return readTable(asWire(mirror.state) as WireTable<never>, null, readGame).game?.until ?? null;
  };
  const before = until()!;
  expect(before).toBeGreaterThan(table.now);
  expect(table.as(HOST, { type: 'pause' })).toBeNull();
  expect(until()).toBe(before);
  table.now += 60_000;
  expect(table.as(HOST, { type: 'goOn' })).toBeNull();
  expect(until()).toBe(before + 60_000);
});

it.each([
  ['before a pause', 1_000],
  ['in a pause', 20_000],
])('who goes away %s is passed when the page says, after it (rule 11.1)', (_, goesAt) => {
  const table = ScriptedTable.playing(5, 4);
  const mirror = new TableMirror(tableGames(HOSTED_GAMES).get('color-clues')!, table.now - 1_000);
  const { giver } = table.game.round!;
  expect(giver).not.toBe(HOST);
  const start = table.now;
  const steps: readonly [at: number, step: () => string | null][] = [
    [goesAt, () => table.tell({ type: 'goAway', player: playerId(`p${giver}`) })],
    [3_000, () => table.as(HOST, { type: 'pause' })],
    [33_000, () => table.as(HOST, { type: 'goOn' })],
  ];
  for (const [at, step] of steps.toSorted(([a], [b]) => a - b)) {
    table.now = start + at;
    expect(step()).toBeNull();
  }
  mirror.write(table.view(null));
  const view = readTable(asWire(mirror.state) as WireTable<never>, null, readGame);
  const passed = passedAt(colorCluesWords(), played(view)!);
  expect(passed).toBe(colorTable.deadline(table.state));
  table.now = passed!;
  expect(table.tell({ type: 'timeUp' })).toBeNull();
  expect(table.game.round!.giver).not.toBe(giver);
});
