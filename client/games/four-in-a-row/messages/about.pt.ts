import type { GameAbout } from '../../../../shared/core/about.ts';
import { ABOUT } from '../../../../shared/games/four-in-a-row/about.ts';

export const messages: GameAbout = {
  ...ABOUT,
  title: 'Quatro em linha',
  slogan: ['Solte uma ficha.', 'Faça quatro.'],
  line: 'Soltem fichas em turnos; quem alinhar quatro primeiro ganha.',
};
