import type { TalkMessages } from './en.ts';

export const messages: TalkMessages = {
  chat: 'Chat',
  chatUnread: (unread) => `Chat, ${unread} sin leer`,
  talk: 'Charla',
  talkHere: 'Charla en esta mesa',
  talkHereNew: 'Charla en esta mesa, algo nuevo',
};
