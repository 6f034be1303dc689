import { describe, expect, it } from 'vitest';
import { playerId, seatId } from '../../../shared/core/ids.ts';
import { colorClues } from '../../../shared/games/color-clues/rules.ts';
import type { GameView } from '../../../shared/games/color-clues/types.ts';
import { ScriptedTable } from '../../../test/harness/scripted-table.ts';
import { Listed } from './listing.ts';

describe('what is listed of a table', () => {
  it('follows the options: so many seats are at it, and so many are free', () => {
    const table = new ScriptedTable(1);
    table.tell({ type: 'open', name: 'Test', visibility: 'public', options: null, bots: 0 });
    table.tell({ type: 'sit', person: { id: playerId('p1'), name: 'Ana', marker: 0 } });
    const listed = new Listed<GameView>({ game: 'color-clues' }, { rules: colorClues, line: () => '' });
    const next = () => listed.next(table.view(null), 1)?.listing.about ?? null;
    expect(next()).toMatchObject({ maxSeats: 10, openSeats: 9 });
    expect(next()).toBeNull();
    expect(table.as(seatId(1), { type: 'setOptions', options: { preset: 'party' } })).toBeNull();
    expect(next()).toMatchObject({ maxSeats: 16, openSeats: 15 });
    expect(next()).toBeNull();
  });
});
