import type { Messages } from '../messages.ts';
import type { messages as english } from './en.ts';

export const messages: Messages<typeof english> = {
  yours: '自分のルール',
  name: 'このルールの名前',
  keep: 'このルールを残す',
  kept: (name) => `残しました：${name}`,
  copyLink: 'このルールへのリンクをコピー',
  linkCopied: 'リンクをコピーしました',
  copyFromHere: 'ここからリンクをコピーしてください',
  copyLinkOf: (name) => `${name}へのリンクをコピー`,
  forget: (name) => `${name}を削除`,
  nameless: 'このルールには名前が必要です。',
  full: (most) => `${most}件まで残せます。先にどれかを削除してください。`,
  forbidden: 'このブラウザーはこのサイトのものを保存しないため、ルールは残りません。リンクは使えます。',

  opening: 'ルールを開いています…',
  ofGame: (game) => `${game}のルール`,
  called: (name) => `このルールの名前は「${name}」だそうです。`,
  someRules: '誰かが遊び方を選びました。',
  notWhole: 'リンクの一部が読めません。その部分は標準のルールになります。',
  startForFriends: '友だち用のテーブルを作る',
  startForEverybody: 'みんなのテーブルを作る',
  starting: 'テーブルを用意しています…',
  tooManySit: (most, seated) => `${most}人まで。今は${seated}人います`,
};
