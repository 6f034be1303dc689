import type { GameAbout } from '../../../../shared/core/about.ts';
import { ABOUT } from '../../../../shared/games/four-in-a-row/about.ts';

export const messages: GameAbout = {
  ...ABOUT,
  title: 'Vier in einer Reihe',
  slogan: ['Wirf eine Scheibe.', 'Mach vier daraus.'],
  line: 'Werft abwechselnd Scheiben ein; wer zuerst vier in einer Reihe hat, gewinnt.',
};
