import type { TalkMessages } from './en.ts';

export const messages: TalkMessages = {
  chat: 'Chat',
  chatUnread: (unread) => `Chat, ${unread} não lidas`,
  talk: 'Conversa',
  talkHere: 'Conversa nesta mesa',
  talkHereNew: 'Conversa nesta mesa, há algo novo',
};
