import { describe, expect, it } from 'vitest';
import { GameScript } from '../../../test/harness/color-clues-script.ts';
import { seatId } from '../../core/ids.ts';
import { colorClues } from './rules.ts';

const away = (game: GameScript, ...seats: number[]) => {
  for (const seat of seats) expect(game.tell({ type: 'seatAway', seat: seatId(seat) })).toBe('ok');
};
const back = (game: GameScript, seat: number) => game.tell({ type: 'seatBack', seat: seatId(seat) });
const leave = (game: GameScript, seat: number) => game.tell({ type: 'seatLeft', seat: seatId(seat) });
const join = (game: GameScript, seat = 50) => game.tell({ type: 'seatJoined', seat: seatId(seat) });

describe('Fewer than three present (rule 6.3)', () => {
  it('the game pauses 60 s, then ends and scores as it stands', () => {
    const game = new GameScript(3);
    game.clue();
    game.place(0);
    leave(game, game.turn);
    expect(game.view(null)).toMatchObject({ stage: 'paused', spanMs: 60_000, until: game.now + 60_000 });
    expect(game.as(game.giver, { type: 'ready' })).toBe('wrong_stage');
    expect(game.passWaited()).toBe('wrong_stage');
    game.pass(60_000);
    expect(game.last('gameEnded')?.reason).toBe('tooFew');
    expect(colorClues.outcome(game.state)?.ranking.map(({ points }) => points)).toEqual([0, 0]);
    expect(new Set([...game.state.deck, ...game.state.used]).size).toBe(120);
  });

  it('an absence counts after 5 s', () => {
    const game = new GameScript(3);
    away(game, game.guessers[0]!);
    game.pass(4_999);
    expect(game.stage).toBe('clue');
    game.pass(1);
    expect(game.stage).toBe('paused');
  });

  it('when three are present again the wait goes on with the time that was left', () => {
    const game = new GameScript(3);
    const [seat] = game.guessers;
    away(game, seat!);
    game.pass(35_000); // 5 s until the pause, 30 s of it
    back(game, seat!);
    expect([game.stage, game.left]).toEqual(['clue', 70_000]);
  });

  it('but never less than a moment', () => {
    const game = new GameScript(3);
    game.pass(69_000);
    away(game, game.guessers[0]!);
    game.pass(30_000);
    back(game, game.guessers[0]!);
    expect(game.left).toBe(5_000);
  });

  it('a new seat makes three as well', () => {
    const game = new GameScript(3, { timers: 'off' });
    leave(game, game.guessers[0]!);
    expect(game.stage).toBe('paused');
    expect(join(game)).toBe('ok');
    expect([game.stage, game.left]).toEqual(['clue', null]);
    expect(game.guessers).not.toContain(50);
  });

  it('a giver who leaves voids the round when the game goes on', () => {
    const game = new GameScript(3);
    const { giver } = game;
    const next = game.order[1];
    game.clue();
    leave(game, giver);
    expect(game.stage).toBe('paused');
    expect(game.last('roundVoided')).toBeUndefined();
    join(game);
    expect(game.last('roundVoided')?.reason).toBe('giverLeft');
    expect(game.giver).toBe(next);
  });

  it('somebody whose turn begins during the pause has the full time', () => {
    const game = new GameScript(4);
    game.clue();
    const [, second, third] = game.queue;
    game.pass(24_000);
    away(game, second!, third!);
    game.pass(1_000);
    // The clock of the first has run out; the second, absent, is waited for 5 s.
    expect(game.turn).toBe(second);
    game.pass(4_000);
    expect(game.stage).toBe('paused');
    game.pass(3_000);
    leave(game, second!);
    expect(game.turn).toBe(third);
    game.pass(10_000);
    back(game, third!);
    expect([game.stage, game.turn, game.left]).toEqual(['place', third, 25_000]);
  });

  it('the last guesser leaving during the pause leads to the second clue', () => {
    const game = new GameScript(4);
    game.clue();
    game.place(9);
    game.place(9);
    const [first, , third] = game.guessers;
    away(game, first!, third!);
    game.pass(5_000);
    expect([game.stage, game.turn]).toEqual(['paused', third]);
    leave(game, third!);
    back(game, first!);
    expect([game.stage, game.left]).toEqual(['clue2', 45_000]);
  });

  it('a reveal is interrupted like anything else', () => {
    const game = new GameScript(3);
    game.playRound();
    const [a] = game.order;
    away(game, a!);
    game.pass(5_000);
    expect(game.view(null)).toMatchObject({ stage: 'paused', target: game.target, secret: null });
    back(game, a!);
    expect([game.stage, game.left]).toEqual(['reveal', 5_000]);
  });

  it('after the last reveal nothing is waited for', () => {
    const game = new GameScript(3, { turns: 1 });
    game.passWaited();
    game.passWaited();
    game.playRound();
    away(game, 1, 2, 3);
    game.pass(5_000);
    expect(game.last('gameEnded')?.reason).toBe('allRounds');
  });

  it('when everybody leaves the game ends at once', () => {
    const game = new GameScript(3);
    for (const seat of game.order) leave(game, seat);
    expect(game.last('gameEnded')?.reason).toBe('tooFew');
    expect(colorClues.outcome(game.state)?.ranking).toEqual([]);
  });

  it('without any guesser left the round ends with its clue', () => {
    const game = new GameScript(3);
    for (const seat of game.guessers) leave(game, seat);
    join(game, 50);
    join(game, 51);
    expect(game.stage).toBe('clue');
    game.clue();
    expect(game.stage).toBe('reveal');
    expect(game.round.markers).toEqual([]);
  });
});
