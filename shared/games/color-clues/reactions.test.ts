import { expect, it } from 'vitest';
import { seatId } from '../../core/ids.ts';
import { REACTIONS } from '../../core/reactions.ts';
import { seededRng } from '../../core/seeded-rng.ts';
import { parseCell } from './board.ts';
import { botReaction, isRevealed } from './reactions.ts';
import type { GameView } from './types.ts';

const at = (name: string): number => parseCell(name)!;

/** A reveal on H14 with one marker for each guesser. */
function revealOn(...cells: string[]): GameView {
  const player = (seat: number, cell: number | null) => ({
    seat: seatId(seat),
    markers: [cell, null] as const,
    gain: 0,
  });
  const players = [player(1, null), ...cells.map((name, index) => player(index + 2, at(name)))];
  return { stage: 'reveal', giver: seatId(1), target: at('H14'), players } as unknown as GameView;
}

/** What a bot feels when it shows anything at all. */
function feeling(view: GameView, seat: number): string | null {
  for (let seed = 0; seed < 40; seed++) {
    const reaction = botReaction(view, seatId(seat), seededRng(seed));
    if (reaction) return reaction.emoji;
  }
  return null;
}

it.each([
  ['its own hit', revealOn('H14', 'A1'), 2, '🎯'],
  ['that of another', revealOn('H16', 'H14'), 2, '👏'],
  ['its own blunder', revealOn('H30', 'H16'), 2, '😅'],
  ['the blunder of another', revealOn('H16', 'H30'), 2, '😂'],
  ['what became of its clue', revealOn('H16', 'H30'), 1, '😮'],
  ['nothing', revealOn('H16', 'H17'), 2, null],
] as const)('a bot reacts to %s', (_what, view, seat, emoji) => {
  expect(feeling(view, seat)).toBe(emoji);
});

it('reacts seldom, after most has been shown, and the same for the same chance', () => {
  const view = revealOn('H14', 'A1');
  const shown = Array.from({ length: 200 }, (_, seed) => botReaction(view, seatId(2), seededRng(seed)));
  const some = shown.filter((each) => each !== null);
  expect(some.length).toBeGreaterThan(30);
  expect(some.length).toBeLessThan(90);
  for (const { emoji, afterMs } of some) {
    expect(REACTIONS).toContain(emoji);
    expect(afterMs).toBeGreaterThanOrEqual(2_500);
    expect(afterMs).toBeLessThan(5_000);
  }
  expect(Array.from({ length: 200 }, (_, seed) => botReaction(view, seatId(2), seededRng(seed)))).toEqual(
    shown,
  );
});

it('is no noise at a full table: of fifteen bots hardly ever more than three react to the same', () => {
  const view = revealOn('H30', ...Array.from({ length: 14 }, (_, i) => `A${i + 1}`));
  const counts = Array.from({ length: 200 }, (_, round) => {
    const rng = seededRng(round);
    return view.players.slice(1).filter(({ seat }) => botReaction(view, seat, rng) !== null).length;
  });
  const mean = counts.reduce((sum, each) => sum + each, 0) / counts.length;
  expect(mean).toBeGreaterThan(0.7);
  expect(mean).toBeLessThan(1.6);
  expect(counts.filter((each) => each > 3).length).toBeLessThan(counts.length / 10);
});

it('has its moment when a color comes out, and at no other', () => {
  const view = revealOn('H14');
  expect(isRevealed({ ...view, stage: 'place' }, view)).toBe(true);
  expect(isRevealed(view, view)).toBe(false);
  expect(isRevealed({ ...view, stage: 'place' }, { ...view, target: null })).toBe(false);
});
