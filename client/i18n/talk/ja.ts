import type { TalkMessages } from './en.ts';

export const messages: TalkMessages = {
  chat: 'チャット',
  chatUnread: (unread) => `チャット、未読${unread}件`,
  talk: 'トーク',
  talkHere: 'このテーブルのトーク',
  talkHereNew: 'このテーブルのトーク、新着あり',
};
