import type { messages as english } from './en.ts';

export const messages: typeof english = {
  opening: {
    table: 'テーブルを開いています…',
    chat: 'チャットを開いています…',
    page: 'ページを開いています…',
  },
  notLoaded: {
    table: 'テーブルを読み込めませんでした',
    chat: 'チャットを読み込めませんでした',
    page: 'ページを読み込めませんでした',
  },
  maybeUpdated: 'ネットワークが切れたか、ゲームが更新されたようです。',
  tryAgain: 'もう一度',
  onlyBeginningFits: (leftOut) => `はじめの部分だけ入りました。${leftOut}文字が入りませんでした。`,
};
