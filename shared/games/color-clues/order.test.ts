import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GameScript } from '../../../test/harness/color-clues-script.ts';
import { type SeatId, seatId } from '../../core/ids.ts';
import type { Rng } from '../../core/rng.ts';
import { seededRng } from '../../core/seeded-rng.ts';
import type { PresetName } from './types.ts';

const reorder = (game: GameScript, order: readonly SeatId[]) => game.tell({ type: 'reorder', order });
/** Who gave in each round so far. */
const givers = (game: GameScript): SeatId[] =>
  game.events.flatMap((event) => (event.type === 'roundStarted' ? [event.giver] : []));
const turnsOf = (game: GameScript, seat: SeatId) => givers(game).filter((giver) => giver === seat).length;

/** The others, clockwise from the left of a seat. */
const clockwise = (order: readonly SeatId[], seat: SeatId): SeatId[] => {
  const at = order.indexOf(seat);
  return [...order.slice(at + 1), ...order.slice(0, at)];
};

/** Plays to the end; between any two moves the host may put the seats in another order. */
function playOut(game: GameScript, rng: Rng, isMoved: () => boolean, look: () => void): void {
  while (game.stage !== 'over') {
    if (isMoved()) reorder(game, rng.shuffle(game.order));
    if (game.stage === 'clue' || (game.stage === 'clue2' && rng.int(2) === 0)) game.clue();
    else if (game.stage === 'clue2') game.skipClue();
    else if (game.stage === 'place') {
      const [seat] = game.state.phase.name === 'place' ? game.state.phase.queue : [];
      const taken = game.round.markers.map((marker) => marker.cell);
      const cell = [0, ...taken.map((each) => each + 1)].find((each) => !taken.includes(each))!;
      game.as(seat!, { type: 'placeMarker', cell });
    } else game.allReady();
    look();
  }
}

const anyGame = fc.record({
  seed: fc.integer(),
  preset: fc.constantFrom<PresetName>('classic', 'party'),
  seats: fc.integer({ min: 3, max: 8 }),
  turns: fc.constantFrom<1 | 2 | 3>(1, 2, 3),
});

describe('Another order of seats during a game (rule 11.4)', () => {
  it('lets everybody give as often as was said at the start, however often it changes', () => {
    fc.assert(
      fc.property(anyGame, ({ seed, preset, seats, turns }) => {
        const rng = seededRng(seed);
        const game = new GameScript(seats, { preset, turns, timers: 'off' }, seed);
        playOut(
          game,
          rng,
          () => rng.int(4) === 0,
          () => {
            const had = game.order.map((seat) => turnsOf(game, seat));
            expect(Math.max(...had) - Math.min(...had)).toBeLessThanOrEqual(1);
          },
        );
        expect(game.order.map((seat) => turnsOf(game, seat))).toEqual(game.order.map(() => turns));
      }),
      { numRuns: 300 },
    );
  });

  it('counts from the next round on: the giver’s role and the markers go round in it', () => {
    fc.assert(
      fc.property(anyGame, ({ seed, preset, seats, turns }) => {
        const rng = seededRng(seed);
        const game = new GameScript(seats, { preset, turns, timers: 'off' }, seed);
        let round = game.round;
        playOut(
          game,
          rng,
          () => rng.int(4) === 0,
          () => {
            if (game.round.number === round.number) expect(game.guessers).toEqual(round.guessers);
            else {
              const { giver } = game;
              expect(game.guessers).toEqual(clockwise(game.order, giver));
              // Nobody who has had fewer turns was passed over.
              const had = (seat: SeatId) => turnsOf(game, seat) - (seat === giver ? 1 : 0);
              const fewest = Math.min(...game.order.map(had));
              const next = [...clockwise(game.order, round.giver), round.giver].find(
                (s) => had(s) === fewest,
              );
              expect(giver).toBe(next);
            }
            round = game.round;
          },
        );
      }),
      { numRuns: 300 },
    );
  });

  it('is the old one as long as nobody changes it', () => {
    const game = new GameScript(5, { turns: 3, timers: 'off' });
    const order = [...game.order];
    playOut(
      game,
      seededRng(1),
      () => false,
      () => {},
    );
    expect(givers(game)).toEqual([...order, ...order, ...order]);
  });

  it('neither calls who came later twice, nor leaves them out', () => {
    const game = new GameScript(3, { turns: 2, timers: 'off' });
    game.playRound();
    game.tell({ type: 'seatJoined', seat: seatId(9) });
    reorder(game, [seatId(9), ...game.order.filter((seat) => seat !== 9)]);
    playOut(
      game,
      seededRng(1),
      () => false,
      () => {},
    );
    // Six rounds for four: the two who gave last time stay at one.
    expect(turnsOf(game, seatId(9))).toBeGreaterThan(0);
    expect(givers(game)).toHaveLength(6);
    expect(new Set(givers(game).slice(0, 4)).size).toBe(4);
  });

  it('never has a newcomer give instead of somebody who played from the start, with or without another order', () => {
    fc.assert(
      fc.property(anyGame, fc.boolean(), ({ seed, preset, seats, turns }, isOrdered) => {
        const rng = seededRng(seed);
        const game = new GameScript(seats, { preset, turns, timers: 'off' }, seed);
        const begun = [...game.order];
        let late = 90;
        playOut(
          game,
          rng,
          () => isOrdered && rng.int(3) === 0,
          () => {
            if (game.stage !== 'reveal' || late > 92 || rng.int(3) > 0) return;
            const seat = seatId(++late);
            if (game.tell({ type: 'seatJoined', seat }) === 'ok' && isOrdered)
              reorder(game, [seat, ...game.order.filter((other) => other !== seat)]);
          },
        );
        // In each lap all who were there at the start have given before anybody who came later.
        const given = new Map<SeatId, number>();
        for (const giver of givers(game)) {
          const mine = given.get(giver) ?? 0;
          const others = begun.map((seat) => given.get(seat) ?? 0);
          if (begun.includes(giver)) expect(mine).toBe(Math.min(...others));
          else expect(Math.max(...others)).toBe(Math.min(...others));
          given.set(giver, mine + 1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps whoever it does not name at the end, and names of nobody do not matter', () => {
    const game = new GameScript(4, { timers: 'off' });
    const [a, b, c, d] = game.order;
    expect(reorder(game, [seatId(77), d!, b!])).toBe('ok');
    expect(game.order).toEqual([d, b, a, c]);
    game.passWaited();
    expect(game.giver).toBe(c);
  });
});
