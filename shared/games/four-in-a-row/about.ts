import type { GameAbout } from '../../core/about.ts';

export const ABOUT: GameAbout = {
  name: 'four-in-a-row',
  title: 'Four in a Row',
  minSeats: 2,
  maxSeats: 2,
  quickBots: 1,
  slogan: ['Drop a disc.', 'Make it four.'],
  line: 'Drop discs in turn; the first to line up four wins.',
};
