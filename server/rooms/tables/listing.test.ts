import { describe, expect, it } from 'vitest';
import { playerId, seatId } from '../../../shared/core/ids.ts';
import { colorClues } from '../../../shared/games/color-clues/rules.ts';
import type { GameView } from '../../../shared/games/color-clues/types.ts';
import { ScriptedTable } from '../../../test/harness/scripted-table.ts';
import { EVERY, joinable, Listed, publicList } from './listing.ts';

describe('what is listed of a table', () => {
  it('follows the options: so many seats are at it, and so many are free', () => {
    const table = new ScriptedTable(1);
    table.tell({ type: 'open', name: 'Test', visibility: 'public', options: null, bots: 0 });
    table.tell({ type: 'sit', person: { id: playerId('p1'), name: 'Ana', marker: 0 } });
    const listed = new Listed<GameView>(
      { game: 'color-clues' },
      { rules: colorClues, progress: () => ({ unit: 'round' as const, now: 1, of: 8 }) },
    );
    const next = () => listed.next(table.view(null), 1)?.listing.about ?? null;
    expect(next()).toMatchObject({ maxSeats: 10, openSeats: 9 });
    expect(next()).toBeNull();
    expect(table.as(seatId(1), { type: 'setOptions', options: { preset: 'party' } })).toBeNull();
    expect(next()).toMatchObject({ maxSeats: 16, openSeats: 15 });
    expect(next()).toBeNull();
  });

  it('is not said again when something else at the table changes, such as the name of somebody there', () => {
    const table = new ScriptedTable(1);
    const ana = { id: playerId('p1'), name: 'Ana', marker: 0 };
    table.tell({ type: 'open', name: 'T', visibility: 'public', options: null, bots: 0 });
    table.tell({ type: 'sit', person: ana });
    const listed = new Listed<GameView>(
      { game: 'color-clues' },
      { rules: colorClues, progress: () => ({ unit: 'round' as const, now: 1, of: 8 }) },
    );
    expect(listed.next(table.view(null), 1)).not.toBeNull();
    for (const name of ['Anna', 'Annabel']) {
      expect(table.tell({ type: 'rename', person: { ...ana, name } })).toBeNull();
      expect(listed.next(table.view(null), 1)).toBeNull();
    }
  });

  it('stands in every list in which somebody may look for it, and in none of a full or locked one for a free seat', () => {
    const table = new ScriptedTable(1);
    table.tell({ type: 'open', name: 'T', visibility: 'public', options: null, bots: 0, language: 'de' });
    table.tell({ type: 'sit', person: { id: playerId('p1'), name: 'Ana', marker: 0 } });
    const game = {
      rules: colorClues,
      progress: () => ({ unit: 'round' as const, now: 1, of: 8 }),
      modeOf: () => 'party',
    };
    const listed = new Listed<GameView>({ game: 'color-clues' }, game);
    const listsNow = () => Object.keys(listed.next(table.view(null), 3)!.listing.ranks).sort();
    const kind = 'color-clues/party';
    const looked = [{}, { kind }, { language: 'de' }, { kind, language: 'de' }] as const;
    const lists = (free: boolean) =>
      looked.map((each) => publicList({ ...each, ...(free && { free: '1' as const }) }));
    const open = [...lists(false), ...lists(true), joinable('color-clues'), EVERY];
    expect(listsNow()).toEqual(open.sort());
    expect(table.as(seatId(1), { type: 'setLock', isLocked: true })).toBeNull();
    expect(listsNow()).toEqual([...lists(false), EVERY].sort());
  });

  it('tells who has a seat, and who of them is there now', () => {
    const table = new ScriptedTable(1);
    table.tell({ type: 'open', name: 'T', visibility: 'public', options: null, bots: 0 });
    table.tell({ type: 'sit', person: { id: playerId('p1'), name: 'Ana', marker: 0 } });
    table.tell({ type: 'sit', person: { id: playerId('p2'), name: 'Ben', marker: 1 } });
    table.as(seatId(1), { type: 'addBot' });
    const listed = new Listed<GameView>(
      { game: 'color-clues' },
      { rules: colorClues, progress: () => ({ unit: 'round' as const, now: 1, of: 8 }) },
    );
    const next = () => listed.next(table.view(null), 2)?.listing.about;
    expect(next()).toMatchObject({ seated: ['p1', 'p2'], present: ['p1', 'p2'] });
    table.as(seatId(1), { type: 'start' });
    table.tell({ type: 'goAway', player: playerId('p2') });
    expect(next()).toMatchObject({ seated: ['p1', 'p2'], present: ['p1'] });
  });

  it('tells who only watches', () => {
    const table = new ScriptedTable(1);
    table.tell({ type: 'open', name: 'T', visibility: 'public', options: null, bots: 0 });
    table.tell({ type: 'sit', person: { id: playerId('p1'), name: 'Ana', marker: 0 } });
    const listed = new Listed<GameView>(
      { game: 'color-clues' },
      { rules: colorClues, progress: () => ({ unit: 'round' as const, now: 1, of: 8 }) },
    );
    expect(listed.next(table.view(null), 3)?.listing.about).toMatchObject({ people: 3, watchers: 2 });
  });
});
