import { describe, expect, it } from 'vitest';
import { GameScript } from '../../../test/harness/color-clues-script.ts';
import { seatId } from '../../core/ids.ts';

const away = (game: GameScript, ...seats: number[]) => {
  for (const seat of seats) expect(game.tell({ type: 'seatAway', seat: seatId(seat) })).toBe('ok');
};
const back = (game: GameScript, seat: number) => game.tell({ type: 'seatBack', seat: seatId(seat) });
const leave = (game: GameScript, seat: number) => game.tell({ type: 'seatLeft', seat: seatId(seat) });

describe('Timers (rules 3.1, 3.2, 3.3)', () => {
  it.each([
    ['normal', 75_000, 25_000, 45_000],
    ['relaxed', 112_500, 37_500, 67_500],
    ['slow', 150_000, 50_000, 90_000],
    ['off', null, null, null],
  ] as const)('%s: clue %s ms, each marker %s ms, second clue %s ms', (timers, clue, place, clue2) => {
    const game = new GameScript(3, { timers });
    const check = (ms: number | null) => {
      expect(game.left).toBe(ms);
      expect(game.view(null)).toMatchObject({ spanMs: ms, until: ms === null ? null : game.now + ms });
    };
    check(clue);
    game.now += 1_234;
    game.clue();
    check(place);
    game.now += 1_234;
    game.place(3);
    check(place);
    game.place(3);
    check(clue2);
    game.clue();
    check(place);
    game.placeAll();
    check(8_000); // the reveal always ends
  });

  it('nothing ends before its time', () => {
    const game = new GameScript();
    game.now += 74_999;
    expect(game.tell({ type: 'timeUp' })).toBe('too_early');
    game.now += 1;
    expect(game.tell({ type: 'timeUp' })).toBe('ok');
    expect(new GameScript(3, { timers: 'off' }).tell({ type: 'timeUp' })).toBe('too_early');
  });
});

describe('Time-out (rules 6.1, 3.3)', () => {
  it('giver without clue 1: the turn is skipped and counts, the card goes back, the next round starts', () => {
    const game = new GameScript();
    const { giver, card } = game.round;
    game.pass(75_000);
    expect(game.last('roundVoided')?.reason).toBe('timeout');
    expect(game.state.history).toEqual([
      { round: 1, giver, clues: [], target: null, gains: [], markers: [] },
    ]);
    expect(game.round.number).toBe(2);
    expect(game.giver).toBe(game.order[1]);
    expect(game.state.deck.at(-1)).toBe(card);
  });

  it('giver without clue 2: score now', () => {
    const game = new GameScript();
    game.clue();
    game.placeAll(1);
    game.pass(45_000);
    expect(game.stage).toBe('reveal');
    expect(game.score(game.giver)).toBe(3);
  });

  it('guesser: no marker, no points', () => {
    const game = new GameScript(3);
    game.clue();
    const seat = game.turn;
    game.pass(25_000);
    expect(game.last('placingPassed')).toMatchObject({ seat, reason: 'timeout' });
    game.place(0);
    game.skipClue();
    expect(game.score(seat)).toBe(0);
  });

  it('in the last round without a clue the game ends', () => {
    const game = new GameScript(3, { turns: 1 });
    game.pass(75_000);
    game.pass(75_000);
    game.pass(75_000);
    expect(game.last('gameEnded')?.reason).toBe('allRounds');
  });
});

describe('The reveal (rule 3.5)', () => {
  const revealed = (seats = 4, options = {}) => {
    const game = new GameScript(seats, options);
    game.playRound();
    return game;
  };

  it('takes 8 s', () => {
    const game = revealed();
    game.pass(7_999);
    expect(game.stage).toBe('reveal');
    game.pass(1);
    expect(game.view(null)).toMatchObject({ stage: 'clue', round: 2 });
  });

  it('ends early when all who are present are ready', () => {
    const game = revealed();
    const [a, b, c, d] = game.order;
    for (const seat of [a, b, c]) expect(game.as(seat!, { type: 'ready' })).toBe('ok');
    expect(game.as(a!, { type: 'ready' })).toBe('no_change');
    expect(game.view(null).players.map((player) => player.isReady)).toEqual([true, true, true, false]);
    expect(game.as(d!, { type: 'ready' })).toBe('ok');
    expect(game.stage).toBe('clue');
    expect(game.as(d!, { type: 'ready' })).toBe('wrong_stage');
  });

  it('does not wait for somebody who is absent', () => {
    const game = revealed();
    const [a, b, c, d] = game.order;
    away(game, d!);
    game.pass(1_000);
    for (const seat of [a, b, c]) game.as(seat!, { type: 'ready' });
    expect([game.stage, game.left]).toEqual(['reveal', 4_000]);
    game.pass(4_000);
    expect(game.stage).toBe('clue');
  });

  it('does not wait for somebody who leaves', () => {
    const game = revealed();
    const [a, b, c, d] = game.order;
    for (const seat of [a, b, c]) game.as(seat!, { type: 'ready' });
    leave(game, d!);
    expect(game.stage).toBe('clue');
  });
});

describe('Away (rule 6.2)', () => {
  it('an absent giver is passed 5 s after going away', () => {
    const game = new GameScript();
    game.pass(10_000);
    away(game, game.giver);
    expect(game.left).toBe(5_000);
    game.pass(5_000);
    expect(game.last('roundVoided')?.reason).toBe('away');
  });

  it('somebody who went in this round is passed 5 s after their turn begins', () => {
    const game = new GameScript(5);
    away(game, game.guessers[1]!);
    game.pass(10_000);
    game.clue();
    expect(game.left).toBe(25_000);
    game.place(3);
    expect(game.left).toBe(5_000);
    game.pass(5_000);
    expect(game.last('placingPassed')).toMatchObject({ seat: game.guessers[1], reason: 'away' });
  });

  it('nobody waits for somebody who was absent when the round began (rule 6.8)', () => {
    const game = new GameScript(5);
    const gone = game.order[4]!;
    away(game, gone);
    game.pass(10_000);
    game.playRound();
    game.allReady();
    const before = game.now;
    game.clue();
    while (game.stage === 'place') game.place(9);
    expect(game.last('placingPassed')).toMatchObject({ seat: gone, reason: 'away', at: before });
    expect(game.stage).toBe('clue2');
    // Back in time for the second marker.
    back(game, gone);
    game.clue();
    expect(game.queue).toContain(gone);
    while (game.turn !== gone) game.place(9);
    expect(game.left).toBe(25_000);
  });

  it('the first in the queue who is absent takes nobody the right to object', () => {
    const game = new GameScript(5);
    const [, giver, first, second, third] = game.order;
    away(game, first!);
    game.pass(10_000);
    game.playRound();
    game.allReady();
    expect(game.giver).toBe(giver);
    game.clue();
    expect(game.turn).toBe(second);
    expect(game.as(second!, { type: 'challengeClue' })).toBe('ok');
    expect(game.as(third!, { type: 'challengeClue' })).toBe('ok');
    expect(game.last('clueVoided')).toBeDefined();
  });

  it('a giver who is away from the beginning costs the others no round (rule 6.8)', () => {
    const game = new GameScript(4);
    const gone = game.order[1]!;
    away(game, gone);
    game.pass(10_000);
    game.playRound();
    game.allReady();
    expect(game.giver).toBe(game.order[2]);
    expect(game.view(null)).toMatchObject({ round: 2, rounds: 7 });
    expect(game.last('turnSkipped')).toMatchObject({ seat: gone });
  });

  it('neither does a giver who lost the connection just before: the round is taken back', () => {
    const game = new GameScript(4);
    game.playRound();
    away(game, game.order[1]!);
    game.pass(1_000);
    game.allReady();
    expect(game.giver).toBe(game.order[1]);
    const { card } = game.round;
    game.pass(5_000);
    expect(game.giver).toBe(game.order[2]);
    expect(game.view(null)).toMatchObject({ round: 2, rounds: 7 });
    expect(game.state.deck.at(-1)).toBe(card);
    expect(game.state.history).toHaveLength(1);
    expect(game.last('roundVoided')).toBeUndefined();
  });

  it('a game in which somebody is away from the first round on has no round without a clue', () => {
    for (const seats of [4, 5, 7]) {
      const game = new GameScript(seats, {}, seats);
      const gone = game.order[2]!;
      away(game, gone);
      game.pass(6_000);
      while (game.stage !== 'over') {
        if (game.stage === 'clue') game.clue();
        else if (game.stage === 'place') game.place(9);
        else if (game.stage === 'clue2') game.skipClue();
        else {
          const here = game.order.filter((seat) => seat !== gone);
          for (const seat of here) if (game.stage === 'reveal') game.as(seat, { type: 'ready' });
        }
      }
      const { history, rounds } = game.state;
      expect(history.filter(({ target }) => target === null)).toEqual([]);
      expect(history).toHaveLength(rounds);
      const turns = game.order.map((seat) => history.filter(({ giver }) => giver === seat).length);
      expect(new Set(turns.filter((_, i) => game.order[i] !== gone)).size).toBe(1);
      expect(history.some(({ giver }) => giver === gone)).toBe(false);
    }
  });

  it('coming back restores the normal time', () => {
    const game = new GameScript();
    away(game, game.giver);
    game.pass(4_000);
    expect(back(game, game.giver)).toBe('ok');
    expect(game.left).toBe(71_000);
  });

  it('never lengthens a wait', () => {
    const game = new GameScript();
    game.pass(73_000);
    away(game, game.giver);
    expect(game.left).toBe(2_000);
    game.pass(2_000);
    expect(game.last('roundVoided')?.reason).toBe('timeout');
  });

  it('an absent giver gets no second clue', () => {
    const game = new GameScript(4, { timers: 'off' });
    game.clue();
    away(game, game.giver);
    game.placeAll();
    expect([game.stage, game.left]).toEqual(['clue2', 5_000]);
    game.pass(5_000);
    expect(game.stage).toBe('reveal');
  });

  it('is told once, of seats in the game', () => {
    const game = new GameScript();
    expect(back(game, 1)).toBe('no_change');
    away(game, 1);
    expect(game.tell({ type: 'seatAway', seat: seatId(1) })).toBe('no_change');
    expect(game.tell({ type: 'seatAway', seat: seatId(77) })).toBe('no_change');
    expect(leave(game, 77)).toBe('no_change');
  });
});

describe('Timers off (rule 6.6)', () => {
  it('the host may skip whoever is waited for', () => {
    const game = new GameScript(3, { timers: 'off' });
    const skip = () => expect(game.passWaited()).toBe('ok');
    skip();
    expect(game.last('roundVoided')?.reason).toBe('skipped');
    game.clue();
    skip();
    expect(game.last('placingPassed')?.reason).toBe('skipped');
    game.place(3);
    skip();
    expect(game.stage).toBe('reveal');
    // Nobody is waited for.
    expect(game.passWaited()).toBe('wrong_stage');
  });

  it('an absent player is still passed', () => {
    const game = new GameScript(4, { timers: 'off' });
    expect(game.due).toBeNull();
    game.pass(1_000);
    away(game, game.giver);
    game.pass(5_000);
    expect(game.last('roundVoided')?.reason).toBe('away');
  });

  it('when all are away the game pauses, then ends', () => {
    const game = new GameScript(4, { timers: 'off' });
    away(game, 1, 2, 3, 4);
    game.pass(5_000);
    expect(game.stage).toBe('paused');
    game.pass(60_000);
    expect(game.last('gameEnded')?.reason).toBe('tooFew');
  });
});
