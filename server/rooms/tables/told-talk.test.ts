import { expect, it } from 'vitest';
import { colorTable, ScriptedTable } from '../../../test/harness/scripted-table.ts';
import { ToldTalk } from './told-talk.ts';

it('every secret has a wall of its own, also of two givers who leave in one pause', () => {
  const table = ScriptedTable.playing(1, 6);
  const told = new ToldTalk(colorTable.game as never);
  const wall = () => told.infoOf(table.state as never, 0).wall!.id;
  const walls = [wall()];
  const { startedAt } = table.game.round!;
  table.as(table.state.host!, { type: 'pause' });
  for (let gone = 0; gone < 2; gone++) {
    table.now += 10_000;
    expect(table.as(table.game.round!.giver, { type: 'leave' })).toBeNull();
    expect(told.isNews(table.state as never)).toBe(true);
    walls.push(wall());
  }
  expect(table.game.round!.startedAt).toBe(startedAt);
  expect(new Set(walls).size).toBe(3);
});
