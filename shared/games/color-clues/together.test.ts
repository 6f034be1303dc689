import { describe, expect, it } from 'vitest';
import { GameScript } from '../../../test/harness/color-clues-script.ts';
import { type SeatId, seatId } from '../../core/ids.ts';
import type { SystemCommand } from '../../core/rules.ts';
import { CELLS, distance } from './board.ts';
import { legalCommands } from './legal.ts';
import { parseOptions, seatsWith } from './options.ts';
import { parFor, roundsFor } from './presets.ts';
import { colorClues } from './rules.ts';
import { DEFAULT_OPTIONS, type GameOptions } from './types.ts';
import { upcast } from './upcast.ts';

const coop = (options: Partial<GameOptions> = {}) =>
  new GameScript(2, { together: 'coop', clues: 1, ...options });
const teams = (seats = 4, options: Partial<GameOptions> = {}, seed = 1) =>
  new GameScript(seats, { together: 'teams', preset: 'party', ...options }, seed);

const teamOf = (game: GameScript, seat: SeatId): number =>
  game.state.players.find((player) => player.seat === seat)!.team!;
const members = (game: GameScript, team: number): SeatId[] =>
  game.order.filter((seat) => teamOf(game, seat) === team);
const scores = (game: GameScript): readonly number[] => game.view(null).teams.map(({ score }) => score);
const tell = (game: GameScript, type: SystemCommand['type'], seat: SeatId): string =>
  game.tell({ type, seat } as SystemCommand);

/** A free cell so many steps from the color. */
const cellAt = (game: GameScript, steps: number): number =>
  Array.from({ length: CELLS }, (_, cell) => cell).find((cell) => distance(cell, game.target) === steps)!;

/** One round: each guesser places so many steps away, or not at all. */
function round(game: GameScript, stepsOf: (seat: SeatId) => number | null): void {
  game.clue();
  for (const seat of game.guessers) {
    const steps = stepsOf(seat);
    if (steps !== null && game.stage === 'place')
      expect(game.as(seat, { type: 'placeMarker', cell: cellAt(game, steps) })).toBe('ok');
  }
  if (game.stage === 'place') game.pass(22_000);
  expect(game.stage).toBe('reveal');
}

/** Rounds in which all place far away, to the end. @returns who gave in each */
function giversOf(game: GameScript): SeatId[] {
  const givers: SeatId[] = [];
  while (game.stage !== 'over') {
    givers.push(game.giver);
    game.playRound();
    game.allReady();
  }
  return givers;
}

describe('Co-op', () => {
  it.each([
    [1, 'too_few_players'],
    [2, 'ok'],
    [3, 'too_many_players'],
  ])('%i at the table: %s (rule 15.1)', (seats, code) => {
    const order = Array.from({ length: seats }, (_, i) => seatId(i + 1));
    const { rng, now } = coop();
    for (const preset of ['classic', 'party'] as const) {
      const opened = colorClues.setup(order, { together: 'coop', preset }, { now, rng }, null);
      expect(opened.ok ? 'ok' : opened.error.code).toBe(code);
    }
    expect(seatsWith({ together: 'coop' })).toEqual({ min: 2, max: 2 });
  });

  it('the two give in turn, six rounds or as many as the host wants (rule 15.1)', () => {
    const givers = giversOf(coop());
    expect(givers).toHaveLength(6);
    expect(givers.slice(1).every((giver, i) => giver !== givers[i])).toBe(true);
    expect(giversOf(coop({ turns: 1 }))).toHaveLength(2);
  });

  it('pauses when one is gone, and ends as it stands (rule 15.1)', () => {
    const game = coop();
    tell(game, 'seatAway', game.guessers[0]!);
    game.pass(6_000);
    expect(game.stage).toBe('paused');
    game.pass(60_000);
    expect(game.stage).toBe('over');
  });

  it('they have one score, which the giver adds nothing to (rule 15.2)', () => {
    const game = coop({ preset: 'classic', clues: 2 });
    game.clue();
    game.place(0);
    game.clue();
    game.place(2);
    expect(scores(game)).toEqual([4]);
    expect(game.view(null).teams[0]!.gain).toBe(4);
    expect(
      game
        .view(null)
        .players.map(({ gain, team }) => [gain, team])
        .sort(),
    ).toEqual([
      [0, 0],
      [4, 0],
    ]);
  });

  it('par depends on clues, scoring and rounds (rule 15.3)', () => {
    const par = (change: Partial<GameOptions>, rounds = 6) =>
      parFor({ ...DEFAULT_OPTIONS, together: 'coop', ...change }, rounds);
    expect([par({ clues: 1 }), par({ clues: 2 }), par({}), par({ preset: 'party' })]).toEqual([5, 11, 11, 5]);
    expect([par({ clues: 1, scoring: 'wide' }), par({ scoring: 'wide' }), par({}, 2)]).toEqual([10, 19, 4]);
    expect(par({ together: 'off' })).toBeNull();
    expect(coop().view(null).par).toBe(5);
  });

  it.each([
    [1, 1],
    [2, 2],
  ])('markers %i off: both have place %i (rule 15.3)', (steps, place) => {
    const game = coop({ turns: 1 });
    for (let played = 0; played < 2; played++) {
      // Par is two for two rounds of one clue.
      round(game, () => (played === 0 ? steps : 2 + steps));
      game.allReady();
    }
    expect([game.view(null).par, scores(game)]).toEqual([2, [3 - steps]]);
    const { ranking, isTogether } = colorClues.outcome(game.state)!;
    expect(ranking.map((row) => [row.place, row.points])).toEqual([
      [place, 3 - steps],
      [place, 3 - steps],
    ]);
    expect(isTogether).toBe(true);
    expect(game.view(null).players.map((player) => player.place)).toEqual([place, place]);
  });

  it('nobody objects (rule 15.4)', () => {
    const game = coop();
    game.clue();
    const [seat] = game.guessers;
    expect(game.as(seat!, { type: 'challengeClue' })).toBe('objecting_together');
    expect(legalCommands(game.state, seat!).some(({ type }) => type === 'challengeClue')).toBe(false);
  });
});

describe('Teams', () => {
  it.each([
    ['classic', 2, 3, 'too_few_players 4'],
    ['classic', 2, 4, 'ok'],
    ['classic', 4, 7, 'too_few_players 8'],
    ['classic', 2, 11, 'too_many_players 10'],
    ['party', 3, 5, 'too_few_players 6'],
    ['party', 4, 16, 'ok'],
  ] as const)('%s, %i teams, %i at the table: %s (rule 16.1)', (preset, many, seats, code) => {
    const order = Array.from({ length: seats }, (_, i) => seatId(i + 1));
    const { rng, now } = teams();
    const opened = colorClues.setup(order, { together: 'teams', preset, teams: many }, { now, rng }, null);
    expect(opened.ok ? 'ok' : `${opened.error.code} ${opened.error.detail}`).toBe(code);
  });

  it('seats are dealt in turn, in seat order (rule 16.1)', () => {
    const game = teams(7, { teams: 3 }, 5);
    const dealt = [...game.order].sort((a, b) => a - b).map((seat) => teamOf(game, seat));
    expect(dealt).toEqual([0, 1, 2, 0, 1, 2, 0]);
  });

  it.each([1, 2, 3])('teams take turns, and within a team its members (rule 16.2, seed %i)', (seed) => {
    const game = teams(5, { teams: 2, turns: 2 }, seed);
    expect(game.state.rounds).toBe(10);
    const givers = giversOf(game);
    const byTeam = [0, 1].map((team) => givers.filter((giver) => teamOf(game, giver) === team));
    expect(givers.slice(1).every((giver, i) => teamOf(game, giver) !== teamOf(game, givers[i]!))).toBe(true);
    for (const [team, gave] of byTeam.entries()) {
      const size = members(game, team).length;
      expect(gave).toHaveLength(5);
      expect(new Set(gave).size).toBe(size);
      expect(gave.every((giver, i) => giver === gave[i % size])).toBe(true);
    }
  });

  it.each([
    ['party', 2, 'auto', 5, 6],
    ['party', 3, 'auto', 10, 9],
    ['classic', 2, 'auto', 5, 10],
    ['classic', 3, 'auto', 7, 9],
    ['classic', 4, 1, 9, 12],
  ] as const)(
    '%s, %i teams, turns %s, %i players: %i rounds (rule 16.2)',
    (preset, many, turns, seats, rounds) => {
      expect(roundsFor({ ...DEFAULT_OPTIONS, together: 'teams', preset, teams: many, turns }, seats)).toBe(
        rounds,
      );
    },
  );

  it('a team gets the average of its members who placed, halves up (rule 16.3)', () => {
    const game = teams(6);
    const team = teamOf(game, game.giver);
    const [a, b, c] = members(game, 1 - team);
    // 3 and 2: two and a half; c does not place.
    round(game, (seat) => (seat === a ? 0 : seat === b ? 1 : seat === c ? null : 9));
    expect(scores(game)[1 - team]).toBe(3);
    expect(scores(game)[team]).toBe(0);
  });

  it.each(['classic', 'party'] as const)(
    'in %s the giver’s team gets the share of the giver, who looks at the own mates alone (rule 16.4)',
    (preset) => {
      const game = teams(4, { preset, clues: 1 });
      const team = teamOf(game, game.giver);
      game.clue();
      const isMate = (seat: SeatId) => teamOf(game, seat) === team;
      while (game.stage === 'place') {
        const placed = game.round.markers.map(({ seat }) => seat);
        const seat = preset === 'classic' ? game.turn : game.guessers.find((each) => !placed.includes(each))!;
        expect(game.as(seat, { type: 'placeMarker', cell: game.cellAt(isMate(seat) ? 1 : 9) })).toBe('ok');
      }
      // Two of the mate, two for the giver, whose clue nobody else understood.
      expect(scores(game)[team]).toBe(4);
      expect(scores(game)[1 - team]).toBe(0);
      expect(game.score(game.giver)).toBe(2);
    },
  );

  it('markers of others bring the giver nothing (rule 16.4)', () => {
    const game = teams(4);
    const team = teamOf(game, game.giver);
    round(game, (seat) => (teamOf(game, seat) === team ? null : 0));
    expect(scores(game)[team]).toBe(0);
    expect(scores(game)[1 - team]).toBe(3);
    expect(game.score(game.giver)).toBe(0);
  });

  it('the team with the most points wins, and its members share its place; equal teams, too (rule 16.5)', () => {
    const game = teams(5, { turns: 1 });
    const winner = teamOf(game, game.giver);
    round(game, (seat) => (teamOf(game, seat) === winner ? 0 : 9));
    game.allReady();
    giversOf(game);
    const { ranking, isTogether } = colorClues.outcome(game.state)!;
    const rows = ranking.map(({ seat, place, points }) => [teamOf(game, seat), place, points]);
    expect(
      rows
        .slice(0, members(game, winner).length)
        .every(([team, place, points]) => team === winner && place === 1 && points === 6),
    ).toBe(true);
    expect(
      rows.slice(members(game, winner).length).every(([team, place]) => team === 1 - winner && place === 2),
    ).toBe(true);
    expect(isTogether).toBe(true);
    const even = teams(4, { turns: 1 });
    giversOf(even);
    expect(colorClues.outcome(even.state)!.ranking.map(({ place }) => place)).toEqual([1, 1, 1, 1]);
  });

  it('who comes joins the smallest team, the first of equal ones (rule 16.6)', () => {
    const game = teams(5);
    game.playRound();
    expect(tell(game, 'seatJoined', seatId(50))).toBe('ok');
    expect(teamOf(game, seatId(50))).toBe(1);
    expect(tell(game, 'seatJoined', seatId(51))).toBe('ok');
    expect(teamOf(game, seatId(51))).toBe(0);
    const [gone] = members(game, 1);
    expect(tell(game, 'seatLeft', gone!)).toBe('ok');
    expect(tell(game, 'seatJoined', seatId(52))).toBe('ok');
    expect(teamOf(game, seatId(52))).toBe(1);
  });

  it('a team keeps the points of who leaves (rule 16.6)', () => {
    const game = teams(6);
    const team = teamOf(game, game.giver);
    round(game, () => 0);
    const before = scores(game);
    tell(game, 'seatLeft', members(game, team).find((seat) => seat !== game.giver)!);
    expect(scores(game)).toEqual(before);
  });

  it('a mate gives for whoever is away; a team of which nobody is there is passed over (rule 16.7)', () => {
    const game = teams(6, { teams: 3, turns: 2 });
    const first = teamOf(game, game.giver);
    const next = (first + 1) % 3;
    const [one, other] = members(game, next);
    game.playRound();
    tell(game, 'seatAway', one!);
    game.pass(5_500);
    game.allReady();
    if (game.stage === 'reveal') game.pass(10_000);
    expect(game.giver).toBe(other);
    game.playRound();
    game.pass(10_000);
    tell(game, 'seatAway', other!);
    game.pass(5_500);
    const { rounds } = game.state;
    for (let steps = 0; steps < 30 && !game.last('teamSkipped'); steps++) {
      if (game.stage === 'clue') game.playRound();
      game.pass(25_000);
    }
    expect(game.last('teamSkipped')).toMatchObject({ team: next });
    expect(game.state.rounds).toBe(rounds - 1);
    expect(teamOf(game, game.giver)).toBe((next + 1) % 3);
  });

  it('pauses when fewer than two teams have somebody there, and ends as it stands (rule 16.7)', () => {
    const game = teams(5);
    const others = members(game, 1 - teamOf(game, game.giver));
    for (const seat of others) tell(game, 'seatAway', seat);
    game.pass(6_000);
    expect(game.stage).toBe('paused');
    tell(game, 'seatBack', others[0]!);
    expect(game.stage).toBe('clue');
    for (const seat of others) tell(game, 'seatLeft', seat);
    expect(game.stage).toBe('paused');
    expect(tell(game, 'seatJoined', seatId(60))).toBe('ok');
    expect(teamOf(game, seatId(60))).toBe(teamOf(game, game.giver) === 0 ? 1 : 0);
    expect(game.stage).toBe('clue');
    tell(game, 'seatLeft', seatId(60));
    game.pass(61_000);
    expect(game.stage).toBe('over');
  });

  it('only other teams object, half of those who are there (rule 16.8)', () => {
    const game = teams(6);
    game.clue();
    const team = teamOf(game, game.giver);
    const [mate] = members(game, team).filter((seat) => seat !== game.giver);
    const [a, b] = members(game, 1 - team);
    expect(game.as(mate!, { type: 'challengeClue' })).toBe('objecting_together');
    expect(game.as(a!, { type: 'challengeClue' })).toBe('ok');
    expect(game.stage).toBe('place');
    expect(game.as(b!, { type: 'challengeClue' })).toBe('ok');
    expect(game.stage).toBe('clue');
  });

  it('each marker never counts twice for the giver (rule 16.4)', () => {
    const game = teams(4, { preset: 'classic' });
    tell(game, 'seatLeft', game.guessers[0]!);
    game.playRound();
    game.allReady();
    expect(game.round.giverFactor).toBe(1);
  });
});

describe('Options', () => {
  it('as many words as the host allows, in both clues (rule 14.1)', () => {
    const game = new GameScript(3, { words: 3, clues: 2 });
    expect(game.view(null).words).toEqual([3, 3]);
    expect(game.clue('moss under an oak')).toBe('clue_too_many_words');
    expect(game.clue('moss under oaks')).toBe('ok');
    game.placeAll();
    expect(game.clue('a wet sand')).toBe('ok');
    const plain = new GameScript(3);
    expect(plain.view(null).words).toEqual([1, 2]);
    expect(plain.clue('wet sand')).toBe('clue_too_many_words');
  });

  it('that are not there are refused, and an old game has none of them', () => {
    for (const wrong of [
      { words: 6 },
      { scoring: 'huge' },
      { together: 'pairs' },
      { teams: 5 },
      { teams: 1 },
    ])
      expect(parseOptions(wrong)).toBeNull();
    const { words: _, scoring: _s, together: _t, teams: _n, ...old } = DEFAULT_OPTIONS;
    const read = upcast({ type: 'gameStarted', options: old, order: [], rounds: 1 }, 6);
    expect(read).toMatchObject({ options: DEFAULT_OPTIONS });
  });
});
