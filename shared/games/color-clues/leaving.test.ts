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

describe('The giver leaves (rule 6.4)', () => {
  it('the round is void and the next player gives', () => {
    const game = new GameScript(5);
    const [first, second, third] = game.order;
    game.clue();
    game.place(0);
    leave(game, first!);
    expect(game.last('roundVoided')?.reason).toBe('giverLeft');
    expect(game.giver).toBe(second);
    expect(game.guessers[0]).toBe(third);
    expect(game.score(game.guessers[0]!)).toBe(0);
    expect(game.score(first!)).toBeUndefined();
    expect(game.state.rounds).toBe(10);
  });

  it('the last in the order: the first is next', () => {
    const game = new GameScript(4);
    const last = game.order.at(-1)!;
    while (game.giver !== last) game.passWaited();
    leave(game, last);
    expect(game.giver).toBe(game.order[0]);
  });

  it('after the reveal the points stay', () => {
    const game = new GameScript(4);
    game.clue();
    game.placeAll(1);
    game.skipClue();
    leave(game, game.giver);
    expect(game.stage).toBe('reveal');
    expect(game.order.map((seat) => game.score(seat))).toEqual([2, 2, 2]);
  });

  it('in the last round the game ends, however few are left', () => {
    const game = new GameScript(3, { turns: 1 });
    game.passWaited();
    game.passWaited();
    leave(game, game.giver);
    expect(game.last('gameEnded')?.reason).toBe('allRounds');
    expect(colorClues.outcome(game.state)?.ranking).toHaveLength(2);
  });
});

describe('A guesser leaves (rule 6.4)', () => {
  it('their markers still count for the giver', () => {
    const game = new GameScript(4);
    game.clue();
    const [seat] = game.queue;
    game.place(0);
    leave(game, seat!);
    game.placeAll();
    game.skipClue();
    expect(game.score(game.giver)).toBe(1);
    expect(game.last('roundRevealed')?.gains.map((gain) => gain.seat)).not.toContain(seat);
    expect(colorClues.outcome(game.state)).toBeNull();
  });

  it('whose turn it is: the next one begins with a full clock', () => {
    const game = new GameScript(5);
    game.clue();
    const [first, second] = game.queue;
    game.pass(20_000);
    leave(game, first!);
    expect([game.turn, game.left]).toEqual([second, 25_000]);
  });

  it('who is still to come: nobody else’s turn changes', () => {
    const game = new GameScript(5);
    game.clue();
    const [first, second, third, fourth] = game.queue;
    game.pass(20_000);
    leave(game, second!);
    expect(game.queue).toEqual([first, third, fourth]);
    expect(game.left).toBe(5_000);
  });

  it('the last one in the queue: on to the second clue, or to the reveal', () => {
    const game = new GameScript(5);
    game.clue();
    while (game.queue.length > 1) game.place(9);
    leave(game, game.turn);
    expect([game.stage, game.left]).toEqual(['clue2', 45_000]);
    game.clue();
    while (game.queue.length > 1) game.place(9);
    leave(game, game.turn);
    expect(game.stage).toBe('reveal');
  });
});

describe('Who comes late (rule 6.5)', () => {
  it('gets a seat between rounds only', () => {
    const game = new GameScript(4);
    expect(join(game)).toBe('seats_closed');
    game.playRound();
    expect(colorClues.seatsOpen(game.state)).toBe(true);
    expect(join(game)).toBe('ok');
    expect(join(game)).toBe('no_change');
    expect(game.order.at(-1)).toBe(50);
    expect(game.score(seatId(50))).toBe(0);
  });

  it('plays from the next round on and gives when the order comes to the seat', () => {
    const game = new GameScript(3, { turns: 2 });
    game.playRound();
    join(game);
    game.allReady();
    expect(game.guessers).toContain(50);
    for (let i = 0; i < 2; i++) game.passWaited();
    expect([game.giver, game.round.number]).toEqual([50, 4]);
    expect(game.state.rounds).toBe(6);
  });

  it('finds no seat at a full table or when no round is left', () => {
    const full = new GameScript(10);
    full.playRound();
    expect(join(full)).toBe('too_many_players');
    const last = new GameScript(3, { turns: 1 });
    last.passWaited();
    last.passWaited();
    last.playRound();
    expect([last.stage, colorClues.seatsOpen(last.state), join(last)]).toEqual([
      'reveal',
      false,
      'seats_closed',
    ]);
  });
});

describe('Three present (rule 4.2)', () => {
  it('is looked up at the start of each round by the seats then present', () => {
    const game = new GameScript(4);
    const [, , , d] = game.order;
    expect(game.round.giverFactor).toBe(1);
    away(game, d!);
    game.pass(5_000);
    expect(game.round.giverFactor).toBe(1);
    game.passWaited();
    expect(game.round.giverFactor).toBe(2);
    back(game, d!);
    expect(game.round.giverFactor).toBe(2);
    game.passWaited();
    expect(game.round.giverFactor).toBe(1);
  });
});
