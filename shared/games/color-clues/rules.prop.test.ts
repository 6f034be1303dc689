import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SeatId, seatId } from '../../core/ids.ts';
import { seededRng } from '../../core/rng.ts';
import type { Actor, SystemCommand } from '../../core/rules.ts';
import { CARDS } from './cards.ts';
import { colorClues } from './rules.ts';
import { type GameState, orderOf } from './state.ts';
import type { GameCommand, GameEvent, GameOptions } from './types.ts';

const options: fc.Arbitrary<GameOptions> = fc.record({
  timers: fc.constantFrom('off', 'normal', 'relaxed', 'slow'),
  turns: fc.constantFrom<GameOptions['turns'][]>('auto', 1, 2),
  clueCheck: fc.constantFrom('strict', 'honor', 'off'),
});

/** A game in the making; every fact it ever saw is kept to be folded again. */
class Playout {
  state: GameState = colorClues.initial;
  now = 1_000_000;
  readonly events: GameEvent[] = [];
  readonly rejections = new Set<string>();
  readonly #rng;
  #nextSeat: number;

  constructor(seed: number, seats: number, wanted: GameOptions) {
    this.#rng = seededRng(seed);
    this.#nextSeat = seats + 1;
    const order = Array.from({ length: seats }, (_, i) => seatId(i + 1));
    const opened = colorClues.setup(order, wanted, { now: this.now, rng: this.#rng }, null);
    if (!opened.ok) throw new Error(opened.error.code);
    this.#apply(opened.value);
  }

  get isOver(): boolean {
    return colorClues.outcome(this.state) !== null;
  }

  #apply(events: readonly GameEvent[]): void {
    for (const event of events) this.state = colorClues.evolve(this.state, event);
    this.events.push(...events);
  }

  tell(by: Actor, command: GameCommand | SystemCommand): boolean {
    const decided = colorClues.decide(this.state, by, command, { now: this.now, rng: this.#rng });
    if (decided.ok) this.#apply(decided.value);
    else this.rejections.add(decided.error.code);
    return decided.ok;
  }

  /** Lets time pass to what happens next by itself. */
  wake(): void {
    const due = colorClues.deadline(this.state);
    if (due === null) return;
    this.now = Math.max(this.now, due);
    expect(this.tell({ kind: 'system' }, { type: 'timeUp' })).toBe(true);
  }

  /** One step of chaos: a move of somebody, somebody's connection, a newcomer, time. */
  step(): void {
    const rng = this.#rng;
    this.now += rng.int(4_000);
    const order = orderOf(this.state);
    const seat = order.length > 0 ? rng.pick(order) : seatId(1);
    const dice = rng.int(100);
    if (dice < 70) this.#move(order);
    else if (dice < 76) this.tell({ kind: 'system' }, { type: 'seatAway', seat });
    else if (dice < 84) this.tell({ kind: 'system' }, { type: 'seatBack', seat });
    else if (dice < 85) this.tell({ kind: 'system' }, { type: 'seatLeft', seat });
    else if (dice < 87) this.tell({ kind: 'system' }, { type: 'seatJoined', seat: seatId(this.#nextSeat++) });
    else if (dice < 90) this.tell({ kind: 'system' }, { type: 'skip' });
    else if (dice < 94) this.tell({ kind: 'system' }, { type: 'timeUp' });
    else this.wake();
  }

  #move(order: readonly SeatId[]): void {
    const legal = order.flatMap((seat) =>
      colorClues.legalCommands(this.state, seat).map((move) => ({ seat, move })),
    );
    if (legal.length === 0) {
      this.wake();
      return;
    }
    const { seat, move } = this.#rng.pick(legal);
    expect(this.tell({ kind: 'seat', seat }, move)).toBe(true);
  }
}

/** Games in a run of this file: together more than ten thousand. */
const RUNS = 10_000;

describe('any game', () => {
  const reached = new Set<string>();

  it('ends, keeps its cards together, and is the fold of its facts', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 3, max: 5 }), options, (seed, seats, wanted) => {
        const game = new Playout(seed, seats, wanted);
        let steps = 0;
        for (; !game.isOver && steps < 1_500; steps++) game.step();
        for (const code of game.rejections) reached.add(code);
        expect(game.isOver).toBe(true);
        const { deck, used } = game.state;
        expect(new Set([...deck, ...used]).size).toBe(CARDS.length);
        expect(deck.length + used.length).toBe(CARDS.length);
        expect(game.events.reduce(colorClues.evolve, colorClues.initial)).toEqual(game.state);
      }),
      { numRuns: RUNS },
    );
  }, 120_000);
});
