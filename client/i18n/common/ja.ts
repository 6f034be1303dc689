import type { messages as english } from './en.ts';

export const messages: typeof english = {
  close: '閉じる',
  back: '戻る',
  toTheStart: 'トップへ',
  backToTheStart: 'トップへ戻る',
  settings: '設定',
  tryAgain: 'もう一度',
  oneMoment: 'お待ちください…',
  playNow: 'すぐ遊ぶ',
  findingTable: 'テーブルを探しています…',
  copied: 'コピーしました',
  copyLink: 'リンクをコピー',
  yourGames: 'あなたのゲーム',

  didNotWork: 'うまくいきませんでした。',

  announcement: 'お知らせ',
  hideAnnouncement: 'お知らせを隠す',

  nothingHere: 'ここには何もありません',
  nothingHereText: 'アドレスが途中で切れたのかもしれません。',
  noCookies: 'このブラウザはここの Cookie を保存しません',
  noCookiesText:
    'Color Clues では、あなたの席と名前を覚えておくために Cookie が一つ必要です。このサイトの Cookie を許可して、もう一度お試しください。',
};
