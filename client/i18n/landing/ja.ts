import type { messages as english } from './en.ts';

export const messages: typeof english = {
  howToPlay: '遊び方',
  settings: '設定',
  alone: 'ひとりで:',
  daily: '今日の問題',
  practice: '練習',

  whatToPlay: '遊ぶゲーム',
  mode: 'モード',
  anyMode: 'おまかせ',
  players: (least, most) => `${least === most ? most : `${least}〜${most}`}人`,

  yourName: 'あなたの名前',
  oneMoment: 'お待ちください…',
  changeNameAndMarker: '名前とコマを変える',
  account: 'アカウント',
  logIn: 'ログイン',

  playNow: 'すぐ遊ぶ',
  findingTable: 'テーブルを探しています…',
  createTable: 'テーブルを作る',
  settingTable: '準備しています…',
  forFriends: '友だちと',
  forFriendsHelp: 'コードを知る人だけが入れます',
  forEverybody: 'みんなと',
  forEverybodyHelp: '公開テーブルに載ります',

  codeOfTable: 'テーブルのコード',
  code: 'コード',
  join: '参加',
};
