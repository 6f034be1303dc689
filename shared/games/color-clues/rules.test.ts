import { describe, expect, it } from 'vitest';
import { GameScript } from '../../../test/harness/color-clues-script.ts';
import { seatId } from '../../core/ids.ts';
import { seededRng } from '../../core/seeded-rng.ts';
import { CARDS } from './cards.ts';
import { colorClues } from './rules.ts';
import type { GameState } from './state.ts';

const setup = (seats: number, options: unknown = null) => {
  const order = Array.from({ length: seats }, (_, i) => seatId(i + 1));
  const opened = colorClues.setup(order, options, { now: 0, rng: seededRng(1) }, null);
  return opened.ok ? 'ok' : opened.error.code;
};

describe('Players (rule 2.1)', () => {
  it.each([
    [2, 'too_few_players'],
    [3, 'ok'],
    [10, 'ok'],
    [11, 'too_many_players'],
  ])('%i at the start: %s', (seats, result) => {
    expect(setup(seats)).toBe(result);
  });

  it('options that make no sense do not start a game', () => {
    expect(setup(3, { turns: 9 })).toBe('bad_options');
  });

  it('nothing can be asked before the start or after the end', () => {
    const ctx = { now: 0, rng: seededRng(1) };
    const by = { kind: 'seat', seat: seatId(1) } as const;
    expect(colorClues.decide(colorClues.initial, by, { type: 'ready' }, ctx)).toEqual({
      ok: false,
      error: { code: 'no_game' },
    });
    expect(colorClues.deadline(colorClues.initial)).toBeNull();
    expect(colorClues.legalCommands(colorClues.initial, seatId(1))).toEqual([]);
  });

  it('only who plays can ask, and only for what players may ask', () => {
    const game = new GameScript();
    expect(game.as(seatId(99), { type: 'ready' })).toBe('not_seated');
    expect(game.tell({ type: 'ready' })).toBe('not_seated');
    for (const command of [{ type: 'timeUp' }, { type: 'skip', by: seatId(1) }] as const)
      expect(game.tell(command, { kind: 'seat', seat: game.giver })).toBe('unknown_command');
    const by = { kind: 'seat', seat: game.giver } as const;
    expect(game.tell({ type: 'seatLeft', seat: game.turn }, by)).toBe('unknown_command');
  });
});

describe('The deck (rule 1.3)', () => {
  const usedUp = (game: GameScript): GameState => ({
    ...game.state,
    deck: [],
    used: CARDS.map((_, card) => card),
  });

  it('is shuffled, all 120 cards', () => {
    const order = new GameScript().last('deckShuffled')?.order ?? [];
    expect([...order].sort((a, b) => a - b)).toEqual(CARDS.map((_, card) => card));
    expect(new GameScript(4, {}, 2).last('deckShuffled')?.order).not.toEqual(order);
  });

  it('goes on in a rematch where it was', () => {
    const first = new GameScript(3, { turns: 1 });
    while (first.stage !== 'over') {
      first.playRound();
      first.allReady();
    }
    expect(first.state.used).toHaveLength(3);
    const next = first.state.deck[0];
    const rematch = new GameScript(5, {}, 2, first.state);
    expect(rematch.events.map(({ type }) => type)).toEqual(['gameStarted', 'roundStarted']);
    expect(rematch.round.card).toBe(next);
    expect(rematch.state).toMatchObject({ rounds: 10, usedClues: [], history: [] });
    expect(rematch.order.map((seat) => rematch.score(seat))).toEqual([0, 0, 0, 0, 0]);
  });

  it('is shuffled anew when it is used up, between rounds and before a rematch', () => {
    const game = new GameScript();
    game.state = usedUp(game);
    game.clue();
    game.placeAll();
    game.skipClue();
    game.allReady();
    expect(game.events.slice(-2).map(({ type }) => type)).toEqual(['deckShuffled', 'roundStarted']);
    expect([game.state.deck.length, game.state.used.length]).toEqual([119, 0]);
    const rematch = new GameScript(3, {}, 1, usedUp(game));
    expect(rematch.events.map(({ type }) => type)).toEqual(['deckShuffled', 'gameStarted', 'roundStarted']);
  });

  it('gets a card back underneath when its round was void', () => {
    const game = new GameScript();
    const { card } = game.round;
    game.passWaited();
    expect(game.state.deck.at(-1)).toBe(card);
    expect(game.round.card).not.toBe(card);
  });
});

describe('The first giver (rule 2.1)', () => {
  it('is random, then it goes clockwise', () => {
    const firsts = new Set(Array.from({ length: 40 }, (_, seed) => new GameScript(4, {}, seed).giver));
    expect(firsts.size).toBe(4);
    const game = new GameScript(4, { turns: 2 }, 3);
    const start = game.order;
    expect(game.giver).toBe(start[0]);
    expect([...start, ...start].join().includes('1,2,3,4')).toBe(true);
    const givers = [];
    while (game.stage !== 'over') {
      givers.push(game.giver);
      game.playRound();
      game.allReady();
    }
    expect(givers).toEqual([...start, ...start]);
  });
});

describe('The first clue (rule 3.1)', () => {
  it('is one word for one of the four colors of the card', () => {
    const game = new GameScript();
    const { giver, card } = game;
    const notOnCard = card[0] === 0 ? 1 : 0;
    expect(game.as(giver, { type: 'giveClue', cell: notOnCard, text: 'moss' })).toBe('not_on_card');
    expect(game.as(giver, { type: 'giveClue', cell: card[1], text: 'wet moss' })).toBe('clue_too_many_words');
    expect(game.as(giver, { type: 'giveClue', cell: card[1], text: 'greenish' })).toBe('clue_color_name');
    expect(game.as(giver, { type: 'giveClue', cell: card[1], text: ' Moss ' })).toBe('ok');
    expect(game.last('clueGiven')).toMatchObject({ pass: 1, text: 'Moss', target: card[1], warning: null });
  });

  it('is given by the giver only, once', () => {
    const game = new GameScript();
    const clue = { type: 'giveClue', cell: game.card[0], text: 'moss' } as const;
    expect(game.as(game.guessers[0]!, clue)).toBe('not_your_turn');
    expect(game.as(game.giver, { type: 'giveSecondClue', text: 'moss' })).toBe('wrong_stage');
    expect(game.as(game.giver, clue)).toBe('ok');
    expect(game.as(game.giver, clue)).toBe('wrong_stage');
  });

  it('in honor mode is let through with a warning', () => {
    const game = new GameScript(4, { clueCheck: 'honor' });
    expect(game.clue('greenish')).toBe('ok');
    expect(game.last('clueGiven')?.warning).toBe('clue_color_name');
  });
});

describe('The first markers (rule 3.2)', () => {
  it('goes clockwise from the giver’s left, one marker each', () => {
    const game = new GameScript(5, {}, 4);
    game.playRound();
    game.allReady(); // the second giver sits in the middle of the order
    game.clue();
    const [first, , third, fourth, fifth] = game.order;
    expect(game.queue).toEqual([third, fourth, fifth, first]);
    expect(game.as(fourth!, { type: 'placeMarker', cell: 7 })).toBe('not_your_turn');
    expect(game.as(game.giver, { type: 'placeMarker', cell: 7 })).toBe('not_your_turn');
    for (const seat of game.queue) {
      expect(game.turn).toBe(seat);
      expect(game.place(5)).toBe('ok');
    }
    expect(game.stage).toBe('clue2');
    expect(game.as(third!, { type: 'placeMarker', cell: 7 })).toBe('wrong_stage');
  });
});

describe('The second clue (rule 3.3)', () => {
  const ready = (options = {}) => {
    const game = new GameScript(4, options);
    game.clue();
    game.placeAll();
    return game;
  };

  it('is one or two words, or none: then the round is scored at once', () => {
    expect(ready().clue('lagoon')).toBe('ok');
    expect(ready().clue('wet sand')).toBe('ok');
    expect(ready().clue('very wet sand')).toBe('clue_too_many_words');
    expect(ready().clue('')).toBe('clue_empty');
    const game = ready();
    expect(game.skipClue()).toBe('ok');
    expect(game.stage).toBe('reveal');
  });

  it('is the giver’s', () => {
    const game = ready();
    const guesser = game.guessers[0]!;
    expect(game.as(guesser, { type: 'skipSecondClue' })).toBe('not_your_turn');
    expect(game.as(guesser, { type: 'giveSecondClue', text: 'lagoon' })).toBe('not_your_turn');
  });

  it('does not repeat a clue of this game', () => {
    const game = ready();
    expect(game.clue(game.round.clues[0])).toBe('clue_repeated');
  });
});

describe('The second markers (rule 3.4)', () => {
  it('goes the other way round, so that the last to place goes first; the first markers stay', () => {
    const game = new GameScript(4);
    game.clue();
    const clockwise = [...game.queue];
    game.placeAll();
    game.clue();
    expect(game.queue).toEqual(clockwise.toReversed());
    game.placeAll();
    expect(game.stage).toBe('reveal');
    expect(game.round.markers.map(({ seat, pass }) => [seat, pass])).toEqual([
      ...clockwise.map((seat) => [seat, 1]),
      ...clockwise.toReversed().map((seat) => [seat, 2]),
    ]);
  });
});

describe('Occupied cells (rule 3.2)', () => {
  it('takes no second marker, the own one included', () => {
    const game = new GameScript(3);
    game.clue();
    const [first, second] = game.queue;
    game.as(first!, { type: 'placeMarker', cell: 7 });
    expect(game.as(second!, { type: 'placeMarker', cell: 7 })).toBe('cell_taken');
    game.as(second!, { type: 'placeMarker', cell: 8 });
    game.clue();
    expect(game.as(second!, { type: 'placeMarker', cell: 8 })).toBe('cell_taken');
    expect(game.as(second!, { type: 'placeMarker', cell: 9 })).toBe('ok');
  });
});

describe('Points of a round (rules 4.1, 4.2)', () => {
  it('both markers count, the giver gets one for each in the frame', () => {
    const game = new GameScript(4);
    const [ana, ben, cleo] = game.guessers;
    game.clue();
    for (const steps of [0, 1, 2]) game.place(steps); // ana, ben, cleo
    game.clue();
    for (const steps of [9, 2, 1]) game.place(steps); // cleo, ben, ana
    expect([ana, ben, cleo, game.giver].map((seat) => game.score(seat!))).toEqual([5, 3, 1, 3]);
    expect(game.last('roundRevealed')).toMatchObject({ target: game.target });
  });

  it('with exactly three players the giver gets two for each', () => {
    const game = new GameScript(3);
    game.clue();
    game.place(0);
    game.place(1);
    game.clue();
    game.place(1);
    game.place(1);
    expect(game.score(game.giver)).toBe(8);
  });

  it('add up over the rounds', () => {
    const game = new GameScript(4);
    const [seat] = game.guessers;
    for (let round = 0; round < 2; round++) {
      game.clue();
      while (game.stage === 'place') game.place(game.turn === seat ? 0 : 9);
      game.skipClue();
      game.allReady();
    }
    // The first guesser of round 1 is the giver of round 2.
    expect(game.score(seat!)).toBe(3);
    expect(game.state.history.map(({ gains }) => gains.length)).toEqual([4, 4]);
  });
});

describe('The length of a game (rule 2.2)', () => {
  it.each([
    [3, 6],
    [6, 12],
    [7, 7],
    [10, 10],
  ])('with %i players there are %i rounds', (seats, rounds) => {
    expect(new GameScript(seats).state.rounds).toBe(rounds);
  });

  it('ends after the last reveal, with everybody ranked', () => {
    const game = new GameScript(3, { turns: 1 });
    for (let round = 1; round <= 3; round++) {
      expect(colorClues.outcome(game.state)).toBeNull();
      game.clue();
      game.place(0);
      game.placeAll();
      game.skipClue();
      expect(game.stage).toBe('reveal');
      game.allReady();
    }
    expect(game.last('gameEnded')?.reason).toBe('allRounds');
    expect(game.due).toBeNull();
    // Each round brings 3 to the giver's left neighbor and 2 to the giver: a tie.
    expect(colorClues.outcome(game.state)?.ranking).toEqual(
      game.order.map((seat) => ({ seat, place: 1, points: 5 })),
    );
    expect(game.as(game.giver, { type: 'ready' })).toBe('no_game');
    expect(game.tell({ type: 'seatLeft', seat: game.giver })).toBe('no_game');
    expect(game.tell({ type: 'timeUp' })).toBe('no_game');
  });
});
