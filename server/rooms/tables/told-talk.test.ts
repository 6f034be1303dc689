import { expect, it } from 'vitest';
import { playerId } from '../../../shared/core/ids.ts';
import type { Actor } from '../../../shared/core/rules.ts';
import { seededRng } from '../../../shared/core/seeded-rng.ts';
import { tableFor } from '../../../shared/table/table.ts';
import type { TableCommand } from '../../../shared/table/types.ts';
import { type HandsCommand, handsGame } from '../../../test/harness/hands-game.ts';
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

it('another secret is news, also where it keeps the same seats apart as the one before', () => {
  const table = tableFor(handsGame(() => [7]));
  let state = table.initial;
  const tell = (by: Actor, command: TableCommand<HandsCommand>) => {
    const decided = table.decide(state, by, command, { now: 1, rng: seededRng(1) });
    if (!decided.ok) throw new Error(decided.error.code);
    state = decided.value.reduce(table.evolve, state);
  };
  const system = { kind: 'system' } as const;
  tell(system, { type: 'open', name: 'T', visibility: 'public', options: null, bots: 0 });
  for (const name of ['ana', 'ben'])
    tell(system, { type: 'sit', person: { id: playerId(name), name, marker: 0 } });
  const [ana, ben] = state.seats.map(({ id: seat }) => ({ kind: 'seat', seat }) as const);
  tell(ana!, { type: 'start' });
  const told = new ToldTalk(table.game as never);
  const isNews = () => told.isNews(state as never);
  expect(isNews()).toBe(true);
  tell(ana!, { type: 'play', move: { type: 'ready' } });
  expect(isNews()).toBe(false);
  tell(ben!, { type: 'play', move: { type: 'ready' } });
  expect(isNews()).toBe(true);
});
