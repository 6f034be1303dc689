import { describe, expect, it } from 'vitest';
import { playerId, seatId } from '../../shared/core/ids.ts';
import { sampleSeats, sampleTable } from '../games/samples.ts';
import { faceOf } from './faces.ts';
import { initialOf } from './letters.ts';
import { footnote, heading } from './waiting.ts';

const waiting = (players: number) =>
  sampleTable(sampleSeats(players, {}), { phase: 'waiting', options: {}, game: null });

describe('faces', () => {
  it('find something to show for a seat that is gone', () => {
    expect(faceOf(waiting(3), seatId(99), null)).toMatchObject({ isGone: true, initial: '–' });
  });

  it('know whoever left the game by name, and by marker unless somebody here wears it by now', () => {
    const table = waiting(3);
    const [ana] = table.seats;
    const person = { id: playerId('p'), name: 'Zoe', marker: 9 };
    const left = { ...table, leavers: [{ seat: seatId(99), person }] };
    expect(faceOf(left, seatId(99), null)).toMatchObject({
      isGone: true,
      name: 'Zoe',
      initial: 'Z',
      marker: 9,
    });
    const worn = { ...person, marker: ana!.person.marker };
    const again = { ...table, leavers: [{ seat: seatId(99), person: worn }] };
    expect(faceOf(again, seatId(99), null).marker).not.toBe(worn.marker);
  });

  it('give a seat that is gone a marker that nobody here wears', () => {
    const { seats } = waiting(3);
    const worn = seats.map(({ person }) => person.marker);
    for (let gone = 50; gone < 60; gone++)
      expect(worn).not.toContain(faceOf(waiting(3), seatId(gone), null).marker);
    const two = [50, 51].map((gone) => faceOf(waiting(1), seatId(gone), null).marker);
    expect(new Set(two).size).toBe(2);
  });

  it('read initials of any script', () => {
    expect(initialOf(' élodie')).toBe('É');
    expect(initialOf('🦊 fox')).toBe('🦊');
    expect(initialOf('')).toBe('?');
  });
});

describe('a waiting room', () => {
  const about = {
    name: 'x',
    title: 'X',
    minSeats: 3,
    maxSeats: 10,
    quickBots: 0,
    slogan: ['', ''] as const,
    line: '',
  };
  const two = { ...about, minSeats: 2, maxSeats: 2 };

  it('says how many can play, from the numbers of the game', () => {
    expect(footnote(about, waiting(1), seatId(2))).toBe('Three to ten can play, so this needs 2 more.');
    expect(footnote(two, waiting(1), seatId(2))).toBe('Two can play, so this needs one more.');
    expect(footnote(two, waiting(1), seatId(1))).toContain('Bots can take the empty seats');
  });

  it('says who is away, where that is why it cannot start', () => {
    const table = waiting(3);
    const withAway = (away: readonly number[]) => ({
      ...table,
      seats: table.seats.map((seat, i) => ({ ...seat, awaySince: away.includes(i) ? 1 : null })),
    });
    expect(footnote(about, withAway([1]), seatId(3))).toBe(
      'Three to ten can play, so this needs one more. Ben is away.',
    );
    expect(footnote(about, withAway([1, 2]), seatId(1))).toMatch(/Ben and Cleo are away\.$/);
    expect(footnote(two, withAway([1]), seatId(3))).not.toContain('away');
  });

  it('says who starts, and what others can still do', () => {
    expect(footnote(about, waiting(3), seatId(2))).toBe('Ana starts the game. Others may still join.');
    expect(footnote(two, waiting(2), seatId(1))).toBe('You can start now. Others may watch.');
  });

  it('waits for friends only where nobody else can come', () => {
    expect(heading(two, waiting(1), true)).toBe('Waiting for friends');
    expect(heading(two, { ...waiting(1), visibility: 'public' }, true)).toBe('Waiting for players');
    expect(heading(two, waiting(2), true)).toBe('Ready when you are');
    expect(heading(two, waiting(2), false)).toBe('Ready to start');
  });
});
