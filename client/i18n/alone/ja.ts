import type { messages as english } from './en.ts';

export const messages: typeof english = {
  noDaily: '今日の問題を開けません',
  opening: '今日の問題を開いています…',
  today: '今日',
  practice: '練習',
};
