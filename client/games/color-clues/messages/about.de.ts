import type { GameAbout } from '../../../../shared/core/about.ts';
import { ABOUT } from '../../../../shared/games/color-clues/about.ts';

export const messages: GameAbout = {
  ...ABOUT,
  title: 'Color Clues',
  slogan: ['Sag ein Wort.', 'Finde die Farbe.'],
  line: 'Eine Person sieht eine Farbe und gibt einen Hinweis; alle anderen setzen darauf, wo sie ist.',
  modes: [
    { name: 'classic', title: 'Klassisch' },
    { name: 'party', title: 'Party' },
  ],
};
