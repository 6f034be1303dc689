import type { GameAbout } from '../../../../shared/core/about.ts';
import { ABOUT } from '../../../../shared/games/color-clues/about.ts';

export const messages: GameAbout = {
  ...ABOUT,
  title: 'Color Clues',
  slogan: ['ことばを一つ。', '色を探そう。'],
  line: '一人が色を見てヒントを出し、ほかの全員がその場所を当てます。',
  modes: [
    { name: 'classic', title: 'クラシック' },
    { name: 'party', title: 'パーティー' },
  ],
};
