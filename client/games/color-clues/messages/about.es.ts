import type { GameAbout } from '../../../../shared/core/about.ts';
import { ABOUT } from '../../../../shared/games/color-clues/about.ts';

export const messages: GameAbout = {
  ...ABOUT,
  title: 'Color Clues',
  slogan: ['Di una palabra.', 'Halla el color.'],
  line: 'Uno ve un color y da una pista; los demás apuestan dónde está.',
  modes: [
    { name: 'classic', title: 'Clásico' },
    { name: 'party', title: 'Fiesta' },
  ],
};
