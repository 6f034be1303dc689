import { describe, expect, it } from 'vitest';
import { seatId } from '../../../../shared/core/ids.ts';
import { AWAY_MS, FAIR_TURN_MS } from '../../../../shared/core/skip.ts';
import { DEFAULT_OPTIONS } from '../../../../shared/games/color-clues/types.ts';
import { optionRows, readOptions } from '../../../store/options.ts';
import { seatRows } from '../../../store/seat-rows.ts';
import { isMyMove, maySkip, passedAt, played, skipAt } from '../../../store/turns.ts';
import { footnote, seatsAt } from '../../../store/waiting.ts';
import type { Sample } from '../../samples.ts';
import { at, sample } from '../samples.ts';
import { announcement } from './announcement.ts';
import { boardModel, isOwnMarker, takenBy } from './board-model.ts';
import { challenge } from './challenge.ts';
import { dock } from './dock.ts';
import { options as optionsNow } from './options.ts';
import { sentence } from './sentence.ts';
import type { View } from './view.ts';
import { volunteering } from './volunteering.ts';
import { colorCluesWords } from './words.ts';

const options = optionsNow();
const words = colorCluesWords();

const playing = (view: View, change: Partial<NonNullable<View['game']>>): View => ({
  ...view,
  game: { ...view.game!, ...change },
});

describe('placing in a party', () => {
  const before = sample('party-place');
  const after = sample('party-laid');
  const me = seatId(3);

  it('is everybody’s turn but the giver’s, until one’s marker is there', () => {
    expect(sentence(before.view, me).now).toBe('Place your marker');
    expect(isMyMove(words, before.view, me)).toBe(true);
    expect(isMyMove(words, after.view, me)).toBe(false);
    expect(isMyMove(words, before.view, seatId(1))).toBe(false);
    expect(sentence(after.view, me).now).toBe('3 of 4 have placed');
    expect(sentence(before.view, seatId(1)).now).toBe('1 of 4 have placed');
    // A room that looks on reads it once.
    expect([sentence(after.view, null).now, words.tally!(after.view as never)]).toEqual([
      '3 of 4 have placed',
      null,
    ]);
    expect(sentence(playing(before.view, { expected: 1 }), null).now).toBe('1 of 1 has placed');
  });

  it('one’s marker is where it was put, and can be put elsewhere', () => {
    const cell = at('J18');
    expect(dock(before.view, me)).toMatchObject({ kind: 'place', laid: null });
    expect(dock(after.view, me)).toMatchObject({ kind: 'place', laid: cell });
    const model = boardModel(after.view, me, null);
    expect(model.mode).toBe('aim');
    expect(model.markers).toMatchObject([{ cell, isMine: true, label: 'Your marker' }]);
    expect([...model.occupied]).toEqual([]);
    expect([takenBy(after.view, me, cell), isOwnMarker(after.view, me, cell)]).toEqual([null, true]);
  });

  it('singles nobody out who may have placed, and says nothing of them', () => {
    const rows = seatRows(words, played(after.view)!, me);
    expect(rows.map(({ isAwaited }) => isAwaited)).toEqual([false, false, false, false, false]);
    expect(rows.map(({ status }) => status)).toEqual([
      'gives the clue',
      'placing',
      'placed J18',
      'placing',
      'placing',
    ]);
    const mine = seatRows(words, played(before.view)!, me).filter(({ isAwaited }) => isAwaited);
    expect(mine.map(({ face }) => face.seat)).toEqual([me]);
  });

  it('passes nobody while others are waited for, too', () => {
    const { view } = before;
    const away = { ...view, seats: view.seats.map((s) => (s.id === 2 ? { ...s, awaySince: 1 } : s)) };
    expect(passedAt(words, played(away)!)).toBeNull();
  });

  it('reads one’s own marker aloud, and no other', () => {
    const { view } = before;
    const moved = playing(after.view, { placed: 1 });
    expect(announcement(view, played(moved)! as never, me)).toMatch(
      /^Your marker is on J18, .*\. 1 of 4 have placed\.$/,
    );
    expect(announcement(view, played(playing(view, { placed: 2 }))! as never, me)).toBeNull();
  });

  it('ends the time for objections', () => {
    expect(challenge(playing(before.view, { placed: 0 }), me)).not.toBeNull();
    expect(challenge(before.view, me)).toBeNull();
  });

  it('lets a guesser object after a pause in which somebody sat down, who does not', () => {
    const { view } = before;
    const late = seatId(9);
    const seats = [...view.seats, { ...view.seats[1]!, id: late }];
    const players = [...view.game!.players, { ...view.game!.players[1]!, seat: late }];
    const joined = playing({ ...view, seats }, { players, placed: 0 });
    expect(challenge(joined, me)).toMatchObject({ votes: 0, needed: 2 });
    expect(challenge(joined, late)).toBeNull();
  });

  it('ends at the wish of a host who has placed, where no clock runs (rule 8.6)', () => {
    const may = ({ view }: Sample<View>) => maySkip(words, played(view)!, me);
    expect(may(sample('party-host', { timers: false }))).toBe(true);
    expect(may(sample('party-host'))).toBe(false);
    expect(may(sample('party-laid', { timers: false }))).toBe(false);
    const { view } = sample('party-place', { timers: false });
    expect(may({ view: { ...view, host: me }, me })).toBe(false);
  });

  it('ends at the wish of a host who has placed, when half of the clock has run (rule 8.6)', () => {
    const from = ({ view }: Sample<View>) => skipAt(words, played(view)!, me);
    const { view } = sample('party-host');
    const { until, spanMs } = view.game!;
    expect(from(sample('party-host'))).toBe(until! - spanMs! / 2);
    // Without one, so long after the wait began.
    const still = sample('party-host', { timers: false });
    expect(from(still)).toBe(still.view.game!.since! + FAIR_TURN_MS);
    const seats = view.seats.map((seat) => (seat.id === me ? seat : { ...seat, awaySince: 1 - AWAY_MS }));
    expect(from({ view: { ...view, seats }, me })).toBe(1);
    expect(from(sample('party-laid'))).toBeNull();
  });

  it('tells the giver what they get', () => {
    const { view } = sample('party-giver');
    expect(dock(view, seatId(1))).toMatchObject({ line: '2 of 4 have placed.' });
    expect(dock(sample('party-reveal').view, seatId(1))).toMatchObject({ detail: 'The average: you get 2.' });
  });
});

describe('the options of a party', () => {
  const rows = (players: number, chosen = {}) =>
    Object.fromEntries(
      optionRows(options, readOptions(options, { ...DEFAULT_OPTIONS, preset: 'party', ...chosen }), players),
    );

  it('say what they mean for so many players', () => {
    expect(rows(4)).toMatchObject({ Rules: 'party', 'Turns each': '2', Clues: 'one' });
    expect(rows(7)['Turns each']).toBe('1');
    expect(rows(12)['Turns each']).toBe('8 rounds in all');
    expect(rows(12, { turns: 2, clues: 2 })).toMatchObject({
      'Turns each': '2',
      Clues: 'two, the second if wanted',
    });
  });

  it('say how many can play', () => {
    const { view } = sample('table-few');
    const party = { ...view, options: { ...DEFAULT_OPTIONS, preset: 'party' as const } };
    expect(seatsAt(words, view)).toEqual({ minSeats: 3, maxSeats: 10 });
    expect(seatsAt(words, party)).toEqual({ minSeats: 2, maxSeats: 16 });
    expect(footnote(seatsAt(words, view), view, seatId(2))).toContain('Three to ten can play');
    expect(footnote(seatsAt(words, party), party, seatId(2))).toContain('starts the game');
  });
});

describe('volunteers (rule 17)', () => {
  it('are asked where the host allows it, until the last round', () => {
    const { view, me } = sample('party-reveal');
    expect(volunteering(view, me)).toBe(false);
    expect(volunteering(view, seatId(5))).toBe(true);
    expect(volunteering(view, null)).toBeNull();
    expect(volunteering({ ...view, game: { ...view.game!, round: view.game!.rounds } }, me)).toBeNull();
    expect(volunteering(sample('party-laid').view, me)).toBeNull();
  });

  it('have a hand beside their name', () => {
    const { view, me } = sample('party-giver');
    const statuses = seatRows(words, played(view)!, me).map(({ status }) => status);
    expect(statuses.filter((status) => status.includes('✋'))).toEqual(['✋ wants to give']);
  });

  it('are read aloud to the others when they raise a hand, once, and not when they take it down', () => {
    const { view, me } = sample('party-reveal');
    const raised = (...hands: number[]) =>
      playing(view, {
        players: view.game!.players.map((player) => ({
          ...player,
          isVolunteer: hands.includes(player.seat),
        })),
      });
    const told = (before: View, after: View) => announcement(before, played(after)! as never, me);
    const name = (seat: number) => view.seats.find(({ id }) => id === seat)!.person.name;
    expect(told(raised(), raised(2))).toBe(`${name(2)} would like to give the next clue.`);
    expect(told(raised(2), raised(2, 4, 5))).toBe(
      `${name(4)} and ${name(5)} would like to give the next clue.`,
    );
    expect(told(raised(2), raised(2))).toBeNull();
    expect(told(raised(2), raised())).toBeNull();
    expect(told(raised(), raised(me!))).toBeNull();
  });
});
