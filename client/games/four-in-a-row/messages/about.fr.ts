import type { GameAbout } from '../../../../shared/core/about.ts';
import { ABOUT } from '../../../../shared/games/four-in-a-row/about.ts';

export const messages: GameAbout = {
  ...ABOUT,
  title: 'Quatre à la suite',
  slogan: ['Lâche un jeton.', 'Alignes-en quatre.'],
  line: 'Lâchez des jetons à tour de rôle ; le premier qui en aligne quatre gagne.',
};
