import type { GameAbout } from '../../core/about.ts';

export const ABOUT: GameAbout = {
  name: 'color-clues',
  title: 'Color Clues',
  minSeats: 2,
  maxSeats: 16,
  quickBots: 3,
  slogan: ['Say a word.', 'Find the color.'],
  modes: [
    { name: 'classic', title: 'Classic' },
    { name: 'party', title: 'Party' },
  ],
  line: 'One of you sees a color and gives a clue; everyone else bets on where it is.',
};
