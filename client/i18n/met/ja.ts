import type { MetMessages } from './en.ts';

export const messages: MetMessages = {
  title: 'テーブルで会った人',
  remember: '一緒に遊んだ人を覚える',
  rememberHelp: '同じく望む人とは、ゲームのあとここで互いに見つかります。',
  nobodyYet: 'まだ誰もいません。次に最後まで遊んだゲームから始まります。',
  lastPlayed: (days) =>
    days < 1 ? '今日遊びました' : days === 1 ? '昨日遊びました' : `${days}日前に遊びました`,
  isAt: (table) => `いま${table}にいます`,
  join: '参加',
  joinThem: (name) => `${name}のテーブルに参加`,
  write: '書く',
  writeTo: (name) => `${name}に書く`,
  forget: '忘れる',
  forgetThem: (name) => `${name}を忘れる`,
  more: (count) => `あと${count}人を表示`,
};
