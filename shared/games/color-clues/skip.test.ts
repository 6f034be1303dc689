import { describe, expect, it } from 'vitest';
import { GameScript } from '../../../test/harness/color-clues-script.ts';
import type { SeatId } from '../../core/ids.ts';
import { AWAY_MS, FAIR_TURN_MS } from '../../core/skip.ts';

const skip = (game: GameScript, by: SeatId | undefined) => game.tell({ type: 'skip', by: by! });

describe('The host skips (rule 11.8)', () => {
  it('whoever is to give, after half of their time', () => {
    const game = new GameScript(4);
    const [host] = game.guessers;
    game.now += 37_499;
    expect(skip(game, host)).toBe('skip_later');
    game.now += 1;
    expect(skip(game, host)).toBe('ok');
    expect(game.last('roundVoided')?.reason).toBe('skipped');
  });

  it('whoever is to place, each after half of their own time', () => {
    const game = new GameScript(4);
    const { giver } = game;
    game.clue();
    for (const seat of game.guessers.slice(0, 2)) {
      expect(game.turn).toBe(seat);
      game.now += 12_499;
      expect(skip(game, giver)).toBe('skip_later');
      game.now += 1;
      expect(skip(game, giver)).toBe('ok');
      expect(game.last('placingPassed')).toMatchObject({ seat, reason: 'skipped' });
    }
  });

  it('but not themselves, nor a reveal', () => {
    const game = new GameScript(4);
    game.now += 60_000;
    expect(skip(game, game.giver)).toBe('skip_self');
    game.clue();
    game.now += 20_000;
    expect(skip(game, game.turn)).toBe('skip_self');
    game.placeAll();
    game.now += 30_000;
    expect(skip(game, game.giver)).toBe('skip_self');
    game.skipClue();
    game.now += 7_000;
    expect(skip(game, game.giver)).toBe('wrong_stage');
  });

  it('whoever is waited for, without a clock 15 s after the wait began, each for themselves', () => {
    for (const preset of ['classic', 'party'] as const) {
      const game = new GameScript(4, { preset, timers: 'off' });
      const [host] = game.guessers;
      game.now += FAIR_TURN_MS - 1;
      expect(skip(game, host)).toBe('skip_later');
      game.clue();
      const by = preset === 'classic' ? game.giver : host;
      if (preset === 'party') game.as(host!, { type: 'placeMarker', cell: 7 });
      game.now += FAIR_TURN_MS - 1;
      expect(game.view(null).since).toBe(game.now - FAIR_TURN_MS + 1);
      expect(skip(game, by)).toBe('skip_later');
      game.now += 1;
      expect(skip(game, by)).toBe('ok');
    }
  });

  it('not a giver who only loads the page again', () => {
    const game = new GameScript(4, { timers: 'off' });
    const { giver } = game;
    const [host] = game.guessers;
    game.tell({ type: 'seatAway', seat: giver });
    game.now += AWAY_MS - 1;
    expect(skip(game, host)).toBe('skip_later');
    game.tell({ type: 'seatBack', seat: giver });
    game.now += 1;
    expect(skip(game, host)).toBe('skip_later');
    expect(game.giver).toBe(giver);
  });

  it('whoever has been away for a moment at once, as if they had been waited for', () => {
    const game = new GameScript(5);
    const { giver } = game;
    const [, host] = game.guessers;
    game.clue();
    game.tell({ type: 'seatAway', seat: game.turn });
    game.now += AWAY_MS;
    expect(skip(game, giver)).toBe('ok');
    expect(game.last('placingPassed')?.reason).toBe('away');
    // Others may still object.
    expect(game.as(host!, { type: 'challengeClue' })).toBe('ok');
  });

  it('a giver who was never there, and their turn is taken out (rule 6.8)', () => {
    const game = new GameScript(4);
    const [next] = game.guessers;
    game.playRound();
    game.tell({ type: 'seatAway', seat: next! });
    game.allReady();
    expect(game.giver).toBe(next);
    const { rounds } = game.state;
    game.now += AWAY_MS;
    expect(skip(game, game.guessers[0])).toBe('ok');
    expect(game.last('turnSkipped')?.seat).toBe(next);
    expect(game.state.rounds).toBe(rounds - 1);
  });

  it('and after a pause half of what was left', () => {
    const game = new GameScript(3);
    const [host, away] = game.guessers;
    game.now += 35_000;
    game.tell({ type: 'seatAway', seat: away! });
    game.pass(20_000);
    game.tell({ type: 'seatBack', seat: away! });
    expect(game.left).toBe(35_000);
    game.now += 17_499;
    expect(skip(game, host)).toBe('skip_later');
    game.now += 1;
    expect(skip(game, host)).toBe('ok');
  });
});
