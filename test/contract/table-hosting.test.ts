import { describe, expect, it } from 'vitest';
import { playerId, seatId } from '../../shared/core/ids.ts';
import { MAX_PAUSE_MS } from '../../shared/table/pause.ts';
import type { TableCommand } from '../../shared/table/types.ts';
import { HOST_GRACE_MS } from '../../shared/table/wake-up.ts';
import { opened, person, seated, table, take, withSeats } from '../harness/table-script.ts';
import { TOY_TURN_MS, type ToyCommand } from '../harness/toy-game.ts';

type Wish = TableCommand<ToyCommand>;

const PAUSE: Wish = { type: 'pause' };
const GO_ON: Wish = { type: 'goOn' };
const lock = (isLocked: boolean): Wish => ({ type: 'setLock', isLocked });
const setPassword = (hash: string | null, by = seatId(1)): Wish => ({ type: 'setPassword', by, hash });

/** Three people in a game, two of whose ten seconds for a turn are gone. */
function playing() {
  const script = seated('ana', 'ben', 'cleo');
  expect(script.as('ana', { type: 'start' })).toBe('ok');
  script.now += 2_000;
  return script;
}

describe('a pause (rule 11.1)', () => {
  it('stops the clock of the game, which goes on where it was', () => {
    const script = playing();
    const due = table.deadline(script.state)!;
    expect(script.as('ana', PAUSE)).toBe('ok');
    script.now += 60_000;
    expect(script.tell({ type: 'timeUp' })).toBe('too_early');
    expect(script.as('ana', GO_ON)).toBe('ok');
    expect(table.deadline(script.state)).toBe(due + 60_000);
    expect(script.as('ana', take(1))).toBe('ok');
    expect(table.deadline(script.state)).toBe(script.now + TOY_TURN_MS);
  });

  it('lets nobody move or be skipped', () => {
    const script = playing();
    script.as('ana', PAUSE);
    expect(script.as('ana', take(1))).toBe('game_paused');
    expect(script.as('ana', { type: 'skipTurn' })).toBe('game_paused');
    expect(script.as('ana', PAUSE)).toBe('no_change');
  });

  it('ends by itself after five minutes', () => {
    const script = playing();
    script.as('ana', PAUSE);
    const began = script.now;
    expect(script.wake()).toBe('ok');
    expect(script.now).toBe(began + MAX_PAUSE_MS);
    expect(script.state.pausedSince).toBeNull();
  });

  it('ends when its host is gone', () => {
    const script = playing();
    script.as('ana', PAUSE);
    script.tell({ type: 'goAway', player: playerId('ana') });
    const began = script.now;
    expect(script.wake()).toBe('ok');
    expect(script.now).toBe(began + HOST_GRACE_MS);
    expect(script.state).toMatchObject({ pausedSince: null, host: script.seat('ben') });
  });

  it('ends when its host leaves', () => {
    const script = playing();
    script.as('ana', PAUSE);
    script.as('ana', { type: 'leave' });
    expect(script.state.pausedSince).toBeNull();
  });

  it('is for the host, while a game runs', () => {
    expect(playing().as('ben', PAUSE)).toBe('not_host');
    expect(seated('ana', 'ben').as('ana', PAUSE)).toBe('no_game');
    expect(playing().as('ana', GO_ON)).toBe('no_change');
  });
});

describe('a lock (rule 11.2)', () => {
  it('keeps out whoever has no seat, until it is taken away', () => {
    const script = seated('ana', 'ben');
    expect(script.as('ana', lock(true))).toBe('ok');
    expect(script.tell({ type: 'sit', person: person('cleo') })).toBe('table_locked');
    expect(script.tell({ type: 'sit', person: person('ben') })).toBe('already_seated');
    expect(script.as('ana', lock(true))).toBe('no_change');
    expect(script.as('ana', lock(false))).toBe('ok');
    expect(script.tell({ type: 'sit', person: person('cleo') })).toBe('ok');
  });

  it('is for the host', () => expect(seated('ana', 'ben').as('ben', lock(true))).toBe('not_host'));
});

describe('a password (rule 11.3)', () => {
  const friends = () => withSeats(opened(0, 'private'), 'ana', 'ben');

  it('is kept as a hash, which nobody is shown', () => {
    const script = friends();
    expect(script.tell(setPassword('HASH'))).toBe('ok');
    const view = table.view(script.state, { kind: 'seat', seat: seatId(1) });
    expect(view.hasPassword).toBe(true);
    expect(JSON.stringify(view)).not.toContain('HASH');
    expect(script.tell(setPassword(null))).toBe('ok');
    expect(script.state.password).toBeNull();
  });

  it('is set by the host, at a private table', () => {
    expect(friends().tell(setPassword('HASH', seatId(2)))).toBe('not_host');
    expect(friends().tell(setPassword('HASH', seatId(9)))).toBe('not_seated');
    expect(friends().as('ana', setPassword('HASH'))).toBe('unknown_command');
    expect(seated('ana').tell(setPassword('HASH'))).toBe('public_table');
  });
});

describe('the order of seats (rule 11.4)', () => {
  const move = (place: number): Wish => ({ type: 'moveSeat', seat: seatId(3), place });

  it('is the host’s to change before a game and after it', () => {
    const script = seated('ana', 'ben', 'cleo');
    expect(script.as('ana', move(0))).toBe('ok');
    expect(script.names).toEqual(['cleo', 'ana', 'ben']);
    expect(script.as('ana', move(0))).toBe('no_change');
    expect(script.as('ana', move(99))).toBe('ok');
    expect(script.names).toEqual(['ana', 'ben', 'cleo']);
  });

  it('stays while a game runs that cannot change it', () => {
    expect(playing().as('ana', move(0))).toBe('game_running');
    expect(seated('ana').as('ana', move(0))).toBe('unknown_seat');
    expect(seated('ana', 'ben').as('ben', move(0))).toBe('not_host');
  });
});

describe('the level of a bot (rule 11.9)', () => {
  const level = (seat: number, to: 1 | 5): Wish => ({ type: 'setBotLevel', seat: seatId(seat), level: to });

  it('is the host’s to change before a game, and the bot stays who it is', () => {
    const script = seated('ana', 'ben');
    script.as('ana', { type: 'addBot', level: 3 });
    const [, , bot] = script.state.seats;
    expect(script.as('ana', level(3, 5))).toBe('ok');
    expect(script.state.seats[2]).toEqual({ ...bot, level: 5 });
    expect(script.as('ana', level(3, 5))).toBe('no_change');
    expect(script.as('ben', level(3, 1))).toBe('not_host');
    expect(script.as('ana', level(2, 1))).toBe('unknown_seat');
    expect(script.as('ana', level(9, 1))).toBe('unknown_seat');
  });

  it('holds during a round, and changes between two', () => {
    const script = seated('ana', 'ben');
    script.as('ana', { type: 'addBot', level: 3 });
    script.as('ana', { type: 'start' });
    expect(script.as('ana', level(3, 1))).toBe('round_running');
    for (const [name, coins] of [
      ['ana', 3],
      ['ben', 2],
    ] as const)
      expect(script.as(name, take(coins))).toBe('ok');
    expect(script.as('ana', level(3, 1))).toBe('ok');
    expect(script.state.seats[2]?.level).toBe(1);
  });
});

describe('whoever was sent away (rule 11.5)', () => {
  it('may come again when the host lets them back in', () => {
    const script = seated('ana', 'ben', 'cleo');
    script.as('ana', { type: 'kick', seat: script.seat('ben') });
    expect(table.view(script.state, { kind: 'spectator' }).removed.map(({ name }) => name)).toEqual(['ben']);
    expect(script.tell({ type: 'sit', person: person('ben') })).toBe('kicked');
    expect(script.as('cleo', { type: 'letBackIn', player: playerId('ben') })).toBe('not_host');
    expect(script.as('ana', { type: 'letBackIn', player: playerId('ben') })).toBe('ok');
    expect(script.as('ana', { type: 'letBackIn', player: playerId('ben') })).toBe('unknown_person');
    expect(script.tell({ type: 'sit', person: person('ben') })).toBe('ok');
    expect(script.state).toMatchObject({ banned: [], removed: [] });
  });

  it('by an operator stays away', () => {
    const script = seated('ana', 'ben');
    script.as('ana', { type: 'kick', seat: script.seat('ben') });
    expect(script.tell({ type: 'expel', player: playerId('ben') })).toBe('ok');
    expect(script.as('ana', { type: 'letBackIn', player: playerId('ben') })).toBe('unknown_person');
    expect(script.tell({ type: 'expel', player: playerId('ben') })).toBe('no_change');
  });
});

describe('the language of a table (rule 11.6)', () => {
  it('is the host’s to change while no game runs, and the game is told', () => {
    const script = seated('ana', 'ben');
    expect(script.state.language).toBe('en');
    expect(script.as('ana', { type: 'setLanguage', language: 'fr' })).toBe('ok');
    expect(script.as('ana', { type: 'setLanguage', language: 'fr' })).toBe('no_change');
    expect(script.as('ben', { type: 'setLanguage', language: 'de' })).toBe('not_host');
    expect(table.view(script.state, { kind: 'spectator' }).language).toBe('fr');
    script.as('ana', { type: 'start' });
    expect(script.as('ana', { type: 'setLanguage', language: 'de' })).toBe('game_running');
  });
});
