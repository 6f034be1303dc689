import { expect, it } from 'vitest';
import { HOSTED_GAMES } from '../../server/games/index.ts';
import { tableGames } from '../../server/rooms/tables/hosted-game.ts';
import { TableMirror } from '../../server/rooms/tables/table-mirror.ts';
import { asWire } from '../../server/schema/mirror.ts';
import { seatId } from '../../shared/core/ids.ts';
import { readGame } from '../../shared/games/color-clues/wire.ts';
import { readTable, type WireTable } from '../../shared/protocol/wire.ts';
import { ScriptedTable } from '../harness/scripted-table.ts';

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
