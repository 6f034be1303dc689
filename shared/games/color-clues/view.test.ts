import { describe, expect, it } from 'vitest';
import { GameScript } from '../../../test/harness/color-clues-script.ts';
import type { SeatId } from '../../core/ids.ts';
import { colorClues } from './rules.ts';

const secrets = (game: GameScript) => game.order.map((seat) => game.view(seat).secret);
const giverOnly = (game: GameScript) =>
  secrets(game).every((secret, i) => (secret !== null) === (game.order[i] === game.giver));

describe('what a viewer sees', () => {
  it('the card: the giver alone, until the reveal', () => {
    const game = new GameScript(4);
    const { giver, card } = game;
    expect(giverOnly(game)).toBe(true);
    expect(game.view(giver).secret).toEqual({ card, target: null, warning: null });
    game.clue();
    expect(giverOnly(game)).toBe(true);
    expect(game.view(giver).secret).toEqual({ card, target: card[0], warning: null });
    game.placeAll();
    expect(giverOnly(game)).toBe(true);
    game.skipClue();
    expect(secrets(game)).toEqual([null, null, null, null]);
    game.allReady();
    expect(giverOnly(game)).toBe(true);
  });

  it('the target: nobody publicly before the reveal, then everybody', () => {
    const game = new GameScript(4);
    game.clue();
    const { target } = game;
    for (const seat of [...game.order, null]) expect(game.view(seat).target).toBeNull();
    game.placeAll();
    game.skipClue();
    for (const seat of [...game.order, null]) expect(game.view(seat).target).toBe(target);
    const { gains, ...record } = game.state.history[0]!;
    expect(gains).toHaveLength(4);
    // Who got nothing is not told: everybody who is not named got nothing.
    const shown = { ...record, gains: gains.filter(({ points }) => points > 0) };
    expect(game.view(null).history).toEqual([shown]);
  });

  it('the doubt about a clue: the giver alone', () => {
    const game = new GameScript(4, { clueCheck: 'honor' });
    game.clue('greenish');
    expect(game.view(game.giver).secret?.warning).toBe('clue_color_name');
    expect(JSON.stringify(game.view(null))).not.toContain('clue_color_name');
  });

  it('a pause keeps the secret', () => {
    const game = new GameScript(3);
    game.clue();
    for (const seat of game.guessers) game.tell({ type: 'seatAway', seat });
    game.pass(5_000);
    expect(game.stage).toBe('paused');
    expect(giverOnly(game)).toBe(true);
    expect(game.view(null)).toMatchObject({ pass: 1, queue: game.guessers, target: null });
  });

  it('a game that ends early does not tell the target that nobody scored', () => {
    const game = new GameScript(3);
    game.clue();
    for (const seat of game.order) game.tell({ type: 'seatAway', seat });
    game.pass(70_000);
    expect(game.stage).toBe('over');
    expect(game.view(game.giver)).toMatchObject({ stage: 'over', target: null, secret: null, until: null });
  });

  it('markers, points and places of everybody', () => {
    const game = new GameScript(3, { turns: 1 });
    game.clue();
    game.place(0);
    game.place(9);
    game.clue();
    game.place(9);
    game.place(1);
    const [first] = game.guessers;
    const player = () => game.view(null).players.find(({ seat }) => seat === first);
    const [one, , , two] = game.round.markers;
    expect(player()).toMatchObject({ score: 5, gain: 5, place: null, markers: [one?.cell, two?.cell] });
    game.allReady();
    expect(player()).toMatchObject({ score: 5, gain: null, markers: [null, null] });
    game.passWaited();
    game.passWaited();
    expect(game.view(null).players.map(({ score, place }) => [score, place])).toContainEqual([5, 1]);
  });

  it('is public as far as it has no secret', () => {
    const game = new GameScript(4);
    const others = game.guessers.map((seat) => game.view(seat));
    for (const view of others) expect(view).toEqual(game.view(null));
  });
});

describe('what a viewer knows of an event', () => {
  const redacted = (game: GameScript, seat: SeatId | null) =>
    game.events.map((event) =>
      colorClues.redact(event, seat === null ? { kind: 'spectator' } : { kind: 'seat', seat }),
    );

  it('nothing about deck, card and target, but for the giver’s card', () => {
    const game = new GameScript(4, { clueCheck: 'honor' });
    game.clue('greenish');
    for (const viewer of [null, ...game.guessers]) {
      expect(redacted(game, viewer)).toMatchObject([
        { type: 'deckShuffled', order: [], seed: null, promise: game.state.promise },
        { type: 'gameStarted' },
        { type: 'roundStarted', card: -1 },
        { type: 'clueGiven', target: null, warning: null, text: 'greenish' },
      ]);
    }
    expect(redacted(game, game.giver)[0]).toMatchObject({ order: [] });
    expect(redacted(game, game.giver)[2]).toMatchObject({ card: game.round.card });
  });

  it('everything else as it is', () => {
    const game = new GameScript(4);
    game.clue();
    game.placeAll();
    game.skipClue();
    game.allReady();
    for (const [i, event] of redacted(game, null).entries()) {
      const { type } = game.events[i]!;
      if (!['deckShuffled', 'roundStarted', 'clueGiven'].includes(type)) expect(event).toBe(game.events[i]);
    }
  });
});
