import { describe, expect, it } from 'vitest';
import { GameScript } from '../../../test/harness/color-clues-script.ts';
import { type SeatId, seatId } from '../../core/ids.ts';
import { AWAY_MS } from '../../core/skip.ts';
import { legalCommands } from './legal.ts';
import { parseOptions, quickOptions, seatsWith } from './options.ts';
import { roundsFor } from './presets.ts';
import { colorClues } from './rules.ts';
import { averagePoints } from './scoring.ts';
import { DEFAULT_OPTIONS, type GameOptions } from './types.ts';
import { upcast } from './upcast.ts';

const party = (seats = 4, options: Partial<GameOptions> = {}) =>
  new GameScript(seats, { preset: 'party', ...options });
const place = (game: GameScript, seat: SeatId | undefined, cell: number) =>
  game.as(seat!, { type: 'placeMarker', cell });
const cellsSeenBy = (game: GameScript, seat: SeatId | null) =>
  game.view(seat).players.map(({ markers }) => markers);
const gone = (game: GameScript, seat: SeatId | undefined) => game.tell({ type: 'seatAway', seat: seat! });

describe('Players and length of a party', () => {
  it.each([
    [1, 'too_few_players'],
    [2, 'ok'],
    [16, 'ok'],
    [17, 'too_many_players'],
  ])('%i at the table: %s (rule 7.1)', (seats, code) => {
    const order = Array.from({ length: seats }, (_, i) => seatId(i + 1));
    const { rng, now } = party();
    const opened = colorClues.setup(order, { preset: 'party' }, { now, rng }, null);
    expect(opened.ok ? 'ok' : opened.error.code).toBe(code);
    expect([seatsWith({ preset: 'party' }), seatsWith(null)]).toEqual([
      { min: 2, max: 16 },
      { min: 3, max: 10 },
    ]);
  });

  it.each([
    [2, 'auto', 4],
    [4, 'auto', 8],
    [5, 'auto', 5],
    [8, 'auto', 8],
    [9, 'auto', 8],
    [16, 'auto', 8],
    [16, 1, 16],
    [3, 5, 15],
  ] as const)('%i players with turns %s play %i rounds (rule 7.2)', (players, turns, rounds) => {
    expect(roundsFor({ ...DEFAULT_OPTIONS, preset: 'party', turns }, players)).toBe(rounds);
  });

  it('whoever comes during a round has a seat from the reveal on and plays the next one (rule 7.3)', () => {
    const game = party(3);
    game.clue();
    const late = seatId(9);
    expect(game.tell({ type: 'seatJoined', seat: late })).toBe('seats_closed');
    game.placeAll();
    expect(game.tell({ type: 'seatJoined', seat: late })).toBe('ok');
    game.allReady();
    expect(game.guessers).toContain(late);
  });

  it('goes on with two, and waits for a second one (rule 7.1)', () => {
    const game = party(3);
    gone(game, game.guessers[0]);
    game.pass(6_000);
    expect(game.stage).toBe('clue');
    gone(game, game.guessers[1]);
    game.pass(6_000);
    expect(game.stage).toBe('paused');
  });

  it('is what Play now plays from four people on (rule 7.4)', () => {
    expect([3, 4, 16].map((people) => quickOptions(people)?.preset)).toEqual([undefined, 'party', 'party']);
    expect(parseOptions(quickOptions(4))).not.toBeNull();
  });
});

describe('A round of a party', () => {
  it('has shorter clocks, and one clue unless the host wants two (rule 8.1)', () => {
    const game = party();
    expect(game.left).toBe(40_000);
    game.clue();
    expect(game.view(null).spanMs).toBe(20_000);
    game.placeAll();
    expect([game.stage, game.left]).toEqual(['reveal', 6_000]);
    const two = party(4, { clues: 2 });
    two.playRound();
    expect(two.events.map(({ type }) => type)).toContain('placingClosed');
  });

  it('all place at the same time and may move their marker until all have placed (rule 8.2)', () => {
    const game = party();
    game.clue();
    const [a, b, c] = game.guessers;
    expect(place(game, c, 7)).toBe('ok');
    expect(place(game, a, 100)).toBe('ok');
    expect(place(game, c, 8)).toBe('ok');
    expect(place(game, c, 8)).toBe('no_change');
    expect(place(game, game.giver, 9)).toBe('not_your_turn');
    expect(game.stage).toBe('place');
    expect(place(game, b, 200)).toBe('ok');
    expect(game.stage).toBe('reveal');
    const cells = game.round.markers.map(({ seat, cell }) => [seat, cell]);
    expect(cells.sort(([x], [y]) => x! - y!)).toEqual(
      [[a, 100] as const, [b, 200] as const, [c, 8] as const].sort(([x], [y]) => x! - y!),
    );
  });

  it('two may choose the same cell: nobody is told that it is taken, or is quicker (rule 8.3)', () => {
    const game = party(4, { clues: 2 });
    game.clue();
    for (const seat of game.guessers) expect(place(game, seat, 7)).toBe('ok');
    expect(cellsSeenBy(game, null).filter(([first]) => first === 7)).toHaveLength(3);
    game.clue();
    for (const seat of game.guessers) expect(place(game, seat, 7)).toBe('cell_taken');
    for (const seat of game.guessers) expect(place(game, seat, 8)).toBe('ok');
    expect(game.stage).toBe('reveal');
  });

  it.each([
    ['before they are shown, so its cell is as free as it looks', false],
    ['after that: then it is shown no more', true],
  ])('the first marker of somebody closes no cell once they have left, %s (rule 8.3)', (_, isShown) => {
    const game = party(4, { clues: 2 });
    game.clue();
    const [gone, b, c] = game.guessers;
    const leave = () => expect(game.tell({ type: 'seatLeft', seat: gone! })).toBe('ok');
    place(game, gone, 7);
    if (!isShown) leave();
    place(game, b, 8);
    place(game, c, 9);
    expect(game.stage).toBe('clue2');
    if (isShown) leave();
    game.clue();
    const shown = cellsSeenBy(game, b!).flat();
    expect([shown.includes(7), shown.includes(9)]).toEqual([false, true]);
    const offered = legalCommands(game.state, b!).map((command) => 'cell' in command && command.cell);
    expect([offered.includes(7), offered.includes(9)]).toEqual([true, false]);
    expect([place(game, b, 9), place(game, b, 7)]).toEqual(['cell_taken', 'ok']);
  });

  it('until then everybody, the giver too, is told only how many have placed (rule 8.4)', () => {
    const game = party();
    game.clue();
    const [a, b] = game.guessers;
    place(game, a, 7);
    for (const seat of [null, game.giver, b!]) {
      expect(
        cellsSeenBy(game, seat)
          .flat()
          .every((cell) => cell === null),
      ).toBe(true);
      expect(game.view(seat)).toMatchObject({ placed: 1, expected: 3, queue: game.guessers });
    }
    expect(
      cellsSeenBy(game, a!)
        .flat()
        .filter((cell) => cell !== null),
    ).toEqual([7]);
    const laid = game.last('markerLaid')!;
    expect(colorClues.redact(laid, { kind: 'seat', seat: b! })).toBeNull();
    expect(colorClues.redact(laid, { kind: 'seat', seat: a! })).toEqual(laid);
  });

  it('placing ends with the clock; what comes up to a second later still counts (rule 8.5)', () => {
    const game = party();
    game.clue();
    const [a, b] = game.guessers;
    const end = game.view(null).until!;
    game.pass(end - game.now + 999);
    expect(place(game, a, 7)).toBe('ok');
    game.pass(1);
    expect(game.stage).toBe('reveal');
    expect(place(game, b, 8)).toBe('wrong_stage');
    expect(game.round.markers.map(({ cell }) => cell)).toEqual([7]);
  });

  it('nobody waits for somebody absent longer than five seconds (rule 8.6)', () => {
    const game = party(5);
    game.clue();
    const [a, b, c, d] = game.guessers;
    gone(game, d);
    expect(game.view(null).expected).toBe(3);
    for (const seat of [a, b, c]) place(game, seat, 7);
    expect(game.stage).toBe('place');
    game.pass(4_999);
    expect(game.stage).toBe('place');
    game.pass(1);
    expect(game.stage).toBe('reveal');
  });

  it('nor at all for somebody who was absent when the round began (rule 8.6)', () => {
    const game = party(5);
    const away = game.guessers[3];
    gone(game, away);
    game.playRound();
    game.pass(5_000);
    game.allReady();
    game.clue();
    for (const seat of game.guessers) if (seat !== away) place(game, seat, 7);
    expect(game.stage).toBe('reveal');
  });

  it('the host ends placing where no clock runs (rule 8.6)', () => {
    const game = party(4, { timers: 'off' });
    game.clue();
    place(game, game.guessers[0], 7);
    expect(game.due).toBeNull();
    expect(game.passWaited()).toBe('ok');
    game.pass(1_000);
    expect(game.stage).toBe('reveal');
  });

  it('or when half of the clock has run, and they have placed if they guess (rule 8.6)', () => {
    const game = party(4);
    game.clue();
    const [host, other] = game.guessers;
    const end = (by: SeatId | undefined) => game.tell({ type: 'skip', by: by! });
    place(game, other, 7);
    game.pass(10_000);
    expect(end(host)).toBe('place_first');
    place(game, host, 7);
    game.now -= 1;
    expect(end(host)).toBe('skip_later');
    game.now += 1;
    expect(end(host)).toBe('ok');
    expect([game.stage, game.view(null).until]).toEqual(['place', game.now]);
    // What was on its way counts (rule 8.5).
    game.now += 999;
    place(game, other, 8);
    expect(end(host)).toBe('no_change');
    game.pass(1);
    expect(game.stage).toBe('reveal');
    expect(game.round.markers.map(({ cell }) => cell)).toEqual([7, 8]);
  });

  it('or when all who have not placed have been away for a moment (rule 8.6)', () => {
    const game = party(4);
    game.clue();
    const [host, other, away] = game.guessers;
    for (const seat of [host, other]) place(game, seat, 7);
    const end = () => game.tell({ type: 'skip', by: host! });
    expect(end()).toBe('skip_later');
    game.tell({ type: 'seatAway', seat: away! });
    game.now += AWAY_MS;
    expect(end()).toBe('ok');
    expect(game.stage).toBe('reveal');
  });

  it('whoever leaves is not waited for, and their marker stays (rule 8.6)', () => {
    const game = party();
    game.clue();
    const [a, b, c] = game.guessers;
    place(game, a, 7);
    game.tell({ type: 'seatLeft', seat: a! });
    place(game, b, 8);
    game.tell({ type: 'seatLeft', seat: c! });
    expect(game.stage).toBe('reveal');
    expect(game.round.markers).toHaveLength(2);
  });

  it('a clue can be objected to until the first marker is placed (rule 8.7)', () => {
    const game = party(4);
    game.clue();
    const [a, b] = game.guessers;
    expect(game.as(a!, { type: 'challengeClue' })).toBe('ok');
    place(game, b, 7);
    expect(game.as(b!, { type: 'challengeClue' })).toBe('wrong_stage');
  });

  it('markers keep hidden over a pause (rule 8.4)', () => {
    const game = party(3);
    game.clue();
    const [a, b] = game.guessers;
    place(game, a, 7);
    gone(game, game.giver);
    gone(game, b);
    game.pass(5_000);
    expect(game.stage).toBe('paused');
    expect(
      cellsSeenBy(game, null)
        .flat()
        .every((cell) => cell === null),
    ).toBe(true);
    expect(cellsSeenBy(game, a!).flat()).toContain(7);
  });
});

describe('Points of a party', () => {
  const marker = (seat: number, cell: number, pass: 1 | 2 = 1) => ({ seat: seatId(seat), cell, pass });
  const target = 100;

  it('guessers score as in Classic (rule 9.1)', () => {
    const game = party();
    game.clue();
    for (const [i, seat] of game.guessers.entries()) place(game, seat, game.cellAt(i));
    expect(game.guessers.map((seat) => game.score(seat))).toEqual([3, 2, 1]);
    expect(game.score(game.giver)).toBe(2);
  });

  it.each([
    ['nobody placed', [], 0],
    ['half a point is rounded up', [marker(1, target), marker(2, target + 1)], 3],
    ['both markers of each', [marker(1, target), marker(1, target + 1, 2), marker(2, 400)], 3],
    ['sixteen on the spot', Array.from({ length: 15 }, (_, i) => marker(i + 2, target)), 3],
    ['far away', [marker(1, 400), marker(2, 401)], 0],
  ])('the giver gets the average of who placed: %s (rule 9.2)', (_, markers, points) => {
    expect(averagePoints(markers, target)).toBe(points);
  });

  it('none after two objections (rule 9.2)', () => {
    const game = party(3);
    for (let time = 0; time < 2; time++) {
      game.clue();
      game.as(game.guessers[0]!, { type: 'challengeClue' });
    }
    for (const seat of game.guessers) place(game, seat, game.target);
    expect(game.score(game.giver)).toBe(0);
  });
});

describe('Classic', () => {
  it('may be played with one clue (rule 3.6)', () => {
    const game = new GameScript(3, { clues: 1 });
    game.clue();
    game.place(0);
    game.place(1);
    expect([game.stage, game.left]).toEqual(['reveal', 8_000]);
  });

  it('is what every older journal holds', () => {
    const { preset: _, clues: __, ...options } = DEFAULT_OPTIONS;
    const stored = { type: 'gameStarted', options, order: [seatId(1)], rounds: 3 };
    expect(upcast(stored, 3)).toEqual({ ...stored, options: DEFAULT_OPTIONS });
  });
});
