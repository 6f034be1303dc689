import type { GameAbout } from '../../../../shared/core/about.ts';
import { ABOUT } from '../../../../shared/games/four-in-a-row/about.ts';

export const messages: GameAbout = {
  ...ABOUT,
  title: 'Cuatro en raya',
  slogan: ['Suelta una ficha.', 'Haz cuatro.'],
  line: 'Se sueltan fichas por turnos; gana quien alinee cuatro primero.',
};
