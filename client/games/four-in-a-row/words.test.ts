import { describe, expect, it } from 'vitest';
import type { SeatId } from '../../../shared/core/ids.ts';
import type { FourView } from '../../../shared/games/four-in-a-row/rules.ts';
import { FourScript } from '../../../test/harness/four-script.ts';
import type { Played } from '../game.ts';
import { turnWords } from '../turns.tsx';
import { announcement, columnDetail, columnLabel, ownersOf, result, sentence } from './words.ts';

/** Two people in a game in which discs went into these columns; who is first moves first. */
function afterDiscs(...columns: number[]) {
  const script = FourScript.playing({}, 'Ana', 'Ben');
  const [first, second] = script.game.order as [SeatId, SeatId];
  for (const column of columns) script.drop(script.game.turn, column);
  const view = (seat: SeatId | null) => script.view(seat) as Played<FourView>;
  const nameOf = (seat: SeatId) => script.nameOf(seat)!;
  return { script, first, second, view, names: [nameOf(first), nameOf(second)] as const };
}

describe('a column', () => {
  it.each([
    [[], 'Column 3, empty', undefined],
    [[2], 'Column 3, 1 disc, yours on top', undefined],
    [[2, 2], 'Column 3, 2 discs, Ben’s on top', 'From below: yours, Ben’s'],
    [[2, 2, 2], 'Column 3, 3 discs, yours on top', 'From below: yours, Ben’s, yours'],
    [[2, 2, 2, 2, 2, 2], 'Column 3, full, Ben’s on top', expect.stringContaining('yours, Ben’s')],
  ] as const)('after %j is called %s', (columns, label, detail) => {
    const { cells } = afterDiscs(...columns).script.game.position;
    expect(columnLabel(cells, 2, ['yours', 'Ben’s'])).toBe(label);
    expect(columnDetail(cells, 2, ['yours', 'Ben’s'])).toEqual(detail);
  });

  it('says whose discs are whose to everybody', () => {
    const { view, first, names } = afterDiscs(3);
    expect(ownersOf(view(first), first)).toEqual(['yours', `${names[1]}’s`]);
    expect(ownersOf(view(null), null)).toEqual([`${names[0]}’s`, `${names[1]}’s`]);
  });
});

describe('a move', () => {
  it('is told to everybody in one sentence, with who is next', () => {
    const [before, { view, first, second, names }] = [afterDiscs(3), afterDiscs(3, 4)];
    const told = (me: SeatId | null) => announcement(before.view(me), view(me), me);
    expect(told(first)).toBe(`${names[1]}: column 5. Your turn.`);
    expect(told(second)).toBe(`You: column 5. ${names[0]} is next.`);
    expect(told(null)).toBe(`${names[1]}: column 5. ${names[0]} is next.`);
    expect(announcement(view(first), view(first), first)).toBeNull();
  });

  it('that wins is told as such, and a new game as a new one', () => {
    const { script, view, first, names } = afterDiscs(0, 1, 0, 1, 0, 1);
    const before = view(null);
    script.drop(first, 0);
    expect(announcement(before, view(null), null)).toBe(`${names[0]}: column 1. Four in a row!`);
    const won = view(null);
    script.as('Ana', { type: 'start' });
    expect(announcement(won, view(null), null)).toBe(`A new game. ${names[1]} is next.`);
  });
});

describe('above the board and beside it', () => {
  it('stands whose turn it is', () => {
    const { view, first, second, names } = afterDiscs(3);
    expect(sentence(view(second), second).large).toBe('Your turn');
    expect(sentence(view(first), first)).toMatchObject({ large: `${names[1]} is thinking` });
    expect(
      turnWords()
        .players(view(null), null)
        .map(({ seat, status }) => [seat, status]),
    ).toEqual([
      [first, 'waiting'],
      [second, 'to move'],
    ]);
  });
});

describe('the result', () => {
  it('says who won, with how many discs, and shows the board', () => {
    const { view, first, second } = afterDiscs(0, 1, 0, 1, 0, 1, 0);
    const { rows, headline, summary } = result(view(null));
    expect(rows.map(({ seat, place, note }) => [seat, place, note])).toEqual([
      [first, 1, 'Four in a row after 7 discs'],
      [second, 2, ''],
    ]);
    expect(headline).toBeNull();
    expect(summary?.slice(-2)).toEqual(['●○·····', '●○·····']);
    expect(summary).toHaveLength(6);
  });

  it('is a draw on a full board, and somebody’s who stayed', () => {
    const pairs = [0, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1, 0, 2, 3, 2, 3, 2, 3, 3, 2, 3, 2, 3, 2];
    const draw = afterDiscs(...pairs, 4, 5, 4, 5, 4, 5, 5, 4, 5, 4, 5, 4, 6, 6, 6, 6, 6, 6);
    expect(result(draw.view(null)).headline).toMatch(/draw/);
    const left = afterDiscs(3);
    left.script.as('Ben', { type: 'leave' });
    expect(result(left.view(null)).rows[0]).toMatchObject({ place: 1, note: 'The other left' });
    expect(left.script.nameOf(result(left.view(null)).rows[0]!.seat)).toBe('Ana');
  });
});
