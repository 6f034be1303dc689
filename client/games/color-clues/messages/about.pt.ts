import type { GameAbout } from '../../../../shared/core/about.ts';
import { ABOUT } from '../../../../shared/games/color-clues/about.ts';

export const messages: GameAbout = {
  ...ABOUT,
  title: 'Color Clues',
  slogan: ['Diga uma palavra.', 'Ache a cor.'],
  line: 'Um de vocês vê uma cor e dá uma dica; os outros apostam onde ela está.',
  modes: [
    { name: 'classic', title: 'Clássico' },
    { name: 'party', title: 'Festa' },
  ],
};
