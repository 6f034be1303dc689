import { describe, expect, it } from 'vitest';
import { playerId, type SeatId } from '../../shared/core/ids.ts';
import { seededRng } from '../../shared/core/seeded-rng.ts';
import { AWAY_MS, FAIR_TURN_MS } from '../../shared/core/skip.ts';
import { fourInARow } from '../../shared/games/four-in-a-row/rules.ts';
import { seatOf } from '../../shared/table/state.ts';
import { AWAY_TURN_MS } from '../../shared/turns/turn-game.ts';
import { FourScript } from '../harness/four-script.ts';

const TURN_MS = 30_000;

describe('a game of turns at a table', () => {
  it('takes moves of whoever’s turn it is, and refuses the others’ (rule 2.2 of Four in a Row)', () => {
    const script = FourScript.playing({}, 'ana', 'ben');
    const { turn, order } = script.game;
    const other = order.find((seat) => seat !== turn)!;
    expect(script.drop(other, 3)).toBe('not_your_turn');
    expect(script.drop(turn, 3)).toBe('ok');
    expect(script.game.turn).toBe(other);
    for (const seat of [other, turn, other, turn, other]) expect(script.drop(seat, 3)).toBe('ok');
    expect(script.drop(turn, 3)).toBe('column_full');
    expect(script.drop(turn, 9)).toBe('column_full');
  });

  it('ends with a winner, and the other one begins the next (rule 2.1 of Four in a Row)', () => {
    const script = FourScript.playing({}, 'ana', 'ben');
    const [first, second] = script.game.order;
    for (const column of [0, 1, 0, 1, 0, 1, 0]) expect(script.drop(script.game.turn, column)).toBe('ok');
    expect(script.state.phase).toBe('over');
    expect(script.game.ranking?.map(({ seat, place }) => [seat, place])).toEqual([
      [first, 1],
      [second, 2],
    ]);
    expect(script.as('ana', { type: 'start' })).toBe('ok');
    expect(script.game.order).toEqual([second, first]);
    expect(script.discs).toBe(0);
  });

  it('moves by chance for whoever does not move in time, not a moment before (rule 2.3 of Four in a Row)', () => {
    const script = FourScript.playing({}, 'ana', 'ben');
    const { turn, until, spanMs } = script.game;
    expect([until, spanMs]).toEqual([script.now + TURN_MS, TURN_MS]);
    script.now += TURN_MS - 1;
    expect(script.tell({ type: 'timeUp' })).toBe('too_early');
    script.now++;
    expect(script.tell({ type: 'timeUp' })).toBe('ok');
    expect([script.discs, script.game.turn === turn]).toEqual([1, false]);
  });

  it('does not wait long for whoever is away, and waits as ever when they are back (rule 2.4 of Four in a Row)', () => {
    const script = FourScript.playing({}, 'ana', 'ben');
    const away = script.nameOf(script.game.turn)!;
    script.tell({ type: 'goAway', player: playerId(away) });
    expect(script.game.until).toBe(script.now + AWAY_TURN_MS);
    script.tell({ type: 'comeBack', player: playerId(away) });
    expect(script.game.until).toBe(script.now + TURN_MS);
  });

  it('without timers waits for ever, unless the host has it moved on (rule 2.5 of Four in a Row)', () => {
    const script = FourScript.playing({}, 'ana', 'ben');
    script.as('ana', { type: 'leave' });
    script.sit('cleo');
    expect(script.as('ben', { type: 'setOptions', options: { timers: 'off', bots: 'fair' } })).toBe('ok');
    expect(script.as('ben', { type: 'start' })).toBe('ok');
    expect(script.game.until).toBeNull();
    const host = seatOf(script.state, playerId('ben'))!.id;
    if (script.game.turn === host) script.drop(host, 0);
    expect(script.as('ben', { type: 'skipTurn' })).toBe('skip_later');
    script.now += FAIR_TURN_MS;
    expect(script.as('ben', { type: 'skipTurn' })).toBe('ok');
    expect(script.game.turn).toBe(host);
    expect(script.as('ben', { type: 'skipTurn' })).toBe('skip_self');
  });

  it('is moved on by its host after half of a turn, or when they have been away for a moment (rule 2.5 of Four in a Row)', () => {
    const script = FourScript.playing({}, 'ana', 'ben');
    const ana = seatOf(script.state, playerId('ana'))!.id;
    if (script.game.turn === ana) script.drop(ana, 0);
    script.now += TURN_MS / 2 - 1;
    expect(script.as('ana', { type: 'skipTurn' })).toBe('skip_later');
    script.now++;
    expect(script.as('ana', { type: 'skipTurn' })).toBe('ok');
    script.drop(ana, 1);
    script.tell({ type: 'goAway', player: playerId('ben') });
    script.now += AWAY_MS - 1;
    expect(script.as('ana', { type: 'skipTurn' })).toBe('skip_later');
    script.now++;
    expect(script.as('ana', { type: 'skipTurn' })).toBe('ok');
    expect(script.game.turn).toBe(ana);
  });

  it('keeps the order of its seats to its end (rule 11.4)', () => {
    const script = FourScript.playing({}, 'ana', 'ben');
    const seat = seatOf(script.state, playerId('ana'))!.id;
    expect(script.as('ana', { type: 'moveSeat', seat, place: 1 })).toBe('game_running');
  });

  it('is over when somebody leaves for good, who comes last (rule 3.1 of Four in a Row)', () => {
    const script = FourScript.playing({}, 'ana', 'ben');
    const ben = seatOf(script.state, playerId('ben'))!.id;
    script.as('ben', { type: 'leave' });
    expect(script.state.phase).toBe('over');
    expect(script.game.ranking?.find(({ seat }) => seat === ben)?.place).toBe(2);
  });

  it('lets a person take the seat of a bot in the middle of it (rule 3.2 of Four in a Row)', () => {
    const script = FourScript.playing({}, 'ana');
    expect(script.drop(script.game.turn, 3)).toBe('ok');
    const { turn } = script.game;
    expect(script.sit('ben')).toBe('ok');
    expect(script.state.seats.map(({ kind }) => kind)).toEqual(['human', 'human']);
    expect([script.game.turn, script.discs]).toEqual([turn, 1]);
  });

  it('refuses options that make no sense, and too few players', () => {
    const setup = (seats: readonly SeatId[], options: unknown) =>
      fourInARow.setup(seats, options, { now: 0, rng: seededRng(1) }, null);
    const two = [1, 2] as SeatId[];
    expect(setup(two.slice(1), null)).toMatchObject({ error: { code: 'too_few_players' } });
    expect(setup(two, { timers: 'fast' })).toMatchObject({ error: { code: 'bad_options' } });
    expect(setup(two, { bots: 'strong' })).toMatchObject({ ok: true });
  });
});
