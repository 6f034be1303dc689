import type { GameAbout } from '../../../../shared/core/about.ts';
import { ABOUT } from '../../../../shared/games/color-clues/about.ts';

export const messages: GameAbout = {
  ...ABOUT,
  title: 'Color Clues',
  slogan: ['Dis un mot.', 'Trouve la couleur.'],
  line: 'L’un de vous voit une couleur et donne un indice ; les autres parient sur l’endroit où elle est.',
  modes: [
    { name: 'classic', title: 'Classique' },
    { name: 'party', title: 'Fête' },
  ],
};
