import type { TalkMessages } from './en.ts';

export const messages: TalkMessages = {
  chat: 'Chat',
  chatUnread: (unread) => `Chat, ${unread} non lus`,
  talk: 'Discussion',
  talkHere: 'Discussion à cette table',
  talkHereNew: 'Discussion à cette table, du nouveau',
};
