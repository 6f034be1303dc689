import { describe, expect, it } from 'vitest';
import { LEXICON } from '../../../scripts/bots/bot-game.ts';
import { GameScript } from '../../../test/harness/color-clues-script.ts';
import type { SeatId } from '../../core/ids.ts';
import { botDelayMs, botMove, isBotWaitedFor } from './bot.ts';
import { type Mind, newMind } from './bot-mind.ts';

/** A whole party of bots, each of which moves when it has thought as long as a person would. */
class BotParty extends GameScript {
  readonly refused: string[] = [];
  /** How long each placing and each round took, ms. */
  readonly placings: number[] = [];
  readonly rounds: number[] = [];
  readonly #minds = new Map<SeatId, Mind>();
  readonly #due = new Map<SeatId, number>();

  play(): this {
    let [placingSince, roundSince] = [0, this.now];
    while (this.stage !== 'over') {
      this.#think();
      const [seat, at] = [...this.#due].sort(([, a], [, b]) => a - b)[0]!;
      const { stage } = this;
      this.pass(Math.max(0, at - this.now));
      if (this.stage === stage) this.#move(seat);
      this.#due.delete(seat);
      if (stage !== 'place' && this.stage === 'place') placingSince = this.now;
      if (stage === 'place' && this.stage !== 'place') this.placings.push(this.now - placingSince);
      if (stage === 'reveal' && this.stage !== 'reveal') {
        this.rounds.push(this.now - roundSince);
        roundSince = this.now;
      }
    }
    return this;
  }

  #think(): void {
    for (const seat of this.order) {
      const view = this.view(seat);
      if (!isBotWaitedFor(view, seat)) this.#due.delete(seat);
      else if (!this.#due.has(seat)) this.#due.set(seat, this.now + botDelayMs(view, seat, this.rng));
    }
  }

  #move(seat: SeatId): void {
    const mind = this.#minds.get(seat) ?? newMind(LEXICON, this.rng);
    this.#minds.set(seat, mind);
    const move = botMove(this.view(seat), seat, mind, this.rng);
    const result = move === null ? 'no move' : this.as(seat, move);
    if (result !== 'ok') this.refused.push(result);
  }
}

describe('bots at a party', () => {
  const parties = [1, 2].flatMap((clues) =>
    [2, 4, 10].map((seats) => new BotParty(seats, { preset: 'party', clues: clues as 1 | 2 }, seats).play()),
  );

  it('never have a move refused, and put each marker once', () => {
    for (const party of parties) {
      expect(party.refused).toEqual([]);
      const clues = party.events.filter(({ type }) => type === 'clueGiven').length;
      const laid = party.events.filter(({ type }) => type === 'markerLaid').length;
      expect(laid).toBe(clues * (party.order.length - 1));
    }
  });

  it('take their time as people do, and hold nobody up (rule 8.1)', () => {
    for (const { placings, rounds } of parties) {
      expect(Math.min(...placings)).toBeGreaterThan(2_000);
      expect(Math.max(...placings)).toBeLessThan(10_000);
      expect(Math.max(...rounds)).toBeLessThan(45_000);
    }
  });

  it('score far above chance, and the giver as much as the others', () => {
    const gains = parties.flatMap(({ state }) => state.history.flatMap((record) => record.gains));
    const mean = gains.reduce((sum, { points }) => sum + points, 0) / gains.length;
    expect(mean).toBeGreaterThan(0.5);
  });
});
