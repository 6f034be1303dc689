import type { messages as english } from './en.ts';

export const messages: typeof english = {
  title: '設定',
  language: '言語',
  asBrowser: 'ブラウザに合わせる',
  theme: 'テーマ',
  themes: { system: '自動', light: 'ライト', dark: 'ダーク' },
  sound: '音',
  vibration: '振動',
  vibrationHelp: '自分の番と得点のとき',
  reactions: 'リアクション',
  reactionsHelp: 'テーブルの人が少しの間見せるもの',
  lessMotion: '動きを減らす',
  lessMotionHelp: '動きの代わりにフェードします',

  howToPlay: (game) => `${game}の遊び方`,
};
