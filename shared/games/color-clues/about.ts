import type { GameAbout } from '../../core/about.ts';

export const ABOUT: GameAbout = {
  name: 'color-clues',
  title: 'Color Clues',
  minSeats: 3,
  maxSeats: 10,
  quickBots: 3,
  line: 'One names a color in a word or two, the others find it.',
};
