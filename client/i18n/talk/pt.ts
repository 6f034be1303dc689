import { pluralIn } from '../plural.ts';
import type { TalkMessages } from './en.ts';

const plural = pluralIn('pt');

export const messages: TalkMessages = {
  chat: 'Chat',
  chatUnread: (unread) =>
    plural(unread, { one: `Chat, ${unread} não lida`, other: `Chat, ${unread} não lidas` }),
  talk: 'Conversa',
  talkHere: 'Conversa nesta mesa',
  talkHereNew: 'Conversa nesta mesa, há algo novo',
};
