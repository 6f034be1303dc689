import type { TalkMessages } from './en.ts';

export const messages: TalkMessages = {
  chat: 'Chat',
  chatUnread: (unread) => `Chat, ${unread} ungelesen`,
  talk: 'Gespräch',
  talkHere: 'Gespräch an diesem Tisch',
  talkHereNew: 'Gespräch an diesem Tisch, etwas Neues',
};
