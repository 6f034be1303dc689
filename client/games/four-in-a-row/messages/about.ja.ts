import type { GameAbout } from '../../../../shared/core/about.ts';
import { ABOUT } from '../../../../shared/games/four-in-a-row/about.ts';

export const messages: GameAbout = {
  ...ABOUT,
  title: '四目並べ',
  slogan: ['コマを落として、', '四つ並べよう。'],
  line: '交互にコマを落とし、先に四つ並べた人の勝ちです。',
};
