import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seatId } from '../../core/ids.ts';
import type { Outcome } from '../../core/rules.ts';
import { seededRng } from '../../core/seeded-rng.ts';
import { LINES, landing, winningCells } from './board.ts';
import { fourBotMove } from './bot.ts';
import { FOUR_DEFAULTS, type FourMove, type FourOptions, fourInARow } from './rules.ts';

const SEATS = [seatId(1), seatId(2)];
type State = typeof fourInARow.initial;

function begin(seed: number, options: FourOptions = FOUR_DEFAULTS): State {
  const events = fourInARow.setup(SEATS, options, { now: 0, rng: seededRng(seed) }, null);
  if (!events.ok) throw new Error(events.error.code);
  return events.value.reduce(fourInARow.evolve, fourInARow.initial);
}
function drop(state: State, column: number): State {
  const turn = fourInARow.view(state, { kind: 'spectator' }).turn!;
  const move: FourMove = { type: 'drop', column };
  const done = fourInARow.decide(state, { kind: 'seat', seat: turn }, move, { now: 1, rng: seededRng(1) });
  if (!done.ok) throw new Error(done.error.code);
  return done.value.reduce(fourInARow.evolve, state);
}
const winnerOf = (outcome: Outcome | null) =>
  outcome?.ranking.find(({ points }) => points === 1)?.seat ?? null;

describe('the board', () => {
  it('has 69 lines of four, each straight and on the board', () => {
    expect(LINES).toHaveLength(69);
    expect(new Set(LINES.map(String)).size).toBe(69);
  });

  it.each([
    ['across', [0, 0, 1, 1, 2, 2, 3]],
    ['up', [0, 1, 0, 1, 0, 1, 0]],
    ['rising', [0, 1, 1, 2, 2, 3, 2, 3, 3, 6, 3]],
    ['falling', [6, 5, 5, 4, 4, 3, 4, 3, 3, 0, 3]],
  ])('is won by four %s (rule 1.2)', (_, columns) => {
    const state = columns.reduce(drop, begin(1));
    const { position, ranking, order } = fourInARow.view(state, { kind: 'spectator' });
    expect(winningCells(position.cells)).toHaveLength(4);
    expect(ranking?.find(({ place }) => place === 1)?.seat).toBe(order[0]);
  });

  it('is a draw when it is full without a line (rule 1.3)', () => {
    const columns = [0, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1, 0, 2, 3, 2, 3, 2, 3, 3, 2, 3, 2, 3, 2];
    const rest = [4, 5, 4, 5, 4, 5, 5, 4, 5, 4, 5, 4, 6, 6, 6, 6, 6, 6];
    const state = [...columns, ...rest].reduce(drop, begin(1));
    expect(fourInARow.outcome(state)?.ranking.map(({ place }) => place)).toEqual([1, 1]);
  });
});

describe('any game', () => {
  it('ends within 42 moves, takes what it lists and refuses the rest (rule 1.1)', () => {
    fc.assert(
      fc.property(fc.integer(), fc.infiniteStream(fc.nat()), (seed, picks) => {
        let state = begin(seed);
        for (let i = 0; fourInARow.outcome(state) === null; i++) {
          expect(i).toBeLessThan(42);
          const { turn, position } = fourInARow.view(state, { kind: 'spectator' });
          const legal = fourInARow.legalCommands(state, turn!);
          const columns = legal.map(({ column }) => column);
          for (let column = 0; column < 7; column++)
            expect(landing(position.cells, column) !== null).toBe(columns.includes(column));
          state = drop(state, columns[picks.next().value % columns.length]!);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('bots', () => {
  const play = (strengths: readonly FourOptions['bots'][], seed: number): FourOptions['bots'] | null => {
    const rng = seededRng(seed);
    let state = begin(seed);
    for (;;) {
      const view = fourInARow.view(state, { kind: 'spectator' });
      if (view.turn === null) {
        const winner = winnerOf(fourInARow.outcome(state));
        return winner === null ? null : strengths[SEATS.indexOf(winner)]!;
      }
      const bots = strengths[SEATS.indexOf(view.turn)]!;
      state = drop(
        state,
        fourBotMove({ ...view, options: { ...view.options, bots } }, view.turn, rng)!.column,
      );
    }
  };
  const wins = (strong: FourOptions['bots'], weak: FourOptions['bots'], games: number) => {
    const results = Array.from({ length: games }, (_, seed) =>
      play(seed % 2 ? [strong, weak] : [weak, strong], seed),
    );
    return results.filter((each) => each === strong).length / games;
  };

  it('of a higher strength mostly win (rule 4.1)', () => {
    expect(wins('fair', 'gentle', 40)).toBeGreaterThan(0.7);
    expect(wins('strong', 'fair', 20)).toBeGreaterThan(0.6);
  });

  it('take a win, and block one (rule 4.2)', () => {
    for (const bots of ['fair', 'strong'] as const) {
      const win = [3, 0, 3, 0, 3, 6].reduce(drop, begin(1, { timers: 'off', bots }));
      const block = [3, 0, 3, 0, 3].reduce(drop, begin(1, { timers: 'off', bots }));
      for (const state of [win, block]) {
        const view = fourInARow.view(state, { kind: 'spectator' });
        expect(fourBotMove(view, view.turn!, seededRng(5))).toEqual({ type: 'drop', column: 3 });
      }
    }
  });
});
