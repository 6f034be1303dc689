import { describe, expect, it } from 'vitest';
import { past } from '../i18n/past/index.ts';
import { companyWords, outcomeWords, pointsWords, ratingWords } from './past-words.ts';

const player = (name: string, place: number | null, more: object = {}) => ({
  ...{ name, place, isBot: false, isMe: false },
  ...more,
});

describe('a game in the list', () => {
  it('says how it ended', () => {
    const two = [player('Ana', 1, { isMe: true }), player('Ben', 2)];
    expect(outcomeWords({ place: 1, players: two })).toBe('You won');
    expect(outcomeWords({ place: 1, players: [...two, player('Cleo', 1)] })).toBe('You shared the win');
    expect(outcomeWords({ place: 2, players: two })).toBe('Place 2 of 2');
    expect(outcomeWords({ place: null, players: two })).toBe('You left before the end');
  });

  it('says who was there, also those who are gone', () => {
    const me = player('Ana', 1, { isMe: true });
    expect(companyWords([me, player('Ben', 2), player('', 3), player('Moss', 4, { isBot: true })])).toBe(
      'with Ben, Someone and 1 bot',
    );
    expect(companyWords([me])).toBe('');
  });

  it('adds up', () => {
    expect([past.playedAndWon(1, 0), past.playedAndWon(12, 5)]).toEqual(['1 game, 0 won', '12 games, 5 won']);
    expect(ratingWords({ rating: 1511.6, deviation: 90.2 })).toBe('1512 ± 180');
    expect([0, 0.5, 1, 2.5].map(pointsWords)).toEqual(['0 points', '½ points', '1 point', '2½ points']);
  });
});
