import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GameScript } from '../../../test/harness/color-clues-script.ts';
import { type SeatId, seatId } from '../../core/ids.ts';
import { seededRng } from '../../core/seeded-rng.ts';
import { AWAY_MS } from '../../core/skip.ts';
import { gameOptionsSchema } from './commands.ts';
import { DEFAULT_OPTIONS, type GameOptions } from './types.ts';

const party = (seats = 4, options: Partial<GameOptions> = {}) =>
  new GameScript(seats, { preset: 'party', giver: 'volunteers', ...options });
const raise = (game: GameScript, seat: SeatId, wants = true) => game.as(seat, { type: 'volunteer', wants });
const next = (game: GameScript): SeatId => {
  if (game.stage !== 'reveal') game.playRound();
  game.allReady();
  return game.giver;
};
const hands = (game: GameScript) =>
  game.view(null).players.flatMap(({ seat, isVolunteer }) => (isVolunteer ? [seat] : []));

describe('Volunteers (rule 17)', () => {
  it('give next, whoever of them has given least often, and their hand comes down (rules 17.2, 17.3)', () => {
    const game = party(4, { turns: 3 });
    const [a, b, c, d] = game.order;
    expect(raise(game, d!)).toBe('ok');
    expect(hands(game)).toEqual([d]);
    expect(next(game)).toBe(d);
    expect(hands(game)).toEqual([]);
    for (const seat of [d!, a!, c!]) raise(game, seat);
    // c has not given yet.
    expect(next(game)).toBe(c);
    // Of a and d, who gave once each, d sits first to the left of c.
    expect(hands(game)).toEqual([a, d]);
    expect(next(game)).toBe(d);
    expect(next(game)).toBe(a);
    // Nobody wants to: round, the one who has not given.
    expect(next(game)).toBe(b);
  });

  it('may change their mind at any time, also while they give or guess (rule 17.2)', () => {
    const game = party();
    const { giver } = game;
    const [guesser] = game.guessers;
    expect(raise(game, giver)).toBe('ok');
    expect(raise(game, giver)).toBe('no_change');
    game.clue();
    expect(raise(game, guesser!)).toBe('ok');
    expect(raise(game, guesser!, false)).toBe('ok');
    expect(raise(game, seatId(99))).toBe('not_seated');
    game.placeAll();
    expect(next(game)).toBe(giver);
  });

  it.each<Partial<GameOptions>>([{ giver: 'round' }, { preset: 'classic' }])(
    'are refused with %j (rule 17.1)',
    (options) => {
      const game = party(4, options);
      expect(raise(game, game.giver)).toBe('giver_in_turn');
      expect(game.view(null).takesVolunteers).toBe(false);
    },
  );

  it('do not give in co-op, where the two take turns (rule 17.1)', () => {
    const game = party(2, { together: 'coop' });
    expect(raise(game, game.giver)).toBe('giver_in_turn');
  });

  it('who are away are not called, and keep their hand up; a bot that plays for one does not give instead', () => {
    const game = party(4);
    const [first, second, third] = game.guessers;
    raise(game, third!);
    raise(game, second!);
    game.tell({ type: 'seatAway', seat: third! });
    game.bots = new Set([second!]);
    game.now += AWAY_MS;
    expect(next(game)).toBe(first);
    expect(hands(game).toSorted((x, y) => x - y)).toEqual([second!, third!].toSorted((x, y) => x - y));
    game.tell({ type: 'seatBack', seat: third! });
    expect(next(game)).toBe(third);
  });

  it('who gave often leave whoever is away behind: those turns are skipped one after the other, and the game goes on (rules 6.8, 17.4)', () => {
    const game = party(3, { turns: 4 });
    const [a, b, c] = game.order;
    for (const seat of [b!, c!, b!, c!, b!, c!]) {
      raise(game, seat);
      expect(next(game)).toBe(seat);
    }
    game.playRound();
    const { rounds } = game.state;
    // They lose the line just before the round in which they are to give, and after it would be the next again.
    game.tell({ type: 'seatAway', seat: a! });
    game.allReady();
    expect([game.giver, game.round.number]).toEqual([a, 8]);
    game.pass(AWAY_MS);
    expect([game.giver, game.round.number, game.state.rounds]).toEqual([b, 8, rounds - 2]);
  });

  it('of the team whose turn it is give for it (rule 17.3)', () => {
    const game = party(6, { together: 'teams' });
    const teamOf = (seat: SeatId) => game.state.players.find((player) => player.seat === seat)!.team;
    const own = teamOf(game.giver);
    for (const seat of game.order) if (teamOf(seat) === own && seat !== game.giver) raise(game, seat);
    const last = game.order.findLast((seat) => teamOf(seat) !== own)!;
    raise(game, last);
    expect(next(game)).toBe(last);
    expect(teamOf(next(game))).toBe(own);
  });

  it('are asked for by the host only; older pages and tables know nothing of them', () => {
    const { giver: _, ...older } = DEFAULT_OPTIONS;
    expect(gameOptionsSchema.parse(older)).toEqual(DEFAULT_OPTIONS);
  });

  it('in any game: each round goes to a willing one who gave least often, else to who gave least often of all (rule 17.4)', () => {
    const anyGame = fc.record({ seed: fc.integer(), seats: fc.integer({ min: 2, max: 9 }) });
    fc.assert(
      fc.property(anyGame, ({ seed, seats }) => {
        const rng = seededRng(seed);
        const game = new GameScript(seats, { preset: 'party', giver: 'volunteers', turns: 3 }, seed);
        const given = new Map(game.order.map((seat) => [seat, seat === game.giver ? 1 : 0]));
        const rounds = game.state.rounds;
        while (game.round.number < rounds) {
          for (const seat of game.order) if (rng.int(4) === 0) raise(game, seat, rng.int(3) > 0);
          const willing = hands(game);
          const among = willing.length > 0 ? willing : game.order;
          const giver = next(game);
          expect(among).toContain(giver);
          expect(given.get(giver)).toBe(Math.min(...among.map((seat) => given.get(seat)!)));
          expect(hands(game)).toEqual(willing.filter((seat) => seat !== giver));
          given.set(giver, given.get(giver)! + 1);
        }
        game.playRound();
        game.allReady();
        expect([game.stage, game.state.rounds]).toEqual(['over', rounds]);
      }),
      { numRuns: 150 },
    );
  });
});
