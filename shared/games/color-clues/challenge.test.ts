import { describe, expect, it } from 'vitest';
import { GameScript } from '../../../test/harness/color-clues-script.ts';
import { AWAY_MS } from '../../core/skip.ts';

const clueIsOut = (seats = 5, options = {}) => {
  const game = new GameScript(seats, options);
  game.clue('moss');
  return game;
};
const object = (game: GameScript, index: number) => game.as(game.guessers[index]!, { type: 'challengeClue' });

describe('Challenges (rule 5.5)', () => {
  it('half of the guessers make a clue void', () => {
    const game = clueIsOut();
    expect(object(game, 0)).toBe('ok');
    expect(game.stage).toBe('place');
    expect(object(game, 3)).toBe('ok');
    expect(game.last('clueVoided')).toMatchObject({ pass: 1 });
    expect(game.view(null)).toMatchObject({ stage: 'clue', pass: 1, isRetry: true, clues: [] });
  });

  it('of three guessers two are needed, of two one', () => {
    const four = clueIsOut(4);
    object(four, 0);
    expect(four.stage).toBe('place');
    object(four, 1);
    expect(four.stage).toBe('clue');
    const three = clueIsOut(3);
    object(three, 0);
    expect(three.stage).toBe('clue');
  });

  it('guessers who are absent do not count', () => {
    const game = clueIsOut(5);
    for (const seat of game.guessers.slice(2)) game.tell({ type: 'seatAway', seat });
    game.pass(AWAY_MS);
    object(game, 0);
    expect(game.stage).toBe('clue');
  });

  it('bots do not count: half of the people who guess is enough', () => {
    const game = clueIsOut(5);
    game.bots = new Set(game.guessers.slice(1));
    expect(object(game, 0)).toBe('ok');
    expect(game.stage).toBe('clue');
    const two = clueIsOut(5);
    two.bots = new Set([two.giver, ...two.guessers.slice(2)]);
    expect(object(two, 1)).toBe('ok');
    expect(two.stage).toBe('clue');
  });

  it('is nothing for somebody who is alone with bots', () => {
    const game = clueIsOut(4);
    game.bots = new Set([game.giver, ...game.guessers.slice(1)]);
    expect(object(game, 0)).toBe('alone_with_bots');
    expect(game.last('clueChallenged')).toBeUndefined();
  });

  it('is for guessers, once each', () => {
    const game = clueIsOut();
    expect(game.as(game.giver, { type: 'challengeClue' })).toBe('not_your_turn');
    expect(object(game, 0)).toBe('ok');
    expect(object(game, 0)).toBe('no_change');
    expect(game.view(null).players.filter((player) => player.isChallenging)).toHaveLength(1);
  });

  it('is over with the first marker, or the first who was passed', () => {
    const placed = clueIsOut();
    placed.place(3);
    expect(object(placed, 1)).toBe('wrong_stage');
    const passed = clueIsOut();
    passed.passWaited();
    expect(object(passed, 1)).toBe('wrong_stage');
    expect(object(new GameScript(), 1)).toBe('wrong_stage');
  });

  it('stays open when a guesser leaves before the first marker', () => {
    const game = clueIsOut();
    game.tell({ type: 'seatLeft', seat: game.turn });
    expect(object(game, 0)).toBe('ok');
  });

  it('the new clue is for the same color, another word, within 20 s', () => {
    const game = clueIsOut(3);
    const [, other] = game.card;
    object(game, 0);
    expect(game.left).toBe(20_000);
    expect(game.as(game.giver, { type: 'giveClue', cell: other, text: 'fern' })).toBe('not_on_card');
    expect(game.clue('mosses')).toBe('clue_repeated');
    expect(game.clue('fern')).toBe('ok');
    expect(game.view(null)).toMatchObject({ stage: 'place', isRetry: true, clues: ['fern'] });
  });

  it.each([
    ['relaxed', 30_000],
    ['slow', 40_000],
    ['off', null],
  ] as const)('with %s timers the giver has %s ms', (timers, left) => {
    const game = clueIsOut(3, { timers });
    object(game, 0);
    expect(game.left).toBe(left);
  });

  it.each(['honor', 'off'] as const)(
    'works in %s mode, where the voided word is refused too',
    (clueCheck) => {
      const game = clueIsOut(3, { clueCheck });
      object(game, 0);
      expect(game.clue('Moss')).toBe('clue_repeated');
      expect(game.clue('green')).toBe('ok');
    },
  );

  it('the second time the clue stands and the giver gets nothing this round', () => {
    const game = clueIsOut(3);
    object(game, 0);
    game.clue('fern');
    object(game, 1);
    expect(game.last('clueCondemned')).toMatchObject({ pass: 1 });
    expect(game.view(null)).toMatchObject({ stage: 'place', isCondemned: true, clues: ['fern'] });
    expect(object(game, 0)).toBe('wrong_stage');
    game.place(0);
    game.place(1);
    game.skipClue();
    expect(game.score(game.giver)).toBe(0);
    expect(game.guessers.map((seat) => game.score(seat))).toEqual([3, 2]);
    game.allReady();
    expect(game.view(null)).toMatchObject({ isCondemned: false, isRetry: false });
  });

  it('a second clue is judged for itself', () => {
    const game = clueIsOut(3);
    object(game, 0);
    game.clue('fern');
    game.placeAll();
    expect(game.view(null)).toMatchObject({ stage: 'clue2', isRetry: false });
    game.clue('ivy');
    expect(game.view(null)).toMatchObject({ stage: 'place', pass: 2, isRetry: false });
    object(game, 0);
    expect(game.view(null)).toMatchObject({ stage: 'clue2', isRetry: true, clues: ['fern'] });
    expect(game.left).toBe(20_000);
    game.clue('lichen');
    expect(game.queue).toEqual(game.guessers.toReversed());
    object(game, 1);
    expect(game.round.isCondemned).toBe(true);
  });

  it('without a new first clue in time the round is void', () => {
    const game = clueIsOut(3);
    const number = game.round.number;
    object(game, 0);
    game.pass(20_000);
    expect(game.last('roundVoided')?.reason).toBe('timeout');
    expect(game.round.number).toBe(number + 1);
  });

  it('without a new second clue, in time or on purpose, the round is scored', () => {
    for (const end of [(game: GameScript) => game.pass(20_000), (game: GameScript) => game.skipClue()]) {
      const game = clueIsOut(3);
      game.placeAll();
      game.clue('ivy');
      object(game, 0);
      end(game);
      expect(game.stage).toBe('reveal');
      expect(game.round.clues).toEqual(['moss']);
    }
  });
});
